import type { CreditStatement } from '@plumbline/credits/schema';
import type { Trace } from '@plumbline/sla-engine';
import type { ExplainedMoney } from './money-drawer';

/** Steps that speak of one line, or of what all lines share. */
function stepsOfLine(trace: Trace, name: string): Trace {
  return trace.filter(({ rule, facts }) => rule === 'credit.base' || facts['sla'] === name);
}

/**
 * What explains an amount of a statement: `credit`, the id of an SLA, or the position of an entry as `entry-0`. Null where
 * there is no such amount.
 */
export function explainedMoney(
  statement: CreditStatement,
  key: string,
  words: { readonly credit: string; readonly entry: (index: number) => string },
  money: (amount: string) => string,
): ExplainedMoney | null {
  const trace = statement.trace as Trace;
  const requests = [{ op: 'credit.compute', input: statement.request }];
  if (key === 'credit') {
    return { title: words.credit, amount: money(statement.credit), trace, requests };
  }
  const entry = /^entry-(\d+)$/.exec(key);
  if (entry) {
    const index = Number(entry[1]);
    const found = statement.entries[index];
    if (!found) return null;
    return {
      title: words.entry(index),
      amount: money(found.amount),
      trace: found.trace as Trace,
      requests: found.requests.map(({ op, input }) => ({ op, input })),
    };
  }
  const line = statement.lines.find(({ slaId }) => slaId === key);
  if (!line) return null;
  return {
    title: line.name,
    amount: money(line.amount),
    trace: line.standing === 'none' ? [] : stepsOfLine(trace, line.name),
    requests,
  };
}
