import type { Language } from '@plumbline/api/schema';
import { defaultMetrics, type Target } from '@plumbline/sla-engine';
import type { AgreedLimit } from '../service-level';

/** An SLA as a pack proposes it: the metric by its code, since each tenant has its own. */
export interface PackLevel {
  readonly metric: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly target: AgreedLimit;
  readonly queue: string | null;
  readonly minimumSample: number;
  readonly weight: string;
}

/** SLAs that belong together, as they ship: data that a tenant copies and changes, never constants of the code. */
export interface ShippedPack {
  readonly code: string;
  readonly version: number;
  readonly title: Readonly<Record<Language, string>>;
  readonly about: Readonly<Record<Language, string>>;
  readonly levels: readonly PackLevel[];
}

type Said = Readonly<Record<Language, string>>;

/** The library's own default targets (K1 to K6) for these metrics, each with its weight. */
function byDefault(
  weights: readonly (readonly [metric: string, weight: string, queue?: string | null])[],
): PackLevel[] {
  return weights.flatMap(([metric, weight, queue]) => {
    const known = defaultMetrics.find(({ definition }) => definition.id === metric);
    return (known?.targets ?? [])
      .filter((target) => queue === undefined || (target.segment.queue ?? null) === queue)
      .map((target) => ({
        metric,
        name: nameOf(known?.name ?? { en: metric, es: metric }, target.segment.queue),
        target: limitOf(target),
        queue: target.segment.queue ?? null,
        minimumSample: target.sample?.minimumN ?? 0,
        weight,
      }));
  });
}

function nameOf({ en, es }: Said, queue: string | undefined): Said {
  const part = queue?.replaceAll('_', ' ');
  return part === undefined ? { en, es } : { en: `${en}, ${part}`, es: `${es}, ${part}` };
}

function limitOf(target: Target): AgreedLimit {
  return 'band' in target
    ? { band: { low: `${target.band.low}`, high: `${target.band.high}` } }
    : { comparator: target.comparator, value: `${target.value}` };
}

export const shippedPacks: readonly ShippedPack[] = [
  {
    code: 'k-defaults',
    version: 1,
    title: { en: 'Default targets, K1 to K6', es: 'Objetivos por defecto, K1 a K6' },
    about: {
      en: 'Every default target of the metric library. Quality and compliance carry more weight than speed.',
      es: 'Todos los objetivos por defecto de la biblioteca. La calidad y el cumplimiento pesan más que la rapidez.',
    },
    levels: byDefault([
      ['service_level', '8'],
      ['abandonment_rate', '4'],
      ['chat_within_60s', '6'],
      ['chat_within_60m', '2'],
      ['messages_within_24h', '6'],
      ['average_handle_time', '4'],
      ['first_contact_resolution', '8'],
      ['qa_disclosure', '8'],
      ['qa_authentication', '8'],
      ['qa_documentation', '6'],
      ['qa_empathy', '4'],
      ['qa_clarity', '4'],
      ['complaints_acknowledged', '8'],
      ['complaints_closed', '8'],
    ]),
  },
  {
    code: 'contact-centre',
    version: 1,
    title: { en: 'Contact centre', es: 'Centro de contacto' },
    about: {
      en: 'Calls answered and lost, first contact resolution, and the quality of what is said.',
      es: 'Llamadas atendidas y perdidas, resolución en el primer contacto y calidad de lo que se dice.',
    },
    levels: byDefault([
      ['service_level', '20'],
      ['abandonment_rate', '10', null],
      ['first_contact_resolution', '20', null],
      ['qa_disclosure', '15'],
      ['qa_authentication', '20'],
      ['qa_empathy', '15'],
    ]),
  },
  {
    code: 'claims',
    version: 1,
    title: { en: 'Claims', es: 'Reclamaciones de prestaciones' },
    about: {
      en: 'Claims calls: handle time in its band, resolution, documentation, and complaints in time.',
      es: 'Llamadas de prestaciones: tiempo de gestión en su banda, resolución, documentación y reclamaciones a tiempo.',
    },
    levels: byDefault([
      ['average_handle_time', '15', 'claims'],
      ['first_contact_resolution', '25', 'claims'],
      ['qa_documentation', '30'],
      ['complaints_acknowledged', '15'],
      ['complaints_closed', '15'],
    ]),
  },
  {
    code: 'security',
    version: 1,
    title: { en: 'Security and privacy', es: 'Seguridad y privacidad' },
    about: {
      en: 'Members are authenticated, disclosures are made, critical errors stay rare, reports come in time. Drills and patches are no SLAs of counted calls and are not in it.',
      es: 'Se autentica a los afiliados, se dan los avisos, los errores críticos son raros y los informes llegan a tiempo. Los simulacros y los parches no son SLA de llamadas contadas y no están aquí.',
    },
    levels: [
      ...byDefault([
        ['qa_authentication', '40'],
        ['qa_disclosure', '30'],
      ]),
      {
        ...{ metric: 'qa_critical_error', target: { comparator: '<=', value: '0.01' }, queue: null },
        ...{ minimumSample: 30, weight: '20', name: { en: 'Critical errors', es: 'Errores críticos' } },
      },
      {
        ...{ metric: 'reporting_timeliness', target: { comparator: '>=', value: '1' }, queue: null },
        ...{
          minimumSample: 0,
          weight: '10',
          name: { en: 'Reporting timeliness', es: 'Puntualidad de los informes' },
        },
      },
    ],
  },
];
