import { describe, expect, it } from '@jest/globals';
import { labelledFacts } from '../labelled-facts.fixture';
import type { TraceFacts } from '../trace-text';
import { traceTexts } from './trace-texts';

/** Rule, the facts that matter to the wording, and the sentence in English and Spanish. */
const sentences: readonly (readonly [string, TraceFacts, string, string])[] = [
  [
    'breach.opened',
    {},
    'The figures miss the target (<previous> → <next>), so a breach is written; <standing>.',
    'Las cifras no alcanzan el objetivo (<previous> → <next>), así que se registra un incumplimiento; <standing>.',
  ],
  [
    'breach.opened',
    { previous: 'met' },
    'The figures miss the target (met → <next>), so a breach is written; <standing>.',
    'Las cifras no alcanzan el objetivo (cumplido → <next>), así que se registra un incumplimiento; <standing>.',
  ],
  [
    'breach.opened',
    { previous: 'breached' },
    'The figures miss the target (breached → <next>), so a breach is written; <standing>.',
    'Las cifras no alcanzan el objetivo (incumplido → <next>), así que se registra un incumplimiento; <standing>.',
  ],
  [
    'breach.opened',
    { previous: 'atRisk' },
    'The figures miss the target (at risk → <next>), so a breach is written; <standing>.',
    'Las cifras no alcanzan el objetivo (en riesgo → <next>), así que se registra un incumplimiento; <standing>.',
  ],
  [
    'breach.opened',
    { previous: 'insufficientSample' },
    'The figures miss the target (insufficient sample → <next>), so a breach is written; <standing>.',
    'Las cifras no alcanzan el objetivo (muestra insuficiente → <next>), así que se registra un incumplimiento; <standing>.',
  ],
  [
    'breach.opened',
    { previous: 'noVolume' },
    'The figures miss the target (no volume → <next>), so a breach is written; <standing>.',
    'Las cifras no alcanzan el objetivo (sin volumen → <next>), así que se registra un incumplimiento; <standing>.',
  ],
  [
    'breach.opened',
    { previous: 'notReported' },
    'The figures miss the target (not reported → <next>), so a breach is written; <standing>.',
    'Las cifras no alcanzan el objetivo (no informado → <next>), así que se registra un incumplimiento; <standing>.',
  ],
  [
    'breach.opened',
    { previous: 'disputed' },
    'The figures miss the target (disputed → <next>), so a breach is written; <standing>.',
    'Las cifras no alcanzan el objetivo (en disputa → <next>), así que se registra un incumplimiento; <standing>.',
  ],
  [
    'breach.opened',
    { previous: 'excused' },
    'The figures miss the target (excused → <next>), so a breach is written; <standing>.',
    'Las cifras no alcanzan el objetivo (excusado → <next>), así que se registra un incumplimiento; <standing>.',
  ],
  [
    'breach.opened',
    { next: 'met' },
    'The figures miss the target (<previous> → met), so a breach is written; <standing>.',
    'Las cifras no alcanzan el objetivo (<previous> → cumplido), así que se registra un incumplimiento; <standing>.',
  ],
  [
    'breach.opened',
    { standing: 'plain' },
    'The figures miss the target (<previous> → <next>), so a breach is written; no waiver and no dispute.',
    'Las cifras no alcanzan el objetivo (<previous> → <next>), así que se registra un incumplimiento; sin dispensa ni disputa.',
  ],
  [
    'breach.opened',
    { standing: 'waived' },
    'The figures miss the target (<previous> → <next>), so a breach is written; waived.',
    'Las cifras no alcanzan el objetivo (<previous> → <next>), así que se registra un incumplimiento; con dispensa.',
  ],
  [
    'breach.opened',
    { standing: 'disputed' },
    'The figures miss the target (<previous> → <next>), so a breach is written; disputed.',
    'Las cifras no alcanzan el objetivo (<previous> → <next>), así que se registra un incumplimiento; en disputa.',
  ],
  [
    'breach.reopened',
    {},
    'The figures miss the target again (<previous> → <next>), so the same breach opens again; <standing>.',
    'Las cifras vuelven a fallar (<previous> → <next>), así que se reabre el mismo incumplimiento; <standing>.',
  ],
  [
    'breach.reopened',
    { previous: 'met' },
    'The figures miss the target again (met → <next>), so the same breach opens again; <standing>.',
    'Las cifras vuelven a fallar (cumplido → <next>), así que se reabre el mismo incumplimiento; <standing>.',
  ],
  [
    'breach.reopened',
    { next: 'met' },
    'The figures miss the target again (<previous> → met), so the same breach opens again; <standing>.',
    'Las cifras vuelven a fallar (<previous> → cumplido), así que se reabre el mismo incumplimiento; <standing>.',
  ],
  [
    'breach.reopened',
    { standing: 'plain' },
    'The figures miss the target again (<previous> → <next>), so the same breach opens again; no waiver and no dispute.',
    'Las cifras vuelven a fallar (<previous> → <next>), así que se reabre el mismo incumplimiento; sin dispensa ni disputa.',
  ],
  [
    'breach.closed',
    {},
    'The figures no longer miss the target (<previous> → <next>), so the breach closes.',
    'Las cifras ya no fallan (<previous> → <next>), así que el incumplimiento se cierra.',
  ],
  [
    'breach.closed',
    { previous: 'met' },
    'The figures no longer miss the target (met → <next>), so the breach closes.',
    'Las cifras ya no fallan (cumplido → <next>), así que el incumplimiento se cierra.',
  ],
  [
    'breach.closed',
    { next: 'met' },
    'The figures no longer miss the target (<previous> → met), so the breach closes.',
    'Las cifras ya no fallan (<previous> → cumplido), así que el incumplimiento se cierra.',
  ],
  [
    'breach.kept',
    {},
    'The breach is on record already and stays (<previous> → <next>); <standing>.',
    'El incumplimiento ya consta y se mantiene (<previous> → <next>); <standing>.',
  ],
  [
    'breach.kept',
    { previous: 'met' },
    'The breach is on record already and stays (met → <next>); <standing>.',
    'El incumplimiento ya consta y se mantiene (cumplido → <next>); <standing>.',
  ],
  [
    'breach.kept',
    { next: 'met' },
    'The breach is on record already and stays (<previous> → met); <standing>.',
    'El incumplimiento ya consta y se mantiene (<previous> → cumplido); <standing>.',
  ],
  [
    'breach.kept',
    { standing: 'plain' },
    'The breach is on record already and stays (<previous> → <next>); no waiver and no dispute.',
    'El incumplimiento ya consta y se mantiene (<previous> → <next>); sin dispensa ni disputa.',
  ],
  [
    'breach.none',
    {},
    'There is no breach to write or close (<previous> → <next>).',
    'No hay incumplimiento que registrar ni cerrar (<previous> → <next>).',
  ],
  [
    'breach.none',
    { previous: 'met' },
    'There is no breach to write or close (met → <next>).',
    'No hay incumplimiento que registrar ni cerrar (cumplido → <next>).',
  ],
  [
    'breach.none',
    { next: 'met' },
    'There is no breach to write or close (<previous> → met).',
    'No hay incumplimiento que registrar ni cerrar (<previous> → cumplido).',
  ],
  [
    'breach.dutyMet',
    {},
    'The file was due <dueAt> and came <receivedAt>: in time.',
    'El archivo vencía el <dueAt> y llegó el <receivedAt>: a tiempo.',
  ],
  [
    'breach.dutyPending',
    {},
    'The file is due <dueAt> and has not come yet.',
    'El archivo vence el <dueAt> y aún no ha llegado.',
  ],
  [
    'breach.dutyBreached',
    {},
    'The file was due <dueAt> (received: <receivedAt>): the duty to report is breached, the metric is not.',
    'El archivo vencía el <dueAt> (recibido: <receivedAt>): se incumple el deber de informar, no la métrica.',
  ],
  [
    'trigger.misses',
    {},
    '<failed> of the last <n> months with a verdict (<looked>) failed, <needed> are needed: not triggered. Skipped without a verdict: <skipped>.',
    '<failed> de los últimos <n> meses con veredicto (<looked>) fallaron, hacen falta <needed>: no se activa. Omitidos sin veredicto: <skipped>.',
  ],
  [
    'trigger.misses',
    { triggered: true },
    '<failed> of the last <n> months with a verdict (<looked>) failed, <needed> are needed: triggered. Skipped without a verdict: <skipped>.',
    '<failed> de los últimos <n> meses con veredicto (<looked>) fallaron, hacen falta <needed>: se activa. Omitidos sin veredicto: <skipped>.',
  ],
  [
    'trigger.average',
    {},
    'Average of <months> of the last <n> months: <numerator> / <denominator> = <average>: not triggered. Skipped without a verdict: <skipped>.',
    'Media de <months> de los últimos <n> meses: <numerator> / <denominator> = <average>: no se activa. Omitidos sin veredicto: <skipped>.',
  ],
  [
    'trigger.average',
    { triggered: true },
    'Average of <months> of the last <n> months: <numerator> / <denominator> = <average>: triggered. Skipped without a verdict: <skipped>.',
    'Media de <months> de los últimos <n> meses: <numerator> / <denominator> = <average>: se activa. Omitidos sin veredicto: <skipped>.',
  ],
];

describe('the sentences of breaches (rule 29)', () => {
  it.each(sentences)('%s, given %j', (rule, facts, en, es) => {
    const text = traceTexts[rule];
    expect([text?.en(labelledFacts(facts)), text?.es(labelledFacts(facts))]).toEqual([en, es]);
  });

  it('are all here', () => {
    expect([...new Set(sentences.map(([rule]) => rule))]).toEqual(Object.keys(traceTexts));
  });
});
