import { insurerSide, inTenant, inVendorScope, tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents of a contract or of one of its versions. What was attached stays on record; a partner sees what is shared with it. */
export class AttachContractDocuments1796720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table contract_document (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         contract_id uuid not null,
         vendor_id uuid not null,
         number integer check (number >= 1),
         document_id uuid not null,
         kind text not null check (kind in ('signed', 'schedule', 'baa', 'other')),
         shared boolean not null,
         attached_by text not null,
         attached_by_name text not null,
         attached_at timestamptz not null,
         detached_by text,
         detached_at timestamptz,
         primary key (tenant_id, id),
         foreign key (tenant_id, contract_id) references contract (tenant_id, id),
         foreign key (tenant_id, document_id) references document (tenant_id, id)
       )`,
      `create index contract_document_contract on contract_document (tenant_id, contract_id)`,
      ...tenantTable('contract_document', {
        ...{ vendorColumn: 'vendor_id', insurerWrites: true, grants: 'select, insert, update' },
      }),
      `drop policy contract_document_read on contract_document`,
      `create policy contract_document_read on contract_document for select using (${inTenant} and (${insurerSide}
         or (${inVendorScope('vendor_id')} and shared and detached_at is null)))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contract_document');
  }
}
