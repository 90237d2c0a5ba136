import { describe, expect, it } from '@jest/globals';
import { grains } from '@plumbline/measurements/schema';
import { canBeTakenOut, countedPeriod } from './applied-exclusions';
import { monthWindow } from './month-window';

const march = monthWindow('2026-03', 'America/New_York');
const period = (startsAt: string, endsAt: string, grain: number) =>
  countedPeriod({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, grain, march);

describe('units beyond the forecast', () => {
  const counted = new Map([
    ['offered', '100'],
    ['answered_within_threshold', '58.5'],
  ]);

  it.each([
    [{ offered: '41.5' }, true],
    [{ offered: '41.6' }, false],
    [{ offered: '60', answered_within_threshold: '58.5' }, true],
    [{ offered: '101', answered_within_threshold: '58.5' }, false],
    [{ answered_within_threshold: '58.6' }, false],
    [{ abandoned: '1' }, false],
  ])('%j can be taken out: %j', (stated, can) => {
    expect(canBeTakenOut(stated, counted)).toBe(can);
  });
});

describe('what an exclusion takes out, by the grain of the figures', () => {
  it.each<[string, string, string, number, [string, string] | null]>([
    [
      'half hours',
      '2026-03-12T14:00Z',
      '2026-03-12T19:00Z',
      30,
      ['2026-03-12T14:00:00Z', '2026-03-12T19:00:00Z'],
    ],
    [
      'only hours that lie in it whole',
      '2026-03-12T14:30Z',
      '2026-03-12T19:30Z',
      60,
      ['2026-03-12T15:00:00Z', '2026-03-12T19:00:00Z'],
    ],
    ['half an hour of hours is nothing', '2026-03-12T14:30Z', '2026-03-12T15:00Z', 60, null],
    [
      'a day',
      '2026-03-12T04:00Z',
      '2026-03-13T04:00Z',
      grains.day,
      ['2026-03-12T04:00:00Z', '2026-03-13T04:00:00Z'],
    ],
    ['half a day of days is nothing', '2026-03-12T14:00Z', '2026-03-13T04:00Z', grains.day, null],
    [
      'the whole days among more',
      '2026-03-11T15:00Z',
      '2026-03-13T15:00Z',
      grains.day,
      ['2026-03-12T04:00:00Z', '2026-03-13T04:00:00Z'],
    ],
    [
      'the day on which clocks go forward',
      '2026-03-08T05:00Z',
      '2026-03-09T04:00Z',
      grains.day,
      ['2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'],
    ],
    [
      'what lies in the month',
      '2026-03-31T04:00Z',
      '2026-04-03T04:00Z',
      grains.day,
      ['2026-03-31T04:00:00Z', '2026-04-01T04:00:00Z'],
    ],
    ['nothing of another month', '2026-04-02T04:00Z', '2026-04-03T04:00Z', grains.day, null],
    ['nothing of figures by the month', '2026-03-01T05:00Z', '2026-04-01T04:00Z', grains.month, null],
  ])('%s', (_, from, to, grain, expected) => {
    const found = period(from, to, grain);
    expect(found === null ? null : [found.start, found.end]).toEqual(expected);
  });

  it('names the dates of the period, the last one included', () => {
    expect(period('2026-03-12T04:00Z', '2026-03-14T04:00Z', grains.day)).toMatchObject({
      firstDate: '2026-03-12',
      lastDate: '2026-03-13',
    });
  });
});
