import { describe, expect, it } from '@jest/globals';
import { labelledFacts } from '../labelled-facts.fixture';
import type { TraceFacts } from '../trace-text';
import { traceTexts } from './trace-texts';

/** Rule, the facts that matter to the wording, and the sentence in English and Spanish. */
const sentences: readonly (readonly [string, TraceFacts, string, string])[] = [
  [
    'evidence.window',
    {},
    'Window <month> in <zone>: from <start> until before <end>. Figures are due by <dueAt>.',
    'Ventana <month> en <zone>: desde <start> hasta antes de <end>. Las cifras vencen el <dueAt>.',
  ],
  [
    'evidence.datedWindow',
    { code: 'week', first: '2026-10-12', last: '2026-10-18' },
    'Window week 12–18 Oct 2026 (2026-10-12 to 2026-10-18) in <zone>: from <start> until before <end>. It counts in <month>, in which it ends; figures are due by <dueAt>.',
    'Ventana semana 12–18 oct 2026 (del 2026-10-12 al 2026-10-18) en <zone>: desde <start> hasta antes de <end>. Cuenta en <month>, en que termina; las cifras vencen el <dueAt>.',
  ],
  [
    'evidence.terms',
    {},
    'In force on <date>: contract version <contractVersion> (from <contractFrom>) and metric <metric> version <metricVersion> (from <metricFrom>).',
    'Vigentes el <date>: versión <contractVersion> del contrato (desde <contractFrom>) y versión <metricVersion> de la métrica <metric> (desde <metricFrom>).',
  ],
  [
    'evidence.definedLater',
    {},
    'The metric <metric> had no definition before <from>: its first one is used.',
    'La métrica <metric> no tenía definición antes del <from>: se usa la primera.',
  ],
  [
    'evidence.placedByInstant',
    {},
    'Rows of <grain> belong to the window by the instant at which they start, in <zone>.',
    'Las filas de <grain> pertenecen a la ventana por el instante en que empiezan, en <zone>.',
  ],
  [
    'evidence.placedByDate',
    {},
    'Rows of a <grain> cannot be split and belong to the window by the date they state.',
    'Las filas de <grain> no se pueden dividir y pertenecen a la ventana por la fecha que indican.',
  ],
  [
    'evidence.grainSetAside',
    {},
    '<rows> rows of <grain> were not added: rows of <used> count the same.',
    '<rows> filas de <grain> no se sumaron: las de <used> cuentan lo mismo.',
  ],
  [
    'evidence.rowsSetAside',
    {},
    '<rows> rows were set aside because <measures> is blank, which is not zero.',
    '<rows> filas se apartaron porque <measures> está en blanco, que no es cero.',
  ],
  [
    'evidence.days',
    {},
    'Rows came for <reported> of <of> days.',
    'Llegaron filas de <reported> de <of> días.',
  ],
  [
    'evidence.refused',
    {},
    'What was reported cannot be and decides nothing: <detail>',
    'Lo informado no puede ser y no decide nada: <detail>',
  ],
  [
    'evidence.claimedBeside',
    {},
    'What the vendor claims stands beside; the contract does not admit it as a report.',
    'Lo que el proveedor declara figura al lado; el contrato no lo admite como informe.',
  ],
  [
    'evidence.claimedBeside',
    { admitted: true },
    'What the vendor claims stands beside, as the contract admits it, and decides nothing.',
    'Lo que el proveedor declara figura al lado, como admite el contrato, y no decide nada.',
  ],
  [
    'evidence.claimedNotAveraged',
    {},
    '<figures> claimed shares came without their counts: they are not averaged and decide nothing.',
    'Llegaron <figures> porcentajes declarados sin sus recuentos: no se promedian y no deciden nada.',
  ],
];

describe('the sentences of evidence (rule 29)', () => {
  it.each(sentences)('%s, given %j', (rule, facts, en, es) => {
    const text = traceTexts[rule];
    expect([text?.en(labelledFacts(facts)), text?.es(labelledFacts(facts))]).toEqual([en, es]);
  });

  it('are all here', () => {
    expect([...new Set(sentences.map(([rule]) => rule))]).toEqual(Object.keys(traceTexts));
  });
});
