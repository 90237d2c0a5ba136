import { tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents by which either side bears out what it says about a disputed line. What was handed in stays on record. */
export class AttachDisputeDocuments1797000130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `create table credit_dispute_document (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         statement_id uuid not null,
         dispute_id uuid not null,
         document_id uuid not null,
         attached_by text not null,
         attached_by_name text not null,
         attached_by_side text not null check (attached_by_side in ('insurer', 'vendor')),
         attached_at timestamptz not null,
         primary key (tenant_id, id),
         unique (tenant_id, dispute_id, document_id),
         foreign key (tenant_id, statement_id) references credit_statement (tenant_id, id),
         foreign key (tenant_id, dispute_id) references credit_dispute (tenant_id, id),
         foreign key (tenant_id, document_id) references document (tenant_id, id)
       )`,
      `create index credit_dispute_document_of on credit_dispute_document (tenant_id, statement_id, attached_at)`,
      ...tenantTable('credit_dispute_document', { vendorColumn: 'vendor_id', grants: 'select, insert' }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table credit_dispute_document');
  }
}
