import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../testing';
import { runtimeRoles } from './roles';

/** Tables that no tenant owns: small, and named here on purpose (docs/architecture.md, "Reference tables"). */
const referenceTables = [
  'tenant',
  'person',
  'person_credential',
  'session',
  'person_token',
  'mail',
  'dropped_month',
  'migrations',
];

/** Functions that run with the owner's rights, each for one reason that its migration states. */
const definerFunctions = ['drop_measurement_month', 'ensure_month_partition'];

/** Asks the catalogue of a migrated database, so a new table cannot forget a rule of the house. */
describe('the database catalogue', () => {
  let database: TestDatabase;
  const column = async (sql: string, parameters: unknown[] = []): Promise<string[]> =>
    (await database.owner.query<{ found: string }>(sql, parameters)).rows.map((row) => row.found);

  beforeAll(async () => {
    database = await openTestDatabase();
    const tenant = await database.tenant();
    await database.owner.query(`select ensure_month_partition(parent, date '2026-03-01')
      from unnest(array['activity_log', 'outbox', 'measurement', 'measurement_superseded', 'activity_log_personal']) as parent`);
    expect(tenant.id).toBeTruthy();
  });
  afterAll(() => database.close());

  it('enables and forces row level security, with a policy, on every tenant table and partition', async () => {
    const found = await column(
      `select relname as found from pg_class
       where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> all ($1)
         and not (relrowsecurity and relforcerowsecurity
                  and exists (select from pg_policy where polrelid = pg_class.oid))`,
      [referenceTables],
    );
    expect(found).toEqual([]);
  });

  it('lets tenant_id lead every primary key, unique index and foreign key of a tenant table', async () => {
    const keys = await column(
      `select c.relname || ': ' || i.indexrelid::regclass as found
       from pg_index i join pg_class c on c.oid = i.indrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and i.indisunique and c.relname <> all ($1)
         and (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]) <> 'tenant_id'`,
      [referenceTables],
    );
    expect(keys).toEqual([]);
    const foreignKeys = await column(
      `select conrelid::regclass || ': ' || conname as found from pg_constraint
       where contype = 'f' and conrelid::regclass::text <> all ($1) and confrelid::regclass::text <> all ($1)
         and ((select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) <> 'tenant_id'
           or (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1]) <> 'tenant_id')`,
      [referenceTables],
    );
    expect(foreignKeys).toEqual([]);
  });

  it('points no reference table at a tenant table, deletes nothing by setting null, fires no trigger', async () => {
    expect(
      await column(
        `select conname as found from pg_constraint
         where contype = 'f' and conrelid::regclass::text = any ($1) and confrelid::regclass::text <> all ($1)`,
        [referenceTables],
      ),
    ).toEqual([]);
    expect(
      await column(
        `select conname as found from pg_constraint where contype = 'f' and confdeltype in ('n', 'd')`,
      ),
    ).toEqual([]);
    expect(
      await column(
        `select tgname as found from pg_trigger join pg_class c on c.oid = tgrelid
         where not tgisinternal and c.relnamespace = 'public'::regnamespace`,
      ),
    ).toEqual([]);
  });

  it('grants nothing on partitions: a direct query would skip the parent’s policy', async () => {
    const found = await column(
      `select c.relname || ' to ' || grantee as found
       from pg_class c join information_schema.role_table_grants g on g.table_name = c.relname
       where c.relispartition and g.grantee = any ($1)`,
      [Object.values(runtimeRoles)],
    );
    expect(found).toEqual([]);
  });

  it('gives the run-time roles no ownership, no bypass, no truncate, no references, no trigger', async () => {
    expect(
      await column(
        `select rolname as found from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
        [Object.values(runtimeRoles)],
      ),
    ).toEqual([]);
    expect(
      await column(
        `select relname as found from pg_class join pg_roles r on r.oid = relowner where rolname = any ($1) and relpersistence = 'p'`,
        [Object.values(runtimeRoles)],
      ),
    ).toEqual([]);
    expect(
      await column(
        `select table_name || ' ' || privilege_type || ' ' || grantee as found from information_schema.role_table_grants
         where grantee = any ($1) and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`,
        [Object.values(runtimeRoles)],
      ),
    ).toEqual([]);
  });

  it('has no view without security_invoker and no security-definer function off the list', async () => {
    expect(
      await column(
        `select relname as found from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
           and not coalesce('security_invoker=true' = any (reloptions), false)`,
      ),
    ).toEqual([]);
    const definers = await column(
      `select distinct proname as found from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
    );
    expect(definers.sort()).toEqual(definerFunctions);
  });

  it('keeps sub-selects out of policies, so that a distributed database can push them down', async () => {
    expect(
      await column(
        `select polname as found from pg_policy
         where coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') ilike '%select %'`,
      ),
    ).toEqual([]);
  });

  it('keeps published scorecards, activity log, received files and calendar versions from changing, whoever asks', async () => {
    const may = async (table: string): Promise<string[]> =>
      column(
        `select distinct privilege_type::text as found from information_schema.role_table_grants
         where table_name = $1 and grantee = any ($2) and privilege_type in ('UPDATE', 'DELETE')`,
        [table, Object.values(runtimeRoles)],
      );
    expect(await may('activity_log')).toEqual([]);
    expect(await may('stored_file')).toEqual([]);
    expect(await may('document')).toEqual([]);
    expect(await may('calendar_version')).toEqual([]);
    // a scorecard may be changed while it is a draft: the policy says so, and nobody may delete one
    expect(await may('scorecard')).toEqual(['UPDATE']);
    // and a credit statement until it is approved; what it was settled by never
    expect(await may('credit_statement')).toEqual(['UPDATE']);
    expect(await may('credit_scheme')).toEqual([]);
    expect(await may('credit_approval')).toEqual([]);
  });
});
