import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A retired pack is kept and no longer offered; its name may be given again. */
export class RetireSlaPacks1797000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sla_pack add column retired_at timestamptz');
    await runner.query('alter table sla_pack drop constraint sla_pack_tenant_id_name_key');
    await runner.query(
      'create unique index sla_pack_tenant_id_name_key on sla_pack (tenant_id, name) where retired_at is null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index sla_pack_tenant_id_name_key');
    await runner.query(
      'alter table sla_pack add constraint sla_pack_tenant_id_name_key unique (tenant_id, name)',
    );
    await runner.query('alter table sla_pack drop column retired_at');
  }
}
