import { Injectable } from '@nestjs/common';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import { reportingDuty } from '@plumbline/sla-engine';
import type { ContractTerms } from './agreed-sla';
import { EvaluationRepository } from './evaluation.repository';
import { monthWindow, reportDueAt } from './month-window';
import { owedMonths } from './owed-months';
import { REMIND_DAYS, ReportingLetters } from './reporting-letters';

export interface ReportedMonth {
  readonly vendorId: string;
  readonly month: string;
  readonly contract: ContractTerms;
  /** The newest result of the version that counts rows or admits a claim; null: nothing came. */
  readonly reportedBy: string | null;
}

/**
 * The duty to report each month by its due day (semantics rule 17): a missing file breaches this duty and leaves the
 * KPIs at "not reported". One row a contract version and month, decided once; a late report closes the breach and stays late.
 */
@Injectable()
export class ReportingDuties {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly letters: ReportingLetters,
    private readonly clock: Clock,
  ) {}

  async decide(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
    reports: readonly ReportedMonth[],
  ): Promise<void> {
    const known = await this.known(tx, vendorId);
    for (const reported of reports) {
      const { contract } = reported;
      const states = known.get(contract.versionId) ?? new Map<string, string>();
      const owed = owedMonths(contract, this.clock.now());
      await this.addBegun(
        tx,
        vendorId,
        contract,
        owed.filter((begun) => !states.has(begun)),
      );
      const state = states.get(month) ?? (owed.includes(month) ? 'pending' : null);
      if (state === 'pending' || state === 'breached') await this.settle(tx, reported);
    }
    await this.dropReplaced(tx, month, known, reports);
  }

  private async settle(tx: TenantTransaction, reported: ReportedMonth): Promise<void> {
    const { contract, month, reportedBy } = reported;
    const dueAt = reportDueAt(month, contract.reportingDueDay, contract.timezone);
    const first = reportedBy === null ? null : await this.firstFile(tx, reported);
    const now = this.clock.now().toString();
    const duty = reportingDuty({
      dueAt,
      receivedAt: reportedBy === null ? null : (first?.receivedAt.toISOString() ?? now),
      asOf: now,
    });
    if (!duty.ok)
      throw new Error(`reporting duty of ${contract.versionId}, ${month}: ${duty.problem.detail}`);
    const missed = duty.value.state === 'breached';
    if (duty.value.state === 'pending') return this.remind(tx, reported, dueAt);
    if (missed) await this.open(tx, reported, dueAt);
    if (reportedBy !== null) await this.closeOpen(tx, reported, missed);
    const state = !missed ? 'met' : reportedBy === null ? 'breached' : 'late';
    const [decided] = (await tx.query(
      `update reporting_duty set state = $4, received_at = $5, kpi_file_id = $6, decided_at = $7,
         escalated_at = case when $4 = 'breached' then $7 else escalated_at end
       where tenant_id = $1 and contract_version_id = $2 and month = $3 and state <> $4 returning state`,
      [
        tx.tenantId,
        contract.versionId,
        `${month}-01`,
        state,
        reportedBy === null ? null : (first?.receivedAt ?? this.clock.date()),
        first?.id ?? null,
        this.clock.date(),
      ],
    )) as unknown as [readonly unknown[], number];
    if (state === 'breached' && decided.length > 0) await this.letters.escalate(tx, { ...reported, dueAt });
  }

  /** Once, from some days before the due instant on. */
  private async remind(tx: TenantTransaction, reported: ReportedMonth, dueAt: string): Promise<void> {
    const { contract, month } = reported;
    const from = Temporal.Instant.from(dueAt).subtract({ hours: 24 * REMIND_DAYS });
    if (Temporal.Instant.compare(this.clock.now(), from) < 0) return;
    const [reminded] = (await tx.query(
      `update reporting_duty set reminded_at = $4
       where tenant_id = $1 and contract_version_id = $2 and month = $3 and reminded_at is null returning month`,
      [tx.tenantId, contract.versionId, `${month}-01`, this.clock.date()],
    )) as unknown as [readonly unknown[], number];
    if (reminded.length > 0) await this.letters.remind(tx, { ...reported, dueAt });
  }

  private open(
    tx: TenantTransaction,
    { vendorId, contract, month }: ReportedMonth,
    dueAt: string,
  ): Promise<void> {
    return this.repository.openBreaches(tx, [
      {
        id: newId(),
        vendorId,
        contractVersionId: contract.versionId,
        slaId: null,
        window: monthWindow(month, contract.timezone),
        openedAt: this.clock.date(),
        breachedAt: dueAt,
        resultId: null,
      },
    ]);
  }

  /** What came closes the breach, be it opened a moment ago: late stays visible as a closed breach. */
  private async closeOpen(
    tx: TenantTransaction,
    { contract, month, reportedBy }: ReportedMonth,
    late: boolean,
  ): Promise<void> {
    await tx.query(
      `update breach set closed_at = $4, closed_by_result = $5, closing_reason = $6
       where tenant_id = $1 and contract_version_id = $2 and month = $3 and kind = 'reporting_duty' and closed_at is null`,
      [
        tx.tenantId,
        contract.versionId,
        `${month}-01`,
        this.clock.date(),
        reportedBy,
        late ? 'reported_late' : 'received_in_time',
      ],
    );
  }

  private async known(
    tx: TenantTransaction,
    vendorId: string,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    const rows = await tx.prepared<{ version: string; month: string; state: string }>(
      `select contract_version_id as version, to_char(month, 'YYYY-MM') as month, state
       from reporting_duty where tenant_id = $1 and vendor_id = $2`,
      [tx.tenantId, vendorId],
    );
    const known = new Map<string, Map<string, string>>();
    for (const { version, month, state } of rows) {
      known.set(version, (known.get(version) ?? new Map<string, string>()).set(month, state));
    }
    return known;
  }

  /** Months that have begun since somebody last looked: their due instants are what the sweep waits for. */
  private async addBegun(
    tx: TenantTransaction,
    vendorId: string,
    contract: ContractTerms,
    begun: readonly string[],
  ): Promise<void> {
    if (begun.length === 0) return;
    const values = begun.map((_, index) => `($1, $2, $3, $${4 + index * 2}, $${5 + index * 2}, 'pending')`);
    await tx.query(
      `insert into reporting_duty (tenant_id, contract_version_id, vendor_id, month, due_at, state)
       values ${values.join(', ')} on conflict do nothing`,
      [
        tx.tenantId,
        contract.versionId,
        vendorId,
        ...begun.flatMap((month) => [
          `${month}-01`,
          reportDueAt(month, contract.reportingDueDay, contract.timezone),
        ]),
      ],
    );
  }

  /** A version that another took over from before the month began owes nothing for it any more. */
  private async dropReplaced(
    tx: TenantTransaction,
    month: string,
    known: ReadonlyMap<string, ReadonlyMap<string, string>>,
    reports: readonly ReportedMonth[],
  ): Promise<void> {
    const inForce = new Set(reports.map(({ contract }) => contract.versionId));
    const replaced = [...known].filter(
      ([version, states]) => !inForce.has(version) && states.get(month) === 'pending',
    );
    if (replaced.length === 0) return;
    await tx.query(
      `delete from reporting_duty where tenant_id = $1 and contract_version_id = any ($2) and month = $3 and state = 'pending'`,
      [tx.tenantId, replaced.map(([version]) => version), `${month}-01`],
    );
  }

  /** The file that first brought something for the month; it counts as received when it was uploaded, not when it was read. */
  private async firstFile(
    tx: TenantTransaction,
    { vendorId, month, contract }: ReportedMonth,
  ): Promise<{ id: string; receivedAt: Date } | null> {
    const { firstDate, lastDate } = monthWindow(month, contract.timezone);
    const ofMonth = 'tenant_id = $1 and vendor_id = $2 and local_date between $3 and $4';
    const [row] = await tx.query<{ id: string; receivedAt: Date }>(
      `select id, created_at as "receivedAt" from kpi_file
       where tenant_id = $1 and id in (
         select kpi_file_id from measurement where ${ofMonth}
         union select kpi_file_id from measurement_superseded where ${ofMonth}
         union select kpi_file_id from claimed_figure where ${ofMonth})
       order by created_at, id limit 1`,
      [tx.tenantId, vendorId, firstDate, lastDate],
    );
    return row ?? null;
  }
}
