import type { ScorecardDifference } from '@plumbline/scorecards/schema';
import { type Change, formatFigure, writeTarget } from '@plumbline/ui';

export interface DifferenceWords {
  readonly score: string;
  readonly coverage: string;
  readonly withheld: string;
  readonly none: string;
  readonly states: Readonly<Record<string, string>>;
}

type Side = NonNullable<ScorecardDifference['lines'][number]['before']>;

/** What a revision changes, totals first, then line by line: old and new as a reader says them. */
export function differenceRows(
  { score, coverage, lines }: ScorecardDifference,
  words: DifferenceWords,
  locale: string,
): Change[] {
  const total = (value: string | null) =>
    value === null ? words.withheld : formatFigure(value, 'points', locale);
  return [
    { what: words.score, before: total(score.before), after: total(score.after) },
    {
      what: words.coverage,
      before: formatFigure(coverage.before, 'ratio', locale),
      after: formatFigure(coverage.after, 'ratio', locale),
    },
    ...lines.map(({ name, unit, before, after }) => {
      const other = (side: Side | null, beside: Side | null) =>
        side === null ? null : describe(side, unit, beside, words, locale);
      return { what: name, before: other(before, after), after: other(after, before) };
    }),
  ];
}

/** State and figure, and target and weight where they differ from the other side. */
function describe(
  side: Side,
  unit: ScorecardDifference['lines'][number]['unit'],
  beside: Side | null,
  words: DifferenceWords,
  locale: string,
): string {
  const figure =
    side.value === null
      ? words.none
      : formatFigure(
          side.value,
          unit,
          locale,
          beside?.value ?? ('value' in side.target ? side.target.value : null),
        );
  const target = writeTarget(side.target, unit, locale);
  const besideTarget = beside === null ? target : writeTarget(beside.target, unit, locale);
  return [
    figure,
    words.states[side.state] ?? side.state,
    ...(target === besideTarget ? [] : [target]),
    ...(beside === null || beside.weight === side.weight
      ? []
      : [formatFigure(side.weight, 'points', locale)]),
  ].join(' · ');
}
