import { readBands } from '../bands';
import type { InputReader } from '../reading';
import type { CreditBand, CreditCaps, CreditElection, CreditMethod, CreditScheme } from './credit-scheme';
import { readShare } from './read-share';

const methods = ['bands', 'points', 'perFullPoint', 'percentageGap'] as const;

/**
 * Reads a credit scheme from untrusted JSON: `fee`, `atRisk` and `pool` (1 where absent), at most one of `bands`,
 * `points`, `perFullPoint` and `percentageGap` (none: the whole allocation is lost), `caps`, `repeat`, `election`.
 */
export function readScheme(scheme: InputReader): CreditScheme {
  const caps = readCaps(scheme);
  const repeat = readRepeat(scheme);
  const election = readElection(scheme);
  const minorUnits = scheme.optionalWhole('minorUnits');
  return {
    fee: scheme.decimal('fee', 'monthlyFee'),
    atRisk: scheme.present('atRisk') === undefined ? '1' : readShare(scheme, 'atRisk'),
    pool: scheme.present('pool') === undefined ? '1' : readShare(scheme, 'pool'),
    method: readMethod(scheme),
    ...(caps === undefined ? {} : { caps }),
    ...(repeat === undefined ? {} : { repeat }),
    ...(election === undefined ? {} : { election }),
    ...(minorUnits === undefined ? {} : { minorUnits }),
  };
}

/** At most one of the methods, on a scheme or on an object of its own; none: the whole allocation is lost. */
export function readMethod(scheme: InputReader): CreditMethod {
  const stated = methods.filter(
    (method) => scheme.present(method) !== undefined && scheme.raw(method) !== false,
  );
  const [kind] = stated;
  if (stated.length > 1) {
    return scheme.refuse(
      'credit.method',
      `A scheme has one method; this one states ${stated.join(' and ')}.`,
    );
  }
  if (kind === undefined) {
    return { kind: 'allocation' };
  }
  switch (kind) {
    case 'bands':
      return { kind, bands: readCreditBands(scheme) };
    case 'points':
      return { kind, value: readShare(...fieldOf(scheme, kind, ['value', 'share'])) };
    case 'perFullPoint':
      return readPerFullPoint(scheme);
    case 'percentageGap':
      return { kind, gap: readGap(scheme) };
  }
}

function readCreditBands(scheme: InputReader): readonly CreditBand[] {
  return readBands<CreditBand>(scheme, 'bands', {
    more: (band) => ({ share: readShare(band, 'share', 'credit') }),
  });
}

/** The field itself where it is a bare number, else the named field of the object it is. */
function fieldOf(scheme: InputReader, name: string, inside: readonly string[]): [InputReader, ...string[]] {
  return typeof scheme.raw(name) === 'object' ? [scheme.object(name), ...inside] : [scheme, name];
}

function readPerFullPoint(scheme: InputReader): CreditMethod {
  const share = readShare(...fieldOf(scheme, 'perFullPoint', ['share', 'credit']));
  const pointSize =
    typeof scheme.raw('perFullPoint') === 'object'
      ? scheme.object('perFullPoint').optionalDecimal('pointSize')
      : undefined;
  return { kind: 'perFullPoint', share, ...(pointSize === undefined ? {} : { pointSize }) };
}

function readGap(scheme: InputReader): 'absolute' | 'relative' {
  const gaps = ['absolute', 'relative'] as const;
  const value = scheme.raw('percentageGap');
  if (value === true) {
    return 'absolute';
  }
  return typeof value === 'object'
    ? (scheme.object('percentageGap').optionalChoice(gaps, 'gap') ?? 'absolute')
    : scheme.choice(gaps, 'percentageGap');
}

/** `caps`, or one `cap`: up to 1 a share of the fee, above that money. */
function readCaps(scheme: InputReader): CreditCaps | undefined {
  if (scheme.present('cap') !== undefined) {
    const cap = readShare(scheme, 'cap');
    return Number(cap) <= 1 ? { month: cap } : { amount: cap };
  }
  const caps = scheme.optionalObject('caps');
  if (caps === undefined) {
    return undefined;
  }
  const year = caps.optionalObject('year');
  return {
    ...(caps.present('perFailure') === undefined ? {} : { perFailure: readShare(caps, 'perFailure') }),
    ...(caps.present('month') === undefined ? {} : { month: readShare(caps, 'month') }),
    ...(caps.present('amount') === undefined ? {} : { amount: caps.decimal('amount') }),
    ...(year === undefined
      ? {}
      : { year: { amount: year.decimal('amount'), credited: year.optionalDecimal('credited') ?? '0' } }),
  };
}

/** A list of multipliers by miss in a row, one number for every repeat, or `{"from", "multiplier"}`. */
function readRepeat(scheme: InputReader): readonly string[] | undefined {
  const names = ['repeat', 'repeatMultiplier'];
  const value = scheme.raw(...names);
  if (value === undefined) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return scheme.decimals(...names);
  }
  if (typeof value !== 'object') {
    return ['1', scheme.decimal(...names)];
  }
  const repeat = scheme.object(...names);
  if (repeat.present('multipliers') !== undefined) {
    return repeat.decimals('multipliers');
  }
  const from = repeat.optionalWhole('from') ?? 2;
  if (from < 1 || from > 120) {
    return repeat.refuse('credit.range', 'Repeats start at a miss from 1 to 120.', 'from');
  }
  return [...Array.from({ length: from - 1 }, () => '1'), repeat.decimal('multiplier')];
}

function readElection(scheme: InputReader): CreditElection | undefined {
  const rules = ['larger', 'smaller', 'order'] as const;
  const value = scheme.raw('election');
  if (value === undefined) {
    return undefined;
  }
  const order = Array.isArray(value)
    ? scheme
    : typeof value === 'object'
      ? scheme.object('election')
      : undefined;
  if (order === undefined) {
    const rule = scheme.choice(['larger', 'largest', 'smaller', 'smallest'] as const, 'election');
    return { rule: rule.startsWith('large') ? 'larger' : 'smaller' };
  }
  const name = Array.isArray(value) ? 'election' : 'order';
  const rule = Array.isArray(value) ? 'order' : order.choice(rules, 'rule');
  return rule === 'order' ? { rule, order: order.texts(name) } : { rule };
}
