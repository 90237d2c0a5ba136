import { inTenant, insurerSide, runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Monthly scorecards: a draft follows the results; publishing freezes it; restated data makes a new revision. */
export class CreateScorecards1795000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table scorecard (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         month date not null,
         revision integer not null check (revision >= 1),
         state text not null check (state in ('draft', 'published')),
         score numeric,
         band text,
         coverage numeric not null,
         minimum_coverage numeric not null,
         complete boolean not null,
         differs boolean not null,
         contract jsonb not null,
         lines jsonb not null,
         trace jsonb not null,
         reasons jsonb not null default '[]',
         built_at timestamptz not null,
         published_at timestamptz,
         published_by text,
         published_by_name text,
         version integer not null default 1,
         primary key (tenant_id, id),
         unique (tenant_id, vendor_id, month, revision),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      `comment on column scorecard.differs is 'false: a draft that no longer differs from the revision published before it'`,
      `create unique index scorecard_draft_once on scorecard (tenant_id, vendor_id, month) where state = 'draft'`,
      `create index scorecard_month on scorecard (tenant_id, month desc, id desc)`,
      // `lines` copy what was decided, in the row itself, so that one policy freezes the whole of it;
      // a vendor sees its scorecards, and drafts of them: it is asked to comment before publication
      ...tenantTable('scorecard', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, update',
      }),

      `create table scorecard_comment (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         scorecard_id uuid not null,
         vendor_id uuid not null,
         sla_id uuid,
         side text not null check (side in ('insurer', 'vendor')),
         author_id text not null,
         author_name text not null,
         text text not null,
         created_at timestamptz not null,
         primary key (tenant_id, id),
         foreign key (tenant_id, scorecard_id) references scorecard (tenant_id, id)
       )`,
      `create index scorecard_comment_of on scorecard_comment (tenant_id, scorecard_id, created_at)`,
      ...tenantTable('scorecard_comment', { vendorColumn: 'vendor_id', grants: 'select, insert' }),

      // published scorecards never change (architecture invariant 5), whatever the code above tries: only a draft can be
      // written to, by publishing it last. That a later revision replaces it is read from the revisions, not stored.
      `drop policy scorecard_update on scorecard`,
      `create policy scorecard_update on scorecard for update
         using (${inTenant} and ${insurerSide} and state = 'draft')
         with check (${inTenant} and ${insurerSide})`,
      `revoke delete on scorecard from ${runtimeRoles.app}`,

      // up to which evaluation each vendor's month was looked at: results that came later wait for the builder
      `create table scorecard_progress (
         tenant_id uuid not null references tenant (id),
         vendor_id uuid not null,
         month date not null,
         evaluated_to timestamptz not null,
         primary key (tenant_id, vendor_id, month),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )`,
      ...tenantTable('scorecard_progress', {
        vendorColumn: 'vendor_id',
        insurerWrites: true,
        grants: 'select, insert, update',
      }),
      `create policy scorecard_progress_sweep on scorecard_progress for select to ${runtimeRoles.sweep} using (true)`,
      `grant select on scorecard_progress to ${runtimeRoles.sweep}`,
      `grant select (evaluated_at) on result to ${runtimeRoles.sweep}`,
      `create index result_evaluated on result (evaluated_at) where latest`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('published scorecards are never dropped');
  }
}
