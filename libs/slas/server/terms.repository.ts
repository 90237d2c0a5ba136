import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { effectiveVersion, type MetricDefinition, type Target } from '@plumbline/sla-engine';
import { type AgreedSla, type ContractTerms, WindowedSla } from './agreed-sla';

/** What was agreed with a vendor for a month: contract versions in force at the window's start and their SLAs. */
@Injectable()
export class TermsRepository {
  /**
   * The SLAs of the versions in force on the month's first day (semantics rule 10), each with the metric version of that
   * day, or the metric's first one where it had none yet. Two versions of one contract at once are an error: a contract
   * that says two things says nothing.
   */
  async inForce(tx: TenantTransaction, vendorId: string, firstDate: string): Promise<AgreedSla[]> {
    const rows = await tx.prepared<TermRow>(
      `${selectSla('order by mv.effective_from <= $2::date desc, abs(mv.effective_from - $2::date) limit 1')}
       where v.tenant_id = $1 and v.vendor_id = $3 and v.state = 'active'
         and v.effective_from <= $2 and (v.effective_to is null or v.effective_to > $2)
       order by v.contract_id, s.id`,
      [tx.tenantId, firstDate, vendorId],
    );
    const slas = rows.map(toSla);
    for (const contractId of new Set(slas.map((sla) => sla.contract.id))) {
      const versions = new Map(
        slas
          .filter((sla) => sla.contract.id === contractId)
          .map(({ contract }) => [contract.versionId, contract] as const),
      );
      const inForce = effectiveVersion([...versions.values()], firstDate);
      if (!inForce.ok) throw new Error(`contract ${contractId}: ${inForce.problem.detail}`);
    }
    return slas;
  }

  /**
   * The SLAs of a vendor that are judged over other windows than months, of all versions that are or were in force, each
   * with all definitions of its metric: the start of a window picks among them.
   */
  async otherWindows(tx: TenantTransaction, vendorId: string): Promise<WindowedSla[]> {
    const rows = await tx.prepared<TermRow>(
      `${selectSla('')} where v.tenant_id = $1 and v.vendor_id = $2 and v.state = 'active' and s."window" <> 'month'
       order by v.contract_id, v.effective_from, s.id, mv.effective_from`,
      [tx.tenantId, vendorId],
    );
    const byId = Map.groupBy(rows, ({ id }) => id);
    return [...byId.values()].map((versions) => new WindowedSla(versions.map(toSla)));
  }

  /** An SLA as a result was judged by: with the metric version of that result. */
  async asJudged(tx: TenantTransaction, slaId: string, metricVersion: number): Promise<AgreedSla | null> {
    const [row] = await tx.query<TermRow>(
      `${selectSla('and mv.number = $2')} where v.tenant_id = $1 and s.tenant_id = $1 and s.id = $3`,
      [tx.tenantId, metricVersion, slaId],
    );
    return row ? toSla(row) : null;
  }

  /** Positions of measures in a row's amounts. */
  measures(
    tx: TenantTransaction,
    codes: readonly string[],
  ): Promise<{ code: string; position: number; label: string; unit: 'count' | 'seconds' }[]> {
    return tx.prepared(
      'select code, position, label, unit from measure where tenant_id = $1 and code = any ($2)',
      [tx.tenantId, [...codes]],
    );
  }
}

/** SLAs with contract version and metric; `version` picks the metric version by parameter $2. */
const selectSla = (version: string) => `
  select s.id, s.name, s.comparator, s.target::text, s.band_low::text, s.band_high::text, s.minimum_sample,
         s.line_of_business, s.channel, s.queue, s.language, s."window",
         v.contract_id, v.id as version_id, v.number as version_number, v.effective_from::text, v.effective_to::text,
         v.timezone, v.reporting_due_day, v.admits_claimed, v.activated_at,
         m.id as metric_id, m.code as metric_code, mv.number as metric_version,
         mv.effective_from::text as metric_from, mv.definition
  from contract_version v
  join sla s on s.tenant_id = v.tenant_id and s.contract_version_id = v.id
  join metric m on m.tenant_id = s.tenant_id and m.id = s.metric_id
  join lateral (
    select number, effective_from, definition from metric_version mv
    where mv.tenant_id = $1 and mv.metric_id = m.id ${version}
  ) mv on true`;

interface TermRow {
  readonly id: string;
  readonly name: string;
  readonly comparator: '>=' | '>' | '<=' | '<' | null;
  readonly target: string | null;
  readonly band_low: string | null;
  readonly band_high: string | null;
  readonly minimum_sample: number;
  readonly line_of_business: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly window: string;
  readonly contract_id: string;
  readonly version_id: string;
  readonly version_number: number;
  readonly effective_from: string;
  readonly effective_to: string | null;
  readonly timezone: string;
  readonly reporting_due_day: number;
  readonly admits_claimed: boolean;
  readonly activated_at: Date;
  readonly metric_id: string;
  readonly metric_code: string;
  readonly metric_version: number;
  readonly metric_from: string;
  readonly definition: MetricDefinition;
}

function toSla(row: TermRow): AgreedSla {
  return {
    id: row.id,
    name: row.name,
    target: toTarget(row),
    minimumSample: row.minimum_sample,
    segment: {
      lineOfBusiness: row.line_of_business,
      channel: row.channel,
      queue: row.queue,
      language: row.language,
    },
    window: row.window,
    contract: toContract(row),
    metric: {
      id: row.metric_id,
      code: row.metric_code,
      version: row.metric_version,
      effectiveFrom: row.metric_from,
      definition: row.definition,
    },
  };
}

function toContract(row: TermRow): ContractTerms {
  return {
    id: row.contract_id,
    versionId: row.version_id,
    versionNumber: row.version_number,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    timezone: row.timezone,
    reportingDueDay: row.reporting_due_day,
    admitsClaimed: row.admits_claimed,
    activatedAt: row.activated_at,
  };
}

/** The table's check lets through exactly one of the two forms. */
export function toTarget(
  row: Pick<TermRow, 'comparator' | 'target' | 'band_low' | 'band_high'>,
): Target &
  (
    | { comparator: NonNullable<TermRow['comparator']>; value: string }
    | { band: { low: string; high: string } }
  ) {
  return row.comparator !== null
    ? { comparator: row.comparator, value: row.target ?? '' }
    : { band: { low: row.band_low ?? '', high: row.band_high ?? '' } };
}
