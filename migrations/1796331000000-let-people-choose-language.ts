import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Blank: the person has chosen no language, and reads in the browser's. Until now nobody could choose, so that whoever has
 * the default has chosen nothing.
 */
export class LetPeopleChooseLanguage1796331000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table person alter column locale set default ''`);
    await runner.query(`update person set locale = '' where locale = 'en'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update person set locale = 'en' where locale = ''`);
    await runner.query(`alter table person alter column locale set default 'en'`);
  }
}
