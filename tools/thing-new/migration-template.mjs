/**
 * The migration that makes a thing's table together with its policies (architecture invariant 1).
 */

/**
 * @param {readonly string[]} files names in migrations/
 * @param {number} now epoch milliseconds
 * @returns {number} 13 digits, later than every other
 */
export function nextStamp(files, now) {
  const stamps = files.map((file) => Number(/^(\d{13})-/.exec(file)?.[1] ?? 0));
  return Math.max(now, ...stamps.map((stamp) => stamp + 1));
}

/**
 * @param {import('./words.mjs').Words} words
 * @param {number} stamp
 * @returns {string} name of its class
 */
export function migrationClass({ Things }, stamp) {
  return `Create${Things}${stamp}`;
}

/**
 * @param {import('./words.mjs').Words} words
 * @param {number} stamp
 * @returns {Record<string, string>}
 */
export function migrationFile(words, stamp) {
  const { things, table, phrases } = words;
  const name = migrationClass(words, stamp);
  return {
    [`migrations/${stamp}-create-${things}.ts`]: `import { tenantTable } from '@plumbline/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ${phrases} of a vendor: the insurer writes them, the vendor's own users read theirs. */
export class ${name} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      \`create table ${table} (
         tenant_id uuid not null references tenant (id),
         id uuid not null,
         vendor_id uuid not null,
         title text not null,
         created_at timestamptz not null,
         version integer not null default 1,
         primary key (tenant_id, id),
         foreign key (tenant_id, vendor_id) references vendor (tenant_id, id)
       )\`,
      \`create index ${table}_newest on ${table} (tenant_id, created_at desc, id desc)\`,
      ...tenantTable('${table}', { vendorColumn: 'vendor_id', insurerWrites: true, grants: 'select, insert' }),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ${table}');
  }
}
`,
  };
}
