import { Injectable } from '@nestjs/common';
import type { AssignmentFacts, WaiverFacts, WaiverState } from '@plumbline/contracts/schema';
import { isUniqueViolation, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError } from '@plumbline/platform/errors';

/** A waiver with what it is about, as the page of a contract and the list of all show it. */
export interface WaiverRow {
  readonly id: string;
  readonly contractId: string;
  readonly reference: string;
  readonly vendorId: string;
  readonly vendorName: string;
  readonly number: number;
  readonly key: string;
  readonly code: string;
  readonly parameters: Record<string, string | number>;
  readonly reason: string;
  readonly expiresOn: string;
  readonly state: WaiverState;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnByName: string | null;
  readonly withdrawnAt: Date | null;
  readonly version: number;
}

export interface NewWaiverRow {
  readonly id: string;
  readonly contractId: string;
  readonly vendorId: string;
  readonly number: number;
  readonly key: string;
  readonly code: string;
  readonly parameters: object;
  readonly reason: string;
  readonly expiresOn: string;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly at: Date;
}

const ROW = `waiver.id, waiver.contract_id as "contractId", contract.reference, waiver.vendor_id as "vendorId",
  vendor.name as "vendorName", waiver.number, waiver.finding_key as key, waiver.code, waiver.parameters, waiver.reason,
  waiver.expires_on::text as "expiresOn", waiver.state, waiver.requested_by as "requestedBy",
  waiver.requested_by_name as "requestedByName", waiver.requested_at as "requestedAt", waiver.decided_by as "decidedBy",
  waiver.decided_by_name as "decidedByName", waiver.decided_at as "decidedAt", waiver.note,
  waiver.withdrawn_by as "withdrawnBy", waiver.withdrawn_by_name as "withdrawnByName",
  waiver.withdrawn_at as "withdrawnAt", waiver.version`;
const FROM = `waiver join contract on contract.tenant_id = waiver.tenant_id and contract.id = waiver.contract_id
  join vendor on vendor.tenant_id = waiver.tenant_id and vendor.id = waiver.vendor_id`;

@Injectable()
export class WaiversRepository {
  list(
    tx: TenantTransaction,
    ask: {
      readonly contractId: string | undefined;
      readonly state: WaiverState | undefined;
      /** Id of the last waiver of the page before; ids rise with time. */
      readonly after: string | null;
      readonly limit: number;
    },
  ): Promise<WaiverRow[]> {
    return tx.query<WaiverRow>(
      `select ${ROW} from ${FROM}
       where waiver.tenant_id = $1 and ($2::uuid is null or waiver.contract_id = $2)
         and ($3::text is null or waiver.state = $3) and ($4::uuid is null or waiver.id < $4)
       order by waiver.id desc limit $5`,
      [tx.tenantId, ask.contractId ?? null, ask.state ?? null, ask.after, ask.limit],
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<WaiverRow | null> {
    const [row] = await tx.query<WaiverRow>(
      `select ${ROW} from ${FROM} where waiver.tenant_id = $1 and waiver.id = $2`,
      [tx.tenantId, id],
    );
    return row ?? null;
  }

  /** A second request for the same finding is `waiver-requested` (409). */
  async insert(tx: TenantTransaction, row: NewWaiverRow): Promise<void> {
    try {
      await tx.query(
        `insert into waiver (tenant_id, id, contract_id, vendor_id, number, finding_key, code, parameters, reason,
           expires_on, state, requested_by, requested_by_name, requested_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'requested', $11, $12, $13, 1)`,
        [
          ...[tx.tenantId, row.id, row.contractId, row.vendorId, row.number, row.key, row.code],
          ...[JSON.stringify(row.parameters), row.reason, row.expiresOn],
          ...[row.requestedBy, row.requestedByName, row.at],
        ],
      );
    } catch (error) {
      if (!isUniqueViolation(error, 'waiver_requested_once')) throw error;
      throw new ConflictError('waiver-requested', 'A waiver of this finding waits for a decision already.');
    }
  }

  async decide(
    tx: TenantTransaction,
    id: string,
    decision: {
      readonly state: 'approved' | 'refused';
      readonly by: string;
      readonly name: string;
      readonly at: Date;
      readonly note: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `update waiver set state = $3, decided_by = $4, decided_by_name = $5, decided_at = $6, note = $7,
         version = version + 1
       where tenant_id = $1 and id = $2`,
      [tx.tenantId, id, decision.state, decision.by, decision.name, decision.at, decision.note],
    );
  }

  async withdraw(
    tx: TenantTransaction,
    id: string,
    {
      by,
      name,
      at,
      note,
    }: { readonly by: string; readonly name: string; readonly at: Date; readonly note: string },
  ): Promise<void> {
    await tx.query(
      `update waiver set state = 'withdrawn', withdrawn_by = $3, withdrawn_by_name = $4, withdrawn_at = $5, note = $6,
         version = version + 1
       where tenant_id = $1 and id = $2`,
      [tx.tenantId, id, by, name, at, note],
    );
  }

  factsOf(tx: TenantTransaction, contractId: string): Promise<WaiverFacts[]> {
    return tx.query<WaiverFacts>(
      `select id, finding_key as key, state, expires_on::text as "expiresOn" from waiver
       where tenant_id = $1 and contract_id = $2 order by id`,
      [tx.tenantId, contractId],
    );
  }

  /** Newest last. */
  async assignmentsOf(tx: TenantTransaction, contractId: string): Promise<AssignmentFacts[]> {
    const rows = await tx.query<{ key: string; ownerId: string; name: string; dueOn: string }>(
      `select finding_assignment.finding_key as key, person.id as "ownerId", person.name, due_on::text as "dueOn"
       from finding_assignment join person on person.id = finding_assignment.owner_id
       where finding_assignment.tenant_id = $1 and finding_assignment.contract_id = $2 order by finding_assignment.id`,
      [tx.tenantId, contractId],
    );
    return rows.map(({ key, ownerId, name, dueOn }) => ({ key, owner: { id: ownerId, name }, dueOn }));
  }

  async assign(
    tx: TenantTransaction,
    row: {
      readonly id: string;
      readonly contractId: string;
      readonly vendorId: string;
      readonly key: string;
      readonly ownerId: string;
      readonly dueOn: string;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(
      `insert into finding_assignment (tenant_id, id, contract_id, vendor_id, finding_key, owner_id, due_on, assigned_by, assigned_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.tenantId, row.id, row.contractId, row.vendorId, row.key, row.ownerId, row.dueOn, row.by, row.at],
    );
  }
}
