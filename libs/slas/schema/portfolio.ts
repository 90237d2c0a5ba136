import { id, period } from '@plumbline/api/schema';
import * as z from 'zod';
import { exactDecimal } from './exact-decimal';
import { resultState, vendorName } from './result';

/** One vendor in one month: the worst of its results, and the scorecard's score where one was built. */
export const portfolioCell = z.strictObject({
  month: period,
  state: resultState.nullable().meta({ description: 'null where nothing was evaluated' }),
  score: exactDecimal.nullable(),
  scorecardId: id.nullable(),
  met: z.int().min(0),
  breached: z.int().min(0),
  total: z.int().min(0),
});

export const portfolio = z.strictObject({
  months: z.array(period),
  vendors: z.array(vendorName.extend({ cells: z.array(portfolioCell) })),
});

export type PortfolioCell = z.output<typeof portfolioCell>;
export type Portfolio = z.output<typeof portfolio>;
