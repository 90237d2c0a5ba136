/**
 * Finds out why a library answers otherwise than the engine: by asking the engine again with a rule taken away until it
 * gives the library's answer.
 */
import {
  type Calendar,
  addBusinessDays,
  addOpenTime,
  formatLocalDate,
  parseLocalDate,
} from '@plumbline/sla-engine';
import {
  MINUTE,
  type BusinessDayQuestion,
  type OpenTimeQuestion,
  type PlainCalendar,
  engineCalendar,
  given,
  office,
  zone,
} from './business-time-inputs';

/** Ways to be wrong about open time, in the order in which they are suspected. */
export const openTimeMistakes = {
  nextOpening: 'landing on closing time moved to the next opening (rule 3)',
  clockChange: 'clock change ignored (rule 2)',
  firstPass: 'the second pass of a repeated hour taken for the first (rule 2)',
  secondsDropped: 'seconds dropped (rule 4)',
  secondsUp: 'seconds rounded up to the minute (rule 4)',
  holidays: 'holidays counted as open (rule 8)',
} as const;
export type OpenTimeMistake = keyof typeof openTimeMistakes;

export const businessDayMistakes = {
  holidays: 'holidays counted as business days (rule 8)',
  roll: 'a closed day rolls to the next business day first (rule 6)',
} as const;
export type BusinessDayMistake = keyof typeof businessDayMistakes;

const calendars = new Map<string, Calendar>();

function calendarOf(calendar: PlainCalendar, holidays: boolean, timezone: string): Calendar {
  const key = `${calendar.name} ${holidays} ${timezone}`;
  const known =
    calendars.get(key) ?? engineCalendar(holidays ? calendar : { ...calendar, holidays: [] }, timezone);
  calendars.set(key, known);
  return known;
}

/** What the engine answers, in milliseconds since 1970, with these rules taken away. */
export function openTimeAnswer(question: OpenTimeQuestion, without: readonly OpenTimeMistake[] = []): number {
  const ignoresChange = without.includes('clockChange');
  const start = startOf(question.start, without);
  // Wall time read as if it were UTC knows no clock change.
  const calendar = calendarOf(question.calendar, !without.includes('holidays'), ignoresChange ? 'UTC' : zone);
  const from = Temporal.Instant.fromEpochMilliseconds(ignoresChange ? wallOf(start) : start);
  const landed = given(addOpenTime(calendar, from, BigInt(question.minutes) * MINUTE));
  // Closing time itself is no longer open: the first open instant from there on is the next opening.
  const end = without.includes('nextOpening') ? given(addOpenTime(calendar, landed, 0n)) : landed;
  if (ignoresChange) return instantOf(end.epochMilliseconds);
  return without.includes('firstPass') ? instantOf(wallOf(end.epochMilliseconds)) : end.epochMilliseconds;
}

function startOf(start: number, without: readonly OpenTimeMistake[]): number {
  if (without.includes('secondsDropped')) return Math.floor(start / 60_000) * 60_000;
  return without.includes('secondsUp') ? Math.ceil(start / 60_000) * 60_000 : start;
}

export function businessDayAnswer(
  { date, days }: BusinessDayQuestion,
  without: readonly BusinessDayMistake[] = [],
): string {
  const calendar = calendarOf(office, !without.includes('holidays'), zone);
  const origin = without.includes('roll') ? 'roll' : 'count';
  return formatLocalDate(given(addBusinessDays(calendar, parseLocalDate(date) ?? NaN, days, origin)));
}

/** The fewest mistakes that lead to the answer, in words; `unexplained` when none do. */
export function whyDifferent<M extends string>(
  names: Readonly<Record<M, string>>,
  answerWithout: (mistakes: readonly M[]) => unknown,
  answer: unknown,
): string {
  const all = Object.keys(names) as M[];
  const combinations = Array.from({ length: 2 ** all.length - 1 }, (_, bits) =>
    all.filter((_name, index) => ((bits + 1) >> index) % 2 === 1),
  ).toSorted((one, other) => one.length - other.length);
  const found = combinations.find((mistakes) => answerWithout(mistakes) === answer);
  return found === undefined ? 'unexplained' : found.map((mistake) => names[mistake]).join('; ');
}

export interface Difference {
  readonly reason: string;
  readonly count: number;
  /** The first input of this kind, with both answers. */
  readonly example: { readonly input: object; readonly ours: string; readonly theirs: string };
}

/** Differences by reason, the most frequent first. */
export function byReason(
  differing: readonly { readonly reason: string; readonly example: Difference['example'] }[],
): readonly Difference[] {
  const groups = Map.groupBy(differing, ({ reason }) => reason);
  return [...groups]
    .flatMap(([reason, of]) => of.slice(0, 1).map(({ example }) => ({ reason, count: of.length, example })))
    .toSorted((one, other) => other.count - one.count);
}

function wallOf(epochMilliseconds: number): number {
  const wall = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(zone);
  return wall.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds;
}

/** The first of two, where the clocks show it twice. */
function instantOf(wallMilliseconds: number): number {
  const wall = Temporal.Instant.fromEpochMilliseconds(wallMilliseconds).toZonedDateTimeISO('UTC');
  return wall.toPlainDateTime().toZonedDateTime(zone).epochMilliseconds;
}
