import { describe, expect, it } from '@jest/globals';
import { addOpenTime, openTimeBetween } from '@plumbline/sla-engine';
import {
  MINUTE,
  businessDayQuestions,
  engineCalendar,
  given,
  office,
  openTimeQuestions,
  zone,
} from './business-time-inputs';

const questions = openTimeQuestions(250, 'spec');
const landing = (index: number): Temporal.ZonedDateTime => {
  const { calendar, start, minutes } = questions[index] ?? { calendar: office, start: 0, minutes: 0 };
  const from = Temporal.Instant.fromEpochMilliseconds(start);
  return given(addOpenTime(engineCalendar(calendar), from, BigInt(minutes) * MINUTE)).toZonedDateTimeISO(
    zone,
  );
};

describe('the questions of the engine bench', () => {
  it('follow from the seed', () => {
    expect(openTimeQuestions(250, 'spec')).toEqual(questions);
    expect(openTimeQuestions(250, 'other')).not.toEqual(questions);
    expect(businessDayQuestions(20, 'spec')).toEqual(businessDayQuestions(20, 'spec'));
  });

  it('land on closing time in every fifth', () => {
    for (let index = 2; index < questions.length; index += 5) {
      expect(landing(index).toPlainTime().toString()).toMatch(/^(12|17):00:00$/);
    }
  });

  it('cross a clock change in every fifth, where nothing closes', () => {
    for (let index = 4; index < questions.length; index += 5) {
      const { calendar, start, minutes } = questions[index]!;
      const from = Temporal.Instant.fromEpochMilliseconds(start);
      const change = from.toZonedDateTimeISO(zone).getTimeZoneTransition('next')!.toInstant();
      expect(calendar.name).toBe('aroundTheClock');
      expect(given(openTimeBetween(engineCalendar(calendar), from, change)) <= BigInt(minutes) * MINUTE).toBe(
        true,
      );
    }
  });

  it('have seconds, nights and weekends among them', () => {
    const starts = questions.map(({ start }) =>
      Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone),
    );
    expect(starts.some(({ second }) => second > 0)).toBe(true);
    expect(starts.some(({ hour }) => hour < 6)).toBe(true);
    expect(starts.some(({ dayOfWeek }) => dayOfWeek === 7)).toBe(true);
  });
});
