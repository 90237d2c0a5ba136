import { describe, expect, it } from '@jest/globals';
import { calendarOfHours, type ZonedHours } from './hours';
import { escalationLadder, ladderAt, type StageHours } from './ladder';

const daily = (from: string, to: string): ZonedHours['hours'] => {
  const day: [string, string][] = [[from, to]];
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
};
const hours = (timezone: string, weekly: ZonedHours['hours']): StageHours => {
  const calendar = calendarOfHours({ timezone, hours: weekly });
  if (!calendar.ok) throw new Error(calendar.problem.detail);
  return calendar.value;
};
const at = (text: string) => Temporal.Instant.from(text);

const manila = hours('Asia/Manila', daily('21:00', '30:00'));
const chicago = hours('America/Chicago', daily('08:00', '17:00'));

describe('whom an escalation would reach', () => {
  it.each<[at: string, now: number | null, why: string]>([
    ['2026-03-02T14:00:00Z', 0, '22:00 in Manila; 08:00 in Chicago, open as well'],
    ['2026-03-02T12:59:59Z', null, '20:59:59 in Manila, 06:59:59 in Chicago: nobody yet'],
    ['2026-03-02T13:00:00Z', 0, '21:00 in Manila: open from this instant on'],
    ['2026-03-02T22:00:00Z', 1, '06:00 in Manila, just closed; 16:00 in Chicago'],
    ['2026-03-02T23:00:00Z', null, '17:00 in Chicago: closed from this instant on'],
  ])('at %s it is stage %s (%s)', (instant, now) => {
    const stages = [
      { afterMinutes: 0, hours: manila },
      { afterMinutes: 15, hours: chicago },
    ];
    expect(ladderAt(stages, at(instant)).now).toBe(now);
  });

  it('goes by the wall clock of the zone over a clock change', () => {
    // Chicago: 08:00 is 14:00 UTC on 7 March 2026 and 13:00 UTC on 8 March, after the clocks went forward
    const stages = [{ afterMinutes: 0, hours: chicago }];
    expect(ladderAt(stages, at('2026-03-07T13:30:00Z')).now).toBeNull();
    expect(ladderAt(stages, at('2026-03-08T13:30:00Z')).now).toBe(0);
    expect(ladderAt(stages, at('2026-03-08T01:00:00Z')).stages).toEqual([
      { reach: 'closed', reachedAt: '2026-03-08T13:00:00Z' },
    ]);
  });

  it('says when each stage would be reached, were it to begin now', () => {
    const stages = [
      { afterMinutes: 30, hours: manila },
      { afterMinutes: 45, hours: 'any-time' as const },
      { afterMinutes: 60, hours: 'not-said' as const },
    ];
    // 05:45 in Manila: open now, closed when its turn comes in half an hour
    expect(ladderAt(stages, at('2026-03-02T21:45:00Z'))).toEqual({
      stages: [
        { reach: 'open', reachedAt: '2026-03-03T13:00:00Z' },
        { reach: 'any-time', reachedAt: '2026-03-02T22:30:00Z' },
        { reach: 'hours-not-said', reachedAt: null },
      ],
      now: 0,
    });
  });

  it('does not take somebody whose hours nobody has said for reachable', () => {
    expect(ladderAt([{ afterMinutes: 0, hours: 'not-said' }], at('2026-03-02T14:00:00Z')).now).toBeNull();
    expect(ladderAt([], at('2026-03-02T14:00:00Z'))).toEqual({ stages: [], now: null });
  });
});

describe('a ladder', () => {
  const id = '019b2f80-1c40-7a11-8c01-4b2d9e6f7a02';
  const stage = { contactId: id, personId: null, afterMinutes: 10, respectHours: true };
  it.each<[string, object[], string]>([
    ['a stage before the one above it', [stage, { ...stage, afterMinutes: 5 }], 'stages.1.afterMinutes'],
    ['nobody', [{ ...stage, contactId: null }], 'stages.0.contactId'],
    ['two at once', [{ ...stage, personId: id, respectHours: false }], 'stages.0.contactId'],
    ['hours of a person', [{ ...stage, contactId: null, personId: id }], 'stages.0.respectHours'],
  ])('has not %s', (_, stages, path) => {
    const parsed = escalationLadder.safeParse({ stages });
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});
