import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const queues = ['eligibility_benefits', 'claims', 'prior_authorization', 'pharmacy', 'billing'];
const languages = ['en', 'es', 'zh', 'vi'];
const linesOfBusiness = ['individual', 'group', 'student'];

export const segments = queues.flatMap((queue) =>
  languages.flatMap((language) =>
    linesOfBusiness.map((lineOfBusiness) => ({ queue, language, lineOfBusiness })),
  ),
);

/** A row of the file, by where its figures come from. */
export interface IntervalRow {
  /** Half hours since the beginning. */
  readonly slot: number;
  readonly segment: number;
  readonly figures: readonly number[];
}

/** Ten million rows reach to the middle of 2025: nothing of them may lie in the future. */
export const FIRST_DAY = '2016-01-01';
export const header =
  'interval_start,line_of_business,queue,language,calls_offered,calls_answered,calls_answered_20s,calls_abandoned,wait_seconds,calls_handled,handle_seconds';

/** Half-hour rows of 60 segments in order of time, the same for the same number. */
export function* intervalRows(count: number): Generator<IntervalRow> {
  for (let index = 0; index < count; index += 1) {
    const offered = 5 + ((index * 7_919) % 97);
    const abandoned = index % 6;
    const answered = offered - Math.min(offered, abandoned);
    yield {
      slot: Math.floor(index / segments.length),
      segment: index % segments.length,
      figures: [
        offered,
        answered,
        Math.floor(answered * 0.8),
        offered - answered,
        answered * 13,
        answered,
        answered * (240 + (index % 100)),
      ],
    };
  }
}

export function startOf(slot: number): Temporal.PlainDateTime {
  return Temporal.PlainDate.from(FIRST_DAY)
    .toPlainDateTime()
    .add({ minutes: slot * 30 });
}

/** The first day that is no longer in the months of so many rows. */
export function monthAfter(count: number): string {
  const last = startOf(Math.floor((count - 1) / segments.length)).toPlainDate();
  return last.with({ day: 1 }).add({ months: 1 }).toString();
}

/** Writes rows as lines of text, in pieces. */
export async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const out = createWriteStream(path);
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < 1024 * 1024) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}

/** The file that a partner sends. Times are UTC, so that no hour comes twice. */
export function* csvLines(count: number): Generator<string> {
  yield `${header}\n`;
  let slot = -1;
  let time = '';
  for (const row of intervalRows(count)) {
    if (row.slot !== slot) {
      slot = row.slot;
      time = startOf(slot).toString({ smallestUnit: 'minute' }).replace('T', ' ');
    }
    const { lineOfBusiness, queue, language } = segments[row.segment] ?? {};
    yield `${time},${lineOfBusiness},${queue},${language},${row.figures.join(',')}\n`;
  }
}
