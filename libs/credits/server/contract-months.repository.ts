import { Injectable } from '@nestjs/common';
import type { CreditSchemeTerms, StatementLine } from '@plumbline/credits/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { lineKey } from '@plumbline/scorecards/schema';
import type { Comparator, Direction, MetricFamily, MetricUnit, VerdictState } from '@plumbline/sla-engine';
import { stateOfColumn } from '@plumbline/slas/server';
import type { MonthStates } from './month-series';

/** What a statement shows of an SLA before money is spoken of. */
export type UnsettledLine = Omit<
  StatementLine,
  'agreed' | 'standing' | 'occurrence' | 'skipped' | 'amount' | 'problem'
>;

/** A contract's month as it stands: terms in force on its first day, with the newest results. */
export interface ContractMonth {
  readonly contract: { readonly id: string; readonly reference: string; readonly versionNumber: number };
  readonly scheme: { readonly revision: number; readonly terms: CreditSchemeTerms };
  readonly lines: readonly UnsettledLine[];
}

/** All months of a contract. */
export interface ContractHistory {
  /** First month that any of its schemes settles: misses are counted from there. */
  readonly since: string;
  /** First month the contract was in force: its years are counted from there. */
  readonly began: string;
  /** By metric and segment, whatever contract version agreed the SLA. */
  readonly byKey: ReadonlyMap<string, MonthStates>;
  readonly bySla: ReadonlyMap<string, MonthStates>;
}

/** Reads what statements are made of. */
@Injectable()
export class ContractMonthsRepository {
  /** Contracts of a vendor that have a scheme. */
  async contractsWithScheme(tx: TenantTransaction, vendorId: string): Promise<string[]> {
    const rows = await tx.prepared<{ contract_id: string }>(
      'select distinct contract_id from credit_scheme where tenant_id = $1 and vendor_id = $2 order by contract_id',
      [tx.tenantId, vendorId],
    );
    return rows.map((row) => row.contract_id);
  }

  /**
   * `month` as `2026-03`. Null: no version with a scheme for that month is in force on its first day. After the contract's
   * end the last scheme goes on without lines and without a fee: money that was settled by it is put right by it.
   */
  async month(tx: TenantTransaction, contractId: string, month: string): Promise<ContractMonth | null> {
    const [version] = await tx.prepared<VersionRow>(
      `select version.id, version.number, contract.reference, scheme.revision, scheme.terms
       from contract_version version
       join contract on contract.tenant_id = version.tenant_id and contract.id = version.contract_id
       join credit_scheme scheme on scheme.tenant_id = version.tenant_id and scheme.contract_version_id = version.id
       where version.tenant_id = $1 and version.contract_id = $2 and version.state = 'active'
         and version.effective_from <= $3::date and (version.effective_to is null or version.effective_to > $3::date)
       order by scheme.revision desc limit 1`,
      [tx.tenantId, contractId, `${month}-01`],
    );
    if (!version) return this.afterTheEnd(tx, contractId, month);
    if (version.terms.from > month) return null;
    const rows = await tx.prepared<LineRow>(LINES, [tx.tenantId, version.id, `${month}-01`]);
    return {
      contract: { id: contractId, reference: version.reference, versionNumber: version.number },
      scheme: { revision: version.revision, terms: version.terms },
      lines: rows.map((row) => toLine(row, rows)),
    };
  }

  /** Whether no version is in force in a month or later. */
  async hasEnded(tx: TenantTransaction, contractId: string, month: string): Promise<boolean> {
    const going = await tx.prepared(
      `select id from contract_version where tenant_id = $1 and contract_id = $2 and state = 'active'
         and (effective_to is null or effective_to > $3::date) limit 1`,
      [tx.tenantId, contractId, `${month}-01`],
    );
    return going.length === 0;
  }

  private async afterTheEnd(
    tx: TenantTransaction,
    contractId: string,
    month: string,
  ): Promise<ContractMonth | null> {
    if (!(await this.hasEnded(tx, contractId, month))) return null;
    const [version] = await tx.prepared<VersionRow>(
      `select version.id, version.number, contract.reference, scheme.revision, scheme.terms
       from contract_version version
       join contract on contract.tenant_id = version.tenant_id and contract.id = version.contract_id
       join credit_scheme scheme on scheme.tenant_id = version.tenant_id and scheme.contract_version_id = version.id
       where version.tenant_id = $1 and version.contract_id = $2 and version.state = 'active'
       order by version.effective_from desc, scheme.revision desc limit 1`,
      [tx.tenantId, contractId],
    );
    if (!version) return null;
    const { number, reference, revision, terms } = version;
    const fees = [...terms.fees.filter(({ from }) => from < month), { from: month, amount: '0' }];
    return {
      contract: { id: contractId, reference, versionNumber: number },
      scheme: { revision, terms: { ...terms, fees } },
      lines: [],
    };
  }

  async history(tx: TenantTransaction, contractId: string): Promise<ContractHistory> {
    const [start] = await tx.prepared<{ since: string; began: string }>(
      `select min(scheme.terms ->> 'from') as since, to_char(min(version.effective_from), 'YYYY-MM') as began
       from credit_scheme scheme join contract_version version
         on version.tenant_id = scheme.tenant_id and version.contract_id = scheme.contract_id and version.state = 'active'
       where scheme.tenant_id = $1 and scheme.contract_id = $2`,
      [tx.tenantId, contractId],
    );
    const since = start?.since ?? '9999-12';
    const rows = await tx.prepared<SegmentRow & StateRow>(
      `select sla.id as sla_id, sla.metric_id, sla.line_of_business, sla.channel, sla.queue, sla.language,
         to_char(result.month, 'YYYY-MM') as month, result.state, result.value::text
       from contract_version version
       join sla on sla.tenant_id = version.tenant_id and sla.contract_version_id = version.id
       join result on result.tenant_id = sla.tenant_id and result.sla_id = sla.id and result.latest
       where version.tenant_id = $1 and version.contract_id = $2 and result.month >= $3
       order by result.month, version.number`,
      [tx.tenantId, contractId, `${since}-01`],
    );
    const [byKey, bySla] = [new Map<string, MonthStates>(), new Map<string, MonthStates>()];
    for (const row of rows) {
      const fact = { state: stateOfColumn(row.state), value: row.value };
      put(byKey, keyOf(row.metric_id, segmentOf(row)), row.month, fact);
      put(bySla, row.sla_id, row.month, fact);
    }
    return { since, began: start?.began ?? since, byKey, bySla };
  }

  /** When the newest of a vendor's results of a month was evaluated; null before the first. */
  async evaluatedTo(tx: TenantTransaction, vendorId: string, month: string): Promise<Date | null> {
    const [row] = await tx.prepared<{ at: Date | null }>(
      'select max(evaluated_at) as at from result where tenant_id = $1 and vendor_id = $2 and month = $3 and latest',
      [tx.tenantId, vendorId, `${month}-01`],
    );
    return row?.at ?? null;
  }

  /** Months a vendor has results of, from a month on. */
  async evaluatedMonths(tx: TenantTransaction, vendorId: string, from: string): Promise<string[]> {
    const rows = await tx.query<{ month: string }>(
      `select distinct to_char(month, 'YYYY-MM') as month from result
       where tenant_id = $1 and vendor_id = $2 and month >= $3 and latest order by month`,
      [tx.tenantId, vendorId, `${from}-01`],
    );
    return rows.map(({ month }) => month);
  }
}

/** The key by which an SLA's months are found across contract versions. */
export function keyOf(metricId: string, segment: StatementLine['segment']): string {
  return lineKey({ metric: { id: metricId }, segment });
}

const LINES = `
  select sla.id as sla_id, sla.name, sla.comparator, sla.target::text, sla.band_low::text, sla.band_high::text,
         sla.line_of_business, sla.channel, sla.queue, sla.language, clause.number as clause,
         metric.id as metric_id, metric.code as metric_code, metric.name as metric_name, metric.unit,
         metric.direction, metric.family,
         result.id as result_id, result.revision, result.state, result.value::text, result.numerator::text,
         result.denominator::text, result.claimed_value::text, result.interval_low::text, result.interval_high::text
  from sla
  join clause on clause.tenant_id = sla.tenant_id and clause.id = sla.clause_id
  join metric on metric.tenant_id = sla.tenant_id and metric.id = sla.metric_id
  left join result on result.tenant_id = sla.tenant_id and result.sla_id = sla.id and result.month = $3::date
    and result.latest
  where sla.tenant_id = $1 and sla.contract_version_id = $2
  order by sla.position, sla.id`;

interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly reference: string;
  readonly revision: number;
  readonly terms: CreditSchemeTerms;
}

interface SegmentRow {
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
}

interface StateRow {
  readonly sla_id: string;
  readonly metric_id: string;
  readonly month: string;
  readonly state: string;
  readonly value: string | null;
}

interface LineRow extends SegmentRow {
  readonly sla_id: string;
  readonly name: string;
  readonly comparator: Comparator | null;
  readonly target: string | null;
  readonly band_low: string | null;
  readonly band_high: string | null;
  readonly clause: string;
  readonly metric_id: string;
  readonly metric_code: string;
  readonly metric_name: string;
  readonly unit: MetricUnit;
  readonly direction: Direction;
  readonly family: MetricFamily;
  readonly result_id: string | null;
  readonly revision: number | null;
  readonly state: string | null;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly claimed_value: string | null;
  readonly interval_low: string | null;
  readonly interval_high: string | null;
}

function toLine(row: LineRow, all: readonly LineRow[]): UnsettledLine {
  // an SLA that nobody has evaluated yet is open
  const state: VerdictState = row.state === null ? 'provisional' : stateOfColumn(row.state);
  return {
    slaId: row.sla_id,
    name: nameOf(row, all),
    metric: {
      id: row.metric_id,
      code: row.metric_code,
      name: row.metric_name,
      unit: row.unit,
      direction: row.direction,
      family: row.family,
    },
    segment: segmentOf(row),
    target:
      row.comparator === null
        ? { band: { low: row.band_low ?? '', high: row.band_high ?? '' } }
        : { comparator: row.comparator, value: row.target ?? '' },
    clause: row.clause,
    state,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    claimedValue: row.claimed_value,
    interval:
      row.interval_low === null || row.interval_high === null
        ? null
        : { lower: row.interval_low, upper: row.interval_high },
    resultId: row.result_id,
    resultRevision: row.revision,
  };
}

/** The engine tells lines apart by name: where two SLAs are called alike, their place in the contract is added. */
function nameOf(row: LineRow, all: readonly LineRow[]): string {
  const alike = all.filter(({ name }) => name === row.name);
  return alike.length === 1 ? row.name : `${row.name} (${all.indexOf(row) + 1})`;
}

function segmentOf(row: SegmentRow): StatementLine['segment'] {
  return {
    lineOfBusiness: row.line_of_business,
    channel: row.channel,
    queue: row.queue,
    language: row.language,
  };
}

function put(
  map: Map<string, MonthStates>,
  key: string,
  month: string,
  fact: { readonly state: VerdictState; readonly value: string | null },
): void {
  map.set(key, new Map([...(map.get(key) ?? []), [month, fact]]));
}
