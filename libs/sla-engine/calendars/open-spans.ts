import type { Calendar, EpochDay, WallRange } from './calendar';
import { weekdayIndex } from './epoch-day';
import { openWallTime } from './hours-of-date';
import { perCalendar } from './per-calendar';
import { secondsPerDay } from './time-units';
import { type ZoneOffsets, zoneOffsets } from './zone-offsets';

/** A stretch of real time in which a calendar is open: `[from, until)` in epoch seconds. */
export interface OpenSpan {
  readonly from: number;
  readonly until: number;
}

/** The open time of one UTC day. */
export interface OpenDay {
  readonly spans: readonly OpenSpan[];
  readonly seconds: number;
}

/** UTC days summed at once, so that a long clock does not visit each of them. */
export const daysPerBlock = 64;

const daysKept = 20_000;
const none: ReadonlyMap<EpochDay, never> = new Map<EpochDay, never>();

/**
 * A calendar's open time as spans of real time, computed UTC day by UTC day when asked for and kept. Real time is
 * cut where the zone's offset changes; in each piece the clocks run evenly, so the open wall time is the
 * open real time, and skipped and repeated hours need no rule of their own (semantics rule 2). UTC days rather than
 * local dates keep the spans in order even where a clock change goes back across midnight.
 */
export class OpenSpans {
  private readonly days = new Map<EpochDay, OpenDay>();
  private readonly blocks = new Map<number, number>();
  /** The open wall time of a weekday no list touches, worked out when first asked for. */
  private readonly week: (readonly WallRange[] | undefined)[] = [];
  private readonly plain: Calendar;
  private readonly offsets: ZoneOffsets;
  /** The first and the last date on a list, asked for only where the week opens nothing. */
  private listed: { readonly first: EpochDay; readonly last: EpochDay } | undefined;
  /** What the week alone opens in a block, clock changes aside; 0 where it opens nothing. */
  readonly usualBlockSeconds: number;

  constructor(private readonly calendar: Calendar) {
    this.plain = { ...calendar, holidays: none, overrides: none, breaks: none };
    this.offsets = zoneOffsets(calendar.zone);
    this.usualBlockSeconds = (secondsOfWeek(calendar) * daysPerBlock) / 7;
  }

  get opensWeekly(): boolean {
    return this.usualBlockSeconds > 0;
  }

  /** Before this day only the week decides, in UTC and in every zone. */
  get firstListedDay(): EpochDay {
    return this.listedDates().first - 3;
  }

  /** After this day only the week decides, in UTC and in every zone. */
  get lastListedDay(): EpochDay {
    return this.listedDates().last + 3;
  }

  day(utcDay: EpochDay): OpenDay {
    const kept = this.days.get(utcDay);
    if (kept !== undefined) {
      return kept;
    }
    if (this.days.size >= daysKept) {
      this.days.clear();
    }
    const computed = this.compute(utcDay);
    this.days.set(utcDay, computed);
    return computed;
  }

  /** Open seconds of the `daysPerBlock` UTC days from day `block * daysPerBlock` on. */
  blockSeconds(block: number): number {
    const kept = this.blocks.get(block);
    if (kept !== undefined) {
      return kept;
    }
    let seconds = 0;
    for (let day = block * daysPerBlock; day < (block + 1) * daysPerBlock; day++) {
      seconds += this.day(day).seconds;
    }
    this.blocks.set(block, seconds);
    return seconds;
  }

  private listedDates(): { readonly first: EpochDay; readonly last: EpochDay } {
    if (this.listed === undefined) {
      const { holidays, overrides, breaks } = this.calendar;
      const dates = [holidays, overrides, breaks].flatMap((by) => [...by.keys()]);
      this.listed = {
        first: dates.reduce((first, date) => Math.min(first, date), Infinity),
        last: dates.reduce((last, date) => Math.max(last, date), -Infinity),
      };
    }
    return this.listed;
  }

  private wallTime(date: EpochDay): readonly WallRange[] {
    // A date's entry concerns the next date too: its hours and breaks may run past midnight.
    return isListed(this.calendar, date) || isListed(this.calendar, date - 1)
      ? openWallTime(this.calendar, date)
      : (this.week[weekdayIndex(date)] ??= openWallTime(this.plain, date));
  }

  private compute(utcDay: EpochDay): OpenDay {
    const spans: OpenSpan[] = [];
    const end = (utcDay + 1) * secondsPerDay;
    for (let time = utcDay * secondsPerDay; time < end;) {
      const { until, offset } = this.offsets.at(time);
      const pieceEnd = Math.min(until, end);
      const lastDate = Math.floor((pieceEnd - 1 + offset) / secondsPerDay);
      for (let date = Math.floor((time + offset) / secondsPerDay); date <= lastDate; date++) {
        const midnight = date * secondsPerDay - offset;
        for (const range of this.wallTime(date)) {
          append(spans, Math.max(midnight + range.from, time), Math.min(midnight + range.to, pieceEnd));
        }
      }
      time = pieceEnd;
    }
    return { spans, seconds: spans.reduce((sum, span) => sum + span.until - span.from, 0) };
  }
}

function secondsOfWeek({ weekly }: Calendar): number {
  let seconds = 0;
  for (const ranges of weekly) {
    for (const { from, to } of ranges) {
      seconds += to - from;
    }
  }
  return seconds;
}

function isListed({ holidays, overrides, breaks }: Calendar, date: EpochDay): boolean {
  return holidays.has(date) || overrides.has(date) || breaks.has(date);
}

/** Adds a span, joined to the one before where they touch. */
function append(spans: OpenSpan[], from: number, until: number): void {
  if (from >= until) {
    return;
  }
  const last = spans.at(-1);
  if (last?.until === from) {
    spans[spans.length - 1] = { from: last.from, until };
  } else {
    spans.push({ from, until });
  }
}

export const openSpans = perCalendar((calendar) => new OpenSpans(calendar));
