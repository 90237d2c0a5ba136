import { id, instant, localDate, text, timezone, version } from '@plumbline/api/schema';
import type { Weekday } from '@plumbline/sla-engine';
import * as z from 'zod';
import { provenance, statedProvenance } from './provenance';

/** Local wall times such as 09:00; the engine judges them (`calendarProblems`), up to 48:00 for the date before. */
const wallTime = z.string().max(8);
const ranges = z
  .array(z.tuple([wallTime, wallTime]))
  .max(10)
  .default([]);
/** Open hours by weekday; a weekday without ranges is closed. */
export const weeklyHours = z
  .strictObject({
    mon: ranges,
    tue: ranges,
    wed: ranges,
    thu: ranges,
    fri: ranges,
    sat: ranges,
    sun: ranges,
  } satisfies Record<Weekday, typeof ranges>)
  .meta({ description: 'pairs of local times; a range across midnight adds 24 hours to its end' });

const named = { date: localDate, name: text(120) };
const maxHolidays = 2000;

/** A date on which the calendar is closed, as a reviewer sends it. */
export const statedHoliday = z.strictObject({ ...named, provenance: statedProvenance });
export const holiday = z.strictObject({ ...named, provenance });

/** What a calendar says, whole: a version of it. */
export const calendarTerms = z.strictObject({
  timezone,
  hours: weeklyHours,
  holidays: z.array(statedHoliday).max(maxHolidays).default([]),
});

const calendarName = text(80).meta({ description: 'unique within the tenant; partners see it' });

/** A new calendar comes with its first version. Whoever sends it has reviewed it. */
export const newCalendar = calendarTerms.extend({ name: calendarName });

export const newCalendarVersion = calendarTerms.extend({
  reason: text(300).meta({ description: 'what changed, and why' }),
});

const versionNumber = z.int().min(1);

/** One line of a calendar's history. */
export const calendarVersionSummary = z.strictObject({
  number: versionNumber,
  knownFrom: instant.meta({ description: 'a clock keeps the version known at its start (semantics rule 8)' }),
  holidays: z.int(),
  reviewedBy: z.string(),
  reason: z.string().nullable(),
});

export const calendarSummary = z.strictObject({
  id,
  name: z.string(),
  timezone: z.string(),
  number: versionNumber.meta({ description: 'the newest version' }),
  knownFrom: instant,
  holidays: z.int(),
  holidaysUntil: localDate.nullable().meta({ description: 'the last holiday listed' }),
});

export const calendar = z.strictObject({
  id,
  name: z.string(),
  versions: z.array(calendarVersionSummary).meta({ description: 'oldest first' }),
  createdAt: instant,
  updatedAt: instant,
  version,
});

/** A version never changes: a correction is the next one. */
export const calendarVersion = z.strictObject({
  calendarId: id,
  number: versionNumber,
  timezone: z.string(),
  hours: weeklyHours,
  holidays: z.array(holiday).meta({ description: 'by date' }),
  reason: z.string().nullable(),
  reviewedBy: z.string(),
  reviewedAt: instant,
  knownFrom: instant,
});

export type WeeklyHours = z.output<typeof weeklyHours>;
export type StatedHoliday = z.output<typeof statedHoliday>;
export type Holiday = z.output<typeof holiday>;
export type CalendarTerms = z.output<typeof calendarTerms>;
export type NewCalendar = z.output<typeof newCalendar>;
export type NewCalendarVersion = z.output<typeof newCalendarVersion>;
export type CalendarVersionSummary = z.output<typeof calendarVersionSummary>;
export type CalendarSummary = z.output<typeof calendarSummary>;
export type Calendar = z.output<typeof calendar>;
export type CalendarVersion = z.output<typeof calendarVersion>;
