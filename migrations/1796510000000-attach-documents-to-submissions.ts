import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The documents that were handed in with evidence for due diligence, in the order they were named. */
export class AttachDocumentsToSubmissions1796510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table due_diligence_submission add column document_ids uuid[]`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table due_diligence_submission drop column document_ids');
  }
}
