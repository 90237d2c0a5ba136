import { type FigureTarget, writeTarget } from '../figure/figure';
import { type FigureUnit, formatFigure } from '../formatting/format-figure';
import { formatMonth, type MonthStyle } from '../formatting/format-month';
import { type Texts, wordsFor } from '../i18n/texts';
import { type Verdict, verdictWords } from '../chips/verdict';

/** One month of a trend. A month without a figure is a gap, never a zero. */
export interface TrendPoint {
  readonly month: string;
  /** What the point is called where it is no month. */
  readonly label?: string;
  readonly value: string | null;
  readonly state: Verdict | null;
  /** As agreed for that month. */
  readonly target: FigureTarget | null;
}

interface FindingWords {
  readonly none: string;
  readonly finding: (name: string, figure: string, month: string, against: string, verdict: string) => string;
  readonly against: (target: string) => string;
  readonly breaches: (breached: number, judged: number, windows: boolean) => string;
  readonly gaps: (count: number, windows: boolean) => string;
}

const words: Texts<FindingWords> = {
  en: {
    none: 'No figures yet.',
    finding: (name, figure, month, against, verdict) => `${name}: ${figure} in ${month}${against}${verdict}.`,
    against: (target) => `, target ${target}`,
    breaches: (breached, judged, windows) => {
      const what = windows ? 'windows' : 'months';
      return breached === 0
        ? `No breach in ${judged} ${what}.`
        : `Breached in ${breached} of ${judged} ${what}.`;
    },
    gaps: (count, windows) => {
      if (count === 0) return '';
      if (count === 1) return ` One ${windows ? 'window' : 'month'} has no figure.`;
      return ` ${count} ${windows ? 'windows' : 'months'} have no figure.`;
    },
  },
  es: {
    none: 'Aún no hay cifras.',
    finding: (name, figure, month, against, verdict) => `${name}: ${figure} en ${month}${against}${verdict}.`,
    against: (target) => `, objetivo ${target}`,
    breaches: (breached, judged, windows) => {
      const what = windows ? 'ventanas' : 'meses';
      return breached === 0
        ? `Sin incumplimientos en ${judged} ${what}.`
        : `Incumplido en ${breached} de ${judged} ${what}.`;
    },
    gaps: (count, windows) => {
      if (count === 0) return '';
      if (count === 1) return windows ? ' Una ventana no tiene cifra.' : ' Un mes no tiene cifra.';
      return ` ${count} ${windows ? 'ventanas' : 'meses'} no tienen cifra.`;
    },
  },
};

/** A point's month, or what its window is called. */
export function pointName({ month, label }: TrendPoint, locale: string, style: MonthStyle = 'short'): string {
  return label ?? formatMonth(month, locale, style);
}

/** What a trend shows, as a sentence: the last figure and its verdict, how often it was breached, how many months are missing. */
export function trendFinding(
  name: string,
  points: readonly TrendPoint[],
  unit: FigureUnit,
  locale: string,
): string {
  const text = wordsFor(words, locale);
  const verdicts = wordsFor(verdictWords, locale);
  const known = points.filter((point) => point.value !== null);
  const last = known.at(-1);
  if (!last || last.value === null) return `${name}: ${text.none}`;
  const edge = last.target && 'value' in last.target ? last.target.value : null;
  const against = last.target ? text.against(writeTarget(last.target, unit, locale)) : '';
  const verdict = last.state ? `, ${verdicts[last.state].toLocaleLowerCase(locale)}` : '';
  const judged = known.filter((point) => point.state === 'met' || point.state === 'breached');
  const breached = judged.filter((point) => point.state === 'breached').length;
  const windows = points.some(({ label }) => label !== undefined);
  const figure = formatFigure(last.value, unit, locale, edge);
  return (
    `${text.finding(name, figure, pointName(last, locale, 'long'), against, verdict)} ` +
    `${judged.length > 0 ? text.breaches(breached, judged.length, windows) : ''}${text.gaps(points.length - known.length, windows)}`
  ).trim();
}
