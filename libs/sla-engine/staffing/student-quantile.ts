import { normalQuantile } from '../targets/normal-quantile';

/**
 * The quantile of Student's t distribution for 0.5 < probability < 1: exact for 1 and 2 degrees of freedom, else by Hill's
 * expansion, good to six digits. Source: G. W. Hill, Algorithm 396, Communications of the ACM 13 (1970).
 *
 * @example studentQuantile(0.975, 9) // 2.26216
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  const n = degreesOfFreedom;
  const twoTailed = 2 * (1 - probability);
  if (n === 1) {
    return 1 / Math.tan((twoTailed * Math.PI) / 2);
  }
  if (n === 2) {
    return Math.sqrt(2 / (twoTailed * (2 - twoTailed)) - 2);
  }
  const a = 1 / (n - 0.5);
  const b = 48 / (a * a);
  const c = (((20_700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n;
  let y = (d * twoTailed) ** (2 / n);
  if (y > 0.05 + a) {
    const x = -normalQuantile(1 - twoTailed / 2);
    y = x * x;
    const corrected = n < 5 ? c + 0.3 * (n - 4.5) * (x + 0.6) : c;
    const e = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + corrected;
    const f = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / e - y - 3) / b + 1) * x;
    return Math.sqrt(n * Math.expm1(a * f * f));
  }
  y =
    ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) *
      ((n + 1) / (n + 2)) +
    1 / y;
  return Math.sqrt(n * y);
}
