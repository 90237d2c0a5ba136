import { expect, it } from '@jest/globals';
import { type ClockTerms, clockUnits, countsDays, usesCalendar } from './clock-terms';

it('of four units two count days, and two need a calendar (rule 5)', () => {
  expect(clockUnits).toEqual(['elapsedHours', 'businessHours', 'businessDays', 'calendarDays']);
  expect(clockUnits.filter(countsDays)).toEqual(['businessDays', 'calendarDays']);
  expect(clockUnits.filter((unit) => usesCalendar({ unit } as ClockTerms))).toEqual([
    'businessHours',
    'businessDays',
  ]);
});
