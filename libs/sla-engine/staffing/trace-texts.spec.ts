import { describe, expect, it } from '@jest/globals';
import { labelledFacts } from '../labelled-facts.fixture';
import type { TraceFacts } from '../trace-text';
import { traceTexts } from './trace-texts';

/** Rule, the facts that matter to the wording, and the sentence in English and Spanish. */
const sentences: readonly (readonly [string, TraceFacts, string, string])[] = [
  [
    'staffing.compared',
    {},
    '<actualCalls> calls came; <forecastCalls> were forecast and up to <limitCalls> agreed. <actualAgents> agents were there of <plannedAgents> planned.',
    'Llegaron <actualCalls> llamadas; se preveían <forecastCalls> y se aceptaban hasta <limitCalls>. Hubo <actualAgents> agentes de <plannedAgents> previstos.',
  ],
  [
    'staffing.expected',
    {},
    'Expected service level as agreed <asAgreed>, with the actual volume <withActualVolume>, with the actual staffing <withActualStaffing>, as it was <asItWas>; the target is <target>.',
    'Nivel de servicio esperado según lo acordado <asAgreed>, con el volumen real <withActualVolume>, con la dotación real <withActualStaffing>, tal como fue <asItWas>; el objetivo es <target>.',
  ],
  ['staffing.attributed', {}, '<owner>', '<owner>'],
  [
    'staffing.attributed',
    { owner: 'insurer' },
    'The miss is the insurer’s: the volume went beyond the forecast, the staffing was as planned.',
    'El incumplimiento es de la aseguradora: el volumen superó la previsión y la dotación fue la prevista.',
  ],
  [
    'staffing.attributed',
    { owner: 'vendor' },
    'The miss is the vendor’s: the staffing fell short, the volume stayed within the forecast.',
    'El incumplimiento es del proveedor: faltó dotación y el volumen no superó la previsión.',
  ],
  [
    'staffing.attributed',
    { owner: 'both' },
    'The miss belongs to both: more calls than forecast and too few agents.',
    'El incumplimiento es de ambos: más llamadas de las previstas y menos agentes.',
  ],
  [
    'staffing.attributed',
    { owner: 'neither' },
    'Neither volume nor staffing explains the miss.',
    'Ni el volumen ni la dotación explican el incumplimiento.',
  ],
];

describe('the sentences of staffing (rule 29)', () => {
  it.each(sentences)('%s, given %j', (rule, facts, en, es) => {
    const text = traceTexts[rule];
    expect([text?.en(labelledFacts(facts)), text?.es(labelledFacts(facts))]).toEqual([en, es]);
  });

  it('are all here', () => {
    expect([...new Set(sentences.map(([rule]) => rule))]).toEqual(Object.keys(traceTexts));
  });
});
