import type { AgreedServiceLevel } from '@plumbline/contracts/schema';
import {
  type CreditMethodTerms,
  type CreditSchemeTerms,
  type CreditSchemeTermsInput,
  minorUnitsOf,
} from '@plumbline/credits/schema';
import { decimalOf, moneyOf, percentOfShare, shareOfPercent } from './percent';

/** An SLA's price as it is typed; a line that is not priced is left out of the scheme. */
export interface SchemeLineModel {
  slaId: string;
  name: string;
  priced: boolean;
  pool: string;
  /** Percent. */
  allocation: string;
  kind: CreditMethodTerms['kind'];
  /** A line each: `0 to 70 = 100` (edges as the target is agreed in percent or seconds, share in percent). */
  bands: string;
  points: string;
  /** Percent a point costs. */
  value: string;
  /** Percent each full point costs. */
  share: string;
  pointSize: string;
  gap: 'absolute' | 'relative';
  event: string;
}

export interface TriggerModel {
  effect: 'chronic' | 'termination';
  kind: 'consecutive' | 'kOfN';
  k: string;
  n: string;
}

/** A scheme as it is typed: percent where the terms hold shares. */
export interface SchemeModel {
  currency: string;
  from: string;
  fees: { from: string; amount: string }[];
  atRisk: string;
  pools: { name: string; share: string }[];
  lines: SchemeLineModel[];
  perFailure: string;
  month: string;
  amount: string;
  yearAmount: string;
  repeat: string;
  election: CreditSchemeTerms['election'];
  earnBackMonths: string;
  notReported: CreditSchemeTerms['notReported'];
  triggers: TriggerModel[];
  speedOutweighsReason: string;
}

type Sla = Pick<AgreedServiceLevel, 'id' | 'name'> & { readonly metric: { readonly unit: string } };

export function emptyScheme(from: string, slas: readonly Sla[]): SchemeModel {
  return {
    currency: 'USD',
    from,
    fees: [{ from, amount: '100000' }],
    atRisk: '10',
    pools: [{ name: 'Service', share: '100' }],
    lines: slas.map((sla) => emptyLine(sla)),
    perFailure: '',
    month: '',
    amount: '',
    yearAmount: '',
    repeat: '',
    election: 'larger',
    earnBackMonths: '',
    notReported: 'nothing',
    triggers: [],
    speedOutweighsReason: '',
  };
}

function emptyLine({ id, name, metric }: Sla, pool = 'Service'): SchemeLineModel {
  return {
    slaId: id,
    name,
    priced: false,
    pool,
    allocation: '',
    kind: 'allocation',
    bands: '',
    points: '1',
    value: '10',
    share: '5',
    pointSize: metric.unit === 'ratio' ? '0.01' : '1',
    gap: 'absolute',
    event: '',
  };
}

export function toSchemeModel(terms: CreditSchemeTerms, slas: readonly Sla[]): SchemeModel {
  const { caps } = terms;
  const percent = (share: string | null) => (share === null ? '' : percentOfShare(share));
  return {
    currency: terms.currency,
    from: terms.from,
    fees: terms.fees.map((fee) => ({ ...fee })),
    atRisk: percentOfShare(terms.atRisk),
    pools: terms.pools.map(({ name, share }) => ({ name, share: percentOfShare(share) })),
    lines: slas.map((sla) => {
      const line = terms.lines.find(({ slaId }) => slaId === sla.id);
      const empty = emptyLine(sla, terms.pools[0]?.name);
      if (!line) return empty;
      const { pool, allocation, method, event } = line;
      return {
        ...empty,
        priced: true,
        pool,
        allocation: percentOfShare(allocation),
        event: event ?? '',
        ...methodFields(method),
      };
    }),
    perFailure: percent(caps.perFailure),
    month: percent(caps.month),
    amount: caps.amount ?? '',
    yearAmount: caps.yearAmount ?? '',
    repeat: terms.repeat.join('; '),
    election: terms.election,
    earnBackMonths: terms.earnBackMonths === null ? '' : `${terms.earnBackMonths}`,
    notReported: terms.notReported,
    triggers: terms.triggers.map(({ effect, rule }) => ({
      effect,
      kind: rule.kind,
      n: `${rule.n}`,
      k: rule.kind === 'kOfN' ? `${rule.k}` : '',
    })),
    speedOutweighsReason: terms.speedOutweighsReason ?? '',
  };
}

function methodFields(method: CreditMethodTerms): Partial<SchemeLineModel> {
  switch (method.kind) {
    case 'bands':
      return {
        kind: 'bands',
        bands: method.bands
          .map(({ from, to, share }) => `${from} to ${to} = ${percentOfShare(share)}`)
          .join('\n'),
      };
    case 'points':
      return { kind: 'points', points: method.points, value: percentOfShare(method.value) };
    case 'perFullPoint':
      return {
        kind: 'perFullPoint',
        share: percentOfShare(method.share),
        pointSize: method.pointSize,
      };
    default:
      return method;
  }
}

/** As it would be sent; what was typed wrong is left for the schema and the engine to refuse. */
export function toSchemeTerms(model: SchemeModel): CreditSchemeTermsInput {
  const orNull = (text: string, read: (text: string) => string) => (text.trim() === '' ? null : read(text));
  const currency = model.currency.trim().toUpperCase();
  // while a currency is being typed it has no decimals of its own yet
  const minorUnits = /^[A-Z]{3}$/.test(currency) ? minorUnitsOf(currency) : 2;
  const money = (typed: string) => moneyOf(typed, minorUnits);
  return {
    currency,
    from: model.from,
    fees: model.fees.map(({ from, amount }) => ({ from, amount: money(amount) })),
    atRisk: shareOfPercent(model.atRisk),
    pools: model.pools.map(({ name, share }) => ({ name, share: shareOfPercent(share) })),
    lines: model.lines.filter(({ priced }) => priced).map(toLine),
    caps: {
      perFailure: orNull(model.perFailure, shareOfPercent),
      month: orNull(model.month, shareOfPercent),
      amount: orNull(model.amount, money),
      yearAmount: orNull(model.yearAmount, money),
    },
    repeat: model.repeat
      .split(/[;\s]+/)
      .filter((part) => part !== '')
      .map(decimalOf),
    election: model.election,
    earnBackMonths: model.earnBackMonths.trim() === '' ? null : Number(model.earnBackMonths),
    notReported: model.notReported,
    triggers: model.triggers.map(({ effect, kind, k, n }) => ({
      effect,
      rule: kind === 'consecutive' ? { kind, n: Number(n) } : { kind, k: Number(k), n: Number(n) },
    })),
    speedOutweighsReason: model.speedOutweighsReason.trim() === '' ? null : model.speedOutweighsReason,
  };
}

function toLine({ slaId, pool, allocation, event, ...line }: SchemeLineModel) {
  return {
    slaId,
    pool,
    allocation: shareOfPercent(allocation),
    method: toMethod(line),
    event: event.trim() === '' ? null : event,
  };
}

function toMethod(line: Omit<SchemeLineModel, 'slaId' | 'pool' | 'allocation' | 'event'>) {
  switch (line.kind) {
    case 'allocation':
      return { kind: line.kind };
    case 'bands':
      return { kind: line.kind, bands: bandsOf(line.bands) };
    case 'points':
      return { kind: line.kind, points: decimalOf(line.points), value: shareOfPercent(line.value) };
    case 'perFullPoint':
      return { kind: line.kind, share: shareOfPercent(line.share), pointSize: decimalOf(line.pointSize) };
    case 'percentageGap':
      return { kind: line.kind, gap: line.gap };
  }
}

/** `0 to 0.7 = 100`, a line each; what is no band is left for the schema to refuse. */
export function bandsOf(typed: string): { from: string; to: string; share: string }[] {
  return typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const match = /^\s*([\d.,]+)\s*(?:to|a|–|-)\s*([\d.,]+)\s*[=:]\s*([\d.,]+)\s*%?\s*$/.exec(line);
      const [, from = line.trim(), to = '', share = ''] = match ?? [];
      return { from: decimalOf(from), to: decimalOf(to), share: shareOfPercent(share) };
    });
}
