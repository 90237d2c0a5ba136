import { describe, expect, it } from '@jest/globals';
import { formatsOf, readPeriod, readTimeOfDay } from './periods';

describe('reading period labels', () => {
  it.each([
    ['Apr-15', 'Mon-YY', '2015-04-01', null],
    ['apr 15', 'Mon-YY', '2015-04-01', null],
    ['Sept 2024', 'Mon YYYY', '2024-09-01', null],
    ['April 2024', 'Mon YYYY', '2024-04-01', null],
    ['202310', 'YYYYMM', '2023-10-01', null],
    ['2026-03', 'YYYY-MM', '2026-03-01', null],
    ['2026-03-31', 'YYYY-MM-DD', '2026-03-31', null],
    ['20260331', 'YYYYMMDD', '2026-03-31', null],
    ['3/31/2026', 'MM/DD/YYYY', '2026-03-31', null],
    ['31.03.2026', 'DD/MM/YYYY', '2026-03-31', null],
    ['2026-03-31 10:30', 'YYYY-MM-DD HH:mm', '2026-03-31', 630],
    ['2026-03-31 10:30:00', 'YYYY-MM-DD HH:mm', '2026-03-31', 630],
    ['3/31/2026 10:30 PM', 'MM/DD/YYYY HH:mm', '2026-03-31', 1350],
    ['3/31/2026 12:00 AM', 'MM/DD/YYYY HH:mm', '2026-03-31', 0],
    ['2026-03-31T10:30:00', 'iso', '2026-03-31', 630],
    ['2026-03-31', 'iso', '2026-03-31', null],
  ] as const)('"%s" as %s', (label, format, date, minute) => {
    expect(readPeriod(label, format)).toEqual({ date, minute, offset: null });
  });

  it('keeps an offset that the label says', () => {
    expect(readPeriod('2026-03-31T10:30:00-04:00', 'iso')).toEqual({
      date: '2026-03-31',
      minute: 630,
      offset: '-04:00',
    });
    expect(readPeriod('2026-03-31T10:30Z', 'iso')).toMatchObject({ offset: 'Z' });
  });

  it.each([
    ['2026-02-29', 'YYYY-MM-DD'],
    ['2024-13', 'YYYY-MM'],
    ['13/13/2026', 'MM/DD/YYYY'],
    ['Foo-15', 'Mon-YY'],
    ['2026-03-31 24:00', 'YYYY-MM-DD HH:mm'],
    ['2026-03-31 10:60', 'YYYY-MM-DD HH:mm'],
    ['2026-03-31 10:30:15', 'YYYY-MM-DD HH:mm'],
    ['2026-03-31 13:00 PM', 'YYYY-MM-DD HH:mm'],
    ['Total', 'YYYY-MM'],
    ['', 'YYYYMM'],
  ] as const)('"%s" is no %s', (label, format) => {
    expect(readPeriod(label, format)).toBeNull();
  });

  it('offers every format that reads all labels, and never the wrong one of two', () => {
    expect(formatsOf(['31/03/2026', '01/04/2026'])).toEqual(['DD/MM/YYYY']);
    expect(formatsOf(['3/4/2026', '4/4/2026'])).toEqual(['MM/DD/YYYY', 'DD/MM/YYYY']);
    expect(formatsOf(['202310', '202311'])).toEqual(['YYYYMM']);
    expect(formatsOf(['queue a'])).toEqual([]);
    expect(formatsOf([])).toEqual([]);
  });

  it('reads a time of day in its own column', () => {
    expect([
      readTimeOfDay('00:00'),
      readTimeOfDay('7:30 am'),
      readTimeOfDay('23:45:00'),
      readTimeOfDay('noon'),
    ]).toEqual([0, 450, 1425, null]);
  });
});
