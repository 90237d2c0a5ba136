import { type CheckedBand, bandOf } from '../bands';
import { Exact, parseExact, writeExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import type { CreditBand, CreditFailure, CreditMethod } from './credit-scheme';
import { gapToTarget } from './gap-to-target';

/** A method with its bands checked, so that this is done once a scheme. */
export type CheckedMethod =
  | Exclude<CreditMethod, { kind: 'bands' }>
  | { readonly kind: 'bands'; readonly bands: readonly CheckedBand<CreditBand>[] };

/** The share of its money a failure costs before any repeat multiplier (semantics rule 23). */
export function factorOf(method: CheckedMethod, failure: CreditFailure, path: string): Outcome<Exact> {
  switch (method.kind) {
    case 'allocation':
      return succeed(new Exact(1));
    case 'bands':
      return bandShare(method.bands, failure, path);
    case 'points':
      return pointShare(method.value, failure, path);
    case 'perFullPoint':
      return fullPointShare(method, failure, path);
    case 'percentageGap':
      return gapShare(method.gap, failure, path);
  }
}

function bandShare(
  bands: readonly CheckedBand<CreditBand>[],
  failure: CreditFailure,
  path: string,
): Outcome<Exact> {
  const value = parseExact(failure.value, `${path}.value`);
  if (!value.ok) {
    return value;
  }
  const band = bandOf(bands, value.value);
  return band === undefined
    ? fail('credit.outsideBands', `No band holds ${writeExact(value.value)}.`, `${path}.value`)
    : parseExact(band.share, 'scheme.bands.share');
}

function pointShare(worth: string | number, failure: CreditFailure, path: string): Outcome<Exact> {
  const value = parseExact(worth, 'scheme.points');
  if (!value.ok) {
    return value;
  }
  const points = parseExact(failure.points, `${path}.points`);
  if (!points.ok) {
    return points;
  }
  return points.value.lt(0)
    ? fail('credit.points', 'Points are not negative.', `${path}.points`)
    : succeed(points.value.times(value.value));
}

function fullPointShare(
  { share, pointSize }: { share: string | number; pointSize?: string | number },
  failure: CreditFailure,
  path: string,
): Outcome<Exact> {
  const each = parseExact(share, 'scheme.perFullPoint');
  if (!each.ok) {
    return each;
  }
  const size = parseExact(pointSize ?? '0.01', 'scheme.perFullPoint.pointSize');
  if (!size.ok) {
    return size;
  }
  if (size.value.lte(0)) {
    return fail('credit.pointSize', 'The size of a point is above zero.', 'scheme.perFullPoint.pointSize');
  }
  const gap = gapToTarget(failure, path);
  return gap.ok ? succeed(gap.value.gap.div(size.value).floor().times(each.value)) : gap;
}

function gapShare(kind: 'absolute' | 'relative', failure: CreditFailure, path: string): Outcome<Exact> {
  const found = gapToTarget(failure, path);
  if (!found.ok) {
    return found;
  }
  const { gap, edge } = found.value;
  if (kind === 'absolute') {
    return succeed(gap);
  }
  return edge.lte(0)
    ? fail('credit.gap', 'A gap relative to a target needs a target above zero.', `${path}.target`)
    : succeed(gap.div(edge));
}
