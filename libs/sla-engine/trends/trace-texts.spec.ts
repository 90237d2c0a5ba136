import { describe, expect, it } from '@jest/globals';
import { labelledFacts } from '../labelled-facts.fixture';
import type { TraceFacts } from '../trace-text';
import { traceTexts } from './trace-texts';

/** Rule, the facts that matter to the wording, and the sentence in English and Spanish. */
const sentences: readonly (readonly [string, TraceFacts, string, string])[] = [
  [
    'trend.mean',
    {},
    'The centre is the mean of <values> values: <centre>. Periods without a value: <gaps>.',
    'El centro es la media de <values> valores: <centre>. Periodos sin valor: <gaps>.',
  ],
  [
    'trend.movingRange',
    {},
    '<ranges> moving ranges of two neighbours have the mean <mean>; their upper limit is <factor> × <mean> = <upper>.',
    '<ranges> rangos móviles de dos vecinos tienen la media <mean>; su límite superior es <factor> × <mean> = <upper>.',
  ],
  [
    'trend.limits',
    {},
    'Limits: <centre> ± <factor> × <meanRange>, from <lower> to <upper>.',
    'Límites: <centre> ± <factor> × <meanRange>, de <lower> a <upper>.',
  ],
  [
    'trend.proportion',
    {},
    'The centre is the ratio of sums over <periods> periods: <count> / <of> = <centre>. Periods that counted nothing: <gaps>.',
    'El centro es la razón de las sumas de <periods> periodos: <count> / <of> = <centre>. Periodos sin nada contado: <gaps>.',
  ],
  [
    'trend.limitsOfSize',
    {},
    'Limits of a period of <n>: <centre> ± 3 × √(<centre> × (1 − <centre>) / <n>), within 0 and 1: from <lower> to <upper>.',
    'Límites de un periodo de <n>: <centre> ± 3 × √(<centre> × (1 − <centre>) / <n>), entre 0 y 1: de <lower> a <upper>.',
  ],
  [
    'trend.signal',
    { side: '<side>', signal: '<signal>', points: [2], values: ['70'], lines: ['77.01'] },
    'Signal, <side>: <signal>. Points 3 (70) lie beyond 77.01. It advises and breaches nothing.',
    'Señal, <side>: <signal>. Los puntos 3 (70) pasan de 77.01. Es un aviso y no incumple nada.',
  ],
  [
    'trend.signal',
    { points: '<points>', values: '<values>', lines: '<lines>' },
    'Signal, <side>: <signal>. Points <points> (<values>) lie beyond <lines>. It advises and breaches nothing.',
    'Señal, <side>: <signal>. Los puntos <points> (<values>) pasan de <lines>. Es un aviso y no incumple nada.',
  ],
  [
    'trend.signal',
    { side: 'below', signal: 'beyondLimits', points: [0], values: ['1'], lines: ['2'] },
    'Signal, below: a point beyond a limit. Points 1 (1) lie beyond 2. It advises and breaches nothing.',
    'Señal, por debajo: un punto fuera de un límite. Los puntos 1 (1) pasan de 2. Es un aviso y no incumple nada.',
  ],
  [
    'trend.signal',
    {
      side: 'above',
      signal: 'twoOfThreeBeyondTwoSigma',
      points: [0, 2],
      values: ['9', '8'],
      lines: ['7', '7'],
    },
    'Signal, above: two of three points beyond two sigma. Points 1, 3 (9, 8) lie beyond 7. It advises and breaches nothing.',
    'Señal, por encima: dos de tres puntos a más de dos sigmas. Los puntos 1, 3 (9, 8) pasan de 7. Es un aviso y no incumple nada.',
  ],
  [
    'trend.signal',
    { side: 'above', signal: 'fourOfFiveBeyondOneSigma', points: [null], values: ['9'], lines: ['6', '7'] },
    'Signal, above: four of five points beyond one sigma. Points – (9) lie beyond 6, 7. It advises and breaches nothing.',
    'Señal, por encima: cuatro de cinco puntos a más de un sigma. Los puntos – (9) pasan de 6, 7. Es un aviso y no incumple nada.',
  ],
  [
    'trend.signal',
    { side: 'above', signal: 'eightOnOneSide', points: [7], values: ['9'], lines: ['6'] },
    'Signal, above: eight points on one side of the centre. Points 8 (9) lie beyond 6. It advises and breaches nothing.',
    'Señal, por encima: ocho puntos a un lado del centro. Los puntos 8 (9) pasan de 6. Es un aviso y no incumple nada.',
  ],
  [
    'trend.noSignal',
    {},
    'No signal: the process is what it was.',
    'Sin señal: el proceso sigue como estaba.',
  ],
];

describe('the sentences of trends (rule 29)', () => {
  it.each(sentences)('%s, given %j', (rule, facts, en, es) => {
    const text = traceTexts[rule];
    expect([text?.en(labelledFacts(facts)), text?.es(labelledFacts(facts))]).toEqual([en, es]);
  });

  it('are all here', () => {
    expect([...new Set(sentences.map(([rule]) => rule))]).toEqual(Object.keys(traceTexts));
  });
});
