import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import type { KpiRow } from '../kpis/kpi-row';
import type { MetricDefinition } from '../kpis/metric-definition';
import { valueOf } from '../value-of.fixture';
import { type JudgeInput, type Judgement, judge } from './judge';

const definition: MetricDefinition = {
  id: 'service_level',
  version: 3,
  unit: 'ratio',
  direction: 'higher',
  numerator: [{ measure: 'answered_within_threshold' }],
  denominator: [{ measure: 'offered' }],
  source: 'K1',
};
const month: JudgeInput = {
  definition,
  target: { comparator: '>=', value: '0.80' },
  window: { start: '2026-03-01T05:00:00Z', end: '2026-04-01T04:00:00Z', zone: 'America/New_York' },
  asOf: '2026-04-05T12:00:00Z',
  rows: [row(790, 1000)],
};

function row(answeredInTime: number | null, offered: number, startsAt?: string): KpiRow {
  const amounts = { answered_within_threshold: answeredInTime, offered };
  return startsAt === undefined ? { amounts } : { startsAt, amounts };
}

function judged(more: Partial<JudgeInput> = {}): Judgement {
  return valueOf(judge({ ...month, ...more }));
}

function rules({ trace }: Judgement): readonly string[] {
  return trace.map(({ rule }) => rule);
}

describe('semantics rule 16: the state of a result', () => {
  const inside = '2026-03-20T12:00:00Z';
  const waiver = { id: 'W1', reason: 'Storm', approvedBy: 'A. Gold' };
  const dispute = { id: 'D1', reason: 'Counts differ' };

  it.each<[string, Partial<JudgeInput>, string, string]>([
    ['met', { rows: [row(800, 1000)] }, 'met', 'met'],
    ['breached', {}, 'breached', 'breached'],
    ['no volume', { rows: [row(0, 0)] }, 'noVolume', 'noVolume'],
    ['not reported', { rows: [] }, 'notReported', 'notReported'],
    ['only blanks', { rows: [row(null, 10)] }, 'notReported', 'notReported'],
    ['window open, on target', { asOf: inside, rows: [row(900, 1000)] }, 'provisional', 'provisional'],
    ['window open, off target', { asOf: inside }, 'atRisk', 'atRisk'],
    ['window open, nothing yet', { asOf: inside, rows: [] }, 'provisional', 'provisional'],
    ['window open, off target but within reach', { asOf: inside, remaining: 1000 }, 'atRisk', 'atRisk'],
    ['a moment before the end', { asOf: '2026-04-01T03:59:59.999Z' }, 'atRisk', 'atRisk'],
    ['the end itself', { asOf: '2026-04-01T04:00:00Z' }, 'breached', 'breached'],
    ['file not due yet', { rows: [], reportDueAt: '2026-04-08T22:00:00Z' }, 'provisional', 'provisional'],
    ['file due this instant', { rows: [], reportDueAt: month.asOf }, 'provisional', 'provisional'],
    ['file overdue', { rows: [], reportDueAt: '2026-04-05T11:59:59Z' }, 'notReported', 'notReported'],
    ['file in before it was due', { reportDueAt: '2026-04-08T22:00:00Z' }, 'breached', 'breached'],
    ['waived', { waiver }, 'excused', 'breached'],
    ['waived without a breach', { waiver, rows: [row(800, 1000)] }, 'met', 'met'],
    ['disputed', { dispute }, 'disputed', 'breached'],
    ['disputed although met', { dispute, rows: [row(800, 1000)] }, 'disputed', 'met'],
    ['disputed, not reported', { dispute, rows: [] }, 'disputed', 'notReported'],
    ['disputed, no volume', { dispute, rows: [row(0, 0)] }, 'disputed', 'noVolume'],
    ['waived and disputed', { waiver, dispute }, 'excused', 'breached'],
    ['disputed while the window is open', { dispute, asOf: inside }, 'atRisk', 'atRisk'],
    ['neither waived nor disputed', { waiver: null, dispute: null }, 'breached', 'breached'],
  ])('%s', (_, more, state, underlying) => {
    expect(judged(more)).toMatchObject({ state, underlying });
  });

  it('a breach that is waived stays visible with its figures', () => {
    const excused = judged({ waiver });
    expect([excused.value, excused.numerator, excused.denominator]).toEqual(['0.79', '790', '1000']);
    expect(excused.trace.at(-1)).toEqual({ rule: 'target.waived', facts: waiver });
  });

  it('a dispute says what the figures alone say', () => {
    expect(judged({ dispute }).trace.at(-1)).toEqual({
      rule: 'target.disputed',
      facts: { ...dispute, underlying: 'breached' },
    });
  });

  it.each<[string, Partial<JudgeInput>, readonly string[]]>([
    ['closed', {}, ['kpi.definition', 'kpi.rowsCounted', 'kpi.ratioOfSums', 'target.comparison']],
    [
      'open',
      { asOf: inside, remaining: 10 },
      [
        'kpi.definition',
        'kpi.rowsCounted',
        'kpi.ratioOfSums',
        'target.comparison',
        'target.outlook',
        'target.windowOpen',
      ],
    ],
    [
      'waiting for the file',
      { rows: [], reportDueAt: '2026-04-08T22:00:00Z' },
      ['kpi.definition', 'kpi.rowsCounted', 'kpi.notReported', 'target.notReported', 'target.reportOpen'],
    ],
  ])('traces every rule it went through: %s', (_, more, expected) => {
    expect(rules(judged(more))).toEqual(expected);
  });
});

describe('the outlook of an open window', () => {
  const open: Partial<JudgeInput> = { asOf: '2026-03-20T12:00:00Z', remaining: 1000 };

  it('tells what the rest must reach', () => {
    expect(judged(open).outlook).toMatchObject({ needed: { low: '0.81', high: null }, reachable: true });
  });

  it('is at risk although on target so far when the target is out of reach', () => {
    const unreachable = judged({
      ...open,
      target: { band: { low: '0.1', high: '0.2' } },
      rows: [row(15, 100)],
      remaining: 0,
    });
    expect(unreachable.state).toBe('provisional');
    const lost = judged({ ...open, rows: [row(0, 9000)] });
    expect([lost.state, lost.outlook?.reachable]).toEqual(['atRisk', false]);
  });

  it('knows no upper end for times', () => {
    const time: MetricDefinition = { ...definition, unit: 'seconds' };
    const slow = judged({ ...open, definition: time, target: { comparator: '>=', value: 5 } });
    expect(slow.outlook?.reachable).toBe(true);
  });

  it('is left out when nobody forecasts, the window is closed or the metric is a total', () => {
    const { remaining, ...unforecast } = open;
    const total: MetricDefinition = { ...definition, denominator: [] };
    expect(remaining).toBe(1000);
    expect('outlook' in judged(unforecast)).toBe(false);
    expect('outlook' in judged({ remaining: 1000 })).toBe(false);
    expect('outlook' in judged({ ...open, definition: total })).toBe(false);
  });
});

describe('semantics rule 17: first contact resolution is provisional until its repeat window closes', () => {
  const resolution: MetricDefinition = { ...definition, repeatWindowDays: 7 };

  it.each([
    ['within 7 days', '2026-04-07T12:00:00Z', [row(790, 1000)], 'provisional'],
    ['a moment before', '2026-04-08T03:59:59Z', [row(790, 1000)], 'provisional'],
    ['7 local days later', '2026-04-08T04:00:00Z', [row(790, 1000)], 'breached'],
    ['nothing reported', '2026-04-02T12:00:00Z', [], 'notReported'],
  ])('%s', (_, asOf, rows, state) => {
    expect(judged({ definition: resolution, asOf, rows }).state).toBe(state);
  });

  it('counts local days across a clock change', () => {
    const window = { start: '2026-02-01T05:00:00Z', end: '2026-03-02T05:00:00Z', zone: 'America/New_York' };
    const at = (asOf: string): string => judged({ definition: resolution, window, asOf }).state;
    expect([at('2026-03-09T03:59:59Z'), at('2026-03-09T04:00:00Z')]).toEqual(['provisional', 'breached']);
  });

  it('says until when', () => {
    const open = judged({ definition: resolution, asOf: '2026-04-02T12:00:00Z' });
    expect(open.trace.at(-1)).toEqual({ rule: 'target.repeatWindowOpen', facts: { days: 7 } });
  });
});

describe('samples, totals, claims and exclusions', () => {
  it('semantics rule 19: a sampled metric is judged by its interval and the rule of the target', () => {
    const sampled = {
      definition: { ...definition, sampled: true },
      target: { comparator: '>=', value: '0.95' },
    } as const;
    const result = judged({ ...sampled, rows: [row(92, 100)] });
    expect(result).toMatchObject({ state: 'insufficientSample', interval: { lower: '0.850018922991' } });
    const strict = judged({ ...sampled, rows: [row(0, 20)], sample: { minimumN: 30 } });
    expect(strict.state).toBe('insufficientSample');
    expect(judged({ ...sampled, rows: [row(0, 20)] }).state).toBe('breached');
    expect('interval' in judged()).toBe(false);
  });

  it('a total is judged as it is', () => {
    const total: MetricDefinition = { ...definition, unit: 'count', denominator: [] };
    expect(judged({ definition: total, target: { comparator: '<=', value: 790 } })).toMatchObject({
      state: 'met',
      value: '790',
      denominator: null,
    });
  });

  it('semantics rule 13: claimed figures stand beside and are never mixed in', () => {
    const claimed = [{ value: '0.99', source: 'letter of 3 April' }];
    const result = judged({ rows: [], claimed });
    expect([result.state, result.value, result.claimed]).toEqual(['notReported', null, claimed]);
    expect(result.trace.at(-1)).toEqual({ rule: 'target.claimed', facts: claimed[0] });
  });

  it('semantics rule 20: shows the state there would be without the exclusions', () => {
    const exclusions = [
      { id: 'X1', kind: 'clientOutage', reason: 'Down', approvedBy: 'A. Gold', amounts: { offered: 50 } },
    ];
    expect(judged({ exclusions })).toMatchObject({
      state: 'met',
      denominator: '950',
      withoutExclusions: { value: '0.79', numerator: '790', denominator: '1000', state: 'breached' },
      excluded: [{ exclusionId: 'X1' }],
    });
    expect(judged().withoutExclusions).toBeNull();
  });

  it('also when nothing is left, or nothing was there', () => {
    const all = [
      {
        id: 'X1',
        kind: 'clientOutage',
        reason: 'Down',
        approvedBy: 'A. Gold',
        amounts: { answered_within_threshold: 790, offered: 1000 },
      },
    ];
    expect(judged({ exclusions: all })).toMatchObject({
      state: 'noVolume',
      withoutExclusions: { state: 'breached' },
    });
    const none = [{ id: 'X1', kind: 'clientOutage', reason: 'Down', approvedBy: 'A. Gold' }];
    expect(judged({ rows: [row(0, 0)], exclusions: none })).toMatchObject({
      withoutExclusions: { state: 'noVolume' },
    });
  });

  it('says when a blank made the figure incomplete', () => {
    expect([judged().complete, judged({ rows: [row(1, 1), row(null, 1)] }).complete]).toEqual([true, false]);
  });
});

describe('malformed windows', () => {
  it.each<[string, Partial<JudgeInput>, string, string]>([
    ['a start', { window: { ...month.window, start: 'x' } }, 'instant.malformed', 'window.start'],
    ['an end', { window: { ...month.window, end: 'x' } }, 'instant.malformed', 'window.end'],
    [
      'an end before the start',
      { window: { ...month.window, end: '2026-02-01T00:00:00Z' } },
      'window.reversed',
      'window',
    ],
    [
      'an end at the start',
      { window: { ...month.window, end: month.window.start } },
      'window.reversed',
      'window',
    ],
    [
      'a fixed offset (rule 1)',
      { window: { ...month.window, zone: '-05:00' } },
      'zone.fixedOffset',
      'window.zone',
    ],
    [
      'a zone nobody knows',
      { window: { ...month.window, zone: 'Mars/Olympus' } },
      'zone.unknown',
      'window.zone',
    ],
    ['an instant of judging', { asOf: 'today' }, 'instant.malformed', 'asOf'],
    ['a due instant', { reportDueAt: 'soon' }, 'instant.malformed', 'reportDueAt'],
    [
      'a row before the window',
      { rows: [row(1, 1, '2026-03-01T04:59:59Z')] },
      'row.outsideWindow',
      'rows.0.startsAt',
    ],
    [
      'a row at its end',
      { rows: [row(1, 1, '2026-03-01T05:00:00Z'), row(1, 1, '2026-04-01T04:00:00Z')] },
      'row.outsideWindow',
      'rows.1.startsAt',
    ],
    ['a row that starts nowhere', { rows: [row(1, 1, 'noon')] }, 'instant.malformed', 'rows.0.startsAt'],
    ['a row', { rows: [row(-1, 1)] }, 'measure.negative', 'rows.0.amounts.answered_within_threshold'],
    ['a target', { target: { comparator: '>=', value: 'x' } }, 'decimal.malformed', 'target.value'],
    ['a rest', { asOf: '2026-03-20T12:00:00Z', remaining: -1 }, 'measure.negative', 'remaining'],
    [
      'a sample without its exclusions',
      {
        definition: { ...definition, sampled: true },
        rows: [row(10, 5)],
        exclusions: [
          { id: 'X', kind: 'other', reason: '', approvedBy: 'A', amounts: { answered_within_threshold: 8 } },
        ],
      },
      'sample.passes',
      'sample.passes',
    ],
  ])('refuses %s', (_, more, code, path) => {
    expect(judge({ ...month, ...more })).toMatchObject({
      ok: false,
      problem: { code, detail: aSentence, path },
    });
  });
});
