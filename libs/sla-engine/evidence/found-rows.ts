import type { Problem } from '../outcome';
import type { TraceStep } from '../trace';

/** What picked window, terms and definition, before any row is looked at. */
export interface WindowTerms {
  /** `2026-03`. */
  readonly month: string;
  /** A window that is no calendar month: its code and local dates; the month is the one in which it ends. */
  readonly window?: { readonly code: string; readonly first: string; readonly last: string };
  readonly start: string;
  readonly end: string;
  readonly zone: string;
  readonly dueAt: string;
  /** The local date whose versions hold: the first of the window. */
  readonly date: string;
  readonly contractVersion: number;
  readonly contractFrom: string;
  readonly metric: string;
  readonly metricVersion: number;
  readonly metricFrom: string;
}

/** Which window it is and which versions its start picked (semantics rules 10 and 14). */
export function windowSteps(terms: WindowTerms): readonly TraceStep[] {
  const { month, window, start, end, zone, dueAt, ...versions } = terms;
  const definedLater = terms.metricFrom > terms.date;
  return [
    window
      ? { rule: 'evidence.datedWindow', facts: { ...window, month, start, end, zone, dueAt } }
      : { rule: 'evidence.window', facts: { month, start, end, zone, dueAt } },
    { rule: 'evidence.terms', facts: { ...versions } },
    ...(definedLater
      ? [{ rule: 'evidence.definedLater', facts: { metric: terms.metric, from: terms.metricFrom } }]
      : []),
  ];
}

/** How the rows of a window were found, where the engine itself is given their sums. */
export interface FoundRows {
  /** What a row covers (`30min`, `day`); null where no row of the metric came. */
  readonly grain: string | null;
  /** Intervals belong to a window by their instant; a day or a month cannot be split and goes by its date. */
  readonly placedBy: 'instant' | 'date';
  readonly zone: string;
  readonly counted: number;
  readonly setAside: readonly { readonly rows: number; readonly measures: readonly string[] }[];
  /** Rows of other grains that count the same units again. */
  readonly otherGrains: readonly { readonly grain: string; readonly rows: number }[];
  /** Days with rows, of the days of the window; null where a row covers the whole of it. */
  readonly days: { readonly reported: number; readonly of: number } | null;
}

/** The numbers of rows behind the sums, what was set aside and why (semantics rules 13 and 16). */
export function foundRowsSteps(found: FoundRows): readonly TraceStep[] {
  const { grain, placedBy, zone, counted, setAside, otherGrains, days } = found;
  const rows = setAside.reduce((sum, set) => sum + set.rows, counted);
  return [
    ...(grain === null
      ? []
      : [
          {
            rule: placedBy === 'instant' ? 'evidence.placedByInstant' : 'evidence.placedByDate',
            facts: { grain, zone },
          },
        ]),
    ...otherGrains.map((other) => ({
      rule: 'evidence.grainSetAside',
      facts: { grain: other.grain, rows: other.rows, used: grain },
    })),
    { rule: 'kpi.rowsCounted', facts: { rows, counted } },
    ...setAside.map((set) => ({
      rule: 'evidence.rowsSetAside',
      facts: { rows: set.rows, measures: [...set.measures] },
    })),
    ...(days === null ? [] : [{ rule: 'evidence.days', facts: { ...days } }]),
  ];
}

/** Why sums that came could not be judged: counts that cannot be, such as more passes than samples. */
export function refusedSteps(problem: Problem): readonly TraceStep[] {
  return [{ rule: 'evidence.refused', facts: { code: problem.code, detail: problem.detail } }];
}

/**
 * What was claimed beside the counts (semantics rule 13): one share stands beside them, several would have to be
 * averaged, which nobody may.
 */
export function claimedSteps(figures: number, admitted: boolean): readonly TraceStep[] {
  if (figures === 0) return [];
  return figures === 1
    ? [{ rule: 'evidence.claimedBeside', facts: { admitted } }]
    : [{ rule: 'evidence.claimedNotAveraged', facts: { figures, admitted } }];
}
