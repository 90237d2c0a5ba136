import { Injectable } from '@nestjs/common';
import type { ContractVersionSummary } from '@plumbline/contracts/schema';
import { isUniqueViolation, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError } from '@plumbline/platform/errors';
import { ContractEntity } from './contract.entity';

export interface ContractSearch {
  readonly vendorId: string | undefined;
  readonly search: string | undefined;
  /** Reference and id of the last contract of the page before. */
  readonly after: readonly [reference: string, id: string] | null;
  readonly limit: number;
}

/** A contract with the vendor's name, as lists show it. */
export interface ContractRow {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly vendorId: string;
  readonly vendorCode: string;
  readonly vendorName: string;
  /** Null for a partner: whose it is at the insurer is the insurer's affair. */
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

const ROW = `contract.id, contract.reference, contract.title, contract.created_at as "createdAt",
  contract.updated_at as "updatedAt", contract.version,
  vendor.id as "vendorId", vendor.code as "vendorCode", vendor.name as "vendorName"`;
const OWNER = (shown: string) => `case when ${shown} then owner.id end as "ownerId",
  case when ${shown} then owner.name end as "ownerName"`;
const WITH_VENDOR = `contract join vendor on vendor.tenant_id = contract.tenant_id and vendor.id = contract.vendor_id
  left join person owner on owner.id = contract.owner_id`;

/**
 * A partner sees contracts once they are agreed: drafts are hidden from it, and contracts that are nothing but a draft.
 * Row level security hides draft versions too.
 */
const AGREED = `exists (select from contract_version agreed where agreed.tenant_id = contract.tenant_id
  and agreed.contract_id = contract.id and agreed.state = 'active')`;

@Injectable()
export class ContractsRepository {
  list(tx: TenantTransaction, { vendorId, search, after, limit }: ContractSearch): Promise<ContractRow[]> {
    const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    return tx.query<ContractRow>(
      `select ${ROW}, ${OWNER('$6')} from ${WITH_VENDOR}
       where contract.tenant_id = $1 and ($2::uuid is null or contract.vendor_id = $2)
         and ($3::text is null or contract.reference ilike $3 or contract.title ilike $3 or vendor.name ilike $3)
         and ($4::text is null or (contract.reference, contract.id) > ($4, $5::uuid))
         and ($6 or ${AGREED})
       order by contract.reference, contract.id limit $7`,
      [tx.tenantId, vendorId ?? null, pattern, after?.[0] ?? null, after?.[1] ?? null, ofInsurer(tx), limit],
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<ContractRow | null> {
    const [row] = await tx.query<ContractRow>(
      `select ${ROW}, ${OWNER('$3')} from ${WITH_VENDOR}
       where contract.tenant_id = $1 and contract.id = $2 and ($3 or ${AGREED})`,
      [tx.tenantId, id, ofInsurer(tx)],
    );
    return row ?? null;
  }

  /** The reference of each, by contract id. */
  async references(tx: TenantTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; reference: string }>(
      'select id, reference from contract where tenant_id = $1 and id = any ($2)',
      [tx.tenantId, [...new Set(ids)]],
    );
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }

  /** Locks the contract, so that its versions change one after the other. */
  lock(tx: TenantTransaction, id: string): Promise<ContractEntity | null> {
    return tx.manager.findOne(ContractEntity, {
      where: { tenantId: tx.tenantId, id },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** A person of the insurer's side, by name; null: no member, or a partner. */
  async insurersMember(tx: TenantTransaction, personId: string): Promise<{ name: string } | null> {
    const [row] = await tx.query<{ name: string }>(
      `select person.name from membership join person on person.id = membership.person_id
       where membership.tenant_id = $1 and membership.person_id = $2 and membership.vendor_id is null
         and membership.ended_at is null and person.disabled_at is null limit 1`,
      [tx.tenantId, personId],
    );
    return row ?? null;
  }

  /** A reference that is taken is `contract-reference-taken` (409). */
  async insert(tx: TenantTransaction, contract: ContractEntity): Promise<void> {
    try {
      await tx.manager.insert(ContractEntity, contract);
    } catch (error) {
      if (!isUniqueViolation(error, 'contract_tenant_id_reference_key')) throw error;
      const detail = `Another contract has the reference “${contract.reference}”.`;
      throw new ConflictError('contract-reference-taken', detail, 409, [
        { path: 'reference', code: 'contract-reference-taken', detail },
      ]);
    }
  }

  async update(tx: TenantTransaction, { tenantId, id, ...columns }: ContractEntity): Promise<void> {
    await tx.manager.update(ContractEntity, { tenantId, id }, columns);
  }

  /** The versions of these contracts by contract id, oldest first. */
  async versions(
    tx: TenantTransaction,
    contractIds: readonly string[],
  ): Promise<ReadonlyMap<string, ContractVersionSummary[]>> {
    const rows = await tx.query<
      Omit<ContractVersionSummary, 'activatedAt'> & { contractId: string; activatedAt: Date | null }
    >(
      `select version.contract_id as "contractId", version.number, version.state,
         version.effective_from::text as "effectiveFrom", version.effective_to::text as "effectiveTo",
         version.activated_at as "activatedAt",
         (select count(*)::integer from sla where sla.tenant_id = version.tenant_id
            and sla.contract_version_id = version.id) as slas
       from contract_version version
       where version.tenant_id = $1 and version.contract_id = any ($2) and ($3 or version.state = 'active')
       order by version.contract_id, version.number`,
      [tx.tenantId, contractIds, ofInsurer(tx)],
    );
    const byContract = new Map<string, ContractVersionSummary[]>(contractIds.map((id) => [id, []]));
    for (const { contractId, activatedAt, ...version } of rows) {
      byContract.get(contractId)?.push({ ...version, activatedAt: activatedAt?.toISOString() ?? null });
    }
    return byContract;
  }
}

function ofInsurer(tx: TenantTransaction): boolean {
  return tx.actor.vendorScope === '*';
}
