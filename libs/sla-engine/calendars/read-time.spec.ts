import { describe, expect, it } from '@jest/globals';
import { type InputReader, readInput } from '../reading';
import { parseLocalDate } from './epoch-day';
import { readDuration, readInstant, readLocalDate } from './read-time';

const reading = <T>(read: (input: InputReader, name: string) => T, value: unknown) =>
  readInput({ at: value }, (input) => read(input, 'at'));

describe('reading time from a request', () => {
  it('takes an instant', () => {
    expect(reading(readInstant, '2026-12-23T16:30:00-05:00')).toEqual({
      ok: true,
      value: Temporal.Instant.from('2026-12-23T21:30:00Z'),
    });
  });

  it('takes a local date', () => {
    expect(reading(readLocalDate, '2026-12-25')).toEqual({ ok: true, value: parseLocalDate('2026-12-25') });
  });

  it.each([
    ['whole units', 3, 3_000n],
    ['nothing', 0, 0n],
    ['less than nothing', -2, -2_000n],
    ['a decimal string', '1.5', 1_500n],
    ['a number with a fraction', 0.25, 250n],
    ['half a nanosecond, rounded up', '0.0005', 1n],
    ['less than half', '0.0004', 0n],
    ['more than a double holds', '9007199254740993', 9_007_199_254_740_993_000n],
  ])('takes an amount of %s', (_, given, nanoseconds) => {
    expect(reading((input, name) => readDuration(input, name, 1_000n), given)).toEqual({
      ok: true,
      value: nanoseconds,
    });
  });

  const amount = (input: InputReader, name: string) => readDuration(input, name, 1n);

  it.each<[string, (input: InputReader, name: string) => unknown, unknown, string, string]>([
    [
      'no instant',
      readInstant,
      'x',
      'instant.malformed',
      '"x" is not an RFC 3339 instant such as 2026-12-23T16:30:00-05:00.',
    ],
    ['an instant that is missing', readInstant, null, 'input.missing', '"at" is required.'],
    [
      'no date',
      readLocalDate,
      '2026-02-30',
      'date.malformed',
      '"2026-02-30" is not a date such as 2026-12-25.',
    ],
    ['a date that is no text', readLocalDate, 5, 'input.notText', 'Expected a string.'],
    ['no amount', amount, null, 'input.missing', '"at" is required.'],
    [
      'an amount in words',
      amount,
      'soon',
      'decimal.malformed',
      'Expected a decimal string such as "0.80", or a finite number.',
    ],
  ])('refuses %s', (_, read, value, code, detail) => {
    expect(reading(read, value)).toEqual({ ok: false, problem: { code, detail, path: 'at' } });
  });
});
