import { describe, expect, it } from '@jest/globals';
import { hours8, office, paused, replay, resumed, started } from './clock-requests.fixture';

describe('clock.replay: versions and replacements', () => {
  it('keeps the calendar known at the start (rule 8)', () => {
    const shorter = { ...office, holidays: ['2026-12-22'] };
    const calendarVersions = [
      { knownFrom: '2026-01-01T00:00:00Z', calendar: office },
      { knownFrom: '2026-12-21T15:00:00-05:00', calendar: shorter },
    ];
    const now = '2026-12-22T12:00:00-05:00';
    expect(replay(hours8, [started('2026-12-21T14:00:00-05:00')], now, { calendarVersions })).toMatchObject({
      deadline: '2026-12-22T14:00:00-05:00',
    });
    expect(replay(hours8, [started('2026-12-21T15:00:00-05:00')], now, { calendarVersions })).toMatchObject({
      deadline: '2026-12-23T15:00:00-05:00',
    });
  });

  it('replacing terms keeps start and pauses and only moves the deadline earlier (rule 10)', () => {
    const events = [
      started('2026-12-21T09:00:00-05:00'),
      paused('2026-12-21T10:00:00-05:00'),
      resumed('2026-12-21T12:00:00-05:00'),
    ];
    const at = '2026-12-21T13:00:00-05:00';
    const to = (amount: number, when = '2026-12-21T12:30:00-05:00') => ({
      calendar: office,
      replacements: [{ at: when, sla: { ...hours8, amount } }],
    });
    expect(replay(hours8, events, at, to(4))).toMatchObject({
      deadline: '2026-12-21T15:00:00-05:00',
      remaining: 2,
    });
    expect(replay(hours8, events, at, to(40))).toMatchObject({
      deadline: '2026-12-22T11:00:00-05:00',
      remaining: 6,
    });
    expect(replay(hours8, events, at, to(4, '2026-12-22T00:00:00-05:00'))).toMatchObject({ remaining: 6 });
  });

  it('a clock that has not started is read with the calendar known now', () => {
    const calendarVersions = [{ knownFrom: '2026-01-01T00:00:00Z', calendar: office }];
    expect(replay(hours8, [], '2026-12-22T12:00:00-05:00', { calendarVersions })).toMatchObject({
      state: 'notStarted',
    });
    expect(replay(hours8, [], '2025-12-22T12:00:00-05:00', { calendarVersions })).toMatchObject({
      problem: { code: 'calendar.noVersion' },
    });
  });

  describe('each event is held to the terms in force when it happened (rule 10)', () => {
    const swapped = '2026-12-21T11:00:00-05:00';
    const toHours8 = { at: swapped, sla: hours8 };
    const history = (pausedAt: string) => [
      started('2026-12-21T09:00:00-05:00'),
      paused(pausedAt),
      resumed('2026-12-21T13:00:00-05:00'),
    ];
    const read = (pausedAt: string, ...replacements: readonly object[]) =>
      replay({ ...hours8, pauseReasons: [] }, history(pausedAt), '2026-12-21T14:00:00-05:00', {
        calendar: office,
        replacements,
      });

    it.each([
      ['after the terms that list its reason', '2026-12-21T12:00:00-05:00', [toHours8], undefined],
      ['at the instant they begin', swapped, [toHours8], undefined],
      ['just before', '2026-12-21T10:59:59.999999999-05:00', [toHours8], 'clock.pauseReasonNotListed'],
      [
        'after terms that took the reason away again, however the terms are listed',
        '2026-12-21T12:30:00-05:00',
        [{ at: '2026-12-21T12:15:00-05:00', sla: { ...hours8, pauseReasons: [] } }, toHours8],
        'clock.pauseReasonNotListed',
      ],
      [
        'before they were taken away',
        '2026-12-21T12:00:00-05:00',
        [{ at: '2026-12-21T12:15:00-05:00', sla: { ...hours8, pauseReasons: [] } }, toHours8],
        undefined,
      ],
    ])('a pause %s', (_, pausedAt, replacements, code) => {
      expect(read(pausedAt, ...replacements)).toMatchObject(
        code === undefined ? { state: 'running' } : { problem: { code, path: 'events.1.reason' } },
      );
    });
  });

  const replaced = (at: string, ...replacements: readonly object[]) => {
    const { trace } = replay(hours8, [started('2026-12-21T09:00:00-05:00')], at, {
      calendar: office,
      replacements,
    }) as { trace: { rule: string; facts: Record<string, unknown> }[] };
    return trace.filter(({ rule }) => rule === 'clock.termsReplaced').map(({ facts }) => facts);
  };
  const noon = '2026-12-21T12:00:00-05:00';

  it('replacements count in the order of their instants, however they are listed', () => {
    const [four, six] = [4, 6].map((amount) => ({ ...hours8, amount }));
    expect(replaced(noon, { at: noon, sla: six }, { at: '2026-12-21T11:00:00-05:00', sla: four })).toEqual([
      {
        at: '2026-12-21T11:00:00-05:00',
        before: '2026-12-21T17:00:00-05:00',
        offered: '2026-12-21T13:00:00-05:00',
        moved: true,
      },
      {
        at: noon,
        before: '2026-12-21T13:00:00-05:00',
        offered: '2026-12-21T15:00:00-05:00',
        moved: false,
      },
    ]);
  });

  it('terms that give the same deadline do not move it', () => {
    expect(replaced(noon, { at: noon, sla: hours8 })).toMatchObject([{ moved: false }]);
  });

  it('a replacement that lies ahead has not happened', () => {
    expect(replaced(noon, { at: '2026-12-21T12:00:00.000000001-05:00', sla: hours8 })).toEqual([]);
  });

  it('terms replaced before the clock starts leave it not started', () => {
    expect(
      replay(hours8, [], noon, { calendar: office, replacements: [{ at: noon, sla: hours8 }] }),
    ).toMatchObject({ state: 'notStarted', deadline: null, remaining: null });
  });
});
