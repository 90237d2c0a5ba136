import type { AgreedLimit } from '@plumbline/contracts/schema';
import {
  checkScheme,
  checkSpeedWeight,
  credit,
  Exact,
  type MetricFamily,
  type MetricUnit,
  parseExact,
  trigger,
  writeExact,
} from '@plumbline/sla-engine';
import { failureOf, schemeOf } from './settlement';
import type { CreditSchemeLine, CreditSchemeTerms } from './scheme-terms';

/** What the rules need to know of an SLA of the contract version. */
export interface SchemeSla {
  readonly id: string;
  readonly name: string;
  readonly target: AgreedLimit;
  readonly metric: { readonly unit: MetricUnit; readonly family: MetricFamily };
}

export interface SchemeProblem {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

/**
 * What cannot be meant by a scheme, each problem at its field: shares out of range, bands with holes or overlaps, a value
 * a band is missing for, allocations beyond their pool, speed that outweighs quality and compliance (K10). The engine says
 * it, on the server and while the form is filled in.
 */
export function schemeProblems(terms: CreditSchemeTerms, slas: readonly SchemeSla[]): SchemeProblem[] {
  const problems = [
    ...feeProblems(terms),
    ...wholeProblems(terms),
    ...poolProblems(terms),
    ...terms.lines.flatMap((line, index) => lineProblems(terms, line, index, slas)),
    ...triggerProblems(terms),
  ];
  // weights that are wrong in themselves say nothing about speed
  return problems.length > 0 ? problems : speedProblems(terms, slas);
}

function feeProblems({ fees, from }: CreditSchemeTerms): SchemeProblem[] {
  const unordered = fees.findIndex((fee, index) => index > 0 && fee.from <= (fees[index - 1]?.from ?? ''));
  return [
    ...(unordered === -1
      ? []
      : [
          {
            path: `fees.${unordered}.from`,
            code: 'fees-unordered',
            detail: 'Each fee starts after the one before it.',
          },
        ]),
    ...((fees[0]?.from ?? '') <= from
      ? []
      : [
          {
            path: 'fees.0.from',
            code: 'fee-missing',
            detail: `The first fee has to hold in ${from}, the first month that is settled.`,
          },
        ]),
  ];
}

function wholeProblems(terms: CreditSchemeTerms): SchemeProblem[] {
  const checked = checkScheme(schemeOf(terms, terms.from, []));
  if (checked.ok) return [];
  const { path, code, detail } = checked.problem;
  const field = path.replace(/^scheme\.?/, '').replace(/^caps\.year\..*/, 'caps.yearAmount');
  return [{ path: field.replace(/^fee$/, 'fees.0.amount'), code, detail }];
}

function poolProblems({ pools, lines }: CreditSchemeTerms): SchemeProblem[] {
  return pools.flatMap(({ name, share }, index) => {
    if (pools.findIndex((pool) => pool.name === name) !== index) {
      return [{ path: `pools.${index}.name`, code: 'pool-twice', detail: `“${name}” is there already.` }];
    }
    const exact = parseExact(share);
    if (!exact.ok || exact.value.lt(0) || exact.value.gt(10)) {
      const detail = 'Expected a share from 0 to 10 of the at-risk amount (0.50 is 50 %).';
      return [{ path: `pools.${index}.share`, code: 'credit.range', detail }];
    }
    const allocations = lines.filter(({ pool }) => pool === name).map(({ allocation }) => allocation);
    const sum = Exact.sum(0, ...allocations.map((each) => new Exact(each)));
    if (sum.lte(1)) return [];
    const detail = `The allocations of “${name}” add to ${writeExact(sum.times(100))} %: at most 100 %.`;
    return [{ path: `pools.${index}.share`, code: 'allocations-exceed', detail }];
  });
}

function lineProblems(
  terms: CreditSchemeTerms,
  line: CreditSchemeLine,
  index: number,
  slas: readonly SchemeSla[],
): SchemeProblem[] {
  const path = `lines.${index}`;
  const sla = slas.find(({ id }) => id === line.slaId);
  if (!sla) {
    return [{ path: `${path}.slaId`, code: 'sla-unknown', detail: 'This contract version has no such SLA.' }];
  }
  if (terms.lines.findIndex(({ slaId }) => slaId === line.slaId) !== index) {
    return [{ path: `${path}.slaId`, code: 'sla-twice', detail: `“${sla.name}” has a line already.` }];
  }
  if (terms.pools.every(({ name }) => name !== line.pool)) {
    return [{ path: `${path}.pool`, code: 'pool-unknown', detail: `There is no pool “${line.pool}”.` }];
  }
  const scheme = schemeOf({ ...terms, caps: noCaps, repeat: [] }, terms.from, []);
  for (const value of missesOf(sla)) {
    const fact = {
      slaId: sla.id,
      name: sla.name,
      target: sla.target,
      state: 'breached',
      value,
      occurrence: 1,
    } as const;
    const computed = credit({ ...scheme, atRisk: '1' }, [failureOf(terms, fact, line)]);
    if (!computed.ok) {
      const { path: at, code, detail } = computed.problem;
      // nobody has typed the value: it is the bands that do not reach it
      const field = at.replace(/^failures\.0\.?/, '').replace(/^value$/, 'method.bands');
      return [
        {
          path: `${path}.${field === '' ? 'method' : field.replace(/^points$/, 'method.points')}`,
          code,
          detail,
        },
      ];
    }
    if (computed.value.uncapped.startsWith('-')) {
      const detail = 'A miss costs nothing or more, never less.';
      return [{ path: `${path}.method`, code: 'credit.range', detail }];
    }
  }
  return [];
}

const noCaps: CreditSchemeTerms['caps'] = { perFailure: null, month: null, amount: null, yearAmount: null };

/** Values that miss the target, from the nearest to the farthest there can be: bands have to hold them all. */
function missesOf({ target, metric }: SchemeSla): string[] {
  const least = new Exact('0.000000001');
  const below = (edge: string) => [writeExact(Exact.max(0, new Exact(edge).minus(least))), '0'];
  const above = (edge: string) => [
    writeExact(new Exact(edge).plus(least)),
    ...(metric.unit === 'ratio' ? ['1'] : []),
  ];
  if ('band' in target) return [...below(target.band.low), ...above(target.band.high)];
  return target.comparator.startsWith('>') ? below(target.value) : above(target.value);
}

function triggerProblems({ triggers }: CreditSchemeTerms): SchemeProblem[] {
  return triggers.flatMap(({ rule }, index) => {
    const checked = trigger(rule, []);
    if (checked.ok) return [];
    const { path, code, detail } = checked.problem;
    return [{ path: `triggers.${index}.${path}`, code, detail }];
  });
}

/** Money follows quality and compliance (K10): what each SLA may cost is its weight. */
function speedProblems(terms: CreditSchemeTerms, slas: readonly SchemeSla[]): SchemeProblem[] {
  const weights = terms.lines.flatMap(({ slaId, pool, allocation }) => {
    const family = slas.find(({ id }) => id === slaId)?.metric.family;
    const share = terms.pools.find(({ name }) => name === pool)?.share ?? '0';
    const weight = writeExact(new Exact(share).times(allocation));
    return [{ ...(family === undefined ? {} : { family }), weight }];
  });
  const checked = checkSpeedWeight(weights, terms.speedOutweighsReason);
  if (checked.ok) return [];
  return [{ path: 'speedOutweighsReason', code: checked.problem.code, detail: checked.problem.detail }];
}
