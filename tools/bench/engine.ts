/**
 * `npm run --silent bench -- engine [--rows 2000] [--runs 3]`: open time and business days, by the engine and by the
 * libraries people use for them, on the same seeded questions (closing times, holidays, seconds, clock changes).
 *
 * The limit is the fastest library. Where a library answers otherwise, the answer is classified by asking the engine again
 * with a rule taken away (parts/why-different.ts). Needs no database and no running product.
 */
import { parseArgs } from 'node:util';
import { addBusinessDays, addOpenTime, formatLocalDate, parseLocalDate } from '@plumbline/sla-engine';
import {
  MINUTE,
  type BusinessDayQuestion,
  type OpenTimeQuestion,
  businessDayQuestions,
  engineCalendar,
  given,
  office,
  openTimeQuestions,
  zone,
} from './parts/business-time-inputs';
import {
  type Library,
  byCalendar,
  dateFns,
  dayjsBusinessTime,
  luxonBusinessDays,
  momentBusinessTime,
} from './parts/business-time-libraries';
import { median, round } from './parts/median';
import {
  businessDayAnswer,
  businessDayMistakes,
  byReason,
  openTimeAnswer,
  openTimeMistakes,
  whyDifferent,
} from './parts/why-different';

process.env['TZ'] = zone; // The libraries know no other zone than the process's.

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '2000' }, runs: { type: 'string', default: '3' } },
});
const rows = Number(options.rows);
const runs = Number(options.runs);

/** The questions of a kind in stretches of one calendar, and how to tell two answers apart. */
interface Task<Question, Answer> {
  readonly name: string;
  readonly stretches: readonly (readonly Question[])[];
  readonly ours: Library<Question, Answer>;
  readonly calendarOf: (question: Question) => OpenTimeQuestion['calendar'];
  readonly why: (question: Question, theirs: Answer) => string;
  readonly input: (question: Question) => object;
  readonly written: (answer: Answer) => string;
}

const openTime: Task<OpenTimeQuestion, number> = {
  name: 'add open minutes',
  stretches: byCalendar(openTimeQuestions(rows, 'engine')),
  ours: engineOpenTime(),
  calendarOf: ({ calendar }) => calendar,
  why: (question, theirs) =>
    whyDifferent(openTimeMistakes, (without) => openTimeAnswer(question, without), theirs),
  input: ({ calendar, start, minutes }) => ({ calendar: calendar.name, start: shown(start), minutes }),
  written: shown,
};

const businessDays: Task<BusinessDayQuestion, string> = {
  name: 'add business days',
  stretches: [businessDayQuestions(rows, 'engine')],
  ours: engineBusinessDays(),
  calendarOf: () => office,
  why: (question, theirs) =>
    whyDifferent(businessDayMistakes, (without) => businessDayAnswer(question, without), theirs),
  input: ({ date, days }) => ({ date, days }),
  written: (date) => date,
};

const idleRssMiB = rss();
let peakRssMiB = idleRssMiB;
// Before any library is loaded: the memory is the engine's.
time(openTime, openTime.ours, openTime.stretches);
time(businessDays, businessDays.ours, businessDays.stretches);
peakRssMiB = Math.max(peakRssMiB, rss());

const moment = await momentBusinessTime();
const dayjs = await dayjsBusinessTime();
const measured = [
  compare(openTime, [moment, dayjs]),
  compare(businessDays, [moment.days, dayjs.days, await luxonBusinessDays(), await dateFns()]),
];
const [hours] = measured;
process.stdout.write(
  JSON.stringify({
    bench: 'engine',
    rows,
    oursMs: hours?.oursMs,
    limitMs: hours?.limitMs,
    ratio: hours?.ratio,
    limit: hours?.limit,
    tasks: measured,
    idleRssMiB: round(idleRssMiB),
    peakRssMiB: round(peakRssMiB),
  }),
);

/** Ours and each library in turn, so that all of them meet the same machine; the first turn warms up and is not counted. */
function compare<Q, A>(task: Task<Q, A>, libraries: readonly Library<Q, A>[]) {
  const all = [task.ours, ...libraries];
  const times = new Map(all.map((library) => [library, [] as number[]]));
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const library of all) {
      const ms = time(task, library, task.stretches);
      if (turn > 0) times.get(library)?.push(ms);
    }
  }
  const msOf = (library: Library<Q, A>) => median(times.get(library) ?? []);
  const fastest = libraries.toSorted((one, other) => msOf(one) - msOf(other))[0];
  const [oursMs, limitMs] = [msOf(task.ours), fastest === undefined ? NaN : msOf(fastest)];
  return {
    task: task.name,
    oursMs: round(oursMs),
    oursOpsPerSecond: Math.round((rows / oursMs) * 1000),
    limitMs: round(limitMs),
    ratio: Number((oursMs / limitMs).toFixed(3)),
    limit: `the fastest library on the same questions: ${fastest?.name}`,
    libraries: libraries.map((library) => ({
      name: library.name,
      version: library.version,
      ms: round(msOf(library)),
      opsPerSecond: Math.round((rows / msOf(library)) * 1000),
      ...differences(task, library),
    })),
  };
}

function time<Q, A>(task: Task<Q, A>, library: Library<Q, A>, stretches: Task<Q, A>['stretches']): number {
  let ms = 0;
  for (const questions of stretches) {
    library.tell(task.calendarOf(questions[0] as Q));
    const began = performance.now();
    for (const question of questions) library.answer(question);
    ms += performance.now() - began;
  }
  return ms;
}

function differences<Q, A>(task: Task<Q, A>, library: Library<Q, A>) {
  const differing = task.stretches.flatMap((questions) => {
    [task.ours, library].forEach((each) => each.tell(task.calendarOf(questions[0] as Q)));
    return questions.flatMap((question) => {
      const [ours, theirs] = [task.ours.answer(question), library.answer(question)];
      const example = { input: task.input(question), ours: task.written(ours), theirs: task.written(theirs) };
      return ours === theirs ? [] : [{ reason: task.why(question, theirs), example }];
    });
  });
  return { differing: differing.length, why: byReason(differing) };
}

function engineOpenTime(): Library<OpenTimeQuestion, number> {
  let calendar = engineCalendar(office);
  return {
    name: 'sla-engine',
    version: 'here',
    tell: (told) => (calendar = engineCalendar(told)),
    answer: ({ start, minutes }) =>
      given(addOpenTime(calendar, Temporal.Instant.fromEpochMilliseconds(start), BigInt(minutes) * MINUTE))
        .epochMilliseconds,
  };
}

function engineBusinessDays(): Library<BusinessDayQuestion, string> {
  let calendar = engineCalendar(office);
  return {
    name: 'sla-engine',
    version: 'here',
    tell: (told) => (calendar = engineCalendar(told)),
    answer: ({ date, days }) =>
      formatLocalDate(given(addBusinessDays(calendar, parseLocalDate(date) ?? NaN, days, 'count'))),
  };
}

function shown(epochMilliseconds: number): string {
  return Number.isFinite(epochMilliseconds)
    ? Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString({ timeZone: zone })
    : String(epochMilliseconds);
}

function rss(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}
