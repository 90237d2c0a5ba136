import { comparators } from '@plumbline/sla-engine';
import * as z from 'zod';
import { exactDecimal as decimal } from './exact-decimal';

/** What a value is held against: one limit, or a band whose edges both belong to it (K3). */
export const agreedTarget = z.union([
  z.strictObject({ comparator: z.enum(comparators), value: decimal }),
  z.strictObject({ band: z.strictObject({ low: decimal, high: decimal }) }),
]);

export type AgreedTarget = z.output<typeof agreedTarget>;
