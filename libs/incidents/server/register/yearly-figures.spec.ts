import { describe, expect, it } from '@jest/globals';
import { type CountedIncident, yearlyFigures } from './yearly-figures';

const at = (hours: number) => new Date(Date.parse('2026-03-01T00:00:00Z') + hours * 3_600_000);
const told = (
  hours: number | null,
  late: boolean | null,
  more: Partial<CountedIncident> = {},
): CountedIncident => ({
  severity: null,
  causes: [],
  discoveredAt: at(0),
  notifiedAt: hours === null ? null : at(hours),
  late,
  ...more,
});

describe('a year of incidents in figures', () => {
  it('counts causes and severities, the most frequent first; two causes of one incident both count', () => {
    const { total, causes, severities } = yearlyFigures([
      told(1, false, { causes: ['physical', 'error'], severity: 'low' }),
      told(1, false, { causes: ['error'], severity: 'high' }),
      told(1, false, { severity: 'high' }),
    ]);
    expect(total).toBe(3);
    expect(causes).toEqual([
      { key: 'error', count: 2 },
      { key: 'physical', count: 1 },
      { key: 'not_coded', count: 1 },
    ]);
    expect(severities).toEqual([
      { key: 'high', count: 2 },
      { key: 'low', count: 1 },
    ]);
  });

  it('shares no incident between two bins: the upper end belongs to the bin below', () => {
    const { timeToNotify } = yearlyFigures([0, 4, 4.01, 12, 24, 24.5, 72, 73].map((h) => told(h, false)));
    expect(timeToNotify.bins).toEqual([
      { upToHours: 4, count: 2 },
      { upToHours: 12, count: 2 },
      { upToHours: 24, count: 1 },
      { upToHours: 48, count: 1 },
      { upToHours: 72, count: 1 },
      { upToHours: null, count: 1 },
    ]);
    expect(timeToNotify.bins.reduce((sum, { count }) => sum + count, 0)).toBe(timeToNotify.notified);
  });

  it('answers percentiles that occurred, and none where nobody was told', () => {
    const { timeToNotify } = yearlyFigures([
      told(2, false),
      told(10, false),
      told(30, true),
      told(null, true),
    ]);
    expect(timeToNotify).toMatchObject({ notified: 3, medianSeconds: 10 * 3600, p90Seconds: 30 * 3600 });
    expect(yearlyFigures([told(null, null)]).timeToNotify).toMatchObject({
      notified: 0,
      medianSeconds: null,
      p90Seconds: null,
    });
  });

  it('takes the late share of those that a deadline ran on', () => {
    expect(yearlyFigures([told(30, true), told(1, false), told(200, null)]).late).toEqual({
      count: 1,
      of: 2,
    });
  });

  it('takes what was told before it was discovered as told at once', () => {
    expect(yearlyFigures([told(-3, false)]).timeToNotify.medianSeconds).toBe(0);
  });
});
