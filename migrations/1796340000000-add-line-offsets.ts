import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How far the lines of a row stand apart, `[[least, most], …]` from its first line on: where a file has an amount a line or
 * several lines a case, a line leads to its row without reading all of them (docs/performance.md). Null: not loaded, or
 * loaded before this was kept.
 */
export class AddLineOffsets1796340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table kpi_file add column line_offsets jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table kpi_file drop column line_offsets');
  }
}
