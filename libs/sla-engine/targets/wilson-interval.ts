import { Exact, parseExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import { normalQuantile } from './normal-quantile';
import type { Amount } from '../decimals';

export interface WilsonInterval {
  readonly lower: Exact;
  readonly upper: Exact;
}

/**
 * The Wilson score interval of a share (semantics rule 19): where the true share may well lie when `passes` of `n`
 * samples passed. n is positive, 0 ≤ passes ≤ n, 0 < confidence < 1; anything else is a problem.
 *
 * @example wilsonInterval(92, 100, '0.95') // 0.850 … 0.959
 */
export function wilsonInterval(passes: Amount, n: Amount, confidence: Amount): Outcome<WilsonInterval> {
  const passed = parseExact(passes, 'passes');
  if (!passed.ok) {
    return passed;
  }
  const size = parseExact(n, 'n');
  if (!size.ok) {
    return size;
  }
  const level = parseExact(confidence, 'confidence');
  if (!level.ok) {
    return level;
  }
  if (!size.value.gt(0) || !size.value.isInteger()) {
    return fail('sample.size', 'A sample size is a whole number above zero.', 'n');
  }
  if (passed.value.lt(0) || passed.value.gt(size.value) || !passed.value.isInteger()) {
    return fail('sample.passes', 'Passes are a whole number between zero and the sample size.', 'passes');
  }
  if (!level.value.gt(0) || !level.value.lt(1)) {
    return fail('sample.confidence', 'Confidence lies between 0 and 1, for example 0.95.', 'confidence');
  }
  const z = new Exact(normalQuantile(level.value.plus(1).div(2).toNumber()));
  if (!z.isFinite()) {
    return fail('sample.confidence', 'Confidence is too close to 1 for an interval.', 'confidence');
  }
  const zSquared = z.times(z);
  const share = passed.value.div(size.value);
  const centre = share.plus(zSquared.div(size.value.times(2)));
  const spread = z.times(
    share
      .times(new Exact(1).minus(share))
      .div(size.value)
      .plus(zSquared.div(size.value.times(size.value).times(4)))
      .sqrt(),
  );
  const scale = zSquared.div(size.value).plus(1);
  const inside = (bound: Exact): Exact => Exact.max(0, Exact.min(1, bound.div(scale)));
  // At no passes, or nothing but passes, the bound on that side is the end of the scale, free of rounding.
  return succeed({
    lower: passed.value.isZero() ? new Exact(0) : inside(centre.minus(spread)),
    upper: passed.value.equals(size.value) ? new Exact(1) : inside(centre.plus(spread)),
  });
}
