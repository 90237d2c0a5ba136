import { Injectable } from '@nestjs/common';
import type { DisputeState } from '@plumbline/credits/schema';
import { isUniqueViolation, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError } from '@plumbline/platform/errors';

export interface DisputeRow {
  readonly id: string;
  readonly slaId: string;
  readonly reason: string;
  readonly state: DisputeState;
  readonly raisedBy: string;
  readonly raisedAt: Date;
  readonly note: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

export interface ApprovalRow {
  readonly personId: string;
  readonly personName: string;
  readonly approvedAt: Date;
}

export interface RemarkRow {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly createdAt: Date;
}

/** Who did something, as rows keep it. */
interface Done {
  readonly id: string;
  readonly vendorId: string;
  readonly statementId: string;
  readonly by: string;
  readonly byName: string;
  readonly at: Date;
}

/** What people of both sides did about a statement. */
@Injectable()
export class StatementSidesRepository {
  disputes(tx: TenantTransaction, statementId: string): Promise<DisputeRow[]> {
    return tx.query<DisputeRow>(
      `select id, sla_id as "slaId", reason, state, raised_by_name as "raisedBy", raised_at as "raisedAt", note,
         decided_by_name as "decidedBy", decided_at as "decidedAt"
       from credit_dispute where tenant_id = $1 and statement_id = $2 order by raised_at, id`,
      [tx.tenantId, statementId],
    );
  }

  /** A second open dispute of one line is `line-disputed` (409). */
  async insertDispute(
    tx: TenantTransaction,
    dispute: Done & { readonly slaId: string; readonly reason: string },
  ): Promise<void> {
    try {
      await tx.query(
        `insert into credit_dispute (tenant_id, id, vendor_id, statement_id, sla_id, reason, raised_by, raised_by_name,
           raised_at, state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')`,
        [
          tx.tenantId,
          dispute.id,
          dispute.vendorId,
          dispute.statementId,
          dispute.slaId,
          dispute.reason,
          dispute.by,
          dispute.byName,
          dispute.at,
        ],
      );
    } catch (error) {
      if (!isUniqueViolation(error, 'credit_dispute_once')) throw error;
      throw new ConflictError('line-disputed', 'This line is disputed already, and not decided yet.');
    }
  }

  /** Answers whether it was open still. */
  async closeDispute(
    tx: TenantTransaction,
    closing: {
      readonly id: string;
      readonly statementId: string;
      readonly state: Exclude<DisputeState, 'open'>;
      readonly note: string | null;
      readonly by: string;
      readonly byName: string;
      readonly at: Date;
    },
  ): Promise<boolean> {
    const [, affected] = (await tx.query(
      `update credit_dispute set state = $4, note = $5, decided_by = $6, decided_by_name = $7, decided_at = $8
       where tenant_id = $1 and id = $2 and statement_id = $3 and state = 'open'`,
      [
        tx.tenantId,
        closing.id,
        closing.statementId,
        closing.state,
        closing.note,
        closing.by,
        closing.byName,
        closing.at,
      ],
    )) as unknown as [unknown, number];
    return affected === 1;
  }

  /** Approvals of what a statement says now, in their order. */
  approvals(tx: TenantTransaction, statementId: string, content: number): Promise<ApprovalRow[]> {
    return tx.query<ApprovalRow>(
      `select person_id as "personId", person_name as "personName", approved_at as "approvedAt"
       from credit_approval where tenant_id = $1 and statement_id = $2 and content = $3 order by approved_at, id`,
      [tx.tenantId, statementId, content],
    );
  }

  async insertApproval(tx: TenantTransaction, approval: Done & { readonly content: number }): Promise<void> {
    await tx.query(
      `insert into credit_approval (tenant_id, id, vendor_id, statement_id, content, person_id, person_name, approved_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.tenantId,
        approval.id,
        approval.vendorId,
        approval.statementId,
        approval.content,
        approval.by,
        approval.byName,
        approval.at,
      ],
    );
  }

  remarks(tx: TenantTransaction, statementId: string): Promise<RemarkRow[]> {
    return tx.query<RemarkRow>(
      `select id, author_name as author, text, created_at as "createdAt"
       from credit_remark where tenant_id = $1 and statement_id = $2 order by created_at, id`,
      [tx.tenantId, statementId],
    );
  }

  async insertRemark(tx: TenantTransaction, remark: Done & { readonly text: string }): Promise<void> {
    await tx.query(
      `insert into credit_remark (tenant_id, id, vendor_id, statement_id, author_id, author_name, text, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.tenantId,
        remark.id,
        remark.vendorId,
        remark.statementId,
        remark.by,
        remark.byName,
        remark.text,
        remark.at,
      ],
    );
  }

  /** The next number of the tenant; whoever asks meanwhile waits for this transaction. */
  async nextNumber(tx: TenantTransaction): Promise<number> {
    const [row] = await tx.query<{ number: number }>(
      `insert into credit_export_counter (tenant_id, last_number) values ($1, 1)
       on conflict (tenant_id) do update set last_number = credit_export_counter.last_number + 1
       returning last_number as number`,
      [tx.tenantId],
    );
    if (!row) throw new Error('no number was given');
    return row.number;
  }

  async insertExport(
    tx: TenantTransaction,
    row: Omit<Done, 'id'> & { readonly number: number },
  ): Promise<void> {
    await tx.query(
      `insert into credit_export (tenant_id, statement_id, vendor_id, number, exported_by, exported_by_name, exported_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.tenantId, row.statementId, row.vendorId, row.number, row.by, row.byName, row.at],
    );
  }
}
