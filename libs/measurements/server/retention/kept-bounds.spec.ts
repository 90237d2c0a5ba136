import { describe, expect, it } from '@jest/globals';
import { keptBounds, mayBeDropped } from './kept-bounds';
import { keepMonthsFromEnvironment } from './keep-months';

const at = Temporal.Instant.from;

describe('what is kept', () => {
  it.each([
    ['in the middle of a month', '2026-04-15T00:00:00Z', 84, null, '2019-04', '2019-02'],
    ['on the last second of a month', '2026-03-31T23:59:59Z', 84, null, '2019-03', '2019-01'],
    ['across a year', '2026-01-01T00:00:00Z', 72, null, '2020-01', '2019-11'],
    ['after a drop that the limit implies', '2026-04-15T00:00:00Z', 84, '2019-01', '2019-04', '2019-02'],
    ['after the limit was set back', '2026-04-15T00:00:00Z', 120, '2019-01', '2019-04', '2016-02'],
  ])('%s', (_, now, months, lastDropped, loadFrom, dropBefore) => {
    expect(keptBounds(at(now), months, lastDropped)).toEqual({ months, loadFrom, dropBefore });
  });
});

describe('what may have been dropped', () => {
  it.each([
    ['the month that runs', '2026-04', false],
    ['the oldest that everybody keeps', '2020-04', false],
    ['the one before', '2020-03', true],
    // intervals under the last days of the month before belong to it, and that is two months from being dropped
    ['none whose month before was dropped by the shortest limit', '2020-02', true],
  ])('%s', (_, month, may) => {
    expect(mayBeDropped(month, at('2026-04-15T00:00:00Z'))).toBe(may);
    const { dropBefore } = keptBounds(at('2026-04-15T00:00:00Z'), 72, null);
    if (!may) expect(month > dropBefore).toBe(true);
  });
});

describe('the setting', () => {
  it.each([
    [undefined, 240],
    ['', 240],
    ['72', 72],
    ['1200', 1200],
  ])('%j means %i months', (stated, months) => {
    expect(keepMonthsFromEnvironment({ PLUMBLINE_KEEP_MONTHS: stated })).toBe(months);
  });

  it.each(['71', '0', '-84', '84.5', 'seven years', '1201'])(
    'refuses %j and says what it wants',
    (stated) => {
      expect(() => keepMonthsFromEnvironment({ PLUMBLINE_KEEP_MONTHS: stated })).toThrow(
        'PLUMBLINE_KEEP_MONTHS is a whole number of months from 72 to 1200',
      );
    },
  );
});
