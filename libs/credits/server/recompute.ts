import type { ExportedStatement } from '@plumbline/credits/schema';
import type { CreditStatementEntity } from './credit-statement.entity';

type Recomputed = ExportedStatement['recompute'];

/** What `npm run engine` is asked to arrive at each amount of a statement by, with what it has to arrive at. */
export function recomputeOf({
  request,
  credit,
  entries,
}: Pick<CreditStatementEntity, 'request' | 'credit' | 'entries'>): Recomputed {
  return [
    { id: 'credit', op: 'credit.compute', input: request, amount: credit },
    ...entries.flatMap(({ requests, amount, kind, period, name }): Recomputed =>
      // the last request arrives at the entry; those before it at what goes into it
      requests.slice(-1).map(({ op, input }) => ({
        id: [kind, period, name].filter((part) => part !== null).join(' '),
        op,
        input,
        amount: kind === 'earnBack' ? amount.replace(/^-/, '') : amount,
      })),
    ),
  ];
}
