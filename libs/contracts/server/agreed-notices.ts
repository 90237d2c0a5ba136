import { Injectable, Module } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';

/** What the contract in force says about notice of incidents. */
export interface AgreedNotice {
  readonly contractVersionId: string;
  readonly reference: string;
  /** null: the contract has no such clause. */
  readonly clause: { readonly number: string; readonly withinHours: number } | null;
}

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly timezone: string;
  readonly number: string | null;
  readonly withinHours: string | null;
}

/** The read model of incident-notice clauses for incidents (V2, V4). */
@Injectable()
export class AgreedNotices {
  /** Of the contracts with a vendor in force at an instant, the one that asks soonest; null: none is in force. */
  async inForce(tx: TenantTransaction, vendorId: string, at: Temporal.Instant): Promise<AgreedNotice | null> {
    return (await this.ofVendor(tx, vendorId))(at);
  }

  /** The same for many instants, read once. */
  async ofVendor(
    tx: TenantTransaction,
    vendorId: string,
  ): Promise<(at: Temporal.Instant) => AgreedNotice | null> {
    const rows = await tx.query<Row>(
      `select version.id, contract.reference, version.effective_from::text as "effectiveFrom",
         version.effective_to::text as "effectiveTo", version.timezone, clause.number,
         clause.terms ->> 'withinHours' as "withinHours"
       from contract
       join contract_version version on version.tenant_id = contract.tenant_id and version.contract_id = contract.id
       left join clause on clause.tenant_id = version.tenant_id and clause.contract_version_id = version.id
         and clause.kind = 'incident_notice'
       where contract.tenant_id = $1 and contract.vendor_id = $2 and version.state = 'active'
       order by (clause.terms ->> 'withinHours')::integer nulls last, contract.reference, clause.position`,
      [tx.tenantId, vendorId],
    );
    return (at) => noticeAt(rows, at);
  }
}

function noticeAt(rows: readonly Row[], at: Temporal.Instant): AgreedNotice | null {
  const found = rows.find(({ effectiveFrom, effectiveTo, timezone }) => {
    // a version's dates are local to its zone
    const day = at.toZonedDateTimeISO(timezone).toPlainDate().toString();
    return effectiveFrom <= day && (effectiveTo === null || day < effectiveTo);
  });
  if (!found) return null;
  const { id: contractVersionId, reference, number, withinHours } = found;
  const clause =
    number === null || withinHours === null ? null : { number, withinHours: Number(withinHours) };
  return { contractVersionId, reference, clause };
}

@Module({ providers: [AgreedNotices], exports: [AgreedNotices] })
export class AgreedNoticesModule {}
