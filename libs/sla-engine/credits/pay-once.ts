import type { Exact } from '../decimals';
import type { TraceStep } from '../trace';
import type { CreditElection } from './credit-scheme';

export interface PricedFailure {
  readonly sla: string;
  readonly event: string | undefined;
  readonly amount: Exact;
}

/**
 * Of the failures of one event only one pays (semantics rule 24): the larger amount, the smaller, or the first in
 * the contract's order; the earlier listed one where amounts are equal. Failures without an event stand alone.
 */
export function payOnce<F extends PricedFailure>(
  failures: readonly F[],
  election: CreditElection,
): { readonly paying: readonly F[]; readonly trace: readonly TraceStep[] } {
  const chosen = new Map<string, F>();
  for (const failure of failures) {
    if (failure.event !== undefined) {
      const rival = chosen.get(failure.event);
      chosen.set(failure.event, rival === undefined || beats(failure, rival, election) ? failure : rival);
    }
  }
  const pays = (failure: F): boolean => failure.event === undefined || chosen.get(failure.event) === failure;
  const trace = failures
    .filter((failure) => !pays(failure))
    .map(({ sla, event }) => ({
      rule: 'credit.paidOnce',
      facts: {
        sla,
        event: event ?? null,
        paidFor: chosen.get(event ?? '')?.sla ?? null,
        election: election.rule,
      },
    }));
  return { paying: failures.filter(pays), trace };
}

function beats(challenger: PricedFailure, holder: PricedFailure, election: CreditElection): boolean {
  switch (election.rule) {
    case 'larger':
      return challenger.amount.gt(holder.amount);
    case 'smaller':
      return challenger.amount.lt(holder.amount);
    case 'order':
      return rank(challenger.sla, election.order) < rank(holder.sla, election.order);
  }
}

function rank(sla: string, order: readonly string[]): number {
  const index = order.indexOf(sla);
  return index === -1 ? order.length : index;
}
