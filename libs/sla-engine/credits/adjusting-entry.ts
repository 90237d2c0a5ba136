import { type Amount, parseExact, writeMoney } from '../decimals';
import { type Outcome, succeed } from '../outcome';
import type { Trace } from '../trace';

export interface AdjustingEntry {
  /** What is still to be booked: positive in the insurer's favour, negative in the vendor's. */
  readonly entry: string;
  readonly trace: Trace;
}

/**
 * The entry that corrects settled money after restated data (semantics rule 22): the credit as it is now less all
 * that was booked before. What was booked is never edited.
 *
 * @example adjustingEntry('1500.00', ['2000.00']) // entry '-500.00'
 */
export function adjustingEntry(
  credit: Amount,
  booked: readonly Amount[],
  minorUnits = 2,
): Outcome<AdjustingEntry> {
  const now = parseExact(credit, 'credit');
  if (!now.ok) {
    return now;
  }
  let difference = now.value;
  for (const [index, amount] of booked.entries()) {
    const earlier = parseExact(amount, `booked.${index}`);
    if (!earlier.ok) {
      return earlier;
    }
    difference = difference.minus(earlier.value);
  }
  const entry = writeMoney(difference, minorUnits);
  const facts = {
    credit: writeMoney(now.value, minorUnits),
    booked: booked.map((amount) => `${amount}`),
    entry,
  };
  return succeed({ entry, trace: [{ rule: 'credit.adjusted', facts }] });
}
