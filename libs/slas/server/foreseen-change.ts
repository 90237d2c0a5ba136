import { grains, isInterval, type MeasuredSegment } from '@plumbline/measurements/schema';
import type { ClaimChange, ClaimedFigure, SumChange } from '@plumbline/measurements/server';
import { Exact, writeExact } from '@plumbline/sla-engine';
import { covers } from './agreed-sla';
import type { RollupGroup } from './counted-rows';
import type { JudgedWindow } from './judged-window';
import { monthWindow } from './month-window';
import type { Strays } from './rollups.repository';
import type { MeasurePosition, WindowQuestion, WindowSum } from './window-rows.repository';

/** What a checked KPI file would change of a vendor's stored figures, before it is loaded. */
export interface ForeseenChange {
  readonly fileId: string;
  readonly sums: readonly SumChange[];
  readonly claims: readonly ClaimChange[];
}

/** The segments that the file would touch in a month: what its load would leave dirty. */
export function touchedSegments(change: ForeseenChange, month: string): MeasuredSegment[] {
  const touched = [
    ...change.sums.filter((sum) => sum.month === month),
    ...change.claims.filter(({ localDate }) => localDate.startsWith(month)),
  ];
  return [...new Map(touched.map(({ segment }) => [keyOf(segment), segment])).values()];
}

/** The months, by the dates that its rows state, that the file would touch. */
export function touchedMonths(change: Pick<ForeseenChange, 'sums' | 'claims'>): string[] {
  const months = [
    ...change.sums.map(({ month }) => month),
    ...change.claims.map(({ localDate }) => localDate.slice(0, 7)),
  ];
  return [...new Set(months)].sort();
}

/** A month's rollups as the file would leave them. */
export function changeGroups(
  groups: readonly RollupGroup[],
  change: ForeseenChange,
  month: string,
  measures: readonly MeasurePosition[],
): RollupGroup[] {
  const changed = new Map(groups.map((group) => [groupKey(group), group]));
  for (const sum of change.sums) {
    if (sum.month !== month) continue;
    const key = groupKey(sum);
    const group = changed.get(key) ?? emptyGroup(sum, measures);
    const rows = group.rows + sum.rows;
    const missing = new Map(
      measures.map(({ code, position }) => [
        code,
        (group.missing.get(code) ?? group.rows) + (isBlank(sum, position) ? sum.rows : 0),
      ]),
    );
    const sums = new Map(
      measures.map(({ code, position }) => [code, plus(group.sums.get(code), sum.amounts[position])]),
    );
    changed.set(key, { ...group, rows, missing, sums });
  }
  // whether any row carries a measure is only known once all kinds of rows are in
  return [...changed.values()].map((group) => ({
    ...group,
    sums: new Map(
      [...group.sums].map(([code, sum]) => [code, group.missing.get(code) === group.rows ? null : sum]),
    ),
  }));
}

/** The rows of a window, summed by what they leave blank, as the file would leave them. */
export function changeSums(
  sums: readonly WindowSum[],
  change: ForeseenChange,
  { window, grain, segment, measures }: WindowQuestion,
): WindowSum[] {
  const changed = new Map(sums.map((sum) => [sum.blank.join(' '), sum]));
  for (const sum of change.sums) {
    if (sum.grain !== grain || !covers(segment, sum.segment) || !isIn(sum, window)) continue;
    const blank = measures.filter(({ position }) => isBlank(sum, position)).map(({ code }) => code);
    if (blank.length === measures.length) continue;
    const key = blank.join(' ');
    const known = changed.get(key) ?? { cut: null, blank, rows: 0, days: 0, sums: new Map<string, string>() };
    changed.set(key, {
      ...known,
      rows: known.rows + sum.rows,
      sums: new Map(
        measures.map(({ code, position }) => [code, plus(known.sums.get(code), sum.amounts[position])]),
      ),
    });
  }
  return [...changed.values()].filter(({ rows }) => rows > 0);
}

/** A month's claims as the file would leave them. */
export function changeClaims(
  claimed: readonly ClaimedFigure[],
  change: ForeseenChange,
  month: string,
): ClaimedFigure[] {
  const changed = new Map(claimed.map((claim) => [claimKey(claim), claim]));
  for (const { value, ...claim } of change.claims) {
    if (!claim.localDate.startsWith(month)) continue;
    if (value === null) changed.delete(claimKey(claim));
    else
      changed.set(claimKey(claim), {
        ...claim,
        value,
        fileId: change.fileId,
        fileName: null,
        loadNumber: Number.MAX_SAFE_INTEGER,
      });
  }
  return [...changed.values()];
}

/** Which of the file's intervals lie, by a zone, in another month than the one whose dates they state. */
export function foreseenStrays(change: ForeseenChange, month: string, zone: string): Strays {
  const { start, end } = monthWindow(month, zone);
  const near = change.sums.flatMap((sum) =>
    sum.startsAt === null || !isInterval(sum.grain) ? [] : [{ month: sum.month, at: sum.startsAt }],
  );
  const before = near.some((sum) => sum.month === month && compare(sum.at, start) < 0);
  const after = near.some((sum) => sum.month === month && compare(sum.at, end) >= 0);
  const inside = near.some(
    (sum) => sum.month !== month && compare(sum.at, start) >= 0 && compare(sum.at, end) < 0,
  );
  return { before, after, any: before || after || inside };
}

/**
 * Whether the file changes rows of a month of which only the month is known, so that nobody can say what an exclusion takes
 * out of them.
 */
export function isUnplaced(change: ForeseenChange, month: string): boolean {
  return change.sums.some((sum) => sum.month === month && sum.grain < grains.month && !isPlaced(sum));
}

function isPlaced({ startsAt, localDate }: SumChange): boolean {
  // what was checked by an earlier release says nothing of days
  return startsAt !== null || (localDate ?? null) !== null;
}

/** Intervals are placed by their instant, days and months by the date they state (semantics rule 1). */
function isIn(sum: SumChange, window: JudgedWindow): boolean {
  const { month, startsAt, localDate } = sum;
  if (startsAt !== null) return compare(startsAt, window.start) >= 0 && compare(startsAt, window.end) < 0;
  if (isPlaced(sum)) return `${localDate}` >= window.firstDate && `${localDate}` <= window.lastDate;
  // of whose month alone is known counts where the whole month does
  const whole = monthWindow(month, window.zone);
  return window.firstDate <= whole.firstDate && whole.lastDate <= window.lastDate;
}

function isBlank({ blank }: SumChange, position: number): boolean {
  return blank[position - 1] !== '0';
}

function plus(sum: string | null | undefined, more: string | undefined): string {
  return writeExact(new Exact(sum ?? 0).plus(more ?? 0));
}

function compare(one: string, other: string): number {
  return Temporal.Instant.compare(one, other);
}

function emptyGroup({ grain, segment }: SumChange, measures: readonly MeasurePosition[]): RollupGroup {
  return {
    grain,
    segment,
    rows: 0,
    // how many days were reported is said in a trace, and decides nothing
    days: [],
    sums: new Map(measures.map(({ code }) => [code, null])),
    missing: new Map(measures.map(({ code }) => [code, 0])),
  };
}

function groupKey({ grain, segment }: { readonly grain: number; readonly segment: MeasuredSegment }): string {
  return `${grain} ${keyOf(segment)}`;
}

function claimKey(
  claim: Pick<ClaimedFigure, 'metricCode' | 'localDate' | 'startsAt' | 'grain' | 'segment'>,
): string {
  const { metricCode, localDate, startsAt, grain, segment } = claim;
  return `${metricCode} ${localDate} ${startsAt} ${grain} ${keyOf(segment)}`;
}

function keyOf({ lineOfBusiness, channel, queue, language }: MeasuredSegment): string {
  return JSON.stringify([lineOfBusiness, channel, queue, language]);
}
