import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { Door } from '@plumbline/platform/database';
import { readCursor, toPage } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import type { listReportingDuties, ReportingDutyAnswer, ReportingState } from '@plumbline/slas/schema';

/** What is due, in, late or missing, by vendor and month. */
@Injectable()
export class ReportingCalendarService {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof listReportingDuties>['query']) {
    const { limit, from, to, vendorId, open, cursor } = query;
    const after = readCursor(cursor, 'text', 'uuid', 'month', 'uuid') ?? [null, null, null, null];
    return this.door.withTenant(actor, async (tx) => {
      const rows = await tx.query<DutyRow>(
        `select duty.*, file.name as file_name, vendor.code as vendor_code, vendor.name as vendor_name,
                contract.id as contract_id, contract.reference, version.number, version.timezone, breach.id as breach_id
         from (select contract_version_id, vendor_id, to_char(month, 'YYYY-MM') as month, due_at, state, received_at,
                      kpi_file_id, reminded_at, escalated_at
               from reporting_duty
               where tenant_id = $1 and ($2::date is null or month >= $2) and ($3::date is null or month <= $3)
                 and ($4::uuid is null or vendor_id = $4) and (not $5 or state in ('pending', 'breached'))) duty
         join vendor on vendor.tenant_id = $1 and vendor.id = duty.vendor_id
         join contract_version version on version.tenant_id = $1 and version.id = duty.contract_version_id
         join contract on contract.tenant_id = $1 and contract.id = version.contract_id
         left join kpi_file file on file.tenant_id = $1 and file.id = duty.kpi_file_id
         left join breach on breach.tenant_id = $1 and breach.contract_version_id = duty.contract_version_id
           and breach.month = to_date(duty.month, 'YYYY-MM') and breach.kind = 'reporting_duty'
         where $6::text is null
           or (vendor.name, duty.vendor_id, duty.month, duty.contract_version_id) > ($6, $7::uuid, $8, $9::uuid)
         order by vendor.name, duty.vendor_id, duty.month, duty.contract_version_id limit $10`,
        [
          tx.tenantId,
          from === undefined ? null : `${from}-01`,
          to === undefined ? null : `${to}-01`,
          vendorId ?? null,
          open === 'true',
          ...after,
          limit + 1,
        ],
      );
      const now = this.clock.date();
      return toPage(
        rows,
        limit,
        (row) => toAnswer(row, now),
        (row) => [row.vendor_name, row.vendor_id, row.month, row.contract_version_id],
      );
    });
  }
}

interface DutyRow {
  readonly contract_version_id: string;
  readonly vendor_id: string;
  readonly month: string;
  readonly due_at: Date;
  readonly state: 'pending' | 'met' | 'breached' | 'late';
  readonly received_at: Date | null;
  readonly kpi_file_id: string | null;
  readonly reminded_at: Date | null;
  readonly escalated_at: Date | null;
  readonly file_name: string | null;
  readonly vendor_code: string;
  readonly vendor_name: string;
  readonly contract_id: string;
  readonly reference: string;
  readonly number: number;
  readonly timezone: string;
  readonly breach_id: string | null;
}

function toAnswer(row: DutyRow, now: Date): ReportingDutyAnswer {
  return {
    vendor: { id: row.vendor_id, code: row.vendor_code, name: row.vendor_name },
    contract: { id: row.contract_id, reference: row.reference, versionNumber: row.number },
    month: row.month,
    state: stateOf(row, now),
    dueAt: row.due_at.toISOString(),
    timezone: row.timezone,
    receivedAt: row.received_at?.toISOString() ?? null,
    file:
      row.kpi_file_id === null || row.file_name === null
        ? null
        : { id: row.kpi_file_id, name: row.file_name },
    breachId: row.breach_id,
    remindedAt: row.reminded_at?.toISOString() ?? null,
    escalatedAt: row.escalated_at?.toISOString() ?? null,
  };
}

/** A day that has passed is missing at once, however long the sweep takes to say so. */
function stateOf({ state, due_at }: DutyRow, now: Date): ReportingState {
  if (state === 'pending') return due_at <= now ? 'missing' : 'due';
  return state === 'met' ? 'in_time' : state === 'late' ? 'late' : 'missing';
}
