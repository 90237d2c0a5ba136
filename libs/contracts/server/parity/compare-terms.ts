import type { CellState, ParityChange, TargetSegment } from '@plumbline/contracts/schema';
import {
  compareSegments,
  type Parity,
  parity,
  type ParityInput,
  type ParitySide,
} from '@plumbline/sla-engine';
import type { Service } from '@plumbline/vendors/schema';
import {
  type ContractOnDay,
  dateIn,
  type FloorOnDay,
  type MetricOnDay,
  type ParityTerms,
} from './parity-terms.repository';

type AgreedSlaOnDay = ContractOnDay['slas'][number];
type TargetOnDay = ParityTerms['targets'][number];

/** What a contract is held against: the internal target of a row, or a floor. */
export type Expectation =
  | { readonly kind: 'internal_target'; readonly target: TargetOnDay }
  | { readonly kind: 'floor'; readonly floor: FloorOnDay };

/** One contract and one expectation, compared. */
export interface Compared extends Parity {
  readonly contract: ContractOnDay;
  readonly expectation: Expectation;
  readonly sla: AgreedSlaOnDay | null;
  readonly input: ParityInput;
  /** The later change of those that the verdict follows from. */
  readonly change: ParityChange;
}

const everything: TargetSegment = { lineOfBusiness: null, channel: null, queue: null, language: null };

/** A row of the matrix: everything that is expected of or agreed on one metric and segment. */
export interface RowTerms {
  readonly id: string;
  readonly metric: MetricOnDay;
  readonly segment: TargetSegment;
  readonly target: TargetOnDay | null;
  readonly floors: readonly FloorOnDay[];
}

export interface ComparedCell {
  readonly contract: ContractOnDay;
  readonly state: CellState;
  readonly sla: AgreedSlaOnDay | null;
  readonly compared: Compared | null;
  readonly floors: readonly Compared[];
}

/** The rows of a matrix: what is expected first, then by metric and segment, whole services before their parts. */
export function rowsOf(terms: ParityTerms): RowTerms[] {
  const rows = new Map<string, RowTerms>();
  const add = (metricId: string, segment: TargetSegment, more: Partial<RowTerms> = {}) => {
    const metric = terms.metrics.get(metricId);
    if (!metric) return;
    const id = rowId(metricId, segment);
    const known = rows.get(id) ?? { id, metric, segment, target: null, floors: [] };
    rows.set(id, { ...known, ...more, floors: [...known.floors, ...(more.floors ?? [])] });
  };
  for (const target of terms.targets) {
    if (target.inForce.target !== null) add(target.metric.id, target.segment, { target });
  }
  for (const floor of terms.floors) add(floor.metricId, everything, { floors: [floor] });
  for (const { slas } of terms.contracts) for (const sla of slas) add(sla.metricId, sla.segment);
  const isExpected = ({ target, floors }: RowTerms) => Number(target !== null || floors.length > 0);
  return [...rows.values()].sort(
    (one, other) =>
      isExpected(other) - isExpected(one) ||
      compareTexts(one.metric.name, other.metric.name) ||
      compareTexts(one.id, other.id),
  );
}

export function rowId(metricId: string, segment: TargetSegment): string {
  const { lineOfBusiness, channel, queue, language } = segment;
  return [metricId, lineOfBusiness, channel, queue, language].map((part) => part ?? '').join('~');
}

/** One contract in one row. */
export function cellOf(terms: ParityTerms, row: RowTerms, contract: ContractOnDay): ComparedCell {
  const compared = row.target
    ? compare(terms, contract, { kind: 'internal_target', target: row.target })
    : null;
  const floors = row.floors.flatMap((floor) => compare(terms, contract, { kind: 'floor', floor }) ?? []);
  const own = contract.slas.find(
    ({ metricId, segment }) => metricId === row.metric.id && rowId(metricId, segment) === row.id,
  );
  const sla = compared?.sla ?? own ?? floors.find((each) => each.sla)?.sla ?? null;
  const state = compared?.verdict ?? (own && !row.target ? 'no_target' : 'not_demanded');
  return { contract, state, sla, compared, floors };
}

/** Every contract against everything that is expected of it. */
export function compareAll(terms: ParityTerms): Compared[] {
  const expectations: Expectation[] = [
    ...terms.targets.map((target) => ({ kind: 'internal_target' as const, target })),
    ...terms.floors.map((floor) => ({ kind: 'floor' as const, floor })),
  ];
  return terms.contracts.flatMap((contract) =>
    expectations.flatMap((expectation) => compare(terms, contract, expectation) ?? []),
  );
}

/** Null where nothing is expected of this vendor, and it agreed on nothing. */
export function compare(
  terms: ParityTerms,
  contract: ContractOnDay,
  expectation: Expectation,
): Compared | null {
  const expected = expectedSide(terms, expectation);
  if (!expected) return null;
  const { metric, side, services } = expected;
  const sla = nearest(contract, metric.id, side.segment);
  const demanded =
    services.length === 0 || services.some((service) => contract.vendor.services.includes(service));
  if (!sla && !demanded) return null;
  const input: ParityInput = {
    agreed: sla && {
      definition: metric.definition,
      target: sla.target,
      segment: sla.segment,
      window: sla.window,
    },
    expected: side,
  };
  const outcome = parity(input);
  if (!outcome.ok) throw new Error(`${contract.reference}, ${metric.code}: ${outcome.problem.detail}`);
  const change = latestChange(terms, contract, metric, expectation);
  return { ...outcome.value, contract, expectation, sla, input, change };
}

function expectedSide(
  { metrics }: ParityTerms,
  expectation: Expectation,
): { readonly metric: MetricOnDay; readonly side: ParitySide; readonly services: readonly Service[] } | null {
  if (expectation.kind === 'internal_target') {
    const { target } = expectation;
    const metric = metrics.get(target.metric.id);
    const { target: limit, metricVersion, services } = target.inForce;
    if (!metric || limit === null) return null;
    const definition =
      (metricVersion === null ? undefined : metric.definitions.get(metricVersion)) ?? metric.definition;
    const side = { definition, target: limit, segment: { ...target.segment }, window: 'month' };
    return { metric, side, services };
  }
  const { floor, metricId } = expectation.floor;
  const metric = metrics.get(metricId);
  if (!metric) return null;
  // what the text demands of the definition stands in the place of what the metric says
  const definition = floor.threshold
    ? { ...metric.definition, threshold: floor.threshold }
    : metric.definition;
  const side = { definition, target: floor.target, segment: { ...everything }, window: 'month' };
  return { metric, side, services: floor.services };
}

const nearness = ['same', 'covers', 'within', 'overlaps'] as const;

/** The contract's SLA that comes nearest: of the same segment, else one that has something in common with it. */
function nearest(
  contract: ContractOnDay,
  metricId: string,
  segment: ParitySide['segment'],
): AgreedSlaOnDay | null {
  const related = contract.slas
    .filter((sla) => sla.metricId === metricId)
    .map((sla) => ({ sla, relation: compareSegments({ ...sla.segment }, segment) }));
  for (const relation of nearness) {
    const found = related.filter((each) => each.relation === relation);
    // what is expected is expected of a month: an SLA of months comes nearest
    const [first] = [...found.filter(({ sla }) => sla.window === 'month'), ...found];
    if (first) return first.sla;
  }
  return null;
}

/** Which change a verdict follows from: the one that holds from the latest day on, and of those the one recorded last. */
function latestChange(
  { on, zone }: ParityTerms,
  contract: ContractOnDay,
  metric: MetricOnDay,
  expectation: Expectation,
): ParityChange {
  const changes: (ParityChange & { readonly recorded: Date })[] = [
    {
      ...{ cause: 'metric_version', number: metric.version, since: metric.effectiveFrom },
      recorded: metric.createdAt,
    },
    {
      ...{ cause: 'contract_version', number: contract.number, since: contract.effectiveFrom },
      recorded: contract.activatedAt,
    },
    changeOf(expectation, zone),
  ];
  // a metric's first version is used for months before it too, and is no change
  const held = changes.filter(
    ({ cause, number, since }) => since <= on && !(cause === 'metric_version' && number === 1),
  );
  const [latest] = held.sort(
    (one, other) => compareTexts(other.since, one.since) || other.recorded.getTime() - one.recorded.getTime(),
  );
  const { cause, number, since } = latest ?? changes[1] ?? changeOf(expectation, zone);
  return { cause, number, since };
}

function changeOf(expectation: Expectation, zone: string): ParityChange & { readonly recorded: Date } {
  if (expectation.kind === 'floor') {
    const { number, setAt } = expectation.floor.switched;
    return { cause: 'floor', number, since: dateIn(zone, setAt), recorded: setAt };
  }
  const { number, effectiveFrom, setAt } = expectation.target.inForce;
  return { cause: 'internal_target', number, since: effectiveFrom, recorded: setAt };
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
