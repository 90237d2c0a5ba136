import { describe, expect, it } from '@jest/globals';
import { type Calendar, formatInstant, parseCalendar } from '../calendars';
import { office } from './clock-requests.fixture';
import type { ClockTerms } from './clock-terms';
import { type IncidentDuty, incidentClocks } from './incident-clocks';
import { parseClockTerms } from './parse-clock-terms';

const instant = (text: string) => Temporal.Instant.from(text);

function terms(json: object): ClockTerms {
  const outcome = parseClockTerms({ zone: 'America/New_York', ...json });
  if (!outcome.ok) {
    throw new Error(outcome.problem.detail);
  }
  return outcome.value;
}

function officeCalendar(): Calendar {
  const outcome = parseCalendar(office);
  if (!outcome.ok) {
    throw new Error(outcome.problem.detail);
  }
  return outcome.value;
}

const duties: readonly IncidentDuty[] = [
  {
    id: 'contract',
    startsAt: 'discovered',
    metBy: 'notified',
    terms: terms({ unit: 'elapsedHours', amount: 24 }),
  },
  {
    id: 'hipaa',
    startsAt: 'discovered',
    metBy: 'notified',
    terms: terms({ unit: 'calendarDays', amount: 60 }),
  },
  {
    id: 'state',
    startsAt: 'determined',
    metBy: 'notified',
    terms: terms({ unit: 'businessDays', amount: 3 }),
    calendar: officeCalendar(),
  },
];

describe('incidentClocks: one incident, several clocks (rule 11)', () => {
  const read = (reached: object, at: string) => {
    const outcome = incidentClocks(reached, duties, instant(at));
    return outcome.ok
      ? outcome.value.map(({ id, reading }) => [
          id,
          reading.state,
          reading.deadline && formatInstant(reading.deadline, 'America/New_York'),
        ])
      : outcome.problem;
  };
  const discovered = instant('2026-03-02T09:00:00-05:00');

  it.each([
    [
      'each from its own milestone, in its own unit',
      { discovered, determined: instant('2026-03-03T10:00:00-05:00') },
      '2026-03-03T12:00:00-05:00',
      [
        ['contract', 'breached', '2026-03-03T09:00:00-05:00'],
        ['hipaa', 'running', '2026-05-02T00:00:00-04:00'],
        ['state', 'running', '2026-03-07T00:00:00-05:00'],
      ],
    ],
    [
      'a milestone not reached starts nothing',
      { discovered },
      '2026-03-02T12:00:00-05:00',
      [
        ['contract', 'running', '2026-03-03T09:00:00-05:00'],
        ['hipaa', 'running', '2026-05-02T00:00:00-04:00'],
        ['state', 'notStarted', null],
      ],
    ],
    [
      'notified before the determination meets the clock that starts there',
      {
        discovered,
        notified: instant('2026-03-02T20:00:00-05:00'),
        determined: instant('2026-03-03T10:00:00-05:00'),
      },
      '2026-03-09T12:00:00-05:00',
      [
        ['contract', 'met', '2026-03-03T09:00:00-05:00'],
        ['hipaa', 'met', '2026-05-02T00:00:00-04:00'],
        ['state', 'met', '2026-03-07T00:00:00-05:00'],
      ],
    ],
  ])('%s', (_, reached, at, expected) => {
    expect(read(reached, at)).toEqual(expected);
  });

  it('a duty done before its clock began is met at its start, one done later when it was done', () => {
    const [notified, determined] = [instant('2026-03-02T20:00:00Z'), instant('2026-03-03T15:00:00Z')];
    const outcome = incidentClocks(
      { discovered, notified, determined },
      duties,
      instant('2026-03-09T12:00:00Z'),
    );
    expect(outcome.ok && outcome.value.map(({ reading }) => reading.metAt?.toString())).toEqual([
      '2026-03-02T20:00:00Z',
      '2026-03-02T20:00:00Z',
      '2026-03-03T15:00:00Z',
    ]);
  });

  it('names the duty that cannot be read', () => {
    const homeless: IncidentDuty = {
      ...duties[0],
      id: 'x',
      startsAt: 'discovered',
      metBy: 'notified',
      terms: terms({ unit: 'businessHours', amount: 1 }),
    };
    expect(incidentClocks({ discovered }, [homeless], discovered)).toMatchObject({
      ok: false,
      problem: { code: 'clock.calendarMissing', path: 'duties.x' },
    });
  });
});
