import { Injectable } from '@nestjs/common';
import type { SweepSource } from '@plumbline/platform/jobs';
import { owedMonths } from './owed-months';
import { REMIND_DAYS } from './reporting-letters';

type SweepClient = Parameters<SweepSource['waiting']>[0];

/** A job may be on its way: only what has lain for a while is asked for again. */
const LAIN_MS = 15_000;
const AT_ONCE = 500;

interface Waiting {
  readonly tenantId: string;
  readonly rowId: string;
}

/**
 * What waits to be evaluated according to PostgreSQL: windows left dirty, figures whose instant has come (a month's or a
 * repeat window's end), reporting days that have passed
 * or are near, contracts whose first month nobody has looked at, files that
 * were evaluated and not said to be done. Deadlines are columns; when the sweep runs decides nothing (semantics rule 12).
 */
@Injectable()
export class EvaluationSweep implements SweepSource {
  readonly topic = 'evaluate' as const;

  async waiting(client: SweepClient, now: Date): Promise<readonly Waiting[]> {
    const lain = new Date(now.getTime() - LAIN_MS);
    const months = await client.query<{ tenant_id: string; vendor_id: string; month: string }>(
      `(select distinct tenant_id, vendor_id, to_char(month, 'YYYY-MM') as month from dirty_window
        where marked_at < $1 limit $3)
       union
       (select distinct tenant_id, vendor_id, to_char(month, 'YYYY-MM') from result
        where latest and reconsider_at < $2 limit $3)
       union
       (select distinct tenant_id, vendor_id, to_char(month, 'YYYY-MM') from reporting_duty
        where state = 'pending' and (due_at < $2 or (due_at <= $4 and reminded_at is null)) limit $3)`,
      [lain, now, AT_ONCE, new Date(now.getTime() + REMIND_DAYS * 24 * 60 * 60 * 1000)],
    );
    const files = await client.query<{ tenant_id: string; id: string }>(
      `select tenant_id, id from kpi_file file where state = 'evaluating' and updated_at < $1
         and not exists (select from dirty_window d where d.tenant_id = file.tenant_id and d.kpi_file_id = file.id)
       limit $2`,
      [lain, AT_ONCE],
    );
    return [
      ...months.rows.map((row) => ({ tenantId: row.tenant_id, rowId: `${row.vendor_id}/${row.month}` })),
      ...files.rows.map((row) => ({ tenantId: row.tenant_id, rowId: `kpi-file/${row.id}` })),
      ...(await this.unseenContracts(client, now)),
    ];
  }

  /** Evaluating any month of a version enters all its duties; until then nothing waits for their due days. */
  private async unseenContracts(client: SweepClient, now: Date): Promise<Waiting[]> {
    const versions = await client.query<VersionRow>(
      `select tenant_id, vendor_id, effective_from::text, effective_to::text, timezone, reporting_due_day, activated_at
       from contract_version v
       where state = 'active' and activated_at is not null and effective_from <= $1
         and not exists (select from reporting_duty d
                         where d.tenant_id = v.tenant_id and d.contract_version_id = v.id)`,
      [now],
    );
    const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
    return versions.rows.flatMap((row) => {
      const [month] = owedMonths(
        {
          effectiveFrom: row.effective_from,
          effectiveTo: row.effective_to,
          timezone: row.timezone,
          reportingDueDay: row.reporting_due_day,
          activatedAt: row.activated_at,
        },
        instant,
      );
      return month ? [{ tenantId: row.tenant_id, rowId: `${row.vendor_id}/${month}` }] : [];
    });
  }
}

interface VersionRow {
  readonly tenant_id: string;
  readonly vendor_id: string;
  readonly effective_from: string;
  readonly effective_to: string | null;
  readonly timezone: string;
  readonly reporting_due_day: number;
  readonly activated_at: Date;
}
