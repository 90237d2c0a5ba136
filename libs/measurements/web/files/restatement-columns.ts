import { type KpiFile, type RestatedFigureAnswer } from '@plumbline/measurements/schema';
import { type ScorecardEffect } from '@plumbline/scorecards/schema';
import { type ForeseenFigure, type ForeseenResult } from '@plumbline/slas/schema';
import {
  type Column,
  formatDate,
  formatDelta,
  formatFigure,
  formatInstant,
  formatMonth,
  formatNumber,
  writeTarget,
} from '@plumbline/ui';
import { measureSaid } from '../measure-said';
import { type RestatementWords } from './restatement-words';

/** Results as they stand beside results as they would be. */
export function resultColumns(text: RestatementWords, locale: string): readonly Column<ForeseenResult>[] {
  const value = ({ metric, target }: ForeseenResult, figure: Pick<ForeseenFigure, 'value'> | null) => {
    if (figure === null) return text.notEvaluated;
    const limit = 'comparator' in target ? target.value : null;
    return figure.value === null ? text.noValue : formatFigure(figure.value, metric.unit, locale, limit);
  };
  return [
    { key: 'target', header: text.target, text: ({ sla }) => sla.name },
    {
      key: 'month',
      header: text.month,
      text: ({ month }) => formatMonth(month, locale),
      sortBy: ({ month }) => month,
    },
    { key: 'vendor', header: text.vendor, text: ({ vendor }) => vendor.name },
    {
      key: 'agreed',
      header: text.agreed,
      numeric: true,
      sortBy: false,
      text: ({ target, metric }) => writeTarget(target, metric.unit, locale),
    },
    {
      key: 'before',
      header: text.before,
      sortBy: false,
      text: (row) => value(row, row.now),
      exported: ({ now }) => now?.value ?? '',
    },
    {
      key: 'after',
      header: text.after,
      sortBy: false,
      text: (row) => value(row, row.then),
      exported: ({ then }) => then.value ?? '',
    },
    {
      key: 'difference',
      header: text.difference,
      sortBy: false,
      text: ({ now, then, metric }) =>
        formatDelta(then.value, now?.value ?? null, metric.unit, metric.direction, locale)?.text ?? '–',
    },
    {
      key: 'breach',
      header: text.breach,
      text: ({ breach }) => (breach === null ? '–' : text[breach.change]),
    },
  ];
}

/** Published scorecards beside the revisions that they would get. */
export function scorecardColumns(
  text: RestatementWords,
  locale: string,
  linkTo: (scorecardId: string) => readonly string[],
): readonly Column<ScorecardEffect>[] {
  const score = (value: string | null) =>
    value === null ? text.withheld : formatFigure(value, 'points', locale);
  return [
    {
      key: 'scorecard',
      header: text.scorecard,
      text: ({ vendor, period }) => `${vendor.name}, ${formatMonth(period, locale, 'long')}`,
      link: ({ scorecardId }) => linkTo(scorecardId),
    },
    { key: 'revision', header: text.revision, text: ({ nextRevision }) => text.revisionOf(nextRevision) },
    {
      key: 'before',
      header: text.before,
      numeric: true,
      sortBy: false,
      text: ({ difference }) => score(difference.score.before),
    },
    {
      key: 'after',
      header: text.after,
      numeric: true,
      sortBy: false,
      text: ({ difference }) => score(difference.score.after),
    },
    {
      key: 'difference',
      header: text.difference,
      sortBy: false,
      text: ({ difference: { score: total } }) =>
        formatDelta(total.after, total.before, 'points', 'higher', locale)?.text ?? '–',
    },
  ];
}

/** Figures of earlier files beside what this file says. */
export function figureColumns(
  text: RestatementWords,
  locale: string,
  { grain, timezone: timeZone }: NonNullable<KpiFile['mapping']>,
  linkTo: (kpiFileId: string) => readonly string[],
): readonly Column<RestatedFigureAnswer>[] {
  const at = ({ localDate, startsAt }: RestatedFigureAnswer) => {
    if (grain === 'month') return formatMonth(localDate.slice(0, 7), locale);
    return grain === 'day' ? formatDate(localDate, locale) : formatInstant(startsAt, { locale, timeZone });
  };
  const amount = (value: string | null, { figure }: RestatedFigureAnswer) => {
    if (value === null) return text.blank;
    return figure.claimed && figure.unit === 'ratio'
      ? formatFigure(value, 'ratio', locale)
      : formatNumber(value, locale);
  };
  return [
    {
      key: 'line',
      header: text.line,
      numeric: true,
      text: ({ line }) => formatNumber(line, locale),
      sortBy: ({ line }) => line,
      exported: ({ line }) => String(line),
    },
    {
      key: 'at',
      header: text.at,
      text: at,
      sortBy: ({ startsAt }) => startsAt,
      exported: ({ startsAt }) => startsAt,
    },
    { key: 'vendor', header: text.vendor, text: ({ vendor }) => vendor.name, hidden: true },
    {
      key: 'segment',
      header: text.segment,
      text: ({ segment: { lineOfBusiness, channel, queue, language } }) =>
        [lineOfBusiness, channel, queue, language].filter((part) => part !== null).join(', ') || text.whole,
    },
    {
      key: 'figure',
      header: text.figure,
      text: ({ figure: { code, name, claimed } }) =>
        claimed ? text.claimed(name) : measureSaid({ code, label: name }, locale).label,
    },
    {
      key: 'before',
      header: text.before,
      numeric: true,
      text: (row) => amount(row.before, row),
      sortBy: ({ before }) => Number(before),
      exported: ({ before }) => before,
    },
    {
      key: 'after',
      header: text.after,
      numeric: true,
      text: (row) => amount(row.after, row),
      sortBy: ({ after }) => (after === null ? null : Number(after)),
      exported: ({ after }) => after ?? '',
    },
    {
      key: 'difference',
      header: text.difference,
      numeric: true,
      text: (row) => (row.difference === null ? '–' : signed(row.difference, amount(row.difference, row))),
      sortBy: ({ difference }) => (difference === null ? null : Number(difference)),
      exported: ({ difference }) => difference ?? '',
    },
    {
      key: 'source',
      header: text.source,
      text: ({ source }) =>
        source.fileName === null
          ? text.otherFile
          : text.sourceLine(source.fileName, formatNumber(source.line, locale)),
      link: ({ source }) => (source.fileName === null ? null : linkTo(source.fileId)),
    },
  ];
}

function signed(value: string, written: string): string {
  return value.startsWith('-') ? written : `+${written}`;
}
