import { type MetricUnit, parseExact, targetChange } from '@plumbline/sla-engine';
import type { Clause } from '../clause';
import { type ServiceLevel, segmentDimensions } from '../service-level';
import type { Terms } from '../terms';
import { clauseEffect, type Effect } from './clause-effects';
import type { ClauseChange, ComparedValue, FieldChange, SlaChange, VersionComparison } from './comparison';

/** What a comparison has to know of a metric. */
export interface ComparedMetric {
  readonly id: string;
  readonly name: string;
  readonly unit: MetricUnit;
}

type Differences = Pick<VersionComparison, 'terms' | 'clauses' | 'slas' | 'unchanged'>;

/**
 * Two versions of a contract, field by field. A clause is the same one by its number and kind, else by its kind where one
 * of it is left on either side; an SLA by its metric, segment and window, else by metric and segment. Weaker and stricter are marked where they follow from
 * the values: targets by what they accept, terms of clauses by what binds the vendor more.
 */
export function compareTerms(before: Terms, after: Terms, metrics: readonly ComparedMetric[]): Differences {
  const clauses = pairs(before.clauses, after.clauses, [
    ({ number, kind }) => `${kind} ${number}`,
    ({ kind }) => (kind === 'other' ? null : kind),
  ]);
  const slas = pairs(before.slas, after.slas, [
    ({ metricId, segment, window }) => JSON.stringify([metricId, segment, window]),
    ({ metricId, segment }) => JSON.stringify([metricId, segment]),
  ]);
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const clauseChanges = clauses.map(([was, is]) => clauseChange(was, is));
  const slaChanges = slas.map(([was, is]) => slaChange(was, is, known));
  return {
    terms: changed(termFields(before), termFields(after), termEffect),
    clauses: clauseChanges.flatMap((each) => each ?? []),
    slas: slaChanges.flatMap((each) => each ?? []),
    unchanged: {
      clauses: clauseChanges.filter((each) => each === null).length,
      slas: slaChanges.filter((each) => each === null).length,
    },
  };
}

type Pair<Item> = readonly [before: Item | null, after: Item | null];

/** Pairs what is the same by the first name, then what is left by the next; in the order of the later version. */
function pairs<Item>(
  before: readonly Item[],
  after: readonly Item[],
  names: readonly ((item: Item) => string | null)[],
): Pair<Item>[] {
  const partner = new Map<Item, Item>();
  for (const name of names) {
    const [left, right] = [
      before.filter((item) => ![...partner.values()].includes(item)),
      after.filter((item) => !partner.has(item)),
    ];
    for (const item of right) {
      const key = name(item);
      const same = (other: Item) => key !== null && name(other) === key;
      const [mine, ...others] = left.filter(same);
      // of several that could be meant, none is
      if (mine !== undefined && others.length === 0 && right.filter(same).length === 1)
        partner.set(item, mine);
    }
  }
  const kept = new Set(partner.values());
  return [
    ...after.map((item): Pair<Item> => [partner.get(item) ?? null, item]),
    ...before.filter((item) => !kept.has(item)).map((item): Pair<Item> => [item, null]),
  ];
}

type Fields = Readonly<Record<string, ComparedValue>>;

function clauseChange(was: Clause | null, is: Clause | null): ClauseChange | null {
  const named = is ?? was;
  if (!named) return null;
  const { kind, number, heading } = named;
  const effect = (field: string, before: ComparedValue, after: ComparedValue) =>
    field.startsWith('terms.') ? clauseEffect(kind, field.slice('terms.'.length), before, after) : null;
  const fields = changed(was ? clauseFields(was) : {}, is ? clauseFields(is) : {}, effect);
  if (was && is && fields.length === 0) return null;
  return { change: !was ? 'added' : !is ? 'removed' : 'changed', kind, number, heading, fields };
}

function clauseFields({ number, heading, page, text, terms }: Clause): Fields {
  return {
    ...Object.fromEntries(
      Object.entries(terms as Fields).map(([term, value]) => [`terms.${term}`, value] as const),
    ),
    ...{ number, heading, page, text },
  };
}

function slaChange(
  was: ServiceLevel | null,
  is: ServiceLevel | null,
  metrics: ReadonlyMap<string, ComparedMetric>,
): SlaChange | null {
  const named = is ?? was;
  if (!named) return null;
  const fields = changed(was ? slaFields(was) : {}, is ? slaFields(is) : {}, slaEffect);
  if (was && is && fields.length === 0) return null;
  const { name, metricId, segment } = named;
  const metric = metrics.get(metricId);
  if (!metric) throw new Error(`an SLA names the metric ${metricId}, which is not there`);
  return {
    change: !was ? 'added' : !is ? 'removed' : 'changed',
    name,
    metric: { id: metric.id, name: metric.name, unit: metric.unit },
    segment: segmentDimensions.flatMap((dimension) => segment[dimension] ?? []),
    fields,
  };
}

function slaFields({ name, clauseNumber, target, window, minimumSample, weight }: ServiceLevel): Fields {
  return { target, window, weight, minimumSample, name, clauseNumber };
}

function slaEffect(field: string, before: ComparedValue, after: ComparedValue): Effect {
  if (field !== 'target' || !isTarget(before) || !isTarget(after)) return null;
  const outcome = targetChange(before, after);
  return outcome.ok && (outcome.value === 'stricter' || outcome.value === 'weaker') ? outcome.value : null;
}

function isTarget(value: ComparedValue): value is ServiceLevel['target'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function termFields(terms: Terms): Fields {
  const { term } = terms;
  return {
    effectiveFrom: terms.effectiveFrom,
    effectiveTo: terms.effectiveTo,
    'term.startsOn': term?.startsOn ?? null,
    'term.endsOn': term?.endsOn ?? null,
    'term.renewalMonths': term?.renewalMonths ?? null,
    'term.noticeDays': term?.notice?.unit === 'days' ? term.notice.count : null,
    'term.noticeMonths': term?.notice?.unit === 'months' ? term.notice.count : null,
    timezone: terms.timezone,
    reportingDueDay: terms.reportingDueDay,
    admitsClaimed: terms.admitsClaimed,
    minimumCoverage: terms.minimumCoverage,
    speedOutweighsReason: terms.speedOutweighsReason,
  };
}

function termEffect(field: string, before: ComparedValue, after: ComparedValue): Effect {
  if (field === 'reportingDueDay') return ordered(Number(before) - Number(after));
  if (field === 'admitsClaimed') return ordered(Number(before) - Number(after));
  if (field !== 'minimumCoverage') return null;
  const [was, is] = [parseExact(String(before)), parseExact(String(after))];
  return was.ok && is.ok ? ordered(is.value.comparedTo(was.value)) : null;
}

function ordered(growth: number): Effect {
  return growth === 0 ? null : growth > 0 ? 'stricter' : 'weaker';
}

function changed(
  before: Fields,
  after: Fields,
  effect: (field: string, before: ComparedValue, after: ComparedValue) => Effect,
): FieldChange[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return same(field, was, is) ? [] : [{ field, before: was, after: is, effect: effect(field, was, is) }];
  });
}

/** Fields that are amounts; everything else that is written is text: clause 4.1 is not clause 4.10. */
const decimals: readonly string[] = ['weight', 'minimumCoverage'];

/** Decimals are the same by value, targets by what they accept, all else as written. */
function same(field: string, before: ComparedValue, after: ComparedValue): boolean {
  if (isTarget(before) && isTarget(after)) {
    const outcome = targetChange(before, after);
    return outcome.ok && outcome.value === 'same';
  }
  if (decimals.includes(field) && typeof before === 'string' && typeof after === 'string') {
    const [was, is] = [parseExact(before), parseExact(after)];
    if (was.ok && is.ok) return was.value.equals(is.value);
  }
  return JSON.stringify(before) === JSON.stringify(after);
}
