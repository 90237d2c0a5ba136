import { describe, expect, it } from '@jest/globals';
import { renderTrace } from '../explain/render-trace';
import { defaultMetrics } from '../kpis/default-metrics';
import { valueOf } from '../value-of.fixture';
import { parity, type ParitySide } from './parity';

const [{ definition } = { definition: null }] = defaultMetrics;
if (definition === null) throw new Error('no metric');
const side = (value: string, change: Partial<ParitySide> = {}): ParitySide => ({
  definition,
  target: { comparator: '>=', value },
  segment: {},
  window: 'month',
  ...change,
});
const told = (agreed: ParitySide | null, expected: ParitySide, locale: 'en' | 'es') =>
  renderTrace(valueOf(parity({ agreed, expected })).trace, locale);

describe('semantics rule 29: a comparison can be followed', () => {
  it('from both sides to the verdict', () => {
    expect(told(side('0.80'), side('0.85'), 'en')).toEqual([
      'Expected: service_level (version 1) >= 0.85, window month, for everything.',
      'Agreed: service_level (version 1) >= 0.8, window month, for everything.',
      'Both are counted by the same definition.',
      'The agreed segment (everything) is the same (everything).',
      'Both are judged over the same window (month).',
      'Of the possible values [0, 1] the SLA lets [0.8, 1] pass, [0.85, 1] is expected: the SLA lets more values pass.',
      'The SLA is weaker.',
    ]);
    expect(told(side('0.80'), side('0.85'), 'es')).toEqual([
      'Se espera: service_level (versión 1) >= 0.85, periodo month, para todo.',
      'Se acordó: service_level (versión 1) >= 0.8, periodo month, para todo.',
      'Ambos se cuentan con la misma definición.',
      'El segmento acordado (todo) es el mismo (todo).',
      'Ambos se evalúan en el mismo periodo (month).',
      'De los valores posibles [0, 1] el SLA admite [0.8, 1], se espera [0.85, 1]: el SLA admite más valores.',
      'El SLA es más débil.',
    ]);
  });

  it('to why nothing is compared', () => {
    const expected = side('0.85', {
      definition: { ...definition, threshold: { seconds: 30, comparison: '<=' } },
      segment: { queue: 'claims' },
      window: 'quarter',
    });
    expect(told(side('0.80'), expected, 'en').slice(2)).toEqual([
      'The definitions differ: answer threshold (<= 20 s ≠ <= 30 s).',
      'The agreed segment (everything) covers more than is expected (queue claims).',
      'The windows differ: month is agreed, quarter is expected.',
      'The SLA is incomparable: the metric is defined differently; the segments are not the same; the windows differ.',
    ]);
    expect(told(side('0.80'), expected, 'es').slice(2)).toEqual([
      'Las definiciones difieren: umbral de respuesta (<= 20 s ≠ <= 30 s).',
      'El segmento acordado (todo) abarca más de lo esperado (queue claims).',
      'Los periodos difieren: se acordó month, se espera quarter.',
      'El SLA es no comparable: la métrica se define de otra manera; los segmentos no son los mismos; los periodos difieren.',
    ]);
  });

  it('to what is missing, and of bands', () => {
    expect(told(null, side('0.85', { target: { band: { low: '0.7', high: '0.9' } } }), 'en')).toEqual([
      'Expected: service_level (version 1) between 0.7 and 0.9, window month, for everything.',
      'The contract has no SLA for this.',
    ]);
    expect(told(null, side('0.85', { target: { band: { low: '0.7', high: '0.9' } } }), 'es')).toEqual([
      'Se espera: service_level (versión 1) entre 0.7 y 0.9, periodo month, para todo.',
      'El contrato no tiene ningún SLA para esto.',
    ]);
  });
});
