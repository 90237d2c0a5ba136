import { id } from '@plumbline/api/schema';
import { target } from '@plumbline/contracts/schema';
import { exactDecimal, resultState } from '@plumbline/slas/schema';
import * as z from 'zod';
import { scorecardLine, type ScorecardLine } from './scorecard-line';

const lineSide = z.strictObject({
  state: resultState,
  value: exactDecimal.nullable(),
  points: exactDecimal.nullable(),
  weight: exactDecimal,
  target,
});

/** What a revision changes of the one before: old → new per line and in total (V7). */
export const scorecardDifference = z.strictObject({
  revision: z.int().min(1).meta({ description: 'the revision compared with' }),
  score: z.strictObject({ before: exactDecimal.nullable(), after: exactDecimal.nullable() }),
  coverage: z.strictObject({ before: exactDecimal, after: exactDecimal }),
  lines: z.array(
    z.strictObject({
      slaId: id,
      name: z.string(),
      unit: scorecardLine.shape.metric.shape.unit,
      before: lineSide.nullable().meta({ description: 'null: the line is new' }),
      after: lineSide.nullable().meta({ description: 'null: the line is gone' }),
    }),
  ),
});

export type ScorecardDifference = z.output<typeof scorecardDifference>;

/** What a scorecard says, without who built it and when. */
export interface Decided {
  readonly revision: number;
  readonly score: string | null;
  readonly coverage: string;
  readonly lines: readonly ScorecardLine[];
}

/**
 * Lines are the same when metric, segment and windows are: an amendment gives an agreed target a new SLA, and the reader still
 * wants old beside new.
 */
export function differenceOf(before: Decided, after: Decided): ScorecardDifference {
  const old = new Map(before.lines.map((line) => [lineKey(line), line]));
  const current = new Map(after.lines.map((line) => [lineKey(line), line]));
  const keys = [...new Set([...current.keys(), ...old.keys()])];
  return {
    revision: before.revision,
    score: { before: before.score, after: after.score },
    coverage: { before: before.coverage, after: after.coverage },
    lines: keys.flatMap((key) => {
      const [was, is] = [old.get(key), current.get(key)];
      const shown = is ?? was;
      if (!shown || (was && is && sameDecision(was, is))) return [];
      return [
        {
          slaId: shown.slaId,
          name: shown.name,
          unit: shown.metric.unit,
          before: was ? sideOf(was) : null,
          after: is ? sideOf(is) : null,
        },
      ];
    }),
  };
}

/** Whether two scorecards decide the same, whatever revisions of results they name. */
export function decidesTheSame(one: Decided, other: Decided): boolean {
  return (
    one.score === other.score &&
    one.coverage === other.coverage &&
    differenceOf(one, other).lines.length === 0
  );
}

/** Names what a line is about: its metric, its part of the service, and its windows where they are no months. */
export function lineKey({
  metric,
  segment,
  windows,
}: {
  readonly metric: Pick<ScorecardLine['metric'], 'id'>;
  readonly segment: ScorecardLine['segment'];
  readonly windows?: Pick<NonNullable<ScorecardLine['windows']>, 'code'> | undefined;
}): string {
  const { lineOfBusiness, channel, queue, language } = segment;
  return JSON.stringify([
    metric.id,
    lineOfBusiness,
    channel,
    queue,
    language,
    ...(windows ? [windows.code] : []),
  ]);
}

function sameDecision(one: ScorecardLine, other: ScorecardLine): boolean {
  const facts = (line: ScorecardLine) =>
    JSON.stringify([
      line.state,
      line.value,
      line.numerator,
      line.denominator,
      line.claimedValue,
      line.weight,
      line.points,
      limits(line),
      line.windows?.results.map(({ first, state, value }) => [first, state, value]) ?? null,
    ]);
  return facts(one) === facts(other);
}

function limits({ target: agreed }: ScorecardLine): readonly string[] {
  return 'band' in agreed ? [agreed.band.low, agreed.band.high] : [agreed.comparator, agreed.value];
}

function sideOf({ state, value, points, weight, target: agreed }: ScorecardLine) {
  return { state, value, points, weight, target: agreed };
}
