import { describe, expect, it } from '@jest/globals';
import { type CalendarEvent, iCalendar } from './icalendar';

const stamp = new Date('2026-05-04T15:00:00Z');
const day = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'c-term-end@plumbline', at: '2026-12-31', summary: 'MSA-1: the contract ends' },
  ...{ description: 'Northwind', url: 'https://plumbline.example/t/n/contracts/c' },
  ...change,
});
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('iCalendar', () => {
  it('writes an all-day event with a stable UID', () => {
    expect(linesOf(iCalendar('Dates', [day()], stamp))).toEqual([
      ...[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Plumbline//Dates and deadlines//EN',
        'CALSCALE:GREGORIAN',
      ],
      ...['METHOD:PUBLISH', 'NAME:Dates', 'X-WR-CALNAME:Dates', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H'],
      ...[
        'BEGIN:VEVENT',
        'UID:c-term-end@plumbline',
        'DTSTAMP:20260504T150000Z',
        'DTSTART;VALUE=DATE:20261231',
      ],
      ...['SUMMARY:MSA-1: the contract ends', 'DESCRIPTION:Northwind'],
      ...[
        'URL:https://plumbline.example/t/n/contracts/c',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ],
    ]);
  });

  it('writes a deadline as an instant in UTC, never later than it is', () => {
    const at = new Date('2026-03-08T02:30:59.999-05:00');
    const lines = linesOf(iCalendar('Dates', [day({ at })], stamp));
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART:20260308T073059Z']);
  });

  it.each([
    ['a line break', 'Evil\r\nATTENDEE:mailto:x@y.example', 'SUMMARY:Evil ATTENDEE:mailto:x@y.example'],
    ['a bare CR and LF', 'a\rb\nc', 'SUMMARY:a b c'],
    ['line separators of Unicode', 'a\u2028b\u2029c\u0085d', 'SUMMARY:a b c d'],
    ['what separates values', 'a, b; c\\d', 'SUMMARY:a\\, b\\; c\\\\d'],
  ])('lets nothing in a name become a line: %s (ASVS 1.3.11)', (_, summary, line) => {
    const text = iCalendar('Dates', [day({ summary })], stamp);
    expect(linesOf(text)).toContain(line);
    expect(linesOf(text).filter((each) => each.startsWith('ATTENDEE'))).toEqual([]);
    for (const field of ['uid', 'description', 'url'] as const)
      expect(linesOf(iCalendar('Dates', [day({ [field]: summary })], stamp))).toHaveLength(
        linesOf(text).length,
      );
    expect(linesOf(iCalendar(summary, [day()], stamp))).toHaveLength(linesOf(text).length);
  });

  it('folds lines at 75 octets and cuts no character in two', () => {
    const summary = 'Última dispensa: señal 日本語 🚨 '.repeat(8);
    const text = iCalendar('Dates', [day({ summary })], stamp);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(linesOf(text)).toContain(`SUMMARY:${summary.trim()}`);
    expect(text).not.toContain('\uFFFD');
  });
});
