import { Injectable } from '@nestjs/common';
import type { TargetSegment } from '@plumbline/contracts/schema';
import type { CarriedSla, CreditSchemeSummary, SchemeSla } from '@plumbline/credits/schema';
import { isUniqueViolation, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError } from '@plumbline/platform/errors';
import type { Comparator, MetricFamily, MetricUnit } from '@plumbline/sla-engine';
import { keyOf } from './contract-months.repository';
import { CreditSchemeEntity } from './credit-scheme.entity';

/** The contract version a scheme belongs to. */
export interface SchemeVersion {
  readonly id: string;
  readonly number: number;
  readonly state: 'draft' | 'active';
  readonly effectiveFrom: string;
  readonly contractId: string;
  readonly reference: string;
  readonly vendorId: string;
  readonly vendorCode: string;
  readonly vendorName: string;
}

const VERSION = `select version.id, version.number, version.state, to_char(version.effective_from, 'YYYY-MM') as "effectiveFrom",
    contract.id as "contractId", contract.reference, vendor.id as "vendorId", vendor.code as "vendorCode",
    vendor.name as "vendorName"
  from contract_version version
  join contract on contract.tenant_id = version.tenant_id and contract.id = version.contract_id
  join vendor on vendor.tenant_id = contract.tenant_id and vendor.id = contract.vendor_id`;

@Injectable()
export class SchemesRepository {
  /** By contract reference and version, each in its newest revision. */
  async list(
    tx: TenantTransaction,
    search: {
      readonly contractId: string | undefined;
      readonly after: readonly [reference: string, number: number] | null;
      readonly limit: number;
    },
  ): Promise<CreditSchemeSummary[]> {
    const rows = await tx.query<SchemeVersion & SchemeRow>(
      `select * from (
         select distinct on (scheme.contract_version_id) scheme.id as "schemeId", scheme.revision,
           scheme.entered_by_name as "enteredBy", scheme.entered_at as "enteredAt", scheme.terms ->> 'currency' as currency,
           scheme.terms ->> 'from' as "from", jsonb_array_length(scheme.terms -> 'lines') as lines, v.*
         from credit_scheme scheme join (${VERSION} where version.tenant_id = $1) v on v.id = scheme.contract_version_id
         where scheme.tenant_id = $1 and ($2::uuid is null or scheme.contract_id = $2)
         order by scheme.contract_version_id, scheme.revision desc) newest
       where $3::text is null or (reference, number) > ($3, $4::integer)
       order by reference, number limit $5`,
      [
        tx.tenantId,
        search.contractId ?? null,
        search.after?.[0] ?? null,
        search.after?.[1] ?? null,
        search.limit,
      ],
    );
    return rows.map((row) => ({
      id: row.schemeId,
      vendor: { id: row.vendorId, code: row.vendorCode, name: row.vendorName },
      contract: { id: row.contractId, reference: row.reference, versionNumber: row.number },
      revision: row.revision,
      enteredBy: row.enteredBy,
      enteredAt: row.enteredAt.toISOString(),
      currency: row.currency,
      from: row.from,
      lines: row.lines,
    }));
  }

  async version(tx: TenantTransaction, contractId: string, number: number): Promise<SchemeVersion | null> {
    const [row] = await tx.query<SchemeVersion>(
      `${VERSION} where version.tenant_id = $1 and version.contract_id = $2 and version.number = $3`,
      [tx.tenantId, contractId, number],
    );
    return row ?? null;
  }

  /** Revisions of a version's scheme, oldest first. */
  revisions(tx: TenantTransaction, contractVersionId: string): Promise<CreditSchemeEntity[]> {
    return tx.manager.find(CreditSchemeEntity, {
      where: { tenantId: tx.tenantId, contractVersionId },
      order: { revision: 'asc' },
    });
  }

  async slas(tx: TenantTransaction, contractVersionId: string): Promise<SchemeSla[]> {
    const rows = await tx.query<SlaRow>(
      `select sla.id, sla.name, sla.comparator, sla.target::text, sla.band_low::text, sla.band_high::text,
         metric.unit, metric.family
       from sla join metric on metric.tenant_id = sla.tenant_id and metric.id = sla.metric_id
       where sla.tenant_id = $1 and sla.contract_version_id = $2 order by sla.position, sla.id`,
      [tx.tenantId, contractVersionId],
    );
    return rows.map(({ id, name, unit, family, ...row }) => ({
      id,
      name,
      metric: { unit, family },
      target:
        row.comparator === null
          ? { band: { low: row.band_low ?? '', high: row.band_high ?? '' } }
          : { comparator: row.comparator, value: row.target ?? '' },
    }));
  }

  /** The newest scheme of a contract, before one of its versions where one is named; null where there is none. */
  async newestBefore(
    tx: TenantTransaction,
    contractId: string,
    before: number | null,
  ): Promise<{ version: SchemeVersion; scheme: CreditSchemeEntity } | null> {
    const [row] = await tx.query<{ number: number; schemeId: string }>(
      `select version.number, scheme.id as "schemeId"
       from credit_scheme scheme join contract_version version
         on version.tenant_id = scheme.tenant_id and version.id = scheme.contract_version_id
       where scheme.tenant_id = $1 and scheme.contract_id = $2 and ($3::integer is null or version.number < $3)
       order by version.number desc, scheme.revision desc limit 1`,
      [tx.tenantId, contractId, before],
    );
    if (!row) return null;
    const version = await this.version(tx, contractId, row.number);
    const scheme = await tx.manager.findOneBy(CreditSchemeEntity, {
      tenantId: tx.tenantId,
      id: row.schemeId,
    });
    return version && scheme ? { version, scheme } : null;
  }

  /** By what the SLAs of a version are recognised in another one. */
  async recognised(tx: TenantTransaction, contractVersionId: string): Promise<CarriedSla[]> {
    const rows = await tx.query<{ id: string; name: string; metricId: string } & TargetSegment>(
      `select id, name, metric_id as "metricId", line_of_business as "lineOfBusiness", channel, queue, language
       from sla where tenant_id = $1 and contract_version_id = $2 order by position, id`,
      [tx.tenantId, contractVersionId],
    );
    return rows.map(({ id, name, metricId, lineOfBusiness, channel, queue, language }) => ({
      id,
      name,
      key: keyOf(metricId, { lineOfBusiness, channel, queue, language }),
    }));
  }

  /** Versions that nothing is settled by although the contract had a scheme before: in force on a day, or later. */
  gaps(tx: TenantTransaction, today: string): Promise<GapRow[]> {
    return tx.query<GapRow>(
      `select v.*, priced.number as "pricedNumber", priced.revision
       from (${VERSION} where version.tenant_id = $1 and version.state = 'active'
               and (version.effective_to is null or version.effective_to > $2::date)
               and not exists (select from credit_scheme scheme where scheme.tenant_id = version.tenant_id
                                 and scheme.contract_version_id = version.id)) v
       join (select distinct on (scheme.contract_id) scheme.contract_id, before.number, scheme.revision
             from credit_scheme scheme join contract_version before
               on before.tenant_id = scheme.tenant_id and before.id = scheme.contract_version_id
             where scheme.tenant_id = $1
             order by scheme.contract_id, before.number desc, scheme.revision desc) priced
         on priced.contract_id = v."contractId" and priced.number < v.number
       order by v."effectiveFrom", v.reference, v.number`,
      [tx.tenantId, today],
    );
  }

  /** Two that enter the next revision at once: the second is `scheme-changed` (409). */
  async insert(tx: TenantTransaction, scheme: CreditSchemeEntity): Promise<void> {
    try {
      await tx.manager.insert(CreditSchemeEntity, scheme);
    } catch (error) {
      if (!isUniqueViolation(error, 'credit_scheme_tenant_id_contract_version_id_revision_key')) throw error;
      throw schemeChanged();
    }
  }
}

export function schemeChanged(): ConflictError {
  return new ConflictError('scheme-changed', 'Somebody entered another revision of this scheme meanwhile.');
}

export interface GapRow extends SchemeVersion {
  readonly pricedNumber: number;
  readonly revision: number;
}

interface SchemeRow {
  readonly schemeId: string;
  readonly revision: number;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  readonly currency: string;
  readonly from: string;
  readonly lines: number;
}

interface SlaRow {
  readonly id: string;
  readonly name: string;
  readonly comparator: Comparator | null;
  readonly target: string | null;
  readonly band_low: string | null;
  readonly band_high: string | null;
  readonly unit: MetricUnit;
  readonly family: MetricFamily;
}
