import { type Amount, Exact, parseExact, writeExact, writeMoney } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import type { Trace } from '../trace';

export interface EarnBackInput {
  /** The credit as it was settled, in money. */
  readonly credit: Amount;
  /** Months at target since the failure, in a row; months without a verdict are not among them. */
  readonly monthsAtTarget: number;
  /** Months at target the contract asks for. */
  readonly required: number;
  /** Whether the same SLA failed again in that time: then nothing is earned back. */
  readonly repeatDefault: boolean;
  readonly minorUnits?: number;
}

export interface EarnBack {
  readonly returned: string;
  readonly trace: Trace;
}

/**
 * Earn-back (semantics rule 23): the whole credit is returned once the required months were at target without
 * another default, before that nothing.
 */
export function earnBack(input: EarnBackInput): Outcome<EarnBack> {
  const { monthsAtTarget, required, repeatDefault, minorUnits = 2 } = input;
  const credit = parseExact(input.credit, 'credit');
  if (!credit.ok) {
    return credit;
  }
  if (credit.value.lt(0)) {
    return fail('credit.range', 'A credit is not negative.', 'credit');
  }
  if (!Number.isInteger(monthsAtTarget) || monthsAtTarget < 0) {
    return fail('credit.months', 'Months at target are a whole number, zero or more.', 'monthsAtTarget');
  }
  if (!Number.isInteger(required) || required < 1) {
    return fail('credit.months', 'At least one month at target is required.', 'required');
  }
  const earned = !repeatDefault && monthsAtTarget >= required;
  const returned = writeMoney(earned ? credit.value : new Exact(0), minorUnits);
  const facts = { credit: writeExact(credit.value), monthsAtTarget, required, repeatDefault, returned };
  return succeed({
    returned,
    trace: [{ rule: earned ? 'credit.earnedBack' : 'credit.notEarnedBack', facts }],
  });
}
