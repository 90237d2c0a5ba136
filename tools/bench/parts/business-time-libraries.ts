/**
 * The libraries that people use for business time in JavaScript, asked what the engine is asked. They know no zone of their own and
 * take the process's, so they run in the calendar's (engine.ts sets TZ). Loaded one by one, for two of them change the
 * prototypes of what they extend.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BusinessDayQuestion, type OpenTimeQuestion, type PlainCalendar } from './business-time-inputs';

export interface Library<Question, Answer> {
  readonly name: string;
  readonly version: string;
  /** Tells it the calendar of the questions that follow. */
  tell(calendar: PlainCalendar): void;
  answer(question: Question): Answer;
}

export type OpenTimeLibrary = Library<OpenTimeQuestion, number>;
export type BusinessDayLibrary = Library<BusinessDayQuestion, string>;

const require = createRequire(import.meta.url);
const sundayFirst = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const longNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function versionOf(name: string): string {
  const path = require.resolve.paths(name)?.map((folder) => `${folder}/${name}/package.json`) ?? [];
  for (const file of path) {
    try {
      return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
    } catch {
      // Not installed in this folder; the next one up has it.
    }
  }
  throw new Error(`${name} is not installed.`);
}

interface WorkingMoment {
  addWorkingTime(amount: number, unit: 'minutes' | 'days'): WorkingMoment;
  valueOf(): number;
  format(pattern: string): string;
}

interface WorkingMomentLibrary {
  (at: number | string): WorkingMoment;
  locale(): string;
  updateLocale(name: string, data: object): void;
}

export async function momentBusinessTime(): Promise<OpenTimeLibrary & { days: BusinessDayLibrary }> {
  const moment = (await import('moment-business-time' as string)).default as WorkingMomentLibrary;
  const tell = ({ hours, holidays }: PlainCalendar) => {
    const workinghours = Object.fromEntries(
      sundayFirst.map((day, index) => [index, hours[day]?.flat().map((time) => `${time}:00`) ?? null]),
    );
    moment.updateLocale(moment.locale(), { workinghours, holidays });
  };
  const about = { name: 'moment-business-time', version: versionOf('moment-business-time'), tell };
  return {
    ...about,
    answer: ({ start, minutes }) => moment(start).addWorkingTime(minutes, 'minutes').valueOf(),
    days: {
      ...about,
      answer: ({ date, days }) => moment(date).addWorkingTime(days, 'days').format('YYYY-MM-DD'),
    },
  };
}

export async function dayjsBusinessTime(): Promise<OpenTimeLibrary & { days: BusinessDayLibrary }> {
  const dayjs = (await import('dayjs')).default;
  const plugin = (await import('dayjs-business-time')).default;
  dayjs.extend(plugin);
  const tell = ({ hours, holidays }: PlainCalendar) => {
    dayjs.setHolidays([...holidays]);
    dayjs.setBusinessTime(
      Object.fromEntries(
        sundayFirst.map((day, index) => [
          longNames[index],
          hours[day]?.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` })) ?? null,
        ]),
      ) as unknown as Parameters<typeof dayjs.setBusinessTime>[0],
    );
  };
  const about = { name: 'dayjs-business-time', version: versionOf('dayjs-business-time'), tell };
  return {
    ...about,
    answer: ({ start, minutes }) => dayjs(start).addBusinessMinutes(minutes).valueOf(),
    days: { ...about, answer: ({ date, days }) => dayjs(date).addBusinessDays(days).format('YYYY-MM-DD') },
  };
}

export async function luxonBusinessDays(): Promise<BusinessDayLibrary> {
  interface BusinessDateTime {
    setupBusiness(options: object): void;
    plusBusiness(options: { days: number }): BusinessDateTime;
    toISODate(): string;
  }
  const { DateTime } = (await import('luxon-business-days' as string)).default as {
    DateTime: { fromISO(date: string): BusinessDateTime };
  };
  return {
    name: 'luxon-business-days',
    version: versionOf('luxon-business-days'),
    tell: ({ holidays }) => {
      const listed = new Set(holidays);
      DateTime.fromISO('2025-01-01').setupBusiness({
        holidayMatchers: [(date: BusinessDateTime) => listed.has(date.toISODate())],
      });
    },
    answer: ({ date, days }) => DateTime.fromISO(date).plusBusiness({ days }).toISODate(),
  };
}

/** `addBusinessDays`, which takes Saturdays and Sundays for closed and nothing else. */
export async function dateFns(): Promise<BusinessDayLibrary> {
  const { addBusinessDays, formatISO, parseISO } = await import('date-fns');
  return {
    name: 'date-fns',
    version: versionOf('date-fns'),
    tell: () => undefined,
    answer: ({ date, days }) => formatISO(addBusinessDays(parseISO(date), days), { representation: 'date' }),
  };
}

/** By calendar, so that each is told a calendar once and not before every question. */
export function byCalendar(questions: readonly OpenTimeQuestion[]): readonly (readonly OpenTimeQuestion[])[] {
  return [...Map.groupBy(questions, ({ calendar }) => calendar).values()];
}
