/**
 * Databases of a server: makes and drops them as the owner.
 */

/**
 * @param {string} url
 * @param {string} name
 * @returns {string} the same server and login, another database
 */
export function inDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

/**
 * @param {string} serverUrl
 * @param {string} name
 * @param {{afresh?: boolean}} [how] afresh drops it first, with everything in it and everybody connected to it
 * @returns {Promise<string>} its URL
 */
export async function ensureDatabase(serverUrl, name, { afresh = false } = {}) {
  await withClient(serverUrl, async (client) => {
    const quoted = client.escapeIdentifier(name);
    if (afresh) await drop(client, name);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${quoted} TEMPLATE template0`);
  });
  return inDatabase(serverUrl, name);
}

/**
 * @param {string} serverUrl
 * @param {string} name
 */
export async function dropDatabase(serverUrl, name) {
  await withClient(serverUrl, (client) => drop(client, name));
}

/**
 * Forced, so that a forgotten connection does not keep it. An autovacuum worker, though, is a superuser's: only the plain
 * command may send it away (and waits until it is gone).
 *
 * @param {import('pg').Client} client
 * @param {string} name
 */
async function drop(client, name) {
  const command = `DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)}`;
  try {
    await client.query(`${command} WITH (FORCE)`);
  } catch (error) {
    const notAllowed = error instanceof Error && 'code' in error && error.code === '42501';
    if (!notAllowed) throw error;
    await client.query(command);
  }
}

/**
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<unknown>} work
 */
async function withClient(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
