import { type Direction, Exact, wilsonInterval, writeExact } from '@plumbline/sla-engine';
import type { Cut, Cuts, ResultSummary, Standing } from '@plumbline/slas/schema';
import type { AgreedSla } from './agreed-sla';
import { type CountedRows, noRows } from './counted-rows';
import { judgeSla } from './judge-sla';
import type { JudgedWindow } from './judged-window';
import { reportDueAt } from './month-window';
import type { WindowSum } from './window-rows.repository';

export interface CutQuestion {
  readonly sla: AgreedSla;
  readonly window: JudgedWindow;
  readonly sums: readonly WindowSum[];
  readonly whole: ResultSummary;
  /** The instant at which the result was judged. */
  readonly asOf: string;
}

const CONFIDENCE = '0.95';

/**
 * Judges each cut by the engine as if the target were agreed for it, and compares it with the whole (K8, equity). A cut
 * is behind or ahead only where the Wilson interval of its share leaves the whole's value out: small groups prove nothing.
 */
export function compareCuts({ sla, window, sums, whole, asOf }: CutQuestion): Pick<Cuts, 'whole' | 'cuts'> {
  const dueAt = reportDueAt(window.month, sla.contract.reportingDueDay, sla.contract.timezone);
  const names = [...new Set(sums.map(({ cut }) => cut))];
  const cuts = names.map((name): Cut => {
    const rows = countedOf(sums.filter(({ cut }) => cut === name));
    const judged = judgeSla({
      sla,
      window,
      dueAt,
      asOf: Temporal.Instant.from(asOf),
      rows,
      claimed: [],
    });
    const counted = rows.counted > 0;
    return {
      name,
      state: judged.state,
      value: judged.value,
      numerator: counted ? judged.numerator : null,
      denominator: counted ? judged.denominator : null,
      interval:
        judged.interval === null ? null : { lower: judged.interval.lower, upper: judged.interval.upper },
      shareOfVolume: counted ? share(judged.denominator, whole.denominator) : null,
      difference: judged.value === null || whole.value === null ? null : minus(judged.value, whole.value),
      standing: standingOf(sla, judged, whole.value),
      rowsCounted: rows.counted,
    };
  });
  const { state, value, numerator, denominator, interval } = whole;
  return { whole: { state, value, numerator, denominator, interval }, cuts };
}

function countedOf(sums: readonly WindowSum[]): CountedRows {
  const whole = sums.find(({ blank }) => blank.length === 0);
  return {
    ...noRows,
    counted: whole?.rows ?? 0,
    sums: whole?.sums ?? new Map(),
    daysReported: whole?.days ?? 0,
    setAside: sums
      .filter(({ blank }) => blank.length > 0)
      .map(({ rows, blank }) => ({ rows, measures: blank })),
  };
}

function standingOf(
  { metric }: AgreedSla,
  cut: { readonly value: string | null; readonly numerator: string; readonly denominator: string | null },
  whole: string | null,
): Standing {
  const { unit, direction } = metric.definition;
  if (
    unit !== 'ratio' ||
    direction === 'band' ||
    cut.value === null ||
    cut.denominator === null ||
    whole === null
  ) {
    return 'undecided';
  }
  const interval = wilsonInterval(cut.numerator, cut.denominator, CONFIDENCE);
  // a ratio that is no share (callbacks per call) has no such interval
  if (!interval.ok) return 'undecided';
  if (interval.value.lower.gt(whole)) return betterOrWorse(direction, 'above');
  return interval.value.upper.lt(whole) ? betterOrWorse(direction, 'below') : 'level';
}

function betterOrWorse(direction: Exclude<Direction, 'band'>, place: 'above' | 'below'): Standing {
  return (direction === 'higher') === (place === 'above') ? 'ahead' : 'behind';
}

function share(part: string | null, whole: string | null): string | null {
  if (part === null || whole === null || new Exact(whole).isZero()) return null;
  return writeExact(new Exact(part).div(whole));
}

function minus(one: string, other: string): string {
  return writeExact(new Exact(one).minus(other));
}
