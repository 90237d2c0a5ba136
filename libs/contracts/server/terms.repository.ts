import { Injectable } from '@nestjs/common';
import type { Terms } from '@plumbline/contracts/schema';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import type { Direction, MetricDefinition, MetricFamily, MetricUnit } from '@plumbline/sla-engine';
import { In, IsNull, MoreThan } from 'typeorm';
import { ClauseEntity } from './clause.entity';
import { ContractVersionEntity } from './contract-version.entity';
import { SlaEntity } from './sla.entity';

export interface MetricRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: MetricUnit;
  readonly direction: Direction;
  readonly family: MetricFamily;
}

/** The segment of an SLA, and the definition by which its metric is read. */
export interface AgreedFigure {
  readonly lineOfBusiness: string | null;
  readonly channel: string | null;
  readonly queue: string | null;
  readonly language: string | null;
  readonly definition: MetricDefinition;
}

/** A version with its clauses and SLAs, in the document's order. */
export interface TermRows {
  readonly version: ContractVersionEntity;
  readonly clauses: readonly ClauseEntity[];
  readonly slas: readonly SlaEntity[];
}

@Injectable()
export class TermsRepository {
  async find(tx: TenantTransaction, contractId: string, number: number): Promise<TermRows | null> {
    const { tenantId } = tx;
    const agreedOnly = tx.actor.vendorScope === '*' ? {} : { state: 'active' as const };
    const version = await tx.manager.findOneBy(ContractVersionEntity, {
      tenantId,
      contractId,
      number,
      ...agreedOnly,
    });
    return version ? ((await this.withRows(tx, [version]))[0] ?? null) : null;
  }

  /** Every version of a contract, oldest first. */
  versions(tx: TenantTransaction, contractId: string): Promise<ContractVersionEntity[]> {
    return tx.manager.find(ContractVersionEntity, {
      where: { tenantId: tx.tenantId, contractId },
      order: { number: 'asc' },
    });
  }

  /** Active versions of any contract of these vendors. */
  activeVersions(tx: TenantTransaction, vendorIds: readonly string[]): Promise<ContractVersionEntity[]> {
    return tx.manager.find(ContractVersionEntity, {
      where: { tenantId: tx.tenantId, vendorId: In([...vendorIds]), state: 'active' },
      order: { effectiveFrom: 'asc' },
    });
  }

  /** Drafts, and active versions that are in force on a day or will be, of every contract. */
  async notEnded(tx: TenantTransaction, day: string): Promise<ContractVersionEntity[]> {
    const tenantId = tx.tenantId;
    return tx.manager.find(ContractVersionEntity, {
      where: [
        { tenantId, state: 'draft' },
        { tenantId, state: 'active', effectiveTo: IsNull() },
        { tenantId, state: 'active', effectiveTo: MoreThan(day) },
      ],
    });
  }

  async withRows(tx: TenantTransaction, versions: readonly ContractVersionEntity[]): Promise<TermRows[]> {
    const where = { tenantId: tx.tenantId, contractVersionId: In(versions.map(({ id }) => id)) };
    const clauses = await tx.manager.find(ClauseEntity, { where, order: { position: 'asc' } });
    const slas = await tx.manager.find(SlaEntity, { where, order: { position: 'asc' } });
    return versions.map((version) => ({
      version,
      clauses: clauses.filter(({ contractVersionId }) => contractVersionId === version.id),
      slas: slas.filter(({ contractVersionId }) => contractVersionId === version.id),
    }));
  }

  async insertVersion(tx: TenantTransaction, version: ContractVersionEntity): Promise<void> {
    await tx.manager.insert(ContractVersionEntity, version);
  }

  async updateVersion(
    tx: TenantTransaction,
    { tenantId, id, ...columns }: ContractVersionEntity,
  ): Promise<void> {
    await tx.manager.update(ContractVersionEntity, { tenantId, id }, columns);
  }

  /** Clauses and SLAs of a version that has none; SLAs find their clause by its number. */
  async insertTerms(
    tx: TenantTransaction,
    version: ContractVersionEntity,
    terms: Terms,
    at: Date,
  ): Promise<void> {
    const { tenantId, id: contractVersionId, vendorId } = version;
    const clauses = terms.clauses.map((clause, position): ClauseEntity => ({
      tenantId,
      id: newId(),
      contractVersionId,
      vendorId,
      position,
      ...clause,
    }));
    const clauseIds = new Map(clauses.map(({ number, id }) => [number, id]));
    const slas = terms.slas.map(({ clauseNumber, target, segment, ...sla }, position) => ({
      tenantId,
      id: newId(),
      contractVersionId,
      vendorId,
      position,
      ...sla,
      ...segment,
      clauseId: clauseIds.get(clauseNumber) ?? '',
      comparator: 'band' in target ? null : target.comparator,
      target: 'band' in target ? null : target.value,
      bandLow: 'band' in target ? target.band.low : null,
      bandHigh: 'band' in target ? target.band.high : null,
      createdAt: at,
      version: 1,
    }));
    if (clauses.length > 0) await tx.manager.insert(ClauseEntity, clauses);
    if (slas.length > 0) await tx.manager.insert(SlaEntity, slas);
  }

  async deleteTerms(tx: TenantTransaction, contractVersionId: string): Promise<void> {
    const where = { tenantId: tx.tenantId, contractVersionId };
    await tx.manager.delete(SlaEntity, where);
    await tx.manager.delete(ClauseEntity, where);
  }

  /** The metrics of the tenant among these ids. */
  metrics(tx: TenantTransaction, ids: readonly string[]): Promise<MetricRow[]> {
    return tx.query<MetricRow>(
      'select id, code, name, unit, direction, family from metric where tenant_id = $1 and id = any ($2)',
      [tx.tenantId, [...new Set(ids)]],
    );
  }

  /** What each SLA of a vendor is about and counts, of the versions that are in force on a day or will be. */
  agreedFigures(tx: TenantTransaction, vendorId: string, day: string): Promise<AgreedFigure[]> {
    return tx.query<AgreedFigure>(
      `select s.line_of_business as "lineOfBusiness", s.channel, s.queue, s.language, mv.definition
       from contract_version v
       join sla s on s.tenant_id = v.tenant_id and s.contract_version_id = v.id
       join lateral (
         select definition from metric_version mv where mv.tenant_id = v.tenant_id and mv.metric_id = s.metric_id
         order by (mv.effective_from <= $3) desc, case when mv.effective_from <= $3 then mv.number end desc, mv.number limit 1
       ) mv on true
       where v.tenant_id = $1 and v.vendor_id = $2 and v.state = 'active' and (v.effective_to is null or v.effective_to > $3)
       order by v.effective_from, s.position`,
      [tx.tenantId, vendorId, day],
    );
  }

  /**
   * Marks what a vendor measured from a date on and before another as not evaluated: PostgreSQL remembers it, whatever
   * becomes of the jobs.
   */
  async markDirty(
    tx: TenantTransaction,
    vendorId: string,
    { from, before }: { readonly from: string; readonly before: string | null },
    at: Date,
  ): Promise<void> {
    await tx.query(
      `insert into dirty_window (tenant_id, vendor_id, month, segment_id, marked_at)
       select distinct tenant_id, vendor_id, date_trunc('month', local_date)::date, segment_id, $5::timestamptz
       from measurement_day where tenant_id = $1 and vendor_id = $2 and local_date >= $3
         and ($4::date is null or local_date < $4)
       on conflict (tenant_id, vendor_id, month, segment_id) do update set days = null`,
      [tx.tenantId, vendorId, from, before, at],
    );
  }

  /** Months (`2026-03`) in which a vendor measured something, from a date on and before another. */
  async measuredMonths(
    tx: TenantTransaction,
    vendorId: string,
    { from, before }: { readonly from: string; readonly before: string | null },
  ): Promise<string[]> {
    const rows = await tx.query<{ month: string }>(
      `select distinct to_char(local_date, 'YYYY-MM') as month from measurement_day
       where tenant_id = $1 and vendor_id = $2 and local_date >= $3 and ($4::date is null or local_date < $4)
       order by month`,
      [tx.tenantId, vendorId, from, before],
    );
    return rows.map(({ month }) => month);
  }
}
