/**
 * `npm start` after the packages are there.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { buildProduct } from './build.mjs';
import { endLeftOver } from './children.mjs';
import { endCommandsOf } from './commands.mjs';
import { engineHome } from './engine-home.mjs';
import { freePort, isFree } from './free-port.mjs';
import { onInterrupt } from './interrupt.mjs';
import { leasesInForce } from './leases.mjs';
import { serveMails } from './mail-page.mjs';
import { prepareState, statePaths } from './paths.mjs';
import { dataFolder } from './postgres.mjs';
import { bringUp, failure } from './product.mjs';
import { foldersOf, local } from './profile.mjs';
import { redisFolder } from './redis.mjs';
import { Refusal } from './refusal.mjs';
import { seconds, step } from './report.mjs';
import { obtainServices, releasedBy, stopWhenUnused } from './services.mjs';
import { totp } from './totp.mjs';
import { undoStack } from './undo-stack.mjs';

/** @typedef {import('./undo-stack.mjs').UndoStack} UndoStack */

/**
 * @typedef {object} Account
 * @property {string} tenant
 * @property {string} role
 * @property {string} [vendor] for the roles of a vendor's side
 * @property {string} email
 * @property {string} password
 * @property {string} [totpSecret]
 */

/**
 * Resolves only after everything it started has stopped again; rejects when a part could not start or ended.
 * @param {{reset: boolean, dev: boolean}} options
 */
export async function start({ reset, dev }) {
  prepareState();
  const port = wantedPort(process.env['PORT']);
  refuseSecondStart();
  if (process.env['NODE_ENV'] === 'production' && process.env['PLUMBLINE_SECRET'] === undefined) {
    throw new Refusal('PLUMBLINE_SECRET is not set: production needs its own (32 random bytes in hex).');
  }
  await endLeftOver(local.folder);
  if (!(await portIsFree(port))) {
    throw new Refusal(
      `Port ${port} is taken by another program: stop that, or choose another: PORT=${port + 1} npm start`,
    );
  }
  if (reset) await dropLocalData();

  const undo = undoStack();
  const interrupted = onInterrupt();
  const rising = bringEverythingUp(port, dev, undo);
  try {
    const up = await Promise.race([interrupted.happened, rising]);
    if (up !== undefined) await Promise.race([interrupted.happened, up.failed]);
    console.log('\nStopping …');
  } finally {
    // What brings it up may be under way still; its reason is told by the caller, or is the interruption itself.
    await Promise.all([endCommandsOf(rising), undo.run()]);
    await undo.run(); // What came up in the meantime.
    interrupted.forget();
  }
  const { folder, isOutside } = engineHome();
  console.log(`Stopped. The data stays in .plumbline${isOutside ? ` and ${folder}` : ''}.`);
}

/**
 * @param {number} port
 * @param {boolean} dev
 * @param {UndoStack} undo
 * @returns {Promise<{failed: Promise<never>}>} failed rejects when a part ends by itself
 */
async function bringEverythingUp(port, dev, undo) {
  const begun = Number(process.env['PLUMBLINE_BEGUN'] ?? Date.now());
  // Both at once: the first build takes a while and needs neither database nor Redis.
  const obtained = releasedBy(
    undo,
    step(
      'services',
      () => obtainServices(local.name),
      ({ postgres, redis }) => `PostgreSQL: ${postgres.from} · Redis: ${redis.from}`,
    ),
  );
  const { programs, client } = buildProduct(dev ? 'development' : undefined);
  const [services] = await Promise.all([obtained, programs]);
  if (services.redis.warning !== undefined) console.log(services.redis.warning);

  const sftpPort = process.env['SFTP_PORT'] ?? String(await freePort(port + 22));
  const mails = await mailPage(port, undo);
  const profile = { ...local, environment: { SFTP_PORT: sftpPort } };
  const { env, children } = await bringUp(profile, services, port, client, undo);
  console.log(welcome({ port, sftpPort, mailPort: mails, ms: Date.now() - begun, now: Date.now() }));
  if (!dev) return { failed: Promise.race(children.map(failure)) };
  const { watch } = await import('./watch.mjs');
  return watch({ profile: local, env, port, children, undo });
}

/**
 * Mails become files where no mail server is given: a page shows them.
 * @param {number} port
 * @param {UndoStack} undo
 * @returns {Promise<number | null>} its port; null: they go to SMTP_URL
 */
async function mailPage(port, undo) {
  if (process.env['SMTP_URL']) return null;
  const mails = await serveMails(
    process.env['PLUMBLINE_MAIL'] ?? foldersOf(local).mail,
    await freePort(port + 25),
  );
  undo.push(mails.stop);
  return mails.port;
}

/**
 * @param {string | undefined} text
 * @returns {number}
 */
export function wantedPort(text) {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Refusal(`PORT=${text} is no port: it is a number from 1 to 65535.`);
}

function refuseSecondStart() {
  const other = leasesInForce().find((lease) => lease.name === local.name);
  if (other === undefined) return;
  throw new Refusal(
    `npm start runs already in this checkout (process ${other.pid}): stop it there with Ctrl-C, or with: kill ${other.pid}`,
  );
}

/**
 * The API may listen on any of these; each can be taken by itself.
 * @param {number} port
 */
async function portIsFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0']) if (!(await isFree(port, host))) return false;
  return true;
}

async function dropLocalData() {
  const users = leasesInForce();
  if (users.length > 0) {
    const names = users.map(({ name, pid }) =>
      pid === 0 ? 'node tools/dev-services.mjs' : `npm ${name} (process ${pid})`,
    );
    throw new Refusal(`The local data is in use by ${names.join(', ')}: stop that first, then reset.`);
  }
  if (process.env['DATABASE_URL'] !== undefined) {
    throw new Refusal(
      '--reset drops local data only: DATABASE_URL names a database of yours, drop that one yourself.',
    );
  }
  await stopWhenUnused(); // A run that was killed may have left them.
  const own = Object.values(foldersOf(local));
  const engines = [dataFolder(), statePaths.postgresSettings, redisFolder(), statePaths.redisSettings];
  for (const path of [...engines, ...own]) {
    rmSync(path, { recursive: true, force: true });
  }
  console.log('The local data is dropped.');
}

/**
 * @param {object} up
 * @param {number} up.port
 * @param {string} up.sftpPort
 * @param {number | null} up.mailPort
 * @param {number} up.ms since the command was given
 * @param {number} up.now
 */
function welcome({ port, sftpPort, mailPort, ms, now }) {
  const file = foldersOf(local).demoAccounts;
  const accounts = existsSync(file) ? /** @type {Account[]} */ (JSON.parse(readFileSync(file, 'utf8'))) : [];
  return [
    '',
    `Plumbline runs at http://localhost:${port} (after ${seconds(ms)}). Ctrl-C stops it.`,
    ...(sftpPort === ''
      ? []
      : [`SFTP for KPI files: sftp -P ${sftpPort} <tenant>@localhost, with a key from People → SFTP keys.`]),
    ...(mailPort === null ? [] : [`Every mail it sends: http://localhost:${mailPort}`]),
    'Logs are in .plumbline/logs, mails in .plumbline/mail.',
    ...(accounts.length === 0 ? [] : ['', 'Demo accounts:', ...accountTable(accounts, now)]),
    '',
  ].join('\n');
}

/**
 * @param {readonly Account[]} accounts
 * @param {number} now epoch milliseconds, for the codes
 * @returns {string[]} one line each
 */
export function accountTable(accounts, now) {
  const rows = accounts.map(({ tenant, role, vendor, email, password, totpSecret }) => [
    tenant,
    vendor === undefined ? role : `${role} of ${vendor}`,
    email,
    password,
    totpSecret === undefined ? '' : `TOTP ${totpSecret} (now ${totp(totpSecret, now)})`,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}
