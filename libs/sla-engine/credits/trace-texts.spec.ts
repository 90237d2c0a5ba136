import { describe, expect, it } from '@jest/globals';
import { labelledFacts } from '../labelled-facts.fixture';
import type { TraceFacts } from '../trace-text';
import { traceTexts } from './trace-texts';

/** Rule, the facts that matter to the wording, and the sentence in English and Spanish. */
const sentences: readonly (readonly [string, TraceFacts, string, string])[] = [
  [
    'credit.base',
    {},
    'Fee <fee>, at risk <atRisk>, pool <pool>.',
    'Tarifa <fee>, en riesgo <atRisk>, fondo <pool>.',
  ],
  [
    'credit.line',
    {},
    '<sla>: pool <pool> × allocation <allocation> × <factor> (<method>) × <multiplier> (miss <occurrence> in a row) = <amount> (capped from <cappedFrom>).',
    '<sla>: fondo <pool> × asignación <allocation> × <factor> (<method>) × <multiplier> (fallo <occurrence> seguido) = <amount> (limitado desde <cappedFrom>).',
  ],
  [
    'credit.line',
    { method: 'allocation' },
    '<sla>: pool <pool> × allocation <allocation> × <factor> (whole allocation) × <multiplier> (miss <occurrence> in a row) = <amount> (capped from <cappedFrom>).',
    '<sla>: fondo <pool> × asignación <allocation> × <factor> (asignación completa) × <multiplier> (fallo <occurrence> seguido) = <amount> (limitado desde <cappedFrom>).',
  ],
  [
    'credit.line',
    { method: 'bands' },
    '<sla>: pool <pool> × allocation <allocation> × <factor> (share of its band) × <multiplier> (miss <occurrence> in a row) = <amount> (capped from <cappedFrom>).',
    '<sla>: fondo <pool> × asignación <allocation> × <factor> (parte de su banda) × <multiplier> (fallo <occurrence> seguido) = <amount> (limitado desde <cappedFrom>).',
  ],
  [
    'credit.line',
    { method: 'points' },
    '<sla>: pool <pool> × allocation <allocation> × <factor> (points) × <multiplier> (miss <occurrence> in a row) = <amount> (capped from <cappedFrom>).',
    '<sla>: fondo <pool> × asignación <allocation> × <factor> (puntos) × <multiplier> (fallo <occurrence> seguido) = <amount> (limitado desde <cappedFrom>).',
  ],
  [
    'credit.line',
    { method: 'perFullPoint' },
    '<sla>: pool <pool> × allocation <allocation> × <factor> (per full point) × <multiplier> (miss <occurrence> in a row) = <amount> (capped from <cappedFrom>).',
    '<sla>: fondo <pool> × asignación <allocation> × <factor> (por punto completo) × <multiplier> (fallo <occurrence> seguido) = <amount> (limitado desde <cappedFrom>).',
  ],
  [
    'credit.line',
    { method: 'percentageGap' },
    '<sla>: pool <pool> × allocation <allocation> × <factor> (percentage gap) × <multiplier> (miss <occurrence> in a row) = <amount> (capped from <cappedFrom>).',
    '<sla>: fondo <pool> × asignación <allocation> × <factor> (diferencia porcentual) × <multiplier> (fallo <occurrence> seguido) = <amount> (limitado desde <cappedFrom>).',
  ],
  [
    'credit.line',
    { pool: null },
    '<sla>: allocation <allocation> × <factor> (<method>) × <multiplier> (miss <occurrence> in a row) = <amount> (capped from <cappedFrom>).',
    '<sla>: asignación <allocation> × <factor> (<method>) × <multiplier> (fallo <occurrence> seguido) = <amount> (limitado desde <cappedFrom>).',
  ],
  [
    'credit.line',
    { cappedFrom: null },
    '<sla>: pool <pool> × allocation <allocation> × <factor> (<method>) × <multiplier> (miss <occurrence> in a row) = <amount>.',
    '<sla>: fondo <pool> × asignación <allocation> × <factor> (<method>) × <multiplier> (fallo <occurrence> seguido) = <amount>.',
  ],
  [
    'credit.notElected',
    {},
    '<sla>: the insurer chose not to take this credit.',
    '<sla>: la aseguradora decidió no aplicar este crédito.',
  ],
  [
    'credit.paidOnce',
    {},
    '<sla>: event <event> is paid for by <paidFor> already (<election>).',
    '<sla>: el evento <event> ya se paga por <paidFor> (<election>).',
  ],
  [
    'credit.paidOnce',
    { election: 'larger' },
    '<sla>: event <event> is paid for by <paidFor> already (the larger pays).',
    '<sla>: el evento <event> ya se paga por <paidFor> (paga el mayor).',
  ],
  [
    'credit.paidOnce',
    { election: 'smaller' },
    '<sla>: event <event> is paid for by <paidFor> already (the smaller pays).',
    '<sla>: el evento <event> ya se paga por <paidFor> (paga el menor).',
  ],
  [
    'credit.paidOnce',
    { election: 'order' },
    "<sla>: event <event> is paid for by <paidFor> already (the contract's order decides).",
    '<sla>: el evento <event> ya se paga por <paidFor> (decide el orden del contrato).',
  ],
  [
    'credit.sum',
    {},
    '<lines> paying lines add to <uncapped>, unrounded.',
    '<lines> líneas a pagar suman <uncapped>, sin redondear.',
  ],
  ['credit.capped', {}, 'Capped at <cap>.', 'Limitado a <cap>.'],
  [
    'credit.rounded',
    {},
    '<exact> rounded half-up once: <credit>.',
    '<exact> redondeado una sola vez, la mitad hacia arriba: <credit>.',
  ],
  [
    'credit.earnedBack',
    {},
    '<monthsAtTarget> months at target, <required> required: <returned> is returned.',
    '<monthsAtTarget> meses en el objetivo, <required> exigidos: se devuelven <returned>.',
  ],
  [
    'credit.notEarnedBack',
    {},
    '<monthsAtTarget> months at target, <required> required: nothing of <credit> is returned.',
    '<monthsAtTarget> meses en el objetivo, <required> exigidos: no se devuelve nada de <credit>.',
  ],
  [
    'credit.notEarnedBack',
    { repeatDefault: true },
    '<monthsAtTarget> months at target, <required> required, and the SLA failed again: nothing of <credit> is returned.',
    '<monthsAtTarget> meses en el objetivo, <required> exigidos, y el SLA volvió a fallar: no se devuelve nada de <credit>.',
  ],
  [
    'credit.adjusted',
    {},
    'The credit is <credit> now, booked before: <booked>; the entry is <entry>.',
    'El crédito es ahora <credit>, contabilizado antes: <booked>; el asiento es <entry>.',
  ],
];

describe('the sentences of credits (rule 29)', () => {
  it.each(sentences)('%s, given %j', (rule, facts, en, es) => {
    const text = traceTexts[rule];
    expect([text?.en(labelledFacts(facts)), text?.es(labelledFacts(facts))]).toEqual([en, es]);
  });

  it('are all here', () => {
    expect([...new Set(sentences.map(([rule]) => rule))]).toEqual(Object.keys(traceTexts));
  });
});
