import { runtimeRoles } from './roles';

/** Statements for migrations: a tenant table's row level security, made in the migration that makes the table. */
interface TenantTableOptions {
  /** The column that holds the row's vendor; vendor users are held to theirs by policy. Absent: tenant-wide rows. */
  readonly vendorColumn?: string;
  /** Which of the rows it could see a vendor sees, as a condition: `false` where they are the insurer's alone. */
  readonly vendorSees?: string;
  /** Rows that only the insurer's side (and the worker) may write, though a vendor may read its own. */
  readonly insurerWrites?: boolean;
  /** What the run-time role is granted. */
  readonly grants?: string;
}

export const inTenant = `tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid`;
export const insurerSide = `current_setting('app.vendor_scope', true) = '*'`;

/** Deny by default: no scope set, no rows. `*` is the insurer's side and the worker; else an array of vendor ids. */
export function inVendorScope(column: string): string {
  return `(${insurerSide} or ${column} = any (nullif(nullif(current_setting('app.vendor_scope', true), ''), '*')::uuid[]))`;
}

export function tenantTable(table: string, options: TenantTableOptions = {}): string[] {
  const {
    vendorColumn,
    vendorSees,
    insurerWrites = false,
    grants = 'select, insert, update, delete',
  } = options;
  const read = [
    inTenant,
    ...(vendorColumn === undefined ? [] : [inVendorScope(vendorColumn)]),
    ...(vendorSees === undefined ? [] : [`(${insurerSide} or ${vendorSees})`]),
  ].join(' and ');
  const write = insurerWrites ? `${inTenant} and ${insurerSide}` : read;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_read on ${table} for select using (${read})`,
    `create policy ${table}_insert on ${table} for insert with check (${write})`,
    `create policy ${table}_update on ${table} for update using (${write}) with check (${write})`,
    `create policy ${table}_delete on ${table} for delete using (${write})`,
    `grant ${grants} on ${table} to ${runtimeRoles.app}`,
  ];
}
