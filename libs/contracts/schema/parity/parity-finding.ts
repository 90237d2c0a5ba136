import { id, instant, localDate, pageOf } from '@plumbline/api/schema';
import { parityReasons, parityVerdicts } from '@plumbline/sla-engine';
import * as z from 'zod';
import { targetSegment } from '../service-level';
import { metricName } from './internal-target';

export const flaggedVerdicts = ['weaker', 'missing', 'incomparable'] as const;
export type FlaggedVerdict = (typeof flaggedVerdicts)[number];

/** What is expected: an internal target, or a regulatory floor. */
export const parityAgainst = ['internal_target', 'floor'] as const;
export type ParityAgainst = (typeof parityAgainst)[number];

/** Which side's change a verdict follows from: the later of those that are in force. */
export const parityCauses = [
  'contract_version',
  'contract_ended',
  'internal_target',
  'internal_target_ended',
  'floor',
  'floor_off',
  'metric_version',
] as const;
export type ParityCause = (typeof parityCauses)[number];

export const parityChange = z.strictObject({
  cause: z.enum(parityCauses),
  number: z.int().nullable().meta({ description: 'of the version that changed, where it has one' }),
  since: localDate.meta({ description: 'the day from which the change holds' }),
});

export const closedVerdicts = [...parityVerdicts, 'not_compared'] as const;

/** A decision that was kept: what was weaker, missing or incomparable, since when, and what ended it. */
export const parityFinding = z.strictObject({
  id,
  contract: z.strictObject({ id, reference: z.string() }),
  vendor: z.strictObject({ id, code: z.string(), name: z.string() }),
  against: z.enum(parityAgainst),
  floorCode: z.string().nullable(),
  metric: metricName,
  segment: targetSegment,
  verdict: z.enum(flaggedVerdicts),
  reasons: z.array(z.enum(parityReasons)),
  opened: parityChange,
  openedAt: instant.meta({ description: 'when it was noticed' }),
  closed: parityChange
    .extend({ verdict: z.enum(closedVerdicts), at: instant })
    .nullable()
    .meta({ description: 'null while it is open' }),
});

export const parityFindings = pageOf(parityFinding);

export type ParityChange = z.output<typeof parityChange>;
export type ParityFinding = z.output<typeof parityFinding>;
