/** What happens on a day, or at an instant, for calendars. */
export interface CalendarEvent {
  /** Stays the same for one event, so that calendars change it instead of adding it again. */
  readonly uid: string;
  /** A due day (`2026-09-30`, all of it) or a deadline, which is an instant. */
  readonly at: string | Date;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
}

/** Events as iCalendar (RFC 5545). Text is escaped and of one line: nothing in a name becomes a line of its own. */
export function iCalendar(name: string, events: readonly CalendarEvent[], stamp: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plumbline//Dates and deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    // a notice is due within a day, or less
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap(({ uid, at, summary, description, url }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${utc(stamp)}`,
      at instanceof Date ? `DTSTART:${utc(at)}` : `DTSTART;VALUE=DATE:${at.replaceAll('-', '')}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      `URL:${url.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]/gu, '')}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20260303T071000Z`; whatever is left of a second is cut off, so that no deadline seems later than it is. */
function utc(at: Date): string {
  return `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
}

function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replace(/[\\;,]/g, (special) => `\\${special}`);
}

/** A line has 75 octets at most; the next one begins with a space (RFC 5545 3.1). No character is cut in two. */
function folded(line: string): string {
  const parts = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(' ');
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n');
}
