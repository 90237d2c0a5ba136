import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A breach may be of a clock: a notice that was not given by its deadline. When it was met in the end, and by which deadline, its
 * clock says; the row says that it happened, once per clock and contract version (semantics rule 12).
 */
export class OpenBreachesOfClocks1797000402000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `alter table breach add clock_id uuid`,
      `alter table breach add foreign key (tenant_id, clock_id) references clock (tenant_id, id)`,
      `alter table breach drop constraint breach_kind_check`,
      `alter table breach add constraint breach_kind_check check (kind in ('target', 'reporting_duty', 'clock'))`,
      `alter table breach add check ((kind = 'clock') = (clock_id is not null))`,
      `drop index breach_once`,
      `create unique index breach_once on breach
         (tenant_id, contract_version_id, sla_id, month, kind, clock_id) nulls not distinct`,
      `create unique index breach_of_clock on breach (tenant_id, clock_id, contract_version_id) where clock_id is not null`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping breaches of clocks loses data');
  }
}
