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
  [
    'flow.built',
    {},
    'Revision <revision> was built at <at> from <lines> lines.',
    'La revisión <revision> se elaboró el <at> con <lines> líneas.',
  ],
  [
    'flow.built',
    { differs: false },
    'Revision <revision> was built at <at> from <lines> lines; it says what the published one says.',
    'La revisión <revision> se elaboró el <at> con <lines> líneas; dice lo mismo que la publicada.',
  ],
  [
    'flow.sentForReview',
    {},
    'Sent to the vendor for review at <at>.',
    'Enviado al proveedor para revisión el <at>.',
  ],
  [
    'flow.disputed',
    {},
    'The vendor disputed <line> at <at>: <reason>. Signatures given before count no more.',
    'El proveedor impugnó <line> el <at>: <reason>. Las firmas anteriores ya no cuentan.',
  ],
  [
    'flow.disputeDecided',
    { upheld: true },
    'The dispute of <line> was upheld at <at>.',
    'La disputa de <line> se aceptó el <at>.',
  ],
  [
    'flow.disputeDecided',
    { upheld: false },
    'The dispute of <line> was rejected at <at>.',
    'La disputa de <line> se rechazó el <at>.',
  ],
  [
    'flow.signed',
    { side: 'insurer' },
    'Signed by the insurer at <at>.',
    'Firmado por la aseguradora el <at>.',
  ],
  ['flow.signed', { side: 'vendor' }, 'Signed by the vendor at <at>.', 'Firmado por el proveedor el <at>.'],
  [
    'flow.published',
    {},
    'Revision <revision> was published at <at>.',
    'La revisión <revision> se publicó el <at>.',
  ],
  [
    'flow.stands',
    { state: 'provisional', next: 'built' },
    'Revision <revision> is provisional; it goes on when it is built anew.',
    'La revisión <revision> está provisional; sigue cuando se elabora de nuevo.',
  ],
  [
    'flow.stands',
    { state: 'vendorReview', next: 'signed' },
    'Revision <revision> is with the vendor for review; it goes on when it is signed.',
    'La revisión <revision> está en revisión por el proveedor; sigue cuando se firma.',
  ],
  [
    'flow.stands',
    { state: 'disputed', next: 'disputeDecided' },
    'Revision <revision> is disputed; it goes on when the dispute is decided.',
    'La revisión <revision> está en disputa; sigue cuando se resuelve la disputa.',
  ],
  [
    'flow.stands',
    { state: 'signOff', next: 'sentForReview' },
    'Revision <revision> is waiting for signatures; it goes on when it is sent for review.',
    'La revisión <revision> está a la espera de firmas; sigue cuando se envía a revisión.',
  ],
  [
    'flow.stands',
    { state: 'ready', next: 'published' },
    'Revision <revision> is ready to be published; it goes on when it is published.',
    'La revisión <revision> está listo para publicarse; sigue cuando se publica.',
  ],
  [
    'flow.stands',
    { state: 'published', next: '<next>' },
    'Revision <revision> is published; it goes on when <next>.',
    'La revisión <revision> está publicado; sigue cuando <next>.',
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
