import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { Exclusion, ExclusionState } from '@plumbline/slas/schema';

/** An approved record as evaluation takes it. */
export interface ApprovedExclusion {
  readonly id: string;
  readonly contractId: string;
  /** Null: every SLA of the contract. */
  readonly slaId: string | null;
  readonly effect: Exclusion['effect'];
  readonly kind: string;
  readonly reason: string;
  readonly approvedBy: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly forecast: string | null;
  readonly amounts: Readonly<Record<string, string>> | null;
}

export interface ExclusionRow {
  readonly id: string;
  readonly vendorId: string;
  readonly vendorCode: string;
  readonly vendorName: string;
  readonly contractId: string;
  readonly contractReference: string;
  readonly slaId: string | null;
  readonly slaName: string | null;
  readonly effect: Exclusion['effect'];
  readonly kind: Exclusion['kind'];
  readonly clause: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timezone: string;
  readonly reason: string;
  readonly forecast: string | null;
  readonly amounts: Readonly<Record<string, string>> | null;
  readonly requestedSide: Exclusion['requestedSide'];
  readonly requestedById: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly state: ExclusionState;
  readonly note: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly version: number;
}

/** The contract an exclusion is asked under, with the version in force on its first day. */
export interface ExclusionContract {
  readonly vendorId: string;
  readonly timezone: string;
  readonly slaIds: readonly string[];
}

export type NewExclusionRow = Pick<
  ExclusionRow,
  | 'id'
  | 'vendorId'
  | 'contractId'
  | 'slaId'
  | 'effect'
  | 'kind'
  | 'clause'
  | 'startsAt'
  | 'endsAt'
  | 'timezone'
  | 'reason'
  | 'forecast'
  | 'amounts'
  | 'requestedSide'
  | 'requestedById'
  | 'requestedBy'
  | 'requestedAt'
>;

const SELECT = `select e.id, e.vendor_id as "vendorId", v.code as "vendorCode", v.name as "vendorName",
    e.contract_id as "contractId", c.reference as "contractReference", e.sla_id as "slaId", s.name as "slaName",
    e.effect, e.kind, e.clause, e.starts_at as "startsAt", e.ends_at as "endsAt", e.timezone, e.reason,
    e.forecast, e.amounts,
    e.requested_side as "requestedSide", e.requested_by as "requestedById", e.requested_by_name as "requestedBy",
    e.requested_at as "requestedAt", e.state, e.note, e.decided_by_name as "decidedBy", e.decided_at as "decidedAt",
    e.version
  from exclusion e
  join vendor v on v.tenant_id = e.tenant_id and v.id = e.vendor_id
  join contract c on c.tenant_id = e.tenant_id and c.id = e.contract_id
  left join sla s on s.tenant_id = e.tenant_id and s.id = e.sla_id`;

const APPROVED = `id, contract_id as "contractId", sla_id as "slaId", effect, kind, reason, decided_by_name as "approvedBy",
  starts_at as "startsAt", ends_at as "endsAt", forecast, amounts`;

@Injectable()
export class ExclusionsRepository {
  /** Approved records that touch a vendor's dates, both included, in whatever zone; oldest approval first. */
  approvedBetween(
    tx: TenantTransaction,
    vendorId: string,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<ApprovedExclusion[]> {
    return tx.prepared<ApprovedExclusion>(
      `select ${APPROVED} from exclusion where tenant_id = $1 and vendor_id = $2 and state = 'approved'
         and starts_at < ($4::date + 2)::timestamp at time zone 'UTC'
         and ends_at > ($3::date - 1)::timestamp at time zone 'UTC'
       order by decided_at, id`,
      [tx.tenantId, vendorId, from, to],
    );
  }

  /** Approved records that touch a vendor's month, oldest approval first. */
  approved(tx: TenantTransaction, vendorId: string, month: string): Promise<ApprovedExclusion[]> {
    // zones are at most a day apart: what lies outside the contract's month is cut off afterwards
    return tx.prepared<ApprovedExclusion>(
      `select ${APPROVED} from exclusion where tenant_id = $1 and vendor_id = $2 and state = 'approved'
         and to_char(starts_at at time zone timezone, 'YYYY-MM') <= $3
         and to_char((ends_at - interval '1 second') at time zone timezone, 'YYYY-MM') >= $3
       order by decided_at, id`,
      [tx.tenantId, vendorId, month],
    );
  }

  /** Newest request first. */
  list(
    tx: TenantTransaction,
    search: {
      readonly vendorId: string | undefined;
      readonly contractId: string | undefined;
      readonly state: ExclusionState | undefined;
      readonly after: readonly [at: string, id: string] | null;
      readonly limit: number;
    },
  ): Promise<ExclusionRow[]> {
    return tx.query<ExclusionRow>(
      `${SELECT} where e.tenant_id = $1 and ($2::uuid is null or e.vendor_id = $2)
         and ($3::uuid is null or e.contract_id = $3) and ($4::text is null or e.state = $4)
         and ($5::timestamptz is null or (e.requested_at, e.id) < ($5, $6::uuid))
       order by e.requested_at desc, e.id desc limit $7`,
      [
        tx.tenantId,
        search.vendorId ?? null,
        search.contractId ?? null,
        search.state ?? null,
        search.after?.[0] ?? null,
        search.after?.[1] ?? null,
        search.limit,
      ],
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<ExclusionRow | null> {
    const [row] = await tx.query<ExclusionRow>(`${SELECT} where e.tenant_id = $1 and e.id = $2`, [
      tx.tenantId,
      id,
    ]);
    return row ?? null;
  }

  /** The contract with its SLAs in force on a date; null where it is none that the reader may see. */
  async contract(tx: TenantTransaction, contractId: string, date: string): Promise<ExclusionContract | null> {
    const rows = await tx.query<{ vendorId: string; timezone: string; slaId: string }>(
      `select version.vendor_id as "vendorId", version.timezone, sla.id as "slaId"
       from contract_version version
       join sla on sla.tenant_id = version.tenant_id and sla.contract_version_id = version.id
       where version.tenant_id = $1 and version.contract_id = $2 and version.state = 'active'
         and version.effective_from <= $3::date and (version.effective_to is null or version.effective_to > $3::date)`,
      [tx.tenantId, contractId, date],
    );
    const [first] = rows;
    return first
      ? { vendorId: first.vendorId, timezone: first.timezone, slaIds: rows.map(({ slaId }) => slaId) }
      : null;
  }

  /** Another record in one of these states that speaks of part of the same rows. */
  async overlapping(
    tx: TenantTransaction,
    of: Pick<NewExclusionRow, 'id' | 'contractId' | 'slaId' | 'effect' | 'startsAt' | 'endsAt'>,
    states: readonly ExclusionState[],
  ): Promise<boolean> {
    const rows = await tx.query(
      `select id from exclusion where tenant_id = $1 and contract_id = $2 and effect = $3 and state = any ($8)
         and starts_at < $5 and ends_at > $4 and ($6::uuid is null or sla_id is null or sla_id = $6)
         and id <> $7 limit 1`,
      [tx.tenantId, of.contractId, of.effect, of.startsAt, of.endsAt, of.slaId, of.id, states],
    );
    return rows.length > 0;
  }

  /** Decisions about one contract wait for each other: two that overlap are never approved side by side. */
  async lockContract(tx: TenantTransaction, contractId: string): Promise<void> {
    await tx.query('select id from contract where tenant_id = $1 and id = $2 for no key update', [
      tx.tenantId,
      contractId,
    ]);
  }

  async insert(tx: TenantTransaction, row: NewExclusionRow): Promise<void> {
    await tx.query(
      `insert into exclusion (tenant_id, id, vendor_id, contract_id, sla_id, effect, kind, clause, starts_at, ends_at,
         timezone, reason, requested_side, requested_by, requested_by_name, requested_at, forecast, amounts, state, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 'requested', 1)`,
      [
        tx.tenantId,
        row.id,
        row.vendorId,
        row.contractId,
        row.slaId,
        row.effect,
        row.kind,
        row.clause,
        row.startsAt,
        row.endsAt,
        row.timezone,
        row.reason,
        row.requestedSide,
        row.requestedById,
        row.requestedBy,
        row.requestedAt,
        row.forecast,
        row.amounts === null ? null : JSON.stringify(row.amounts),
      ],
    );
  }

  /** Answers whether it was still to be decided: of several at once one takes effect. */
  async decide(
    tx: TenantTransaction,
    decision: {
      readonly id: string;
      readonly state: ExclusionState;
      readonly note: string | null;
      readonly by: string;
      readonly byName: string;
      readonly at: Date;
    },
  ): Promise<boolean> {
    const [, affected] = (await tx.query(
      `update exclusion set state = $3, note = $4, decided_by = $5, decided_by_name = $6, decided_at = $7,
         version = version + 1
       where tenant_id = $1 and id = $2 and state = 'requested'`,
      [tx.tenantId, decision.id, decision.state, decision.note, decision.by, decision.byName, decision.at],
    )) as unknown as [unknown, number];
    return affected === 1;
  }

  /** Marks a vendor's months as not evaluated: PostgreSQL remembers it, whatever becomes of the jobs. */
  async markDirty(tx: TenantTransaction, vendorId: string, month: string, at: Date): Promise<void> {
    await tx.query(
      `insert into dirty_window (tenant_id, vendor_id, month, segment_id, marked_at)
       select distinct tenant_id, vendor_id, $3::date, segment_id, $4::timestamptz
       from measurement_day where tenant_id = $1 and vendor_id = $2 and local_date >= $3::date
         and local_date < $3::date + interval '1 month'
       on conflict (tenant_id, vendor_id, month, segment_id) do update set days = null`,
      [tx.tenantId, vendorId, `${month}-01`, at],
    );
  }
}
