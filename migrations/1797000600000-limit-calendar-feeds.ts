import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A calendar address may show one vendor alone; without one it shows all that its maker may see. */
export class LimitCalendarFeeds1797000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table calendar_feed add vendor_id uuid`);
    await runner.query(
      `alter table calendar_feed add foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead: an address of one vendor would show all of them');
  }
}
