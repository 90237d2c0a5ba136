import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From a line of a file to what it measured, whatever the size of the file: without the line in the index, every row of the
 * file is read for it (docs/performance.md has both by numbers).
 */
export class IndexLines1796312000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['measurement', 'measurement_superseded']) {
      await runner.query(`create index ${table}_line on ${table} (tenant_id, kpi_file_id, line)`);
      await runner.query(`drop index ${table}_file`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['measurement', 'measurement_superseded']) {
      await runner.query(`create index ${table}_file on ${table} (tenant_id, kpi_file_id)`);
      await runner.query(`drop index ${table}_line`);
    }
  }
}
