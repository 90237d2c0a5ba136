import { runtimeRoles } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When people were told of a reporting duty, so that they are told once whatever runs twice: before its day, and when it is missed. */
export class RemindOfReporting1795000041000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table reporting_duty add reminded_at timestamptz, add escalated_at timestamptz',
    );
    await runner.query(`grant select (reminded_at) on reporting_duty to ${runtimeRoles.sweep}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reporting_duty drop reminded_at, drop escalated_at');
  }
}
