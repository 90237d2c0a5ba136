import { id, localDate } from '@plumbline/api/schema';
import { parityReasons, parityVerdicts } from '@plumbline/sla-engine';
import { services } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { target, targetSegment } from '../service-level';
import { internalTargetVersion, metricName } from './internal-target';
import { parityFinding } from './parity-finding';

const number = z.int().min(1);

/** `no_target`: the contract agrees on what nothing is expected of. `not_demanded`: the vendor runs no such service. */
export const cellStates = [...parityVerdicts, 'no_target', 'not_demanded'] as const;
export type CellState = (typeof cellStates)[number];

export const parityContract = z.strictObject({
  id,
  reference: z.string(),
  title: z.string(),
  vendor: z.strictObject({ id, code: z.string(), name: z.string(), services: z.array(z.enum(services)) }),
  number,
  effectiveFrom: localDate,
  effectiveTo: localDate.nullable(),
});

export const comparedSla = z.strictObject({
  id,
  name: z.string(),
  clauseNumber: z.string(),
  target,
  segment: targetSegment,
  window: z.string(),
});

export const parityFloor = z.strictObject({
  code: z.string(),
  floorVersion: number,
  title: z.strictObject({ en: z.string(), es: z.string() }),
  citation: z.string(),
  target,
  number: number.meta({ description: 'of the switch that put it on' }),
});

export const parityCell = z.strictObject({
  contractId: id,
  state: z.enum(cellStates),
  reasons: z.array(z.enum(parityReasons)),
  sla: comparedSla.nullable(),
  floors: z.array(
    z.strictObject({
      code: z.string(),
      verdict: z.enum(parityVerdicts),
      reasons: z.array(z.enum(parityReasons)),
    }),
  ),
  since: localDate.nullable().meta({ description: 'from when on it is weaker, missing or incomparable' }),
});

export const parityRow = z.strictObject({
  id: z.string().meta({ description: 'metric and segment, for the explanation of a cell' }),
  metric: metricName.extend({ version: number }),
  segment: targetSegment,
  internalTarget: z
    .strictObject({ id, number, target, services: z.array(z.enum(services)), effectiveFrom: localDate })
    .nullable(),
  floors: z.array(parityFloor),
  cells: z.array(parityCell).meta({ description: 'one a contract, in the order of the contracts' }),
});

/** Contracts in force on a day, row by row against what the insurer expects that day. */
export const parityMatrix = z.strictObject({
  on: localDate,
  contracts: z.array(parityContract),
  rows: z.array(parityRow),
  counts: z.record(z.enum(cellStates), z.int()),
});

const sentences = z.strictObject({ en: z.array(z.string()), es: z.array(z.string()) });
const trace = z.array(z.strictObject({ rule: z.string(), facts: z.record(z.string(), z.unknown()) }));

export const parityExplanation = z.strictObject({
  on: localDate,
  contract: parityContract,
  metric: metricName.extend({ version: number }),
  segment: targetSegment,
  state: z.enum(cellStates),
  reasons: z.array(z.enum(parityReasons)),
  sla: comparedSla.nullable(),
  internalTarget: internalTargetVersion.extend({ targetId: id }).nullable(),
  definition: z.strictObject({ agreed: z.unknown(), expected: z.unknown() }),
  trace,
  sentences,
  /** What goes into `npm run engine` to get the same verdict. */
  request: z.unknown(),
  floors: z.array(
    parityFloor.extend({
      verdict: z.enum(parityVerdicts),
      reasons: z.array(z.enum(parityReasons)),
      trace,
      sentences,
    }),
  ),
  history: z.array(parityFinding).meta({ description: 'newest first' }),
});

export type ParityContract = z.output<typeof parityContract>;
export type ComparedSla = z.output<typeof comparedSla>;
export type ParityFloor = z.output<typeof parityFloor>;
export type ParityCell = z.output<typeof parityCell>;
export type ParityRow = z.output<typeof parityRow>;
export type ParityMatrix = z.output<typeof parityMatrix>;
export type ParityExplanation = z.output<typeof parityExplanation>;
