import type { AgreedLimit } from '@plumbline/contracts/schema';
import type { Comparator } from '@plumbline/sla-engine';

/** A limit or a band as tables keep it; all null: nothing is expected. */
export interface LimitColumns {
  readonly comparator: Comparator | null;
  readonly target: string | null;
  readonly bandLow: string | null;
  readonly bandHigh: string | null;
}

export function limitColumns(limit: AgreedLimit | null): LimitColumns {
  const none = { comparator: null, target: null, bandLow: null, bandHigh: null };
  if (limit === null) return none;
  return 'band' in limit
    ? { ...none, bandLow: limit.band.low, bandHigh: limit.band.high }
    : { ...none, comparator: limit.comparator, target: limit.value };
}

/** The tables' checks let through one form or none. */
export function limitOf({ comparator, target, bandLow, bandHigh }: LimitColumns): AgreedLimit | null {
  if (comparator !== null) return { comparator, value: target ?? '' };
  return bandLow === null ? null : { band: { low: bandLow, high: bandHigh ?? '' } };
}
