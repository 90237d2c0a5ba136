import { type Amount, Exact, parseExact, writeMoney } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';

/**
 * What each line has of a credit as it was settled: capped and rounded once as a whole, so that a line's own amount is
 * not what was paid for it. Shares are in the currency's minor unit and add up to the credit exactly.
 *
 * @example settledShares('100.00', ['1', '1', '1']) // '33.33', '33.34', '33.33'
 */
export function settledShares(
  credit: Amount,
  amounts: readonly Amount[],
  minorUnits = 2,
): Outcome<readonly string[]> {
  const whole = parseExact(credit, 'credit');
  if (!whole.ok) {
    return whole;
  }
  const exact: Exact[] = [];
  for (const [index, amount] of amounts.entries()) {
    const read = parseExact(amount, `amounts.${index}`);
    if (!read.ok) {
      return read;
    }
    if (read.value.lt(0)) {
      return fail('credit.range', 'A line costs nothing or more.', `amounts.${index}`);
    }
    exact.push(read.value);
  }
  const sum = Exact.sum(0, ...exact);
  let counted = new Exact(0);
  let given = new Exact(0);
  return succeed(
    exact.map((amount) => {
      counted = counted.plus(amount);
      // what all lines so far have, rounded, less what the earlier ones got: nothing is lost between them
      const upTo = sum.isZero()
        ? new Exact(0)
        : whole.value.times(counted).div(sum).toDecimalPlaces(minorUnits);
      const share = upTo.minus(given);
      given = upTo;
      return writeMoney(share, minorUnits);
    }),
  );
}
