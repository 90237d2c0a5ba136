import { runtimeRoles } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Targets over windows other than a calendar month. A result and a breach keep their `month`: it is the month in which the
 * window ends. A month says its own dates, so that rows of months stay as they are; every other window states its dates.
 */
export class JudgeWindows1797000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const window = `
      add column window_kind text not null default 'month' check (window_kind in ('day', 'week', 'month', 'quarter', 'rolling')),
      add column window_from date,
      add column window_to date,
      add check ((window_kind = 'month') = (window_from is null)),
      add check ((window_from is null) = (window_to is null)),
      add check (window_to >= window_from),
      add check (window_to is null or date_trunc('month', window_to) = month)`;
    const statements = [
      `alter table sla drop constraint sla_window_check`,
      `alter table sla add constraint sla_window_check check ("window" ~
         '^(day|week(-from-(tuesday|wednesday|thursday|friday|saturday|sunday))?|month|quarter|rolling-[1-9][0-9]{0,2}-(days|months))$')`,
      // evaluation asks whether a vendor has any: most have none
      `create index sla_other_windows on sla (tenant_id, vendor_id) where "window" <> 'month'`,

      `alter table result ${window}`,
      `comment on column result.month is 'the month in which the window ends; of a month itself, that month'`,
      `alter table result drop constraint result_tenant_id_sla_id_month_revision_key`,
      `create unique index result_revision on result (tenant_id, sla_id, month, window_from, revision) nulls not distinct`,
      `drop index result_latest`,
      `create unique index result_latest on result (tenant_id, sla_id, month, window_from) nulls not distinct where latest`,

      // months are built again when results of them moved, windows only once they are decided
      `grant select (window_kind, state) on result to ${runtimeRoles.sweep}`,

      `alter table breach ${window}`,
      `drop index breach_once`,
      `create unique index breach_once on breach (tenant_id, contract_version_id, sla_id, month, window_from, kind)
         nulls not distinct`,

      `alter table dirty_window add column days integer`,
      `comment on column dirty_window.days is 'one bit a touched day of the month, the first being bit 0; null: any of them'`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('results of windows other than months cannot be kept without their dates');
  }
}
