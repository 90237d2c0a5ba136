import { Injectable } from '@nestjs/common';
import type { StatementState } from '@plumbline/credits/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { CreditStatementEntity } from './credit-statement.entity';

export interface StatementSearch {
  readonly period: string | undefined;
  readonly vendorId: string | undefined;
  readonly contractId: string | undefined;
  readonly state: StatementState | undefined;
  /** Month and id of the last statement of the page before. */
  readonly after: readonly [month: string, id: string] | null;
  readonly limit: number;
}

/** A statement without its lines, with what stands beside it in other tables. */
export interface StatementRow {
  readonly id: string;
  readonly vendorId: string;
  readonly vendorCode: string;
  readonly vendorName: string;
  readonly contract: CreditStatementEntity['contract'];
  readonly month: string;
  readonly state: StatementState;
  readonly complete: boolean;
  readonly currency: string;
  readonly credit: string;
  readonly total: string;
  readonly openDisputes: number;
  readonly approvals: number;
  readonly triggered: number;
  readonly builtAt: Date;
  readonly approvedAt: Date | null;
  readonly version: number;
  readonly exportNumber: number | null;
  readonly exportedBy: string | null;
  readonly exportedAt: Date | null;
}

const SUMMARY = `select s.id, s.vendor_id as "vendorId", vendor.code as "vendorCode", vendor.name as "vendorName", s.contract,
    to_char(s.month, 'YYYY-MM') as month, s.state, s.complete, s.terms ->> 'currency' as currency, s.credit::text,
    s.total::text, s.built_at as "builtAt", s.approved_at as "approvedAt", s.version,
    (select count(*)::integer from credit_dispute d
     where d.tenant_id = s.tenant_id and d.statement_id = s.id and d.state = 'open') as "openDisputes",
    (select count(*)::integer from credit_approval a
     where a.tenant_id = s.tenant_id and a.statement_id = s.id and a.content = s.content) as approvals,
    jsonb_array_length(jsonb_path_query_array(s.triggers, '$[*] ? (@.triggered == true)')) as triggered,
    e.number as "exportNumber", e.exported_by_name as "exportedBy", e.exported_at as "exportedAt"
  from credit_statement s
  join vendor on vendor.tenant_id = s.tenant_id and vendor.id = s.vendor_id
  left join credit_export e on e.tenant_id = s.tenant_id and e.statement_id = s.id`;

/** Rows are written as `never`: TypeORM's partial of traces, which are JSON of any depth, has no end for the compiler. */
@Injectable()
export class StatementsRepository {
  /** Newest month first. */
  list(
    tx: TenantTransaction,
    { period, vendorId, contractId, state, after, limit }: StatementSearch,
  ): Promise<StatementRow[]> {
    return tx.query<StatementRow>(
      `${SUMMARY} where s.tenant_id = $1 and ($2::date is null or s.month = $2) and ($3::uuid is null or s.vendor_id = $3)
         and ($4::uuid is null or s.contract_id = $4) and ($5::text is null or s.state = $5)
         and ($6::date is null or (s.month, s.id) < ($6, $7::uuid))
       order by s.month desc, s.id desc limit $8`,
      [
        tx.tenantId,
        period === undefined ? null : `${period}-01`,
        vendorId ?? null,
        contractId ?? null,
        state ?? null,
        after === null ? null : `${after[0]}-01`,
        after?.[1] ?? null,
        limit,
      ],
    );
  }

  async summary(tx: TenantTransaction, id: string): Promise<StatementRow | null> {
    const [row] = await tx.query<StatementRow>(`${SUMMARY} where s.tenant_id = $1 and s.id = $2`, [
      tx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** The newest statement of each contract, as far as the reader sees it. */
  newestOfContracts(
    tx: TenantTransaction,
    {
      vendorId,
      contractId,
    }: { readonly vendorId: string | undefined; readonly contractId: string | undefined },
  ): Promise<
    (Pick<StatementRow, 'id' | 'vendorId' | 'vendorCode' | 'vendorName' | 'contract' | 'month'> &
      Pick<CreditStatementEntity, 'triggers'>)[]
  > {
    return tx.query(
      `select distinct on (s.contract_id) s.id, s.vendor_id as "vendorId", vendor.code as "vendorCode",
         vendor.name as "vendorName", s.contract, to_char(s.month, 'YYYY-MM') as month, s.triggers
       from credit_statement s join vendor on vendor.tenant_id = s.tenant_id and vendor.id = s.vendor_id
       where s.tenant_id = $1 and ($2::uuid is null or s.vendor_id = $2) and ($3::uuid is null or s.contract_id = $3)
         and s.state <> 'withdrawn'
       order by s.contract_id, s.month desc`,
      [tx.tenantId, vendorId ?? null, contractId ?? null],
    );
  }

  find(tx: TenantTransaction, id: string): Promise<CreditStatementEntity | null> {
    return tx.manager.findOneBy(CreditStatementEntity, { tenantId: tx.tenantId, id });
  }

  /** Holds the row against everything, so that a dispute that is being raised is seen or has to wait. */
  lock(tx: TenantTransaction, id: string): Promise<CreditStatementEntity | null> {
    return tx.manager.findOne(CreditStatementEntity, {
      where: { tenantId: tx.tenantId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** All statements of a contract, oldest first. */
  ofContract(tx: TenantTransaction, contractId: string): Promise<CreditStatementEntity[]> {
    return tx.manager.find(CreditStatementEntity, {
      where: { tenantId: tx.tenantId, contractId },
      order: { month: 'asc' },
    });
  }

  /** Entries of other statements that put this one right. */
  correctionsOf(
    tx: TenantTransaction,
    { contractId, id }: Pick<CreditStatementEntity, 'contractId' | 'id'>,
  ): Promise<{ statementId: string; period: string; amount: string }[]> {
    return tx.query(
      `select s.id as "statementId", to_char(s.month, 'YYYY-MM') as period, entry ->> 'amount' as amount
       from credit_statement s cross join jsonb_array_elements(s.entries) entry
       where s.tenant_id = $1 and s.contract_id = $2 and entry ->> 'statementId' = $3
       order by s.month`,
      [tx.tenantId, contractId, id],
    );
  }

  async insert(tx: TenantTransaction, statement: CreditStatementEntity): Promise<void> {
    await tx.manager.insert(CreditStatementEntity, statement as never);
  }

  /** Answers whether the row was at that version still and not approved; an approved one is out of reach (policy). */
  async update(tx: TenantTransaction, statement: CreditStatementEntity): Promise<boolean> {
    const { tenantId, id, version, ...columns } = statement;
    const updated = await tx.manager.update(CreditStatementEntity, { tenantId, id, version }, {
      ...columns,
      version: version + 1,
    } as never);
    return updated.affected === 1;
  }

  /** Notes up to which evaluation the month was looked at, and that nothing waits any more. */
  async lookedAt(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
    evaluatedTo: Date | null,
  ): Promise<void> {
    await tx.query(
      `insert into credit_progress (tenant_id, vendor_id, month, evaluated_to, waiting_since) values ($1, $2, $3, $4, null)
       on conflict (tenant_id, vendor_id, month) do update
         set evaluated_to = greatest(credit_progress.evaluated_to, excluded.evaluated_to), waiting_since = null`,
      [tx.tenantId, vendorId, `${month}-01`, evaluatedTo],
    );
  }

  /** Months that wait to be settled anew: PostgreSQL remembers it, whatever becomes of the jobs. */
  async markWaiting(
    tx: TenantTransaction,
    vendorId: string,
    months: readonly string[],
    at: Date,
  ): Promise<void> {
    for (const month of months) {
      await tx.query(
        `insert into credit_progress (tenant_id, vendor_id, month, evaluated_to, waiting_since) values ($1, $2, $3, null, $4)
         on conflict (tenant_id, vendor_id, month) do update set waiting_since = excluded.waiting_since`,
        [tx.tenantId, vendorId, `${month}-01`, at],
      );
    }
  }
}
