import { describe, expect, it } from '@jest/globals';
import { type Portfolio, type PortfolioCell } from '@plumbline/slas/schema';
import { portfolioRows } from './portfolio-rows';

const cell = (month: string, more: Partial<PortfolioCell>): PortfolioCell => ({
  month,
  state: 'met',
  score: null,
  scorecardId: null,
  met: 12,
  breached: 0,
  total: 12,
  ...more,
});
const portfolio: Portfolio = {
  months: ['2026-02', '2026-03'],
  vendors: [
    {
      id: 'v1',
      code: 'A',
      name: 'Alpha',
      cells: [cell('2026-02', {}), cell('2026-03', { scorecardId: 's1', score: '91' })],
    },
    {
      id: 'v2',
      code: 'B',
      name: 'Beta',
      cells: [cell('2026-03', { state: 'breached', breached: 2, met: 10 })],
    },
    { id: 'v3', code: 'C', name: 'Gamma', cells: [cell('2026-03', { state: null, total: 0, met: 0 })] },
  ],
};
const words = {
  targets: (breached: number, total: number) => `${breached}/${total} breached`,
  score: (score: string) => `score ${score}`,
};
const rows = (order: 'name' | 'worst') =>
  portfolioRows(portfolio, order, words, 'en', (...segments) => ['/t', 'x', ...segments]);

describe('portfolioRows', () => {
  it('leads to the scorecard where one was built, else to the month’s results of the vendor', () => {
    const [alpha, beta] = rows('name');
    expect(alpha?.cells[1]).toEqual({
      state: 'met',
      text: '91.0',
      detail: '0/12 breached, score 91.0',
      link: ['/t', 'x', 'scorecards', 's1'],
    });
    expect(beta?.cells[1]).toMatchObject({
      text: '10/12',
      link: ['/t', 'x', 'results'],
      query: { month: '2026-03', vendorId: 'v2' },
    });
  });

  it('leaves a month empty where nothing was evaluated: neither good nor bad', () => {
    const [, beta, gamma] = rows('name');
    expect([beta?.cells[0], gamma?.cells[1]]).toEqual(
      Array(2).fill({ state: null, text: '', detail: '', link: null }),
    );
  });

  it('puts the vendors with most breaches in the last month first when asked', () => {
    expect(rows('worst').map((row) => row.text)).toEqual(['Beta', 'Alpha', 'Gamma']);
  });
});
