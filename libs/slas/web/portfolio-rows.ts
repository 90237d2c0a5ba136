import { type PortfolioCell, type Portfolio } from '@plumbline/slas/schema';
import { type HeatRow, formatNumber } from '@plumbline/ui';

export interface PortfolioWords {
  readonly targets: (breached: number, total: number) => string;
  readonly score: (score: string) => string;
}

export const portfolioOrders = ['name', 'worst'] as const;
export type PortfolioOrder = (typeof portfolioOrders)[number];

/**
 * The heat map of a portfolio: a cell shows the score where a scorecard was built, else how many targets were met, and
 * leads to the scorecard or the month's results. `worst`: most breaches in the last month shown come first.
 */
export function portfolioRows(
  portfolio: Portfolio,
  order: PortfolioOrder,
  words: PortfolioWords,
  locale: string,
  link: (...segments: string[]) => readonly string[],
): readonly HeatRow[] {
  const last = portfolio.months.at(-1);
  const badnessOf = (vendor: Portfolio['vendors'][number]) =>
    badness(vendor.cells.find(({ month }) => month === last));
  const vendors =
    order === 'worst' ? portfolio.vendors.toSorted((a, b) => badnessOf(b) - badnessOf(a)) : portfolio.vendors;
  return vendors.map((vendor) => ({
    key: vendor.id,
    text: vendor.name,
    link: link('vendors', vendor.id),
    cells: portfolio.months.map((month) => {
      const cell = vendor.cells.find((each) => each.month === month);
      if (!cell || cell.state === null) return { state: null, text: '', detail: '', link: null };
      const score = cell.score === null ? null : formatNumber(cell.score, locale, { min: 1, max: 1 });
      return {
        state: cell.state,
        text: score ?? `${cell.met}/${cell.total}`,
        detail: [words.targets(cell.breached, cell.total), score === null ? '' : words.score(score)]
          .filter(Boolean)
          .join(', '),
        ...(cell.scorecardId === null
          ? { link: link('results'), query: { month, vendorId: vendor.id } }
          : { link: link('scorecards', cell.scorecardId) }),
      };
    }),
  }));
}

function badness(cell: PortfolioCell | undefined): number {
  if (!cell || cell.state === null) return -1;
  const undecided = cell.state === 'met' ? 0 : 0.5;
  return cell.breached + undecided;
}
