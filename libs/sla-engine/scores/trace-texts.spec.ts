import { describe, expect, it } from '@jest/globals';
import { labelledFacts } from '../labelled-facts.fixture';
import type { TraceFacts } from '../trace-text';
import { traceTexts } from './trace-texts';

/** Rule, the facts that matter to the wording, and the sentence in English and Spanish. */
const sentences: readonly (readonly [string, TraceFacts, string, string])[] = [
  [
    'score.line',
    {},
    '<id> is <state>: <points> points (<pointsRule>) at weight <weight>.',
    '<id> está <state>: <points> puntos (<pointsRule>) con peso <weight>.',
  ],
  [
    'score.line',
    { state: 'met' },
    '<id> is met: <points> points (<pointsRule>) at weight <weight>.',
    '<id> está cumplido: <points> puntos (<pointsRule>) con peso <weight>.',
  ],
  [
    'score.line',
    { pointsRule: 'allOrNothing' },
    '<id> is <state>: <points> points (all or nothing) at weight <weight>.',
    '<id> está <state>: <points> puntos (todo o nada) con peso <weight>.',
  ],
  [
    'score.line',
    { pointsRule: 'attainment' },
    '<id> is <state>: <points> points (by attainment) at weight <weight>.',
    '<id> está <state>: <points> puntos (por grado de cumplimiento) con peso <weight>.',
  ],
  [
    'score.lineMissing',
    {},
    '<id> has no verdict (<state>): its weight <weight> is left out.',
    '<id> no tiene veredicto (<state>): su peso <weight> queda fuera.',
  ],
  [
    'score.lineMissing',
    { state: 'met' },
    '<id> has no verdict (met): its weight <weight> is left out.',
    '<id> no tiene veredicto (cumplido): su peso <weight> queda fuera.',
  ],
  [
    'score.weighted',
    {},
    '<earned> / <covered> of weight = <score>.',
    '<earned> / <covered> de peso = <score>.',
  ],
  [
    'score.withheld',
    {},
    'Only <coverage> of the weight has a verdict, <minimumCoverage> is needed: the score is withheld.',
    'Solo <coverage> del peso tiene veredicto, hace falta <minimumCoverage>: la puntuación se retiene.',
  ],
  ['score.band', {}, 'Band <name>: from <from> to <to>.', 'Banda <name>: de <from> a <to>.'],
  [
    'score.speedBalanced',
    {},
    'Speed weighs <speed>, quality and compliance <qualityAndCompliance>: in order.',
    'La rapidez pesa <speed>, la calidad y el cumplimiento <qualityAndCompliance>: correcto.',
  ],
  [
    'score.speedExcepted',
    {},
    'Speed (<speed>) outweighs quality and compliance (<qualityAndCompliance>) for a recorded reason: <reason>.',
    'La rapidez (<speed>) pesa más que la calidad y el cumplimiento (<qualityAndCompliance>) por un motivo registrado: <reason>.',
  ],
];

describe('the sentences of scores (rule 29)', () => {
  it.each(sentences)('%s, given %j', (rule, facts, en, es) => {
    const text = traceTexts[rule];
    expect([text?.en(labelledFacts(facts)), text?.es(labelledFacts(facts))]).toEqual([en, es]);
  });

  it('are all here', () => {
    expect([...new Set(sentences.map(([rule]) => rule))]).toEqual(Object.keys(traceTexts));
  });
});
