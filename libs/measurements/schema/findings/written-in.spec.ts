import { describe, expect, it } from '@jest/globals';
import { writtenIn } from './written-in';

describe('dates, months and numbers in a letter', () => {
  it.each([
    ['en', '10 April 2026', 'March 2026', '1,234.5', '10 April 2026 at 04:05 UTC'],
    ['es', '10 de abril de 2026', 'marzo de 2026', '1234,5', '10 de abril de 2026 a las 4:05 UTC'],
  ] as const)('in %s', (language, date, month, number, instant) => {
    const write = writtenIn(language);
    expect([
      write.date('2026-04-10'),
      write.month('2026-03'),
      write.number('1234.5'),
      write.instant('2026-04-10T04:05:00Z'),
    ]).toEqual([date, month, number, instant]);
  });
});
