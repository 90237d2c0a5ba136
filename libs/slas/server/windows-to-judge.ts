import { windowsEnding, windowsTouched } from '@plumbline/sla-engine';
import { type AgreedSla, covers, type WindowedSla } from './agreed-sla';
import type { DirtySegment, PreviousResult } from './evaluation.repository';
import { judgedWindow, type JudgedWindow, ruleOf, valueOf, windowFrom } from './judged-window';

/** Zones differ by at most 26 hours: an interval lies at most two days from the date that its file states. */
const STRAY_DAYS = 2;

/** A window of an SLA that an evaluation of a vendor's month looks at. */
export interface WindowToJudge {
  readonly sla: AgreedSla;
  readonly window: JudgedWindow;
  readonly previous: PreviousResult | undefined;
  /** What is dirty in it. */
  readonly dirty: readonly DirtySegment[];
}

/** What an evaluation of a vendor's month starts from. */
export interface MonthAtHand {
  readonly month: string;
  readonly dirty: readonly DirtySegment[];
  readonly newest: readonly PreviousResult[];
  readonly at: Temporal.Instant;
}

/**
 * The windows that hold a touched day of the month, wherever they end, and of those that end in it what has begun and has
 * no result, or waits for an instant that has come; all that have begun when nothing is dirty, as somebody asked for the
 * whole. In order of their first day.
 */
export function windowsToJudge(slas: readonly WindowedSla[], at: MonthAtHand): WindowToJudge[] {
  return slas
    .flatMap((sla) => windowsOf(sla, at))
    .sort((a, b) => a.window.firstDate.localeCompare(b.window.firstDate) || a.sla.id.localeCompare(b.sla.id));
}

function windowsOf(windowed: WindowedSla, { month, dirty, newest, at }: MonthAtHand): WindowToJudge[] {
  const { segment, window: code, contract, id } = windowed.terms;
  const rule = ruleOf(code);
  const days = Temporal.PlainYearMonth.from(month);
  const [first, last] = [days.toPlainDate({ day: 1 }), days.toPlainDate({ day: days.daysInMonth })];
  const own = dirty.filter((each) => covers(segment, each.segment));
  const near =
    own.length === 0
      ? []
      : valueOf(
          windowsTouched(
            rule,
            first.subtract({ days: STRAY_DAYS }).toString(),
            last.add({ days: STRAY_DAYS }).toString(),
          ),
        );
  const ending = valueOf(windowsEnding(rule, first.toString(), last.toString()));
  const all = new Map([...near, ...ending].map((each) => [each.first, each]));
  return [...all.values()].flatMap((each) => {
    const sla = windowed.on(each.first);
    if (!sla) return [];
    const window = judgedWindow(code, each, contract.timezone);
    const from = windowFrom(window);
    const previous = newest.find((result) => result.slaId === id && result.windowFrom === from);
    const touching = own.filter((segment_) => touches(segment_, month, window, 0));
    const strays = own.some((segment_) => touches(segment_, month, window, STRAY_DAYS));
    const begun = Temporal.Instant.compare(window.start, at) <= 0;
    const open = window.month === month && begun && (dirty.length === 0 || waits(previous, at));
    return touching.length > 0 || open || (strays && (begun || previous?.latest === true))
      ? [{ sla, window, previous, dirty: touching }]
      : [];
  });
}

/** No result yet, or one whose instant has come. */
function waits(previous: PreviousResult | undefined, at: Temporal.Instant): boolean {
  if (!previous?.latest) return true;
  return previous.reconsiderAt !== null && previous.reconsiderAt.getTime() <= at.epochMilliseconds;
}

/** Whether one of the touched days of a month lies in a window, or so many days from it. */
function touches({ days }: DirtySegment, month: string, window: JudgedWindow, beside: number): boolean {
  const first = Temporal.PlainDate.from(window.firstDate).subtract({ days: beside });
  const last = Temporal.PlainDate.from(window.lastDate).add({ days: beside });
  const start = Temporal.PlainDate.from(`${month}-01`);
  const from = Math.max(1, start.until(first).days + 1);
  const to = Math.min(start.daysInMonth, start.until(last).days + 1);
  for (let day = from; day <= to; day += 1) {
    if (days === null || (days & (1 << (day - 1))) !== 0) return true;
  }
  return false;
}
