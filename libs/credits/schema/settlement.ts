import type { AgreedLimit } from '@plumbline/contracts/schema';
import {
  credit,
  type CreditFailure,
  type CreditMethod,
  type CreditScheme,
  type Trace,
  type VerdictState,
} from '@plumbline/sla-engine';
import { minorUnitsOf } from './currencies';
import type { CreditMethodTerms, CreditSchemeLine, CreditSchemeTerms } from './scheme-terms';

/** An SLA of the month as far as money depends on it. */
export interface SettledSla {
  readonly slaId: string;
  /** As the trace says it; unique among the lines of a statement. */
  readonly name: string;
  readonly target: AgreedLimit;
  readonly state: VerdictState;
  readonly value: string | null;
  /** Which miss in a row it is, months without a verdict skipped: 1 is the first. */
  readonly occurrence: number;
}

/** What became of a line: it paid, another one paid for the same event, or there was nothing to pay for. */
export const lineStandings = ['paid', 'paidOnce', 'none', 'undecided', 'watched'] as const;
export type LineStanding = (typeof lineStandings)[number];

export interface SettledLine {
  readonly slaId: string;
  readonly standing: LineStanding;
  /** Unrounded, before the cap of the month. */
  readonly amount: string;
  /** Why money could not be computed; then the statement cannot be approved. */
  readonly problem: string | null;
}

export interface SettledMonth {
  readonly fee: string;
  readonly uncapped: string;
  readonly cap: string;
  /** Capped, rounded half-up once. */
  readonly credit: string;
  readonly lines: readonly SettledLine[];
  readonly trace: Trace;
  /** The same as a request to the engine as a command: `credit.compute`. */
  readonly request: { readonly scheme: object; readonly failures: readonly object[] };
}

/** Whether an SLA costs money in a month: it missed, or nothing came and the scheme prices that (semantics rule 17). */
export function isFailure({ notReported }: CreditSchemeTerms, state: VerdictState): boolean {
  return state === 'breached' || (state === 'notReported' && notReported === 'allocation');
}

/** The fee of a month; the first one where the month lies before all. */
export function feeOf({ fees }: CreditSchemeTerms, month: string): string {
  return (fees.findLast(({ from }) => from <= month) ?? fees[0])?.amount ?? '0';
}

/**
 * A month's credit as the engine computes it: on the server for the statement, in the browser for the worked example. A
 * line the engine refuses (no band holds its value) is left out and says why.
 */
export function settleMonth(
  terms: CreditSchemeTerms,
  month: string,
  slas: readonly SettledSla[],
  yearCredited = '0',
): SettledMonth {
  const scheme = schemeOf(terms, month, slas, yearCredited);
  const problems = new Map<string, string>();
  const agreed = new Map(terms.lines.map((line) => [line.slaId, line]));
  let failing = slas.filter(({ slaId, state }) => agreed.has(slaId) && isFailure(terms, state));
  for (;;) {
    const failures = failing.map((sla) => failureOf(terms, sla, agreed.get(sla.slaId) as CreditSchemeLine));
    const computed = credit(scheme, failures);
    if (computed.ok) {
      const { value } = computed;
      return {
        fee: feeOf(terms, month),
        uncapped: value.uncapped,
        cap: value.cap,
        credit: value.credit,
        lines: slas.map(({ slaId }): SettledLine => {
          const problem = problems.get(slaId) ?? null;
          const line = value.lines[failing.findIndex((each) => each.slaId === slaId)];
          const none = problem !== null ? 'undecided' : agreed.has(slaId) ? 'none' : 'watched';
          const standing = line ? (line.standing === 'paid' ? 'paid' : 'paidOnce') : none;
          return { slaId, standing, amount: line?.amount ?? '0', problem };
        }),
        trace: value.trace,
        request: { scheme: schemeRequest(scheme), failures: failures.map(failureRequest) },
      };
    }
    const refused = failing[Number(/^failures\.(\d+)/.exec(computed.problem.path)?.[1])];
    // what is wrong with the scheme itself was refused when it was entered
    if (!refused) throw new Error(`${computed.problem.path}: ${computed.problem.detail}`);
    problems.set(refused.slaId, computed.problem.detail);
    failing = failing.filter(({ slaId }) => slaId !== refused.slaId);
  }
}

/** The scheme as the engine takes it; pools and methods are the failures' own. */
export function schemeOf(
  terms: CreditSchemeTerms,
  month: string,
  slas: readonly Pick<SettledSla, 'slaId' | 'name'>[],
  yearCredited = '0',
): CreditScheme {
  const { caps, election } = terms;
  const names = new Map(slas.map(({ slaId, name }) => [slaId, name]));
  const order = terms.lines.map(({ slaId }) => names.get(slaId) ?? slaId);
  return {
    fee: feeOf(terms, month),
    atRisk: terms.atRisk,
    pool: '1',
    method: { kind: 'allocation' },
    caps: {
      ...(caps.perFailure === null ? {} : { perFailure: caps.perFailure }),
      ...(caps.month === null ? {} : { month: caps.month }),
      ...(caps.amount === null ? {} : { amount: caps.amount }),
      ...(caps.yearAmount === null ? {} : { year: { amount: caps.yearAmount, credited: yearCredited } }),
    },
    ...(terms.repeat.length === 0 ? {} : { repeat: terms.repeat }),
    election: election === 'order' ? { rule: 'order', order } : { rule: election },
    minorUnits: minorUnitsOf(terms.currency),
  };
}

export function failureOf(
  { pools }: CreditSchemeTerms,
  { name, state, value, target, occurrence }: SettledSla,
  { pool, allocation, method, event }: CreditSchemeLine,
): CreditFailure {
  // nothing was measured where nothing was reported: only the allocation as a whole can be lost
  const priced: CreditMethodTerms = state === 'notReported' ? { kind: 'allocation' } : method;
  return {
    sla: name,
    pool: pools.find((each) => each.name === pool)?.share ?? '0',
    allocation,
    method: engineMethod(priced),
    target,
    ...(value === null ? {} : { value }),
    ...(priced.kind === 'points' ? { points: priced.points } : {}),
    ...(event === null ? {} : { event }),
    occurrence,
  };
}

export function engineMethod(method: CreditMethodTerms): CreditMethod {
  switch (method.kind) {
    case 'bands':
      return {
        kind: 'bands',
        bands: method.bands.map((band, index) => ({ ...band, name: `${index + 1}` })),
      };
    case 'points':
      return { kind: 'points', value: method.value };
    default:
      return method;
  }
}

/** As the engine's command reads it (engine-cli, `credit.compute`). */
function schemeRequest({ method: _, ...scheme }: CreditScheme): object {
  return scheme;
}

function failureRequest({ method, ...failure }: CreditFailure): object {
  return { ...failure, method: methodRequest(method) };
}

function methodRequest(method: CreditMethod | undefined): object {
  switch (method?.kind) {
    case 'bands':
      return { bands: method.bands };
    case 'points':
      return { points: method.value };
    case 'perFullPoint':
      return { perFullPoint: { share: method.share, pointSize: method.pointSize ?? '0.01' } };
    case 'percentageGap':
      return { percentageGap: method.gap };
    default:
      return {};
  }
}
