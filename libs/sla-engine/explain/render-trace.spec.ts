import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { verdict } from '../targets/verdict';
import { type TraceTexts, say, word } from '../trace-text';
import { ops as staffing } from '../staffing/ops';
import type { Trace } from '../trace';
import { ops as trends } from '../trends/ops';
import { fail } from '../outcome';
import { valueOf } from '../value-of.fixture';
import { allTraceTexts } from './all-trace-texts';
import { explanationOf } from './explanation.fixture';
import { renderTrace, traceLocales } from './render-trace';

const ops = { ...staffing, ...trends };
const root = new URL('../', import.meta.url);

/** Every rule code that a source of the engine writes into a trace: `rule: '<folder>.<name>'` and tables of them. */
function emittedRules(): readonly string[] {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.(spec|fixture)\.ts$|trace-texts\.ts$|ops\.ts$/.test(name),
  );
  const codes = sources.flatMap((name) => {
    const source = readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(fail|refuse)\(\s*'[^']*'/g, '')
      .replace(/code: '[^']*'/g, '');
    return [...source.matchAll(/'([a-z]+\.[a-zA-Z]+)'/g)].map((match) => match[1] ?? '');
  });
  const folders = new Set(Object.keys(allTraceTexts).map((code) => code.split('.')[0]));
  return [...new Set(codes)].filter((code) => folders.has(code.split('.')[0] ?? '')).sort();
}

describe('semantics rule 29: one place renders traces', () => {
  it('every rule that any function of the engine emits has a sentence in both languages', () => {
    const emitted = emittedRules();
    expect(emitted.length).toBeGreaterThan(40);
    expect(emitted.filter((code) => !Object.hasOwn(allTraceTexts, code))).toEqual([]);
  });

  it('no folder has a sentence for a rule that nothing emits', () => {
    const emitted = new Set(emittedRules());
    expect(Object.keys(allTraceTexts).filter((code) => !emitted.has(code))).toEqual([]);
  });

  it.each(Object.keys(allTraceTexts))('%s reads in each language, also without any fact', (code) => {
    const [english, spanish] = traceLocales.map(
      (locale) => renderTrace([{ rule: code, facts: {} }], locale)[0],
    );
    expect([english, spanish]).not.toContain('');
    expect(english).not.toContain('undefined');
    expect(spanish).not.toContain('undefined');
  });

  it('tells a figure from its definition to its verdict', () => {
    expect(renderTrace(explanationOf().trace, 'en')).toEqual([
      'Metric service_level, version 3: (answered_within_threshold) / (offered), within 20 s. Source: K1.',
      '2 of 2 rows carry every measure that is needed.',
      '150 / 200 = 0.75.',
      '0.75 >= 0.8 does not hold, compared unrounded.',
    ]);
    expect(renderTrace(explanationOf().trace, 'es')).toEqual([
      'Métrica service_level, versión 3: (answered_within_threshold) / (offered), en 20 s. Fuente: K1.',
      '2 de 2 filas tienen todas las medidas necesarias.',
      '150 / 200 = 0.75.',
      '0.75 >= 0.8 no se cumple, comparado sin redondear.',
    ]);
  });

  it('tells a chart and a staffing figure as the operations answer them', () => {
    const told = (op: string, input: object) => {
      const { trace } = valueOf(ops[op]?.(input) ?? fail('none', 'No such operation.')) as { trace: Trace };
      return renderTrace(trace, 'en');
    };
    expect(told('kpi.xmr', { series: [0.82, 0.81, 0.83, 0.8, 0.82, 0.81, 0.65] })).toEqual([
      'The centre is the mean of 7 values: 0.791428… Periods without a value: 0.',
      '6 moving ranges of two neighbours have the mean 0.041666…; their upper limit is 3.268 × 0.041666… = 0.136166…',
      'Limits: 0.791428… ± 2.660 × 0.041666…, from 0.680595… to 0.902261…',
      'Signal, below: a point beyond a limit. Points 7 (0.65) lie beyond 0.680595… It advises and breaches nothing.',
    ]);
    expect(told('staffing.erlangC', { calls: 100, ahtSeconds: 180, target: 0.8, shrinkage: '0.30' })).toEqual(
      [
        '10 erlangs, calls of 180 s, meet 14 agents; in time is within 20 s.',
        'Erlang B, by its recursion up to 14 agents: 0.056819… of calls would find all busy if none could wait.',
        'Erlang C: 14 × 0.056819… / (14 − 10 + 10 × 0.056819…) = 0.174131… of calls wait.',
        'Service level: 1 − 0.174131… × e^(−(14 − 10) × 20 / 180) = 0.888350…',
        'Mean wait: 0.174131… × 180 / (14 − 10) = 7.835937… s.',
        'Occupancy: 10 × 1 answered / 14 agents = 0.714285…',
        '14 agents reach the target of 0.8 with 0.888350…; 13 would give 0.795594…, compared unrounded.',
        '14 agents at a shrinkage of 0.3: 14 / (1 − 0.3), rounded up, is 20 on the roster.',
      ],
    );
  });

  it('a decimal that was cut ends its sentence', () => {
    const facts = { numerator: '860', denominator: '1060', value: '0.8113207547169811' };
    expect(renderTrace([{ rule: 'kpi.ratioOfSums', facts }], 'en')).toEqual(['860 / 1060 = 0.811320…']);
  });

  it('a rule of a newer engine reads as its code and facts', () => {
    expect(
      renderTrace(
        [
          { rule: 'kpi.novel', facts: { n: 1 } },
          { rule: 'toString', facts: {} },
        ],
        'en',
      ),
    ).toEqual(['kpi.novel {"n":1}', 'toString {}']);
  });
});

describe('how facts read', () => {
  it.each([
    ['a long decimal is cut, not rounded: 0.7999999 is not 0.8', '0.7999999', '0.799999…'],
    ['six places are whole', '0.123456', '0.123456'],
    ['nothing', null, '–'],
    ['an empty text', '', '–'],
    ['a fact that is not there', undefined, '–'],
    ['a list', ['a', 1], 'a, 1'],
    ['an empty list', [], '–'],
    ['an object', { offered: '20', answered: 2 }, 'offered 20, answered 2'],
    ['a flag', true, 'true'],
    ['an instant', '2026-03-01T05:00:00.123456789Z', '2026-03-01T05:00:00.123456789Z'],
  ])('%s', (_, fact, text) => {
    expect(say(fact)).toBe(text);
  });

  it('a code without a word reads as itself', () => {
    expect([word({ met: 'cumplido' }, 'met'), word({ met: 'cumplido' }, 'toString'), word({}, null)]).toEqual(
      ['cumplido', 'toString', '–'],
    );
  });
});

describe('sentences that depend on their facts', () => {
  const text = (
    rule: keyof TraceTexts & string,
    facts: Parameters<typeof renderTrace>[0][number]['facts'],
  ): string => traceLocales.map((locale) => renderTrace([{ rule, facts }], locale)[0]).join(' | ');

  it.each([
    [
      'a weighted sum without a denominator, in under',
      'kpi.definition',
      {
        id: 'x',
        version: 1,
        numerator: [
          { measure: 'a', weight: '-1' },
          { measure: 'b', weight: '2' },
          { measure: 'c', weight: '-0.5' },
        ],
        denominator: [],
        threshold: { seconds: 60, comparison: '<' },
        source: 'S',
      },
      'Metric x, version 1: the sum of − a + 2 × b − 0.5 × c, in under 60 s. Source: S. | ' +
        'Métrica x, versión 1: la suma de − a + 2 × b − 0.5 × c, en menos de 60 s. Fuente: S.',
    ],
    [
      'an outlook that is secured',
      'target.outlook',
      { remaining: '10', neededLow: null, neededHigh: null, secured: true, reachable: true },
      'The 10 still to come must reach nothing in particular: the target is secured. | ' +
        'Lo que queda (10) debe alcanzar nada en particular: el objetivo está asegurado.',
    ],
    [
      'an outlook within reach',
      'target.outlook',
      { remaining: '10', neededLow: '0.9', neededHigh: '0.95', secured: false, reachable: true },
      'The 10 still to come must reach at least 0.9, at most 0.95: the target can still be met. | ' +
        'Lo que queda (10) debe alcanzar al menos 0.9, como máximo 0.95: el objetivo aún se puede cumplir.',
    ],
    [
      'an outlook out of reach',
      'target.outlook',
      { remaining: '10', neededLow: '1.2', neededHigh: null, secured: false, reachable: false },
      'The 10 still to come must reach at least 1.2: the target is out of reach. | ' +
        'Lo que queda (10) debe alcanzar al menos 1.2: el objetivo ya no se puede alcanzar.',
    ],
    [
      'a band that holds',
      'target.band',
      { value: '300', low: '240', high: '360', met: true },
      '300 lies inside the band from 240 to 360, edges included. | 300 está dentro de la banda de 240 a 360, bordes incluidos.',
    ],
    [
      'a credit line that was capped',
      'credit.line',
      {
        sla: 'a',
        allocation: '0.4',
        factor: '1',
        method: 'bands',
        multiplier: '2',
        occurrence: 2,
        amount: '10',
        cappedFrom: '20',
      },
      'a: allocation 0.4 × 1 (share of its band) × 2 (miss 2 in a row) = 10 (capped from 20). | ' +
        'a: asignación 0.4 × 1 (parte de su banda) × 2 (fallo 2 seguido) = 10 (limitado desde 20).',
    ],
    [
      'an earn-back lost by a repeat',
      'credit.notEarnedBack',
      { monthsAtTarget: 3, required: 3, repeatDefault: true, credit: '2000' },
      '3 months at target, 3 required, and the SLA failed again: nothing of 2000 is returned. | ' +
        '3 meses en el objetivo, 3 exigidos, y el SLA volvió a fallar: no se devuelve nada de 2000.',
    ],
    [
      'a trigger',
      'trigger.misses',
      { failed: 3, n: 3, looked: 'FFF', needed: 3, triggered: true, skipped: [2] },
      '3 of the last 3 months with a verdict (FFF) failed, 3 are needed: triggered. Skipped without a verdict: 2. | ' +
        '3 de los últimos 3 meses con veredicto (FFF) fallaron, hacen falta 3: se activa. Omitidos sin veredicto: 2.',
    ],
    [
      'a waived breach',
      'breach.kept',
      { previous: 'breached', next: 'excused', standing: 'waived' },
      'The breach is on record already and stays (breached → excused); waived. | ' +
        'El incumplimiento ya consta y se mantiene (incumplido → excusado); con dispensa.',
    ],
  ])('%s', (_, rule, facts, expected) => {
    expect(text(rule, facts)).toBe(expected);
  });

  it('a sample held against a band', () => {
    const { trace } = valueOf(
      verdict({ band: { low: '0.4', high: '0.6' } }, { sample: { passes: 500, n: 1000 } }),
    );
    expect(renderTrace(trace, 'en')).toEqual([
      '500 of 1000 passed; the Wilson interval at 0.95 runs from 0.469069… to 0.530930…; held against between 0.4 and 0.6: met.',
    ]);
  });
});
