import type { DefaultMetric, MetricFamily } from './default-metric';
import type { MetricDefinition } from './metric-definition';
import { shareDefinition } from './share-definition';

function libraryMetric(
  definition: MetricDefinition,
  en: string,
  es: string,
  family: MetricFamily,
): DefaultMetric {
  return { definition, name: { en, es }, family, requirement: null, targets: [] };
}

const netResolution: MetricDefinition = {
  ...shareDefinition(
    'first_contact_resolution_net',
    'fcr_resolved',
    'fcr_contacts',
    'Resolved and not repeated, of those that could be',
  ),
  numerator: [{ measure: 'fcr_resolved' }, { measure: 'fcr_repeats', weight: '-1' }],
  denominator: [{ measure: 'fcr_contacts' }, { measure: 'fcr_not_resolvable', weight: '-1' }],
  repeatWindowDays: 7,
};

const average = { unit: 'seconds', direction: 'lower' } as const;
const fewer = { direction: 'lower' } as const;

/** Metrics that contracts often add; they come without a default target. */
export const libraryMetrics: readonly DefaultMetric[] = [
  libraryMetric(
    shareDefinition(
      'average_speed_of_answer',
      'wait_seconds',
      'answered',
      'Seconds waited per answered call',
      average,
    ),
    'Average speed of answer',
    'Velocidad media de respuesta',
    'speed',
  ),
  libraryMetric(
    shareDefinition('occupancy', 'handle_seconds', 'logged_seconds', 'Handling time of time logged in', {
      direction: 'band',
    }),
    'Occupancy',
    'Ocupación',
    'efficiency',
  ),
  libraryMetric(
    {
      ...shareDefinition(
        'shrinkage',
        'paid_seconds',
        'paid_seconds',
        'Paid time not spent with contacts',
        fewer,
      ),
      numerator: [{ measure: 'paid_seconds' }, { measure: 'productive_seconds', weight: '-1' }],
    },
    'Shrinkage',
    'Merma de tiempo',
    'efficiency',
  ),
  libraryMetric(
    netResolution,
    'First contact resolution (net)',
    'Resolución en el primer contacto (neta)',
    'quality',
  ),
  libraryMetric(
    shareDefinition(
      'qa_critical_error',
      'qa_critical_errors',
      'qa_samples',
      'Contacts with a critical error',
      {
        direction: 'lower',
        sampled: true,
      },
    ),
    'Critical errors',
    'Errores críticos',
    'compliance',
  ),
  libraryMetric(
    shareDefinition('csat_top2', 'csat_top2', 'csat_responses', 'Answers 4 or 5 of 5', { sampled: true }),
    'Satisfaction (top two boxes)',
    'Satisfacción (dos mejores casillas)',
    'quality',
  ),
  libraryMetric(
    {
      ...shareDefinition(
        'net_promoter_score',
        'nps_promoters',
        'nps_responses',
        'Promoters minus detractors per 100 answers',
      ),
      unit: 'points',
      numerator: [
        { measure: 'nps_promoters', weight: '100' },
        { measure: 'nps_detractors', weight: '-100' },
      ],
    },
    'Net promoter score',
    'Índice de recomendación',
    'outcome',
  ),
  libraryMetric(
    shareDefinition(
      'transfer_warm',
      'transfers_warm',
      'handled',
      'Warm transfers of contacts handled',
      fewer,
    ),
    'Warm transfer rate',
    'Tasa de transferencias asistidas',
    'quality',
  ),
  libraryMetric(
    shareDefinition(
      'transfer_cold',
      'transfers_cold',
      'handled',
      'Cold transfers of contacts handled',
      fewer,
    ),
    'Cold transfer rate',
    'Tasa de transferencias sin asistencia',
    'quality',
  ),
  libraryMetric(
    shareDefinition(
      'language_access',
      'interpreters_in_time',
      'interpreters_requested',
      '45 CFR 92.201: interpreters in time',
    ),
    'Language access',
    'Acceso lingüístico',
    'compliance',
  ),
  libraryMetric(
    shareDefinition(
      'tty_access',
      'tty_answered_within_threshold',
      'tty_offered',
      'TTY and relay calls answered in time',
      {
        threshold: { seconds: 20, comparison: '<=' },
      },
    ),
    'TTY and relay access',
    'Acceso TTY y de retransmisión',
    'compliance',
  ),
  libraryMetric(
    shareDefinition(
      'reporting_timeliness',
      'reports_on_time',
      'reports_due',
      'Reports received by their due date',
    ),
    'Reporting timeliness',
    'Puntualidad de los informes',
    'compliance',
  ),
];
