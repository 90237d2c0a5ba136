import type {
  BackgroundCheck,
  Clause,
  ClauseKind,
  ServiceLevel,
  SubcontractingRule,
  Terms,
  TermsInput,
} from '@plumbline/contracts/schema';
import { type Comparator, parseExact } from '@plumbline/sla-engine';
import type { MetricSummary } from '@plumbline/measurements/schema';
import { percentOfShare, shareOfPercent } from './percent';
import { emptyWindow, toWindow, toWindowModel, type WindowModel } from './window-model';

/** A clause as it is typed; only the fields of its kind count. */
export interface ClauseModel {
  kind: ClauseKind;
  number: string;
  heading: string;
  text: string;
  page: string;
  noticeDays: string;
  withinHours: string;
  regions: string;
  standards: string;
  timesAYear: string;
  checks: BackgroundCheck[];
  /** Of background checks and attestations. */
  yearly: boolean;
  subcontracting: SubcontractingRule;
  terminationDays: string;
  cureDays: string;
}

/** An SLA as it is typed: shares in percent, times in seconds. */
export interface SlaModel extends WindowModel {
  name: string;
  metricId: string;
  clauseNumber: string;
  form: 'limit' | 'band';
  comparator: Comparator;
  target: string;
  low: string;
  high: string;
  lineOfBusiness: string;
  channel: string;
  queue: string;
  language: string;
  minimumSample: string;
  weight: string;
}

export interface TermsModel {
  /** Months, `2026-03`: terms start and end with one. */
  effectiveFrom: string;
  effectiveTo: string;
  timezone: string;
  reportingDueDay: string;
  admitsClaimed: boolean;
  minimumCoverage: string;
  speedOutweighsReason: string;
  /** Of the contract as a whole; no start and end: nothing is said. */
  startsOn: string;
  endsOn: string;
  renewalMonths: string;
  noticeCount: string;
  noticeUnit: 'days' | 'months';
  clauses: ClauseModel[];
  slas: SlaModel[];
}

export type KnownMetric = Pick<MetricSummary, 'id' | 'name' | 'unit' | 'direction' | 'family'>;

export function emptyClause(kind: ClauseKind, number: string): ClauseModel {
  return {
    kind,
    number,
    heading: '',
    text: '',
    page: '',
    noticeDays: '30',
    withinHours: '24',
    regions: '',
    standards: 'ISO/IEC 27001',
    timesAYear: '1',
    checks: [],
    yearly: kind === 'attestation',
    subcontracting: 'with_consent',
    terminationDays: '90',
    cureDays: '30',
  };
}

export function emptySla(clauseNumber: string): SlaModel {
  return {
    name: '',
    metricId: '',
    clauseNumber,
    form: 'limit',
    comparator: '>=',
    target: '',
    low: '',
    high: '',
    lineOfBusiness: '',
    channel: '',
    queue: '',
    language: '',
    ...emptyWindow,
    minimumSample: '0',
    weight: '',
  };
}

export function emptyTerms(timezone: string, effectiveFrom: string): TermsModel {
  return {
    effectiveFrom,
    effectiveTo: '',
    timezone,
    reportingDueDay: '10',
    admitsClaimed: false,
    minimumCoverage: '60',
    speedOutweighsReason: '',
    startsOn: '',
    endsOn: '',
    renewalMonths: '',
    noticeCount: '',
    noticeUnit: 'days',
    clauses: [emptyClause('service_levels', '1')],
    slas: [emptySla('1')],
  };
}

/** What is typed, as the terms that are sent. What cannot be read is sent as typed, for the schema to refuse at its place. */
export function toTermsInput(model: TermsModel, metrics: readonly KnownMetric[]): TermsInput {
  return {
    effectiveFrom: dateOf(model.effectiveFrom),
    effectiveTo: model.effectiveTo === '' ? null : dateOf(model.effectiveTo),
    timezone: model.timezone.trim(),
    reportingDueDay: numberOf(model.reportingDueDay),
    admitsClaimed: model.admitsClaimed,
    minimumCoverage: shareOfPercent(model.minimumCoverage),
    speedOutweighsReason: model.speedOutweighsReason.trim() || null,
    term: toTerm(model),
    clauses: model.clauses.map(toClause),
    slas: model.slas.map((sla) => toSla(sla, metrics)),
  };
}

export function toTermsModel(terms: Terms, metrics: readonly KnownMetric[]): TermsModel {
  return {
    effectiveFrom: terms.effectiveFrom.slice(0, 7),
    effectiveTo: terms.effectiveTo?.slice(0, 7) ?? '',
    timezone: terms.timezone,
    reportingDueDay: `${terms.reportingDueDay}`,
    admitsClaimed: terms.admitsClaimed,
    minimumCoverage: percentOfShare(terms.minimumCoverage),
    speedOutweighsReason: terms.speedOutweighsReason ?? '',
    startsOn: terms.term?.startsOn ?? '',
    endsOn: terms.term?.endsOn ?? '',
    renewalMonths: terms.term?.renewalMonths?.toString() ?? '',
    noticeCount: terms.term?.notice?.count.toString() ?? '',
    noticeUnit: terms.term?.notice?.unit ?? 'days',
    clauses: terms.clauses.map(toClauseModel),
    slas: terms.slas.map((sla) => toSlaModel(sla, metrics)),
  };
}

function toTerm({
  startsOn,
  endsOn,
  renewalMonths,
  noticeCount,
  noticeUnit,
}: TermsModel): TermsInput['term'] {
  const said = [startsOn, endsOn, renewalMonths, noticeCount].some((each) => each.trim() !== '');
  if (!said) return null;
  return {
    startsOn,
    endsOn,
    renewalMonths: renewalMonths.trim() === '' ? null : numberOf(renewalMonths),
    notice: noticeCount.trim() === '' ? null : { count: numberOf(noticeCount), unit: noticeUnit },
  };
}

function toClause(model: ClauseModel): TermsInput['clauses'][number] {
  const { kind, number, heading, text } = model;
  const page = model.page.trim() === '' ? null : numberOf(model.page);
  const passage = { number, heading, text, page };
  switch (kind) {
    case 'right_to_audit':
      return { kind, ...passage, terms: { noticeDays: numberOf(model.noticeDays) } };
    case 'incident_notice':
      return { kind, ...passage, terms: { withinHours: numberOf(model.withinHours) } };
    case 'data_residency':
      return { kind, ...passage, terms: { regions: listOf(model.regions) } };
    case 'attestation':
      return { kind, ...passage, terms: { standards: listOf(model.standards), yearly: model.yearly } };
    case 'continuity_test':
      return { kind, ...passage, terms: { timesAYear: numberOf(model.timesAYear) } };
    case 'background_checks':
      return { kind, ...passage, terms: { checks: model.checks, yearly: model.yearly } };
    case 'subcontracting':
      return { kind, ...passage, terms: { rule: model.subcontracting } };
    case 'termination': {
      const cureDays = model.cureDays.trim() === '' ? null : numberOf(model.cureDays);
      return { kind, ...passage, terms: { noticeDays: numberOf(model.terminationDays), cureDays } };
    }
    default:
      return { kind, ...passage, terms: {} };
  }
}

function toClauseModel(clause: Clause): ClauseModel {
  const { kind, number, heading, text, page } = clause;
  const model = { ...emptyClause(kind, number), heading, text, page: page === null ? '' : `${page}` };
  switch (clause.kind) {
    case 'right_to_audit':
      return { ...model, noticeDays: `${clause.terms.noticeDays}` };
    case 'incident_notice':
      return { ...model, withinHours: `${clause.terms.withinHours}` };
    case 'data_residency':
      return { ...model, regions: clause.terms.regions.join(', ') };
    case 'attestation':
      return { ...model, standards: clause.terms.standards.join(', '), yearly: clause.terms.yearly };
    case 'continuity_test':
      return { ...model, timesAYear: `${clause.terms.timesAYear}` };
    case 'background_checks':
      return { ...model, checks: [...clause.terms.checks], yearly: clause.terms.yearly };
    case 'subcontracting':
      return { ...model, subcontracting: clause.terms.rule };
    case 'termination':
      return {
        ...model,
        terminationDays: `${clause.terms.noticeDays}`,
        cureDays: clause.terms.cureDays === null ? '' : `${clause.terms.cureDays}`,
      };
    default:
      return model;
  }
}

export function toSla(model: SlaModel, metrics: readonly KnownMetric[]): TermsInput['slas'][number] {
  const { name, metricId, clauseNumber, form, comparator, target, low, high } = model;
  const inPercent = metrics.find(({ id }) => id === metricId)?.unit === 'ratio';
  const limit = (typed: string) => (inPercent ? shareOfPercent(typed) : typed.trim());
  return {
    name,
    metricId,
    clauseNumber,
    target:
      form === 'band'
        ? { band: { low: limit(low), high: limit(high) } }
        : { comparator, value: limit(target) },
    segment: {
      lineOfBusiness: model.lineOfBusiness.trim() || null,
      channel: model.channel.trim() || null,
      queue: model.queue.trim() || null,
      language: model.language.trim() || null,
    },
    window: toWindow(model),
    minimumSample: numberOf(model.minimumSample),
    weight: model.weight.trim(),
  };
}

export function toSlaModel(sla: ServiceLevel, metrics: readonly KnownMetric[]): SlaModel {
  const { name, metricId, clauseNumber, target, segment, window, minimumSample, weight } = sla;
  const inPercent = metrics.find(({ id }) => id === metricId)?.unit === 'ratio';
  const shown = (limit: string) => (inPercent ? percentOfShare(limit) : limit);
  return {
    ...emptySla(clauseNumber),
    name,
    metricId,
    ...('band' in target
      ? { form: 'band' as const, low: shown(target.band.low), high: shown(target.band.high) }
      : { form: 'limit' as const, comparator: target.comparator, target: shown(target.value) }),
    lineOfBusiness: segment.lineOfBusiness ?? '',
    channel: segment.channel ?? '',
    queue: segment.queue ?? '',
    language: segment.language ?? '',
    ...toWindowModel(window),
    minimumSample: `${minimumSample}`,
    weight,
  };
}

function dateOf(month: string): string {
  return `${month}-01`;
}

/** NaN where it is no number: the schema says so at the field. */
function numberOf(text: string): number {
  const exact = parseExact(text);
  return exact.ok ? exact.value.toNumber() : Number.NaN;
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
