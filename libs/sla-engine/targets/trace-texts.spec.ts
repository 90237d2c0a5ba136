import { describe, expect, it } from '@jest/globals';
import { labelledFacts } from '../labelled-facts.fixture';
import type { TraceFacts } from '../trace-text';
import { traceTexts } from './trace-texts';

/** Rule, the facts that matter to the wording, and the sentence in English and Spanish. */
const sentences: readonly (readonly [string, TraceFacts, string, string])[] = [
  [
    'target.notReported',
    {},
    'Nothing was reported, so the target is neither met nor breached.',
    'No se informó nada, así que el objetivo no está ni cumplido ni incumplido.',
  ],
  [
    'target.noVolume',
    {},
    'There was no volume, so the target is neither met nor breached.',
    'No hubo volumen, así que el objetivo no está ni cumplido ni incumplido.',
  ],
  [
    'target.comparison',
    {},
    '<value> <comparator> <target> does not hold, compared unrounded.',
    '<value> <comparator> <target> no se cumple, comparado sin redondear.',
  ],
  [
    'target.comparison',
    { met: true },
    '<value> <comparator> <target> holds, compared unrounded.',
    '<value> <comparator> <target> se cumple, comparado sin redondear.',
  ],
  [
    'target.band',
    {},
    '<value> lies outside the band from <low> to <high>, edges included.',
    '<value> está fuera de la banda de <low> a <high>, bordes incluidos.',
  ],
  [
    'target.band',
    { met: true },
    '<value> lies inside the band from <low> to <high>, edges included.',
    '<value> está dentro de la banda de <low> a <high>, bordes incluidos.',
  ],
  [
    'target.sampleTooSmall',
    {},
    '<n> samples are fewer than the <minimumN> that can decide: <passes> passed, interval <lower> to <upper>.',
    '<n> muestras son menos que las <minimumN> que pueden decidir: <passes> correctas, intervalo de <lower> a <upper>.',
  ],
  [
    'target.sample',
    {},
    '<passes> of <n> passed; the Wilson interval at <confidence> runs from <lower> to <upper>; held against <comparator> <target>: <state>.',
    '<passes> de <n> correctas; el intervalo de Wilson al <confidence> va de <lower> a <upper>; frente a <comparator> <target>: <state>.',
  ],
  [
    'target.sample',
    { comparator: null },
    '<passes> of <n> passed; the Wilson interval at <confidence> runs from <lower> to <upper>; held against between <low> and <high>: <state>.',
    '<passes> de <n> correctas; el intervalo de Wilson al <confidence> va de <lower> a <upper>; frente a entre <low> y <high>: <state>.',
  ],
  [
    'target.sample',
    { state: 'met' },
    '<passes> of <n> passed; the Wilson interval at <confidence> runs from <lower> to <upper>; held against <comparator> <target>: met.',
    '<passes> de <n> correctas; el intervalo de Wilson al <confidence> va de <lower> a <upper>; frente a <comparator> <target>: cumplido.',
  ],
  [
    'target.outlook',
    {},
    'The <remaining> still to come must reach at least <neededLow>, at most <neededHigh>: the target is out of reach.',
    'Lo que queda (<remaining>) debe alcanzar al menos <neededLow>, como máximo <neededHigh>: el objetivo ya no se puede alcanzar.',
  ],
  [
    'target.outlook',
    { neededLow: null },
    'The <remaining> still to come must reach at most <neededHigh>: the target is out of reach.',
    'Lo que queda (<remaining>) debe alcanzar como máximo <neededHigh>: el objetivo ya no se puede alcanzar.',
  ],
  [
    'target.outlook',
    { neededHigh: null },
    'The <remaining> still to come must reach at least <neededLow>: the target is out of reach.',
    'Lo que queda (<remaining>) debe alcanzar al menos <neededLow>: el objetivo ya no se puede alcanzar.',
  ],
  [
    'target.outlook',
    { secured: true },
    'The <remaining> still to come must reach at least <neededLow>, at most <neededHigh>: the target is secured.',
    'Lo que queda (<remaining>) debe alcanzar al menos <neededLow>, como máximo <neededHigh>: el objetivo está asegurado.',
  ],
  [
    'target.outlook',
    { reachable: true },
    'The <remaining> still to come must reach at least <neededLow>, at most <neededHigh>: the target can still be met.',
    'Lo que queda (<remaining>) debe alcanzar al menos <neededLow>, como máximo <neededHigh>: el objetivo aún se puede cumplir.',
  ],
  [
    'target.outlook',
    { neededLow: null, neededHigh: null },
    'The <remaining> still to come must reach nothing in particular: the target is out of reach.',
    'Lo que queda (<remaining>) debe alcanzar nada en particular: el objetivo ya no se puede alcanzar.',
  ],
  [
    'target.windowOpen',
    {},
    'The window is still open, so nothing is decided; so far: <soFar>.',
    'El periodo sigue abierto, así que no hay nada decidido; hasta ahora: <soFar>.',
  ],
  [
    'target.windowOpen',
    { soFar: 'met' },
    'The window is still open, so nothing is decided; so far: met.',
    'El periodo sigue abierto, así que no hay nada decidido; hasta ahora: cumplido.',
  ],
  [
    'target.reportOpen',
    {},
    'The file may still arrive in time, so nothing is decided.',
    'El archivo aún puede llegar a tiempo, así que no hay nada decidido.',
  ],
  [
    'target.repeatWindowOpen',
    {},
    'Repeats count until <days> days after the window, so the figure is provisional.',
    'Las repeticiones cuentan hasta <days> días después del periodo, así que la cifra es provisional.',
  ],
  [
    'target.claimed',
    {},
    'Claimed without counts: <value> (<source>); shown beside, not mixed in.',
    'Declarado sin recuentos: <value> (<source>); se muestra al lado, sin mezclar.',
  ],
  [
    'target.waived',
    {},
    'The breach stays visible and is excused by waiver <id>, approved by <approvedBy>: <reason>.',
    'El incumplimiento sigue visible y queda excusado por la dispensa <id>, aprobada por <approvedBy>: <reason>.',
  ],
  [
    'target.disputed',
    {},
    'Disputed (<id>: <reason>); the figures alone say <underlying>.',
    'En disputa (<id>: <reason>); las cifras por sí solas dicen <underlying>.',
  ],
  [
    'target.disputed',
    { underlying: 'met' },
    'Disputed (<id>: <reason>); the figures alone say met.',
    'En disputa (<id>: <reason>); las cifras por sí solas dicen cumplido.',
  ],
];

describe('the sentences of targets (rule 29)', () => {
  it.each(sentences)('%s, given %j', (rule, facts, en, es) => {
    const text = traceTexts[rule];
    expect([text?.en(labelledFacts(facts)), text?.es(labelledFacts(facts))]).toEqual([en, es]);
  });

  it('are all here', () => {
    expect([...new Set(sentences.map(([rule]) => rule))]).toEqual(Object.keys(traceTexts));
  });
});
