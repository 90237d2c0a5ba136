import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarFromJson, nanosecondsPerHour } from '../calendars';
import { valueOf } from '../value-of.fixture';
import { clockArithmetic } from './clock-arithmetic';
import { office } from './clock-requests.fixture';
import { type ClockTerms, type ClockUnit, clockUnits, countsDays } from './clock-terms';
import { parseClockTerms } from './parse-clock-terms';

const week = valueOf(calendarFromJson(office));
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const terms = (unit: ClockUnit, more: object): ClockTerms =>
  valueOf(parseClockTerms({ unit, amount: 1, zone: 'America/New_York', ...more }));
/** Hours as nanoseconds, days as they are. */
const amount = (unit: ClockUnit, count: number): bigint =>
  BigInt(count) * (countsDays(unit) ? 1n : nanosecondsPerHour);

describe('laws of a clock’s arithmetic', () => {
  const instants = fc
    .array(fc.integer({ min: 0, max: 20 * 86_400 }), { minLength: 4, maxLength: 4 })
    .map((seconds) =>
      seconds
        .toSorted((one, other) => one - other)
        .map((second) => at('2026-10-25T00:00:00Z').add({ seconds: second })),
    );
  const units = fc.constantFrom(...clockUnits);
  const rules = fc.constantFrom('count', 'roll');

  it('what took place in two parts took as long as the whole', () => {
    fc.assert(
      fc.property(units, rules, instants, (unit, originRule, all) => {
        const [start, one, two, three] = all as [
          Temporal.Instant,
          Temporal.Instant,
          Temporal.Instant,
          Temporal.Instant,
        ];
        const { measure } = valueOf(clockArithmetic(terms(unit, { originRule }), week, start));
        expect(valueOf(measure(one, two)) + valueOf(measure(two, three))).toBe(valueOf(measure(one, three)));
      }),
      { seed: 41, numRuns: 200 },
    );
  });

  it('what is left at the start is the amount, and what is left then and there is nothing', () => {
    fc.assert(
      fc.property(units, rules, fc.nat({ max: 60 }), instants, (unit, originRule, count, [start]) => {
        const arithmetic = valueOf(clockArithmetic(terms(unit, { originRule }), week, start!));
        const due = valueOf(arithmetic.due(amount(unit, count), start!));
        fc.pre(!due.moved);
        expect(valueOf(arithmetic.left(start!, due))).toBe(amount(unit, count));
        // a deadline at 24:00 is the first instant of the next date
        const last = countsDays(unit) ? due.instant.subtract({ seconds: 1 }) : due.instant;
        expect(valueOf(arithmetic.left(last, due))).toBe(0n);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
