import { insurerSide, inTenant, inVendorScope } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A statement whose month no scheme prices any more is withdrawn: it stays on record, and a vendor goes on seeing one that
 * was shared with it.
 */
export class WithdrawCreditStatements1797000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `alter table credit_statement drop constraint credit_statement_state_check`,
      `alter table credit_statement drop constraint credit_statement_check`,
      `alter table credit_statement add constraint credit_statement_state_check
         check (state in ('draft', 'shared', 'approved', 'withdrawn'))`,
      `alter table credit_statement add constraint credit_statement_sharing_check
         check (state = 'withdrawn' or (state = 'draft') = (shared_at is null))`,
      `drop policy credit_statement_read on credit_statement`,
      `create policy credit_statement_read on credit_statement for select
         using (${inTenant} and ${inVendorScope('vendor_id')} and (${insurerSide} or shared_at is not null))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('approved statements are never dropped');
  }
}
