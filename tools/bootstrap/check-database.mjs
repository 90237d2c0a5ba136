/**
 * Looks at a database before anything uses it, and says what is wrong with it in one line.
 */
import { Refusal } from './refusal.mjs';
import { roleVariables } from './role-urls.mjs';

const oldestMajor = 15;

/**
 * @param {string} url the owner's
 * @param {string} variable what to call it in a message
 * @param {{createDatabases?: boolean}} [needs]
 */
export async function checkDatabase(url, variable, needs = {}) {
  const { default: pg } = await import('pg');
  const address = postgresAddress(url, variable);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // The query that was under way reports a lost connection.
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int AS version,
              rolsuper OR rolcreaterole AS "createsRoles",
              rolsuper OR rolcreatedb AS "createsDatabases",
              has_database_privilege(current_database(), 'CREATE') AS "createsSchemas",
              has_schema_privilege('public', 'CREATE') AS "createsTables",
              (SELECT string_agg(other.rolname, ', ') FROM pg_roles other
                WHERE other.rolname = ANY ($1) AND NOT me.rolsuper
                  AND NOT pg_has_role(me.oid, other.oid, 'MEMBER WITH ADMIN OPTION')) AS "foreignRoles",
              current_user AS name, current_database() AS database
         FROM pg_roles me WHERE me.rolname = current_user`,
      [Object.values(roleVariables)],
    );
    const fault = missingRight(rows[0], needs);
    if (fault !== undefined) throw new Refusal(`${variable}: ${fault}`);
  } catch (error) {
    throw explain(error, address, variable);
  } finally {
    await client.end().catch(() => undefined); // A connection that never was has nothing to end.
  }
}

/**
 * @typedef {object} Rights
 * @property {number} version server_version_num
 * @property {boolean} createsRoles
 * @property {boolean} createsDatabases
 * @property {boolean} createsSchemas
 * @property {boolean} createsTables
 * @property {string | null} foreignRoles run-time roles that are there and are not this role's to change
 * @property {string} name the role
 * @property {string} database
 */

/**
 * @param {Rights} rights
 * @param {{createDatabases?: boolean}} needs
 * @returns {string | undefined} what is missing, and the statement that helps
 */
export function missingRight(rights, needs) {
  const { name, database } = rights;
  const major = Math.floor(rights.version / 10_000);
  if (major < oldestMajor) return `PostgreSQL ${major} is too old, ${oldestMajor} or newer is needed.`;
  if (!rights.createsRoles) {
    return `role "${name}" may not create the run-time roles. A superuser helps with: ALTER ROLE "${name}" CREATEROLE;`;
  }
  if (rights.foreignRoles !== null) {
    return `the roles ${rights.foreignRoles} are there already and role "${name}" may not change them. Use the owner that made them, or another server.`;
  }
  if (needs.createDatabases === true && !rights.createsDatabases) {
    return `role "${name}" may not create the databases of the tests. A superuser helps with: ALTER ROLE "${name}" CREATEDB;`;
  }
  if (!rights.createsSchemas || !rights.createsTables) {
    return `role "${name}" may not create tables in database "${database}". Its owner helps with: ALTER DATABASE "${database}" OWNER TO "${name}";`;
  }
  return undefined;
}

/**
 * @param {string} url
 * @param {string} variable
 * @returns {{host: string, user: string, database: string}} without the password
 */
export function postgresAddress(url, variable) {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (
    parsed === undefined ||
    !['postgres:', 'postgresql:'].includes(parsed.protocol) ||
    parsed.hostname === ''
  ) {
    throw new Refusal(
      `${variable} is not an address of PostgreSQL: it should look like postgres://user:password@host:5432/database`,
    );
  }
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (database === '')
    throw new Refusal(`${variable} names no database: add its name at the end, as in …:5432/plumbline`);
  return {
    host: `${parsed.hostname}:${parsed.port === '' ? 5432 : parsed.port}`,
    user: decodeURIComponent(parsed.username),
    database,
  };
}

/**
 * @param {unknown} error
 * @param {{host: string, user: string, database: string}} address
 * @param {string} variable
 * @returns {unknown} a refusal in plain words; the error itself when it is none of those that a setting causes
 */
export function explain(error, { host, user, database }, variable) {
  const { code, message } = /** @type {{code?: string, message?: string}} */ (firstOf(error));
  const words = {
    ECONNREFUSED: `nothing listens at ${host}.`,
    ENOTFOUND: `there is no host ${host}.`,
    EAI_AGAIN: `there is no host ${host}.`,
    EHOSTUNREACH: `${host} cannot be reached.`,
    ENETUNREACH: `${host} cannot be reached.`,
    ETIMEDOUT: `${host} does not answer.`,
    ECONNRESET: `${host} closed the connection: it may be no PostgreSQL.`,
    '28P01': `the password for user "${user}" at ${host} is wrong.`,
    28000: `${host} does not let user "${user}" in: ${message}.`,
    '3D000': `there is no database "${database}" at ${host}. Make it with: CREATE DATABASE "${database}";`,
    53300: `${host} has no connection left: ${message}.`,
  };
  const known = /** @type {Record<string, string>} */ (words)[code ?? ''];
  if (known !== undefined) return new Refusal(`${variable}: ${known}`);
  if (/timeout expired|terminated due to connection timeout/i.test(message ?? '')) {
    return new Refusal(`${variable}: ${host} does not answer.`);
  }
  if (/SCRAM|password must be a string/i.test(message ?? '')) {
    return new Refusal(`${variable}: ${host} asks for a password and the address has none.`);
  }
  if (/Connection terminated unexpectedly/i.test(message ?? '')) {
    return new Refusal(`${variable}: ${host} closed the connection: it may be no PostgreSQL.`);
  }
  return error;
}

/** Node tries IPv6 and IPv4 and collects the failures. @param {unknown} error */
function firstOf(error) {
  return error instanceof AggregateError ? error.errors[0] : error;
}
