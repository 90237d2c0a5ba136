/**
 * Requests to the engine as a command, from a seed: `calendar.add` over calendars that are all different, or over one.
 */
import { formatLocalDate, formatWallTime, parseLocalDate, weekdays } from '@plumbline/sla-engine';
import { SeededRandom } from '../../demo/random';

const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Jamaica',
  'America/Bogota',
  'Europe/London',
  'Africa/Johannesburg',
  'Asia/Kolkata',
  'Asia/Manila',
  'Pacific/Chatham',
] as const;
const [firstDay, days] = [parseLocalDate('2025-01-01') ?? 0, 3 * 365];
const eightyHours = 80 * 3600;

/** What a calendar has besides a range in each of five or six weekdays; each request's is drawn anew, or all have the first. */
export interface CalendarKind {
  readonly different: boolean;
  /** Of the weekdays, how many in ten have two ranges. */
  readonly split: number;
  readonly holidays: number;
  readonly overrides: number;
  readonly breaks: number;
}

/** As large as the example of engine-cli: about 390 bytes a request. */
export const small: CalendarKind = { different: true, split: 0, holidays: 1, overrides: 1, breaks: 1 };
/** With the lists of a year: about 620 bytes a request. */
export const large: CalendarKind = { different: true, split: 5, holidays: 10, overrides: 2, breaks: 2 };
export const one: CalendarKind = { ...large, different: false };

/** One line a request; starts within three years, amounts up to 80 open hours. */
export function* calendarRequests(count: number, seed: string, kind: CalendarKind): Generator<string> {
  const random = new SeededRandom(seed);
  let calendar = drawCalendar(random, kind);
  for (let id = 0; id < count; id += 1) {
    if (kind.different && id > 0) calendar = drawCalendar(random, kind);
    const start = Temporal.Instant.fromEpochMilliseconds(
      (firstDay * 86_400 + whole(random, days * 86_400)) * 1000,
    ).toString();
    yield JSON.stringify({
      id,
      op: 'calendar.add',
      input: { calendar, start, seconds: whole(random, eightyHours) },
    });
  }
}

function drawCalendar(random: SeededRandom, { split, holidays, overrides, breaks }: CalendarKind): object {
  const open = weekdays.slice(0, random.next() < 0.2 ? 6 : 5);
  const dates = (many: number) =>
    Array.from({ length: many }, () => formatLocalDate(firstDay + whole(random, days)));
  return {
    timezone: zones[whole(random, zones.length)],
    hours: Object.fromEntries(
      open.map((weekday) => [
        weekday,
        random.next() < split / 10
          ? [between(8 * 60, 11 * 60, random), between(13 * 60, 17 * 60, random)]
          : [between(8 * 60, 17 * 60, random)],
      ]),
    ),
    holidays: dates(holidays).sort(),
    overrides: Object.fromEntries(dates(overrides).map((date) => [date, [between(9 * 60, 12 * 60, random)]])),
    breaks: Object.fromEntries(dates(breaks).map((date) => [date, [between(12 * 60, 12.5 * 60, random)]])),
  };
}

/** From and to, each up to an hour later, to the minute. */
function between(from: number, to: number, random: SeededRandom): readonly [string, string] {
  const time = (minute: number) => formatWallTime((minute + whole(random, 60)) * 60);
  return [time(from), time(to + 60)];
}

function whole(random: SeededRandom, below: number): number {
  return Math.floor(random.next() * below);
}
