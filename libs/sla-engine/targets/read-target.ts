import type { InputReader } from '../reading';
import type { Comparator, SampleRule, Target } from './target';

const spellings: Readonly<Record<string, Comparator>> = {
  '>=': '>=',
  '≥': '>=',
  gte: '>=',
  atLeast: '>=',
  '>': '>',
  gt: '>',
  above: '>',
  '<=': '<=',
  '≤': '<=',
  lte: '<=',
  atMost: '<=',
  '<': '<',
  lt: '<',
  below: '<',
};

/**
 * Reads a target from untrusted JSON: `{"comparator": ">=", "value": "0.80"}` or `{"band": {"low", "high"}}`, where a
 * band may also be a pair. A bare number is "at least that".
 */
export function readTarget(input: InputReader, ...names: readonly string[]): Target {
  const value = input.raw(...names);
  if (typeof value === 'string' || typeof value === 'number') {
    return { comparator: readComparator(input) ?? '>=', value: input.decimal(...names) };
  }
  return readTargetFields(input.object(...names));
}

/** Reads a target whose fields stand in the reader itself. */
export function readTargetFields(target: InputReader): Target {
  if (target.present('band') !== undefined) {
    return { band: readBand(target) };
  }
  const comparator =
    readComparator(target) ??
    target.refuse('input.missing', '"comparator" or "band" is required.', 'comparator');
  return { comparator, value: target.decimal('value', 'target', 'threshold') };
}

function readComparator(input: InputReader): Comparator | undefined {
  const spelt = input.optionalText('comparator');
  if (spelt === undefined) {
    return undefined;
  }
  return Object.hasOwn(spellings, spelt)
    ? spellings[spelt]
    : input.refuse('target.comparator', 'Expected one of: >=, >, <=, <.', 'comparator');
}

function readBand(target: InputReader): { low: string; high: string } {
  if (Array.isArray(target.raw('band'))) {
    const edges = target.decimals('band');
    const [low, high] = edges;
    return low !== undefined && high !== undefined && edges.length === 2
      ? { low, high }
      : target.refuse('target.emptyBand', 'A band has a low and a high edge.', 'band');
  }
  const band = target.object('band');
  return { low: band.decimal('low', 'from', 'min'), high: band.decimal('high', 'to', 'max') };
}

/** Reads `minimumN` and `confidence`, where either is there. */
export function readSampleRule(input: InputReader): SampleRule | undefined {
  const minimumN = input.optionalWhole('minimumN');
  const confidence = input.optionalDecimal('confidence');
  if (minimumN === undefined && confidence === undefined) {
    return undefined;
  }
  return {
    ...(minimumN === undefined ? {} : { minimumN }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}
