import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which way a KPI file came in and from where, for its page and its receipt. */
export class RecordWaysIn1795000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `alter table kpi_file drop constraint kpi_file_uploaded_via_check`,
      `alter table kpi_file add constraint kpi_file_uploaded_via_check
         check (uploaded_via in ('page', 'api', 'cli', 'sftp'))`,
      // files from before are known by way and person only
      `alter table kpi_file add column uploaded_from text`,
      `alter table kpi_file add column uploaded_with text`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: where files came from would be lost');
  }
}
