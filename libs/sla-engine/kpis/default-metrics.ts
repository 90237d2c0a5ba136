import type { SampleRule } from '../targets/target';
import { abandonmentReadings } from './abandonment-readings';
import type { DefaultMetric, MetricFamily } from './default-metric';
import { libraryMetrics } from './library-metrics';
import { shareDefinition } from './share-definition';

const qualitySample: SampleRule = { minimumN: 30, confidence: '0.95' };

function qualityMetric(
  part: string,
  en: string,
  es: string,
  family: MetricFamily,
  target: string,
): DefaultMetric {
  return {
    definition: shareDefinition(
      `qa_${part}`,
      `qa_${part}_passes`,
      `qa_${part}_samples`,
      'K5: quality samples',
      {
        sampled: true,
      },
    ),
    name: { en, es },
    family,
    requirement: 'K5',
    targets: [{ comparator: '>=', value: target, segment: {}, sample: qualitySample }],
  };
}

/** Calls and written channels: K1 and K2. */
const accessMetrics: readonly DefaultMetric[] = [
  {
    definition: shareDefinition(
      'service_level',
      'answered_within_threshold',
      'offered',
      'K1: 80 % of calls offered are answered within 20 s',
      { threshold: { seconds: 20, comparison: '<=' } },
    ),
    name: { en: 'Service level', es: 'Nivel de servicio' },
    family: 'speed',
    requirement: 'K1',
    targets: [{ comparator: '>=', value: '0.80', segment: {} }],
  },
  {
    definition: {
      id: 'abandonment_rate',
      version: 1,
      unit: 'ratio',
      direction: 'lower',
      numerator: abandonmentReadings.allAbandoned.numerator,
      denominator: abandonmentReadings.allAbandoned.denominator,
      shortAbandon: { seconds: 5, rule: 'kept' },
      source: 'K1: abandonment below 5 %, below 3 % in priority queues (prior authorization)',
    },
    name: { en: 'Abandonment rate', es: 'Tasa de abandono' },
    family: 'speed',
    requirement: 'K1',
    targets: [
      { comparator: '<', value: '0.05', segment: {} },
      { comparator: '<', value: '0.03', segment: { queue: 'prior_authorization' } },
    ],
  },
  {
    definition: shareDefinition(
      'chat_within_60s',
      'chats_answered_within_60s',
      'chats_offered',
      'K2: 90 % of chats are answered within 60 s',
      { threshold: { seconds: 60, comparison: '<=' } },
    ),
    name: { en: 'Chats answered within 60 s', es: 'Chats atendidos en 60 s' },
    family: 'speed',
    requirement: 'K2',
    targets: [{ comparator: '>=', value: '0.90', segment: {} }],
  },
  {
    definition: shareDefinition(
      'chat_within_60m',
      'chats_answered_within_60m',
      'chats_offered',
      'K2: every chat is picked up in under 60 min at the outside',
      { threshold: { seconds: 3600, comparison: '<' } },
    ),
    name: { en: 'Chats picked up in under 60 min', es: 'Chats atendidos en menos de 60 min' },
    family: 'speed',
    requirement: 'K2',
    targets: [{ comparator: '>=', value: '1', segment: {} }],
  },
  {
    definition: shareDefinition(
      'messages_within_24h',
      'messages_within_24h',
      'messages',
      'K2: 95 % of portal messages are answered within 24 h',
      { threshold: { seconds: 86_400, comparison: '<=' } },
    ),
    name: { en: 'Portal messages within 24 h', es: 'Mensajes del portal en 24 h' },
    family: 'speed',
    requirement: 'K2',
    targets: [{ comparator: '>=', value: '0.95', segment: {} }],
  },
];

/** Handling and resolution: K3 and K4. */
const handlingMetrics: readonly DefaultMetric[] = [
  {
    definition: {
      id: 'average_handle_time',
      version: 1,
      unit: 'seconds',
      direction: 'band',
      numerator: [{ measure: 'handle_seconds' }],
      denominator: [{ measure: 'handled' }],
      source: 'K3: 4-6 min eligibility and benefits, 8-12 min claims; under and over the band both miss',
    },
    name: { en: 'Average handle time', es: 'Tiempo medio de gestión' },
    family: 'efficiency',
    requirement: 'K3',
    targets: [
      { band: { low: '240', high: '360' }, segment: { queue: 'eligibility_benefits' } },
      { band: { low: '480', high: '720' }, segment: { queue: 'claims' } },
    ],
  },
  {
    definition: shareDefinition(
      'first_contact_resolution',
      'fcr_resolved',
      'fcr_contacts',
      'K4: at least 75 % in general, 60 % for claims heading for 70 %',
      { repeatWindowDays: 7 },
    ),
    name: { en: 'First contact resolution (gross)', es: 'Resolución en el primer contacto (bruta)' },
    family: 'quality',
    requirement: 'K4',
    targets: [
      { comparator: '>=', value: '0.75', segment: {} },
      { comparator: '>=', value: '0.60', segment: { queue: 'claims' }, aspiration: '0.70' },
    ],
  },
];

/** Quality samples and complaints: K5 and K6. */
const trustMetrics: readonly DefaultMetric[] = [
  qualityMetric('disclosure', 'Quality: disclosures', 'Calidad: avisos legales', 'compliance', '0.95'),
  qualityMetric(
    'authentication',
    'Quality: HIPAA authentication',
    'Calidad: autenticación HIPAA',
    'compliance',
    '0.95',
  ),
  qualityMetric('documentation', 'Quality: documentation', 'Calidad: documentación', 'compliance', '0.95'),
  qualityMetric('empathy', 'Quality: empathy', 'Calidad: empatía', 'quality', '0.90'),
  qualityMetric('clarity', 'Quality: clarity', 'Calidad: claridad', 'quality', '0.90'),
  {
    definition: shareDefinition(
      'complaints_acknowledged',
      'complaints_ack_in_time',
      'complaints_due_ack',
      'K6: every complaint due in the window is acknowledged within 2 business days',
    ),
    name: { en: 'Complaints acknowledged in time', es: 'Reclamaciones con acuse a tiempo' },
    family: 'compliance',
    requirement: 'K6',
    targets: [{ comparator: '>=', value: '1', segment: {} }],
  },
  {
    definition: shareDefinition(
      'complaints_closed',
      'complaints_closed_in_time',
      'complaints_due_close',
      'K6: 90 % of complaints due in the window are closed within 15 business days',
    ),
    name: { en: 'Complaints closed in time', es: 'Reclamaciones cerradas a tiempo' },
    family: 'compliance',
    requirement: 'K6',
    targets: [{ comparator: '>=', value: '0.90', segment: {} }],
  },
];

/** The metric library of a new tenant: K1 to K6 with their default targets, then the others. */
export const defaultMetrics: readonly DefaultMetric[] = [
  ...accessMetrics,
  ...handlingMetrics,
  ...trustMetrics,
  ...libraryMetrics,
];
