import { id, localDate } from '@plumbline/api/schema';
import * as z from 'zod';
import { exactDecimal } from './exact-decimal';
import { resultState } from './result';

/**
 * What a month is to an SLA that is judged over other windows: those that end in it. The month's figure is that of the worst
 * of them, the earliest of several that are equally bad; nothing is averaged.
 */
export const windowsOfMonth = z.strictObject({
  code: z.string().meta({ description: 'as the SLA states it: week, rolling-28-days' }),
  met: z.int().min(0),
  breached: z.int().min(0),
  open: z.int().min(0).meta({ description: 'that time alone may still change, or nobody has judged yet' }),
  results: z.array(
    z.strictObject({
      resultId: id,
      first: localDate,
      last: localDate,
      state: resultState,
      value: exactDecimal.nullable(),
    }),
  ),
});

export type WindowsOfMonth = z.output<typeof windowsOfMonth>;
