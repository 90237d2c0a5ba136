import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who changed the clause policy last, and why: together or, while it is as shipped, not at all. */
export class ExplainClausePolicies1797000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table clause_policy
         add column changed_by_name text,
         add column reason text,
         add check (num_nulls(changed_by_name, reason) in (0, 2))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table clause_policy drop column changed_by_name, drop column reason');
  }
}
