/** A day on which something happens, for calendars. */
export interface CalendarDay {
  /** Stays the same for one event, so that calendars change it instead of adding it again. */
  readonly uid: string;
  /** `2026-09-30`. */
  readonly date: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
}

/** All-day events as iCalendar (RFC 5545). Text is escaped and of one line: nothing in a name becomes a line of its own. */
export function iCalendar(name: string, days: readonly CalendarDay[], stamp: Date): string {
  const stamped = `${stamp.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plumbline//Contract dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...days.flatMap(({ uid, date, summary, description, url }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamped}`,
      `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
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
