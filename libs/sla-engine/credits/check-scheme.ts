import { checkBands } from '../bands';
import { type Amount, Exact, parseExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import type { CreditMethod, CreditScheme } from './credit-scheme';
import type { CheckedMethod } from './factor-of';

export interface CheckedScheme {
  readonly fee: Exact;
  readonly atRisk: Exact;
  readonly pool: Exact;
  readonly method: CheckedMethod;
  readonly perFailureCap: Exact | null;
  /** The lowest of all caps on the month, in money. */
  readonly monthCap: Exact;
  readonly repeat: readonly Exact[];
  readonly minorUnits: number;
}

/** A pool of ten times the at-risk amount is no pool any more: most likely a percentage written as a number. */
export const mostOfPool = 10;

/** Reads and checks a scheme at entry: shares within their range, caps not negative, bands without hole or overlap. */
export function checkScheme(scheme: CreditScheme): Outcome<CheckedScheme> {
  const numbers = readAll({
    fee: { value: scheme.fee, most: null },
    atRisk: { value: scheme.atRisk, most: 1 },
    pool: { value: scheme.pool, most: mostOfPool },
    'caps.perFailure': { value: scheme.caps?.perFailure, most: 1 },
    'caps.month': { value: scheme.caps?.month, most: 1 },
    'caps.amount': { value: scheme.caps?.amount, most: null },
    'caps.year.amount': { value: scheme.caps?.year?.amount, most: null },
    'caps.year.credited': { value: scheme.caps?.year?.credited, most: null },
  });
  if (!numbers.ok) {
    return numbers;
  }
  const method = checkMethod(scheme.method);
  if (!method.ok) {
    return method;
  }
  const repeat = checkRepeat(scheme.repeat ?? []);
  if (!repeat.ok) {
    return repeat;
  }
  const minorUnits = scheme.minorUnits ?? 2;
  if (!Number.isInteger(minorUnits) || minorUnits < 0 || minorUnits > 4) {
    return fail('credit.minorUnits', 'A currency has 0 to 4 decimal places.', 'scheme.minorUnits');
  }
  const { fee, atRisk, pool, ...caps } = numbers.value;
  if (fee === undefined || atRisk === undefined || pool === undefined) {
    return fail('credit.scheme', 'A scheme needs a fee, an at-risk share and a pool.', 'scheme');
  }
  return succeed({
    fee,
    atRisk,
    pool,
    method: method.value,
    perFailureCap: caps['caps.perFailure']?.times(fee) ?? null,
    monthCap: lowestCap(fee, atRisk, caps),
    repeat: repeat.value,
    minorUnits,
  });
}

type Limits = Readonly<Record<string, { readonly value: Amount | undefined; readonly most: number | null }>>;

function readAll<L extends Limits>(limits: L): Outcome<{ readonly [name in keyof L]: Exact | undefined }> {
  const read: { [name: string]: Exact | undefined } = {};
  for (const [name, { value, most }] of Object.entries(limits)) {
    if (value !== undefined) {
      const exact = parseExact(value, `scheme.${name}`);
      if (!exact.ok) {
        return exact;
      }
      if (exact.value.lt(0) || (most !== null && exact.value.gt(most))) {
        const range = most === null ? 'not negative' : `a share from 0 to ${most} (0.10 is 10 %)`;
        return fail('credit.range', `Expected a number that is ${range}.`, `scheme.${name}`);
      }
      read[name] = exact.value;
    }
  }
  return succeed(read as { readonly [name in keyof L]: Exact | undefined });
}

function lowestCap(
  fee: Exact,
  atRisk: Exact,
  caps: Readonly<
    Record<'caps.month' | 'caps.amount' | 'caps.year.amount' | 'caps.year.credited', Exact | undefined>
  >,
): Exact {
  const yearLeft = caps['caps.year.amount']?.minus(caps['caps.year.credited'] ?? 0);
  const all = [fee.times(atRisk), caps['caps.month']?.times(fee), caps['caps.amount'], yearLeft];
  return Exact.max(0, Exact.min(...all.filter((cap) => cap !== undefined)));
}

/** Checks a method at entry: bands without hole or overlap, each costing a share from 0 to 1. */
export function checkMethod(method: CreditMethod, path = 'scheme'): Outcome<CheckedMethod> {
  if (method.kind !== 'bands') {
    return succeed(method);
  }
  const bands = checkBands(method.bands, undefined, `${path}.bands`);
  if (!bands.ok) {
    return bands;
  }
  for (const [index, band] of method.bands.entries()) {
    const share = parseExact(band.share, `${path}.bands.${index}.share`);
    if (!share.ok) {
      return share;
    }
    if (share.value.lt(0) || share.value.gt(1)) {
      return fail('credit.range', 'A band costs a share from 0 to 1.', `${path}.bands.${index}.share`);
    }
  }
  return succeed({ kind: 'bands', bands: bands.value });
}

function checkRepeat(multipliers: readonly Amount[]): Outcome<readonly Exact[]> {
  const read: Exact[] = [];
  for (const [index, multiplier] of multipliers.entries()) {
    const exact = parseExact(multiplier, `scheme.repeat.${index}`);
    if (!exact.ok) {
      return exact;
    }
    if (exact.value.lt(0)) {
      return fail('credit.range', 'A multiplier is not negative.', `scheme.repeat.${index}`);
    }
    read.push(exact.value);
  }
  return succeed(read);
}
