import { grains, isInterval, partsOfWholes } from '@plumbline/measurements/schema';
import { Exact, type Exclusion } from '@plumbline/sla-engine';
import type { JudgedWindow } from './judged-window';

/** An approved exclusion as it acts on one SLA's month. */
export interface AppliedExclusion {
  /** As the engine recomputes it from the rows; without a period it takes nothing out. */
  readonly record: {
    readonly id: string;
    readonly kind: string;
    readonly reason: string;
    readonly approvedBy: string;
    readonly period?: { readonly start: string; readonly end: string };
    /** Units beyond the agreed forecast, as they were stated. */
    readonly stated?: { readonly forecast: string; readonly amounts: Readonly<Record<string, string>> };
    /** The same, where they are taken out: the engine recomputes the figure with them. */
    readonly amounts?: Readonly<Record<string, string>>;
  };
  readonly rows: number;
  /** What those rows count, by measure. */
  readonly amounts: Readonly<Record<string, string>>;
}

/** Without the units it states: more cannot be taken out than was counted. */
export function takingNothingStated(exclusion: AppliedExclusion): AppliedExclusion {
  if (!exclusion.record.stated) return exclusion;
  const { amounts: _, ...record } = exclusion.record;
  return { record, rows: 0, amounts: {} };
}

/**
 * Whether units that were stated are there to be taken out: no more of anything than came at that time, and of what is left no
 * part is more than its whole (answered in time, offered).
 */
export function canBeTakenOut(
  stated: Readonly<Record<string, string>>,
  counted: ReadonlyMap<string, string>,
): boolean {
  const left = new Map(
    [...counted].map(([code, sum]) => [code, new Exact(sum).minus(stated[code] ?? 0)] as const),
  );
  const isThere = Object.keys(stated).every((code) => left.get(code)?.gte(0) === true);
  return (
    isThere &&
    partsOfWholes.every(([part, whole]) => {
      const [some, all] = [left.get(part), left.get(whole)];
      return !some || !all || some.lte(all);
    })
  );
}

/** Whether it changes a figure at all. */
export function takesSomething({ rows, amounts }: AppliedExclusion): boolean {
  return rows > 0 || Object.values(amounts).some((amount) => /[1-9]/.test(amount));
}

/** The engine judges sums: it takes the amounts out, not the rows. */
export function toEngineExclusion({ record, amounts }: AppliedExclusion): Exclusion {
  const { id, kind, reason, approvedBy } = record;
  return { id, kind, reason, approvedBy, amounts };
}

/**
 * The part of a month that an exclusion takes out where figures came in a grain: only rows that lie in it whole. A day's
 * row needs the whole day, a month's row cannot be split. Null: nothing.
 */
export function countedPeriod(
  exclusion: { readonly startsAt: Date; readonly endsAt: Date },
  grain: number,
  month: JudgedWindow,
): JudgedWindow | null {
  if (grain >= grains.month) return null;
  const zoned = (at: Temporal.Instant) => at.toZonedDateTimeISO(month.zone);
  const [first, last] = [Temporal.Instant.from(month.start), Temporal.Instant.from(month.end)];
  const from = later(first, Temporal.Instant.fromEpochMilliseconds(exclusion.startsAt.getTime()));
  const to = earlier(last, Temporal.Instant.fromEpochMilliseconds(exclusion.endsAt.getTime()));
  const start = isInterval(grain) ? onGrain(zoned(from), grain, 'up') : onDay(zoned(from), 'up');
  const end = isInterval(grain) ? onGrain(zoned(to), grain, 'down') : onDay(zoned(to), 'down');
  if (Temporal.ZonedDateTime.compare(start, end) >= 0) return null;
  return {
    code: month.code,
    month: month.month,
    zone: month.zone,
    start: start.toInstant().toString(),
    end: end.toInstant().toString(),
    firstDate: start.toPlainDate().toString(),
    lastDate: end.subtract({ nanoseconds: 1 }).toPlainDate().toString(),
  };
}

function onDay(at: Temporal.ZonedDateTime, way: 'up' | 'down'): Temporal.ZonedDateTime {
  const start = at.startOfDay();
  return way === 'down' || start.equals(at) ? start : start.add({ days: 1 });
}

function onGrain(at: Temporal.ZonedDateTime, grain: number, way: 'up' | 'down'): Temporal.ZonedDateTime {
  const rest = (at.hour * 60 + at.minute) % grain;
  const down = at
    .with({ second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
    .subtract({ minutes: rest });
  return way === 'down' || down.equals(at) ? down : down.add({ minutes: grain });
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other;
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}
