import { inTenant, insurerSide, runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIMIT = `comparator text check (comparator in ('>=', '>', '<=', '<')),
         target numeric,
         band_low numeric,
         band_high numeric`;
const ONE_LIMIT = `(comparator is not null and target is not null and band_low is null and band_high is null)
             or (comparator is null and target is null and band_low is not null and band_high > band_low)`;

/** What the insurer expects is not for its vendors to see, not even that there is something. */
function insurersOnly(table: string, grants: string): string[] {
  return [
    ...tenantTable(table, { insurerWrites: true, grants }),
    `drop policy ${table}_read on ${table}`,
    `create policy ${table}_read on ${table} for select using (${inTenant} and ${insurerSide})`,
  ];
}

/**
 * Internal targets in versions that never change, regulatory floors as switched, and what was found weaker, missing or
 * incomparable (V3). Marks ask for a comparison; they lie in PostgreSQL, so that an emptied Redis loses none.
 */
export class CreateParity1796800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { sweep } = runtimeRoles;
    const statements = [
      `create table internal_target (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         metric_id uuid not null,
         line_of_business text,
         channel text,
         queue text,
         language text,
         created_at timestamptz not null,
         version integer not null default 1,
         primary key (tenant_id, id),
         foreign key (tenant_id, metric_id) references metric (tenant_id, id)
       )`,
      `create unique index internal_target_once on internal_target
         (tenant_id, metric_id, line_of_business, channel, queue, language) nulls not distinct`,
      ...insurersOnly('internal_target', 'select, insert, update (version)'),

      `create table internal_target_version (
         tenant_id uuid not null references tenant (id),
         internal_target_id uuid not null,
         number integer not null check (number >= 1),
         effective_from date not null,
         ${LIMIT},
         services text[] not null,
         metric_version integer,
         reason text not null,
         set_by text not null,
         set_by_name text not null,
         set_at timestamptz not null,
         primary key (tenant_id, internal_target_id, number),
         foreign key (tenant_id, internal_target_id) references internal_target (tenant_id, id),
         check ((comparator is null and target is null and band_low is null and band_high is null) or ${ONE_LIMIT})
       )`,
      ...insurersOnly('internal_target_version', 'select, insert'),

      `create table floor_switch (
         tenant_id uuid not null references tenant (id),
         floor_code text not null,
         number integer not null check (number >= 1),
         floor_version integer not null,
         switched_on boolean not null,
         metric_id uuid,
         reason text not null,
         set_by text not null,
         set_by_name text not null,
         set_at timestamptz not null,
         primary key (tenant_id, floor_code, number),
         foreign key (tenant_id, metric_id) references metric (tenant_id, id),
         check (switched_on = (metric_id is not null))
       )`,
      ...insurersOnly('floor_switch', 'select, insert'),

      `create table parity_finding (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         contract_id uuid not null,
         vendor_id uuid not null,
         against text not null check (against in ('internal_target', 'floor')),
         internal_target_id uuid,
         floor_code text,
         metric_id uuid not null,
         verdict text not null check (verdict in ('weaker', 'missing', 'incomparable')),
         reasons text[] not null,
         sla_id uuid,
         fingerprint text not null,
         trace jsonb not null,
         cause text not null,
         cause_number integer,
         since date not null,
         opened_at timestamptz not null,
         closed_at timestamptz,
         closing_verdict text check (closing_verdict in ('equal', 'stricter', 'weaker', 'missing', 'incomparable', 'not_compared')),
         closing_cause text,
         closing_number integer,
         closing_since date,
         primary key (tenant_id, id),
         foreign key (tenant_id, contract_id) references contract (tenant_id, id),
         foreign key (tenant_id, internal_target_id) references internal_target (tenant_id, id),
         foreign key (tenant_id, metric_id) references metric (tenant_id, id),
         foreign key (tenant_id, sla_id) references sla (tenant_id, id),
         check ((against = 'internal_target') = (internal_target_id is not null)),
         check ((against = 'floor') = (floor_code is not null)),
         check ((closed_at is null) = (closing_verdict is null)),
         check ((closed_at is null) = (closing_cause is null)),
         check ((closed_at is null) = (closing_since is null))
       )`,
      // whatever runs twice: of one contract and one expectation there is one open finding
      `create unique index parity_finding_open on parity_finding
         (tenant_id, contract_id, internal_target_id, floor_code) nulls not distinct where closed_at is null`,
      `create index parity_finding_list on parity_finding (tenant_id, opened_at desc, id desc)`,
      ...insurersOnly(
        'parity_finding',
        'select, insert, update (closed_at, closing_verdict, closing_cause, closing_number, closing_since)',
      ),

      // one row a tenant: held while its contracts are compared, and when time alone may change something
      `create table parity_run (
         tenant_id uuid not null references tenant (id),
         compared_on date,
         look_again_at timestamptz not null,
         primary key (tenant_id)
       )`,
      ...insurersOnly('parity_run', 'select, insert, update'),
      `create policy parity_run_sweep on parity_run for select to ${sweep} using (true)`,
      `grant select (tenant_id, look_again_at) on parity_run to ${sweep}`,

      `create table parity_mark (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         marked_at timestamptz not null,
         primary key (tenant_id, id)
       )`,
      ...insurersOnly('parity_mark', 'select, insert, delete'),
      `create policy parity_mark_sweep on parity_mark for select to ${sweep} using (true)`,
      `grant select (tenant_id, marked_at) on parity_mark to ${sweep}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: dropping internal targets loses data');
  }
}
