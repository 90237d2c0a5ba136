import type { JudgedWindow } from './judged-window';

/**
 * The half-open window `[start of the first day, start of the next month)` of a month in an IANA zone (semantics rules 1
 * and 2: 23- and 25-hour days come out by themselves).
 *
 * @example monthWindow('2026-03', 'America/New_York').start // '2026-03-01T05:00:00Z'
 */
export function monthWindow(month: string, zone: string): JudgedWindow {
  const yearMonth = Temporal.PlainYearMonth.from(month);
  const first = yearMonth.toPlainDate({ day: 1 });
  return {
    month,
    code: 'month',
    start: startOf(first, zone),
    end: startOf(first.add({ months: 1 }), zone),
    zone,
    firstDate: first.toString(),
    lastDate: yearMonth.toPlainDate({ day: yearMonth.daysInMonth }).toString(),
  };
}

/**
 * The instant until which a month's figures may come: the end of the reporting day of the following month in the
 * contract's zone (semantics rule 6: the stated cut-off, by default the end of that local day).
 */
export function reportDueAt(month: string, dueDay: number, zone: string): string {
  const day = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: dueDay });
  return startOf(day.add({ days: 1 }), zone);
}

/** The month (`YYYY-MM`) that an instant falls into in a zone. */
export function monthAt(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().toString();
}

/** Months from first to last, both included; none when first is after last. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (
    let month = Temporal.PlainYearMonth.from(first);
    Temporal.PlainYearMonth.compare(month, last) <= 0;
    month = month.add({ months: 1 })
  ) {
    months.push(month.toString());
  }
  return months;
}

/** The first month whose first day a version that starts on `date` has in force: its window's start picks the version. */
export function firstMonthFrom(date: string): string {
  const day = Temporal.PlainDate.from(date);
  const month = day.toPlainYearMonth();
  return (day.day === 1 ? month : month.add({ months: 1 })).toString();
}

export function addMonths(month: string, count: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: count }).toString();
}

function startOf(date: Temporal.PlainDate, zone: string): string {
  return date.toZonedDateTime(zone).toInstant().toString();
}
