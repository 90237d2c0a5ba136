import { describe, expect, it } from '@jest/globals';
import { labelledFacts } from '../labelled-facts.fixture';
import type { TraceFacts } from '../trace-text';
import { traceTexts } from './trace-texts';

/** Rule, the facts that matter to the wording, and the sentence in English and Spanish. */
const sentences: readonly (readonly [string, TraceFacts, string, string])[] = [
  [
    'kpi.definition',
    {},
    'Metric <id>, version <version>: the sum of –. Source: <source>.',
    'Métrica <id>, versión <version>: la suma de –. Fuente: <source>.',
  ],
  [
    'kpi.definition',
    {
      numerator: [
        { measure: 'answered', weight: '1' },
        { measure: 'abandoned', weight: '2' },
        { measure: 'short_abandoned', weight: '-1' },
      ],
      denominator: [
        { measure: 'offered', weight: '-0.5' },
        { measure: 'flowed_out', weight: '+1' },
      ],
      threshold: { seconds: 20, comparison: '<=' },
    },
    'Metric <id>, version <version>: (answered + 2 × abandoned − short_abandoned) / (− 0.5 × offered + flowed_out), within 20 s. Source: <source>.',
    'Métrica <id>, versión <version>: (answered + 2 × abandoned − short_abandoned) / (− 0.5 × offered + flowed_out), en 20 s. Fuente: <source>.',
  ],
  [
    'kpi.definition',
    { numerator: ['offered', null, ['a']], denominator: [], threshold: { seconds: 60, comparison: '<' } },
    'Metric <id>, version <version>: the sum of offered + – + a, in under 60 s. Source: <source>.',
    'Métrica <id>, versión <version>: la suma de offered + – + a, en menos de 60 s. Fuente: <source>.',
  ],
  [
    'kpi.definition',
    { numerator: 'offered', denominator: null, threshold: null },
    'Metric <id>, version <version>: the sum of –. Source: <source>.',
    'Métrica <id>, versión <version>: la suma de –. Fuente: <source>.',
  ],
  [
    'kpi.definition',
    { numerator: [], threshold: [20] },
    'Metric <id>, version <version>: the sum of –. Source: <source>.',
    'Métrica <id>, versión <version>: la suma de –. Fuente: <source>.',
  ],
  [
    'kpi.rowsCounted',
    {},
    '<counted> of <rows> rows carry every measure that is needed.',
    '<counted> de <rows> filas tienen todas las medidas necesarias.',
  ],
  [
    'kpi.rowsSetAside',
    {},
    'Set aside because <measures> is blank, which is not zero: row <rows>.',
    'Apartadas porque <measures> está en blanco, que no es cero: fila <rows>.',
  ],
  [
    'kpi.exclusion',
    {},
    'Exclusion <id> (<kind>: <reason>), approved by <approvedBy>, takes out <rows> rows: <amounts>.',
    'La exclusión <id> (<kind>: <reason>), aprobada por <approvedBy>, retira <rows> filas: <amounts>.',
  ],
  [
    'kpi.exclusionPending',
    {},
    'Exclusion <id> (<kind>) is not approved and takes nothing out.',
    'La exclusión <id> (<kind>) no está aprobada y no retira nada.',
  ],
  [
    'kpi.shortAbandons',
    {},
    'Calls abandoned within <seconds> s are <rule>: <fromNumerator> left the numerator, <fromDenominator> the denominator.',
    'Las llamadas abandonadas en <seconds> s quedan <rule>: <fromNumerator> salen del numerador, <fromDenominator> del denominador.',
  ],
  [
    'kpi.shortAbandons',
    { rule: 'outOfBoth' },
    'Calls abandoned within <seconds> s are out of numerator and denominator: <fromNumerator> left the numerator, <fromDenominator> the denominator.',
    'Las llamadas abandonadas en <seconds> s quedan fuera del numerador y del denominador: <fromNumerator> salen del numerador, <fromDenominator> del denominador.',
  ],
  [
    'kpi.shortAbandons',
    { rule: 'outOfNumerator' },
    'Calls abandoned within <seconds> s are out of the numerator: <fromNumerator> left the numerator, <fromDenominator> the denominator.',
    'Las llamadas abandonadas en <seconds> s quedan fuera del numerador: <fromNumerator> salen del numerador, <fromDenominator> del denominador.',
  ],
  [
    'kpi.notReported',
    {},
    'No row carries what the metric needs, so there is no value.',
    'Ninguna fila tiene lo que la métrica necesita, así que no hay valor.',
  ],
  [
    'kpi.noVolume',
    {},
    'The denominator is zero (numerator <numerator>), so there is no value.',
    'El denominador es cero (numerador <numerator>), así que no hay valor.',
  ],
  ['kpi.total', {}, 'The total is <value>.', 'El total es <value>.'],
  ['kpi.ratioOfSums', {}, '<numerator> / <denominator> = <value>.', '<numerator> / <denominator> = <value>.'],
  [
    'kpi.withoutExclusions',
    {},
    'Without exclusions: <numerator> / <denominator> = <value>.',
    'Sin exclusiones: <numerator> / <denominator> = <value>.',
  ],
  [
    'kpi.casesDue',
    {},
    '<due> of <cases> cases were due from <start> until before <end>, open ones included.',
    '<due> de <cases> casos vencían desde <start> hasta antes de <end>, incluidos los abiertos.',
  ],
  [
    'kpi.dueInTime',
    {},
    'Of <due> due, <inTime> were done by their deadline, <late> after it, and <open> are open.',
    'De <due> vencidos, <inTime> se hicieron en plazo, <late> después y <open> siguen abiertos.',
  ],
];

describe('the sentences of kpis (rule 29)', () => {
  it.each(sentences)('%s, given %j', (rule, facts, en, es) => {
    const text = traceTexts[rule];
    expect([text?.en(labelledFacts(facts)), text?.es(labelledFacts(facts))]).toEqual([en, es]);
  });

  it('are all here', () => {
    expect([...new Set(sentences.map(([rule]) => rule))]).toEqual(Object.keys(traceTexts));
  });
});
