import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What stands in the sentences about a KPI file, beside its code and its English sentence, so that a page says it in its
 * reader's language. Null: found before it was kept. Warnings keep theirs within `kpi_file.warnings`.
 */
export class KeepFindingParameters1796330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table kpi_file add column refusal_parameters jsonb');
    await runner.query('alter table kpi_file_upload add column refusal_parameters jsonb');
    await runner.query('alter table kpi_file_problem add column parameters jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table kpi_file_problem drop column parameters');
    await runner.query('alter table kpi_file_upload drop column refusal_parameters');
    await runner.query('alter table kpi_file drop column refusal_parameters');
  }
}
