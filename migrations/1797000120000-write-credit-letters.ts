import { insurerSide, inTenant, runtimeRoles, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people have to be told of a credit statement: noted in the transaction that makes it so, by either side, and written
 * by the worker, who may see the people of both.
 */
export class WriteCreditLetters1797000120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table credit_letter (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         statement_id uuid not null,
         event text not null check (event in ('shared', 'disputed', 'upheld', 'changed', 'approved', 'exported')),
         line text,
         caused_by text not null,
         caused_at timestamptz not null,
         written_at timestamptz,
         primary key (tenant_id, id),
         foreign key (tenant_id, statement_id) references credit_statement (tenant_id, id)
       )`,
      `comment on column credit_letter.line is 'the disputed line; null where the statement as a whole is spoken of'`,
      `create index credit_letter_waiting on credit_letter (caused_at) where written_at is null`,
      ...tenantTable('credit_letter', {
        vendorColumn: 'vendor_id',
        grants: 'select, insert, update (written_at)',
      }),
      `drop policy credit_letter_update on credit_letter`,
      `create policy credit_letter_update on credit_letter for update
         using (${inTenant} and ${insurerSide}) with check (${inTenant} and ${insurerSide})`,
      `create policy credit_letter_sweep on credit_letter for select to ${runtimeRoles.sweep} using (true)`,
      `grant select on credit_letter to ${runtimeRoles.sweep}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table credit_letter');
  }
}
