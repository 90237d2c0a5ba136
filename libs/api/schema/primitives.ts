import * as z from 'zod';
import './plain-issue';

/** Ids are uuid v7. A text that is no uuid is simply the id of nothing. */
export const id = z.uuid().meta({ description: 'uuid v7' });

export const tenantSlug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'lower-case letters, digits and hyphens, 1 to 40 of them');

export const tenantParams = z.strictObject({ tenant: tenantSlug });

/** A calendar month of the tenant's zone: `2026-03`. */
export const period = z.string().regex(/^[12]\d{3}-(?:0[1-9]|1[0-2])$/, 'a month as YYYY-MM');

/** A calendar has no year 0, and nothing here begins before the year 1000 or ends after 2999; what is no date says so itself. */
const isOurYear = (date: string) => !/^[03-9]\d{3}-/.test(date);
const ourYears = 'a year from 1000 to 2999';

/** A local date: `2026-03-31`. */
export const localDate = z.iso.date().refine(isOurYear, ourYears);

/** An instant in UTC, RFC 3339. */
export const instant = z.iso.datetime({ offset: true }).refine(isOurYear, ourYears);

/** Exact figures travel as decimal text, never as binary floating point (semantics rule 15). */
export const decimal = z.string().regex(/^-?\d{1,30}(?:\.\d{1,20})?$/, 'a decimal number such as 0.95');

/** An IANA zone; fixed offsets are refused (semantics rule 1). */
export const timezone = z.string().refine(isZone, 'an IANA time zone such as America/New_York');

function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name) || /^Etc\/GMT[+-]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** One line of text as people type it: trimmed, not empty, no control characters. */
export function text(max: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1, 'say something here')
    .max(max, `at most ${max} characters`)
    .regex(/^[^\p{Cc}]*$/u, 'no line breaks or control characters');
}

/** Text over several lines. */
export function prose(max: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1, 'say something here')
    .max(max, `at most ${max} characters`)
    .regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u, 'no control characters');
}

/** What a table's `integer` holds: no version or revision has a higher number. */
const MOST_NUMBER = 2_147_483_647;

/** The number of a version or a revision, from 1. */
export const versionNumber = z.int().min(1).max(MOST_NUMBER);

/** The same as a part of an address. */
export const numberInPath = z.coerce.number().int().min(1).max(MOST_NUMBER);

/** Counts up at each change of a row; travels as ETag and If-Match. */
export const version = versionNumber;
