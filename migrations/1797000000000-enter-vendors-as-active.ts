import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = `'pending', 'done', 'approved', 'declined', 'withdrawn', 'lapsed'`;

/** Which states a step may have, and in which of them nobody has decided on it. */
function checks(known: string, undecided: string): string[] {
  return [
    `alter table vendor_step drop constraint vendor_step_state_check`,
    `alter table vendor_step drop constraint vendor_step_check`,
    `alter table vendor_step add constraint vendor_step_state_check check (state in (${known}))`,
    `alter table vendor_step add constraint vendor_step_check check ((state in (${undecided})) = (decided_by is null))`,
  ];
}

/** A vendor that is entered as active passed no gate: its history begins with who entered it so, and why. */
export class EnterVendorsAsActive1797000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of checks(`${states}, 'entered'`, `'pending', 'lapsed', 'done', 'entered'`))
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from vendor_step where state = 'entered'`);
    for (const statement of checks(states, `'pending', 'lapsed', 'done'`)) await runner.query(statement);
  }
}
