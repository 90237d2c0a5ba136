import { describe, expect, it } from '@jest/globals';
import { parseCalendar } from '../calendars';
import { office } from './clock-requests.fixture';
import { incidentDeadline, type IncidentLeg } from './incident-deadline';
import type { Milestone } from './incident-clocks';

const instant = (text: string) => Temporal.Instant.from(text);
const calendar = () => {
  const outcome = parseCalendar(office);
  if (!outcome.ok) throw new Error(outcome.problem.detail);
  return outcome.value;
};

function decide(
  legs: readonly IncidentLeg[],
  reached: Partial<Record<Milestone, string>>,
  zone = 'America/New_York',
) {
  const instants = Object.fromEntries(
    Object.entries(reached).map(([milestone, at]) => [milestone, instant(at)]),
  );
  const outcome = incidentDeadline(instants, { legs, zone, calendar: calendar() });
  if (!outcome.ok) return outcome.problem;
  return outcome.value && [outcome.value.startsAt, `${outcome.value.startedAt}`, `${outcome.value.deadline}`];
}

const hours = (startsAt: Milestone, amount: number): IncidentLeg => ({
  ...{ startsAt, unit: 'elapsedHours', amount },
});
const dora = [hours('classified', 4), hours('detected', 24)];

describe('incidentDeadline: the earliest of what has begun (rule 11)', () => {
  it.each<[string, readonly IncidentLeg[], Partial<Record<Milestone, string>>, readonly string[] | null]>([
    ['nothing was reached', dora, { discovered: '2026-03-02T09:00:00Z' }, null],
    [
      'only awareness',
      dora,
      { detected: '2026-03-02T09:00:00Z' },
      ['detected', '2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z'],
    ],
    [
      'classified early: 4 h from there',
      dora,
      { detected: '2026-03-02T09:00:00Z', classified: '2026-03-02T12:00:00Z' },
      ['classified', '2026-03-02T12:00:00Z', '2026-03-02T16:00:00Z'],
    ],
    [
      'classified late: 24 h from awareness',
      dora,
      { detected: '2026-03-02T09:00:00Z', classified: '2026-03-03T08:00:00Z' },
      ['detected', '2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z'],
    ],
    [
      'both at the same instant: the first leg',
      dora,
      { detected: '2026-03-02T09:00:00Z', classified: '2026-03-03T05:00:00Z' },
      ['classified', '2026-03-03T05:00:00Z', '2026-03-03T09:00:00Z'],
    ],
    [
      '24 h across the clock change in March are 24 h',
      [hours('discovered', 24)],
      { discovered: '2026-03-07T20:00:00-05:00' },
      ['discovered', '2026-03-08T01:00:00Z', '2026-03-09T01:00:00Z'],
    ],
    [
      'business days of a calendar',
      [{ startsAt: 'determined', unit: 'businessDays', amount: 3 }],
      { determined: '2026-03-03T10:00:00-05:00' },
      ['determined', '2026-03-03T15:00:00Z', '2026-03-07T05:00:00Z'],
    ],
    [
      'a month ends with the day of the same number, across the clock change',
      [{ startsAt: 'intermediateReported', unit: 'calendarMonths', amount: 1 }],
      { intermediateReported: '2026-02-20T12:00:00-05:00' },
      ['intermediateReported', '2026-02-20T17:00:00Z', '2026-03-21T04:00:00Z'],
    ],
    [
      'a month without that day ends with its last',
      [{ startsAt: 'intermediateReported', unit: 'calendarMonths', amount: 1 }],
      { intermediateReported: '2026-01-31T12:00:00-05:00' },
      ['intermediateReported', '2026-01-31T17:00:00Z', '2026-03-01T05:00:00Z'],
    ],
  ])('%s', (_, legs, reached, expected) => {
    expect(decide(legs, reached)).toEqual(expected);
  });

  it('says how the deadline follows', () => {
    const traced = (legs: readonly IncidentLeg[]) => {
      const outcome = incidentDeadline(
        { discovered: instant('2026-03-02T14:00:00Z') },
        { legs, zone: 'America/New_York' },
      );
      return outcome.ok && outcome.value?.trace;
    };
    expect(traced([hours('discovered', 24)])).toEqual([
      {
        rule: 'clock.started',
        facts: {
          at: '2026-03-02T09:00:00-05:00',
          unit: 'elapsedHours',
          amount: 24,
          zone: 'America/New_York',
        },
      },
      {
        rule: 'clock.deadline',
        facts: {
          ...{ deadline: '2026-03-03T09:00:00-05:00', unit: 'elapsedHours' },
          ...{ amount: 24, paused: 0, extended: 0 },
        },
      },
    ]);
    expect(traced([{ startsAt: 'discovered', unit: 'calendarMonths', amount: 1 }])).toEqual([
      {
        rule: 'clock.started',
        facts: {
          at: '2026-03-02T09:00:00-05:00',
          unit: 'calendarMonths',
          amount: 1,
          zone: 'America/New_York',
        },
      },
      {
        rule: 'clock.deadline',
        facts: {
          ...{ deadline: '2026-04-03T00:00:00-04:00', unit: 'calendarMonths' },
          ...{ amount: 1, paused: 0, extended: 0 },
        },
      },
    ]);
  });

  it.each<[string, IncidentLeg, string, string]>([
    [
      'half a month',
      { startsAt: 'discovered', unit: 'calendarMonths', amount: 0.5 },
      'UTC',
      'clock.monthsInvalid',
    ],
    ['no month', { startsAt: 'discovered', unit: 'calendarMonths', amount: 0 }, 'UTC', 'clock.monthsInvalid'],
    [
      'too many',
      { startsAt: 'discovered', unit: 'calendarMonths', amount: 1201 },
      'UTC',
      'clock.monthsInvalid',
    ],
    [
      'months of a fixed offset',
      { startsAt: 'discovered', unit: 'calendarMonths', amount: 1 },
      '+05:00',
      'zone.fixedOffset',
    ],
    [
      'half a day',
      { startsAt: 'discovered', unit: 'calendarDays', amount: 0.5 },
      'UTC',
      'clock.daysNotWhole',
    ],
  ])('%s is refused, and says which leg', (_, leg, zone, code) => {
    expect(decide([hours('detected', 1), leg], { discovered: '2026-03-02T09:00:00Z' }, zone)).toMatchObject({
      code,
      path: 'legs.1',
    });
  });

  it('business time without a calendar is refused', () => {
    const legs: IncidentLeg[] = [{ startsAt: 'discovered', unit: 'businessDays', amount: 1 }];
    expect(
      incidentDeadline({ discovered: instant('2026-03-02T09:00:00Z') }, { legs, zone: 'America/New_York' }),
    ).toMatchObject({ ok: false, problem: { code: 'clock.calendarMissing', path: 'legs.0' } });
  });
});
