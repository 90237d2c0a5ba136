import { describe, expect, it } from '@jest/globals';
import { type TrendPoint, trendFinding } from './trend';
import { trendOption } from './trend-option';

const target = { comparator: '>=', value: '0.8' } as const;
const points: readonly TrendPoint[] = [
  { month: '2026-01', value: '0.85', state: 'met', target },
  { month: '2026-02', value: null, state: 'notReported', target },
  { month: '2026-03', value: '0.7333', state: 'breached', target },
];
const colours = { ink: '#000', muted: '#666', line: '#ccc', accent: '#0aa', bad: '#c00', surface: '#fff' };

describe('trendFinding', () => {
  it('states the finding, not the axes', () => {
    expect(trendFinding('Service level', points, 'ratio', 'en')).toBe(
      'Service level: 73.3% in March 2026, target ≥ 80%, breached. Breached in 1 of 2 months. One month has no figure.',
    );
  });

  it('calls windows that are no months by their names', () => {
    const weeks = points.map((point, index) => ({ ...point, label: `week ${index + 1}` }));
    expect(trendFinding('Service level', weeks, 'ratio', 'en')).toBe(
      'Service level: 73.3% in week 3, target ≥ 80%, breached. Breached in 1 of 2 windows. One window has no figure.',
    );
    expect(trendFinding('Nivel', weeks, 'ratio', 'es')).toContain(
      'Incumplido en 1 de 2 ventanas. Una ventana no tiene cifra.',
    );
  });

  it('says so when there is nothing yet, and when nothing was breached', () => {
    expect(trendFinding('Service level', [], 'ratio', 'en')).toBe('Service level: No figures yet.');
    expect(trendFinding('Service level', points.slice(0, 1), 'ratio', 'en')).toContain(
      'No breach in 1 months.',
    );
  });
});

describe('trendOption', () => {
  interface Series {
    readonly data: readonly unknown[];
    readonly connectNulls: boolean;
    readonly step?: string;
  }
  const series = (of: readonly TrendPoint[]) =>
    trendOption('Service level', of, 'ratio', 'en', colours)['series'] as readonly Series[];

  it('shows missing data as a gap, never as zero and never bridged', () => {
    const [line] = series(points);
    expect(line?.data[1]).toMatchObject({ value: null });
    expect(line?.connectNulls).toBe(false);
  });

  it('marks breached months by shape as well as colour', () => {
    expect(series(points)[0]?.data).toMatchObject([
      { symbol: 'circle' },
      {},
      { symbol: 'diamond', itemStyle: { color: '#c00' } },
    ]);
  });

  it('draws the target as a step line as agreed month by month, two for a band', () => {
    expect(series(points)[1]).toMatchObject({ step: 'middle', data: [0.8, 0.8, 0.8] });
    const band = { band: { low: '240', high: '360' } } as const;
    expect(series([{ month: '2026-01', value: '300', state: 'met', target: band }]).slice(1)).toMatchObject([
      { data: [240] },
      { data: [360] },
    ]);
  });
});
