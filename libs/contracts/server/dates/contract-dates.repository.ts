import { Injectable } from '@nestjs/common';
import { contractTerm as termSchema, type DatedVersion } from '@plumbline/contracts/schema';
import type { TenantTransaction } from '@plumbline/platform/database';

export interface DatedContract {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly vendorId: string;
  readonly vendorName: string;
  readonly ownerId: string | null;
}

export interface WaiverDay {
  readonly id: string;
  readonly contractId: string;
  readonly expiresOn: string;
  readonly code: string;
  readonly parameters: Record<string, string | number>;
}

/** What the dates of contracts follow from. Row level security leaves a partner its own contracts, and no waivers. */
@Injectable()
export class ContractDatesRepository {
  contracts(tx: TenantTransaction, contractId: string | null): Promise<DatedContract[]> {
    return tx.query<DatedContract>(
      `select contract.id, contract.reference, contract.title, contract.vendor_id as "vendorId",
         vendor.name as "vendorName", contract.owner_id as "ownerId"
       from contract join vendor on vendor.tenant_id = contract.tenant_id and vendor.id = contract.vendor_id
       where contract.tenant_id = $1 and ($2::uuid is null or contract.id = $2)`,
      [tx.tenantId, contractId],
    );
  }

  /** Agreed versions by contract, without those that ended before a day. */
  async versions(
    tx: TenantTransaction,
    contractId: string | null,
    day: string,
  ): Promise<ReadonlyMap<string, DatedVersion[]>> {
    const rows = await tx.query<DatedVersion & { contractId: string }>(
      `select contract_id as "contractId", number, effective_from::text as "effectiveFrom", term from contract_version
       where tenant_id = $1 and ($2::uuid is null or contract_id = $2) and state = 'active'
         and (effective_to is null or effective_to > $3)`,
      [tx.tenantId, contractId, day],
    );
    const read = rows.map(({ term, ...row }) => ({
      ...row,
      term: term === null ? null : termSchema.parse(term),
    }));
    return Map.groupBy(read, (row) => row.contractId);
  }

  /** Waivers in force on a day, by contract. */
  async waivers(
    tx: TenantTransaction,
    contractId: string | null,
    day: string,
  ): Promise<ReadonlyMap<string, WaiverDay[]>> {
    const rows = await tx.query<WaiverDay>(
      `select id, contract_id as "contractId", expires_on::text as "expiresOn", code, parameters from waiver
       where tenant_id = $1 and ($2::uuid is null or contract_id = $2) and state = 'approved' and expires_on >= $3`,
      [tx.tenantId, contractId, day],
    );
    return Map.groupBy(rows, (row) => row.contractId);
  }
}

/** Somebody has to look at the dates of a contract: now, since something they follow from has changed. */
export async function lookAtDates(
  tx: TenantTransaction,
  { id, vendorId }: { readonly id: string; readonly vendorId: string },
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into contract_agenda (tenant_id, contract_id, vendor_id, next_at) values ($1, $2, $3, $4)
     on conflict (tenant_id, contract_id) do update set next_at = excluded.next_at`,
    [tx.tenantId, id, vendorId, at],
  );
}
