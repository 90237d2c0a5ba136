import { inTenant, runtimeRoles } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of the register that somebody saved: their own, which nobody else reads, whatever their role. */
export class CreateIncidentViews1797000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const own = `(${inTenant} and person_id = nullif(current_setting('app.person_id', true), '')::uuid)`;
    const statements = [
      `create table incident_view (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         person_id uuid not null references person (id),
         name text not null,
         filters jsonb not null,
         columns text[] not null,
         saved_at timestamptz not null,
         primary key (tenant_id, id),
         unique (tenant_id, person_id, name)
       )`,
      `alter table incident_view enable row level security`,
      `alter table incident_view force row level security`,
      `create policy incident_view_read on incident_view for select using ${own}`,
      `create policy incident_view_insert on incident_view for insert with check ${own}`,
      `create policy incident_view_update on incident_view for update using ${own} with check ${own}`,
      `create policy incident_view_delete on incident_view for delete using ${own}`,
      `grant select, insert, update, delete on incident_view to ${runtimeRoles.app}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table incident_view');
  }
}
