import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units beyond the agreed forecast, stated by measure: they are taken out of an SLA's month without taking whole rows. */
export class StateExcludedAmounts1797000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `alter table exclusion add column forecast text, add column amounts jsonb`,
      `comment on column exclusion.amounts is 'units taken out, exact decimals by measure; null: the rows of the time are'`,
      `alter table exclusion add constraint exclusion_amounts_check check (
         (amounts is null) = (forecast is null)
         and (amounts is null or (effect = 'exclude' and kind = 'beyond_forecast' and sla_id is not null and clause is not null)))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('results that were judged with stated amounts cannot be explained without them');
  }
}
