import type { IncidentSummary } from '@plumbline/incidents/schema';
import { type Column, formatInstant, formatNumber } from '@plumbline/ui';
import type { IncidentWords } from './incident-words';
import { policyName } from './clock-views';
import type { registerWords } from './register-words';

type ColumnKey = keyof (typeof registerWords)['en']['columns'];

/** Shown until the reader chooses otherwise. */
const usual: readonly ColumnKey[] = [
  'reference',
  'title',
  'vendor',
  'state',
  'severity',
  'deadline',
  'late',
  'discovered',
  'notified',
];

export interface ColumnSurroundings {
  readonly headers: Readonly<Record<ColumnKey, string>>;
  readonly words: IncidentWords;
  readonly locale: string;
  readonly timeZone: string;
  readonly link: (id: string) => readonly string[];
  /** From the address: keys of the chosen columns, in any order. */
  readonly chosen: readonly string[] | null;
}

const hour = 3_600_000;

export function registerColumns(around: ColumnSurroundings): readonly Column<IncidentSummary>[] {
  const { headers, words, locale, timeZone, chosen } = around;
  const instant = (
    key: ColumnKey,
    of: (row: IncidentSummary) => string | null,
  ): Omit<Column<IncidentSummary>, 'header'> => ({
    key,
    text: (row) => {
      const at = of(row);
      return at === null ? '–' : formatInstant(at, { locale, timeZone });
    },
    sortBy: of,
    exported: (row) => of(row) ?? '',
  });
  const took = ({ discoveredAt, notifiedAt }: IncidentSummary): number | null =>
    notifiedAt === null ? null : Math.max(0, Date.parse(notifiedAt) - Date.parse(discoveredAt)) / hour;
  const columns: readonly Omit<Column<IncidentSummary>, 'header'>[] = [
    {
      key: 'reference',
      text: ({ reference }) => reference,
      link: ({ id }) => around.link(id),
    },
    { key: 'title', text: ({ title }) => title },
    { key: 'vendor', text: ({ vendor }) => vendor.name },
    { key: 'state', text: ({ state }) => words.states[state] },
    {
      key: 'severity',
      text: ({ severity }) => (severity === null ? words.untriaged : words.severities[severity]),
    },
    {
      key: 'deadline',
      text: ({ nextDeadline }) =>
        nextDeadline === null
          ? '–'
          : `${formatInstant(nextDeadline.at, { locale, timeZone })} · ${policyName({ name: nextDeadline.policyName, nameEs: nextDeadline.policyNameEs }, locale)}`,
      sortBy: ({ nextDeadline }) => nextDeadline?.at ?? null,
      exported: ({ nextDeadline }) => nextDeadline?.at ?? '',
    },
    {
      key: 'late',
      text: ({ lateClocks }) => formatNumber(lateClocks, locale),
      sortBy: ({ lateClocks }) => lateClocks,
      numeric: true,
    },
    instant('discovered', ({ discoveredAt }) => discoveredAt),
    instant('notified', ({ notifiedAt }) => notifiedAt),
    {
      key: 'took',
      text: (row) => {
        const hours = took(row);
        return hours === null ? '–' : formatNumber(hours, locale, { max: 1 });
      },
      sortBy: took,
      numeric: true,
    },
    instant('acknowledged', ({ acknowledgedAt }) => acknowledgedAt),
    { key: 'phi', text: ({ phi }) => words.phi[phi] },
    { key: 'service', text: ({ service }) => words.services[service] },
    {
      key: 'people',
      text: ({ peopleAffected }) => (peopleAffected === null ? '–' : formatNumber(peopleAffected, locale)),
      sortBy: ({ peopleAffected }) => peopleAffected,
      numeric: true,
    },
    { key: 'owner', text: ({ owner }) => owner?.name ?? '–' },
    instant('closed', ({ closedAt }) => closedAt),
  ];
  const shown: readonly string[] = chosen ?? usual;
  return columns.map((column) => ({
    ...column,
    header: headers[column.key as ColumnKey],
    hidden: !shown.includes(column.key),
  }));
}
