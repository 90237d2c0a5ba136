import { Exact, parseExact, writeExact, writeMoney } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import type { Trace, TraceStep } from '../trace';
import { type CheckedScheme, checkMethod, checkScheme, mostOfPool } from './check-scheme';
import type { CreditFailure, CreditScheme } from './credit-scheme';
import { factorOf } from './factor-of';
import { payOnce } from './pay-once';

export interface CreditLine {
  readonly sla: string;
  readonly event?: string;
  /** Unrounded money this failure costs, before the cap of the month; zero where it does not pay. */
  readonly amount: string;
  readonly standing: 'paid' | 'paidOnce' | 'notElected';
}

export interface Credit {
  /** Sum of the lines, unrounded. */
  readonly uncapped: string;
  /** The lowest cap that holds for the month. */
  readonly cap: string;
  /** Capped, then rounded half-up once. */
  readonly credit: string;
  readonly lines: readonly CreditLine[];
  readonly trace: Trace;
}

/**
 * The credit of one period (semantics rules 23 and 24): fee × at-risk share × pool × allocation × what the method
 * (both of the failure itself, else of the scheme) makes of the failure × repeat multiplier, one event paying once, summed unrounded, capped, rounded half-up once
 * to the currency's minor unit.
 *
 * @example
 * credit({ fee: '100000', atRisk: '0.10', pool: '0.50', method: { kind: 'allocation' } },
 *        [{ sla: 'service_level', allocation: '0.40' }]) // credit '2000.00'
 */
export function credit(scheme: CreditScheme, failures: readonly CreditFailure[]): Outcome<Credit> {
  const checked = checkScheme(scheme);
  if (!checked.ok) {
    return checked;
  }
  const priced: PricedLine[] = [];
  for (const [index, failure] of failures.entries()) {
    const line = price(checked.value, failure, `failures.${index}`);
    if (!line.ok) {
      return line;
    }
    priced.push(line.value);
  }
  const { paying, trace: once } = payOnce(
    priced.filter((line) => line.elected),
    scheme.election ?? { rule: 'larger' },
  );
  const pays = new Set(paying);
  const uncapped = Exact.sum(0, ...paying.map((line) => line.amount));
  const { fee, atRisk, pool, monthCap, minorUnits } = checked.value;
  const capped = Exact.min(uncapped, monthCap);
  const result = writeMoney(capped, minorUnits);
  return succeed({
    uncapped: writeUnrounded(uncapped, minorUnits),
    cap: writeUnrounded(monthCap, minorUnits),
    credit: result,
    lines: priced.map((line) => lineOf(line, pays.has(line))),
    trace: [
      {
        rule: 'credit.base',
        facts: { fee: writeExact(fee), atRisk: writeExact(atRisk), pool: writeExact(pool) },
      },
      ...priced.flatMap((line) => line.trace),
      ...once,
      { rule: 'credit.sum', facts: { uncapped: writeExact(uncapped), lines: paying.length } },
      ...(uncapped.gt(monthCap) ? [{ rule: 'credit.capped', facts: { cap: writeExact(monthCap) } }] : []),
      { rule: 'credit.rounded', facts: { exact: writeExact(capped), credit: result, minorUnits } },
    ],
  });
}

interface PricedLine {
  readonly sla: string;
  readonly event: string | undefined;
  readonly amount: Exact;
  readonly elected: boolean;
  readonly trace: readonly TraceStep[];
}

function price(scheme: CheckedScheme, failure: CreditFailure, path: string): Outcome<PricedLine> {
  const allocation = parseExact(failure.allocation ?? 1, `${path}.allocation`);
  if (!allocation.ok) {
    return allocation;
  }
  if (allocation.value.lt(0) || allocation.value.gt(1)) {
    return fail('credit.range', 'An allocation is a share from 0 to 1 (0.40 is 40 %).', `${path}.allocation`);
  }
  const occurrence = failure.occurrence ?? 1;
  if (!Number.isInteger(occurrence) || occurrence < 1) {
    return fail('credit.occurrence', 'The first miss is occurrence 1.', `${path}.occurrence`);
  }
  const pool = failure.pool === undefined ? succeed(scheme.pool) : parseExact(failure.pool, `${path}.pool`);
  if (!pool.ok) {
    return pool;
  }
  if (pool.value.lt(0) || pool.value.gt(mostOfPool)) {
    return fail('credit.range', `A pool is a share from 0 to ${mostOfPool} (0.50 is 50 %).`, `${path}.pool`);
  }
  const method =
    failure.method === undefined ? succeed(scheme.method) : checkMethod(failure.method, `${path}.method`);
  if (!method.ok) {
    return method;
  }
  const factor = factorOf(method.value, failure, path);
  if (!factor.ok) {
    return factor;
  }
  const multiplier = scheme.repeat[occurrence - 1] ?? scheme.repeat.at(-1) ?? new Exact(1);
  const full = scheme.fee
    .times(scheme.atRisk)
    .times(pool.value)
    .times(allocation.value)
    .times(factor.value)
    .times(multiplier);
  const amount = scheme.perFailureCap === null ? full : Exact.min(full, scheme.perFailureCap);
  const elected = failure.elected ?? true;
  const facts = {
    sla: failure.sla,
    ...(failure.pool === undefined ? {} : { pool: writeExact(pool.value) }),
    allocation: writeExact(allocation.value),
    method: method.value.kind,
    factor: writeExact(factor.value),
    occurrence,
    multiplier: writeExact(multiplier),
    amount: writeExact(amount),
    cappedFrom: amount.lt(full) ? writeExact(full) : null,
  };
  const trace: TraceStep[] = [{ rule: 'credit.line', facts }];
  if (!elected) {
    trace.push({ rule: 'credit.notElected', facts: { sla: failure.sla } });
  }
  return succeed({ sla: failure.sla, event: failure.event, amount, elected, trace });
}

function lineOf(line: PricedLine, pays: boolean): CreditLine {
  return {
    sla: line.sla,
    ...(line.event === undefined ? {} : { event: line.event }),
    amount: pays ? writeExact(line.amount) : '0',
    standing: pays ? 'paid' : line.elected ? 'paidOnce' : 'notElected',
  };
}

/** Money that is not rounded yet, shown with at least the currency's decimal places. */
function writeUnrounded(value: Exact, minorUnits: number): string {
  return value.decimalPlaces() <= minorUnits ? value.toFixed(minorUnits) : writeExact(value);
}
