import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { explanationOf } from './explanation.fixture';
import { ops } from './ops';

const exported = JSON.parse(JSON.stringify(explanationOf())) as object;
const render = (facts: unknown, more: object = {}): unknown =>
  ops['explain.render']?.({ trace: [{ rule: 'kpi.total', facts }], ...more });

function nested(depth: number): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);
}

describe('explain.recompute', () => {
  it.each([
    ['the export itself', exported],
    ['the export wrapped', { explanation: exported }],
  ])('takes %s', (_, input) => {
    expect(ops['explain.recompute']?.(input)).toMatchObject({ ok: true, value: { agrees: true } });
  });

  it('says where an export is malformed', () => {
    expect(ops['explain.recompute']?.({ ...exported, format: 'x' })).toMatchObject({
      problem: { path: 'format' },
    });
    expect(ops['explain.recompute']?.([])).toMatchObject({ problem: { code: 'input.notAnObject' } });
  });
});

describe('explain.render', () => {
  it.each([
    ['English unless asked otherwise', { value: '3' }, {}, 'The total is 3.'],
    ['Spanish', { value: '3' }, { locale: 'es' }, 'El total es 3.'],
    ['lists', { value: ['1', true, null] }, {}, 'The total is 1, true, –.'],
    ['objects', { value: { offered: 2 } }, {}, 'The total is offered 2.'],
    ['no facts', undefined, {}, 'The total is –.'],
    ['a fact that is not known', { value: null }, {}, 'The total is –.'],
    ['an object of nothing', { value: {} }, {}, 'The total is –.'],
  ])('%s', (_, facts, more, sentence) => {
    expect(render(facts, more)).toEqual({ ok: true, value: { sentences: [sentence] } });
  });

  it.each([
    ['another language', { value: 1 }, { locale: 'fr' }, 'input.notAChoice', 'locale'],
    ['no trace', {}, { trace: null }, 'input.missing', 'trace'],
    ['a step without a rule', {}, { trace: [{ facts: {} }] }, 'input.missing', 'trace.0.rule'],
    ['facts nested beyond sense', { value: nested(9) }, {}, 'trace.tooDeep', 'trace.0.facts'],
    [
      'facts nested beyond sense in objects',
      { value: { a: { b: { c: { d: { e: { f: { g: { h: { i: 1 } } } } } } } } } },
      {},
      'trace.tooDeep',
      'trace.0.facts',
    ],
    ['facts nested beyond the stack', { value: nested(200_000) }, {}, 'trace.tooDeep', 'trace.0.facts'],
  ])('refuses %s', (_, facts, more, code, path) => {
    expect(render(facts, more)).toMatchObject({ ok: false, problem: { code, detail: aSentence, path } });
  });

  it('renders a step without facts', () => {
    expect(ops['explain.render']?.({ trace: [{ rule: 'none.such' }] })).toEqual({
      ok: true,
      value: { sentences: ['none.such {}'] },
    });
  });

  it('takes facts as deep as the limit', () => {
    expect(render({ value: nested(8) })).toMatchObject({ ok: true });
  });
});
