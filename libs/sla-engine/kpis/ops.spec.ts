import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { ops } from './ops';

const window = { start: '2026-03-01T05:00:00Z', end: '2026-04-01T04:00:00Z' };
const dueAt = '2026-03-10T22:00:00Z';

describe('kpi.countDue', () => {
  it.each([
    ['no time of closing', { dueAt }],
    ['null for it', { dueAt, doneAt: null }],
  ])('%s is an open case', (_, open) => {
    expect(ops['kpi.countDue']?.({ cases: [open, { dueAt, doneAt: dueAt }], window })).toEqual({
      ok: true,
      value: {
        due: 2,
        inTime: 1,
        trace: [
          { rule: 'kpi.casesDue', facts: { cases: 2, due: 2, ...window } },
          { rule: 'kpi.dueInTime', facts: { due: 2, inTime: 1, late: 0, open: 1 } },
        ],
      },
    });
  });

  it.each([
    ['no cases', { window }, 'input.missing', 'cases'],
    ['no window', { cases: [] }, 'input.missing', 'window'],
    ['a window without a start', { cases: [], window: { end: window.end } }, 'input.missing', 'window.start'],
    [
      'a window without an end',
      { cases: [], window: { start: window.start } },
      'input.missing',
      'window.end',
    ],
    ['a case that is none', { cases: [5], window }, 'input.notAnObject', 'cases.0'],
    ['a case without a deadline', { cases: [{}], window }, 'input.missing', 'cases.0.dueAt'],
    [
      'a closing that is no text',
      { cases: [{ dueAt, doneAt: 5 }], window },
      'input.notText',
      'cases.0.doneAt',
    ],
    [
      'a deadline that is no instant',
      { cases: [{ dueAt: 'x' }], window },
      'instant.malformed',
      'cases.0.dueAt',
    ],
  ])('refuses %s', (_, input, code, path) => {
    expect(ops['kpi.countDue']?.(input)).toMatchObject({ problem: { code, detail: aSentence, path } });
  });
});

describe('kpi.value', () => {
  const value = (input: object): unknown => ops['kpi.value']?.(input);

  it('the measure of short abandons that the definition names is the one', () => {
    const definition = {
      numerator: 'answered',
      denominator: 'offered',
      shortAbandon: { rule: 'outOfBoth', measure: 'quick' },
    };
    expect(value({ definition, rows: [{ answered: 8, offered: 12, short: 1, quick: 2 }] })).toMatchObject({
      value: { value: '0.8' },
    });
  });

  it('one row that spells the measure of short abandons is enough', () => {
    const definition = { numerator: 'answered', denominator: 'offered', shortAbandon: 'outOfBoth' };
    const rows = [
      { answered: 8, offered: 11, short: 1 },
      { answered: 8, offered: 10 },
    ];
    expect(value({ definition, rows })).toMatchObject({
      value: { value: '0.8', excluded: [{ rows: ['1'], measures: ['short'] }, { reason: 'shortAbandon' }] },
    });
  });

  it('without any measure of short abandons the rows lack it', () => {
    const definition = { numerator: 'answered', denominator: 'offered', shortAbandon: 'outOfBoth' };
    expect(value({ definition, rows: [{ answered: 8, offered: 10 }] })).toMatchObject({
      value: { basis: 'notReported', excluded: [{ measures: ['short_abandoned'] }] },
    });
  });

  it.each(['short_abandoned', 'short_abandons', 'abandoned_short', 'short'])(
    'finds short abandons spelt %s',
    (spelling) => {
      const definition = { numerator: 'answered', denominator: 'offered', shortAbandon: 'outOfBoth' };
      expect(value({ definition, rows: [{ answered: 8, offered: 11, [spelling]: 1 }] })).toMatchObject({
        value: { value: '0.8' },
      });
    },
  );
});
