import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { newId, TenantDirectory } from '@plumbline/platform/database';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { fingerprintOf, readPublicKey, Seal, SftpKeys } from '@plumbline/platform/identity';
import { log } from '@plumbline/platform/jobs';
import { sshKeyPair } from '@plumbline/platform/testing';
import { VendorDirectory } from '@plumbline/vendors/server';
import ssh2, { type Client, type ConnectConfig, type SFTPWrapper } from 'ssh2';
import { KpiFileReceipts } from '../files/kpi-file-receipts';
import { KpiFilesRepository } from '../files/kpi-files.repository';
import { type MeasuredTenant, MeasurementsBench } from '../measurements-bench';
import { hostKeyOf } from './host-key';
import { SftpMailboxes } from './sftp-mailboxes';
import { SftpServer } from './sftp-server';
import { SftpSignIn } from './sftp-sign-in';

const run = promisify(execFile);
const openSsh = ['/usr/bin/sftp', '/usr/local/bin/sftp'].find((path) => existsSync(path));
const { STATUS_CODE } = ssh2.utils.sftp;
const CSV = 'day,queue,offered\n2026-03-01,claims,10\n2026-03-02,claims,12\n';
const mapping = {
  columns: [
    { header: 'day', means: { kind: 'period', format: 'YYYY-MM-DD' } },
    { header: 'queue', means: { kind: 'segment', dimension: 'queue' } },
    { header: 'offered', means: { kind: 'measure', measure: 'offered' } },
  ],
  grain: 'day',
  timezone: 'America/New_York',
};

interface Machine {
  readonly id: string;
  readonly fingerprint: string;
  readonly privateKey: string;
}

describe('files over SFTP', () => {
  let bench: MeasurementsBench;
  let server: SftpServer;
  let port: number;
  let here: MeasuredTenant;
  const clients = new Set<Client>();

  beforeAll(async () => {
    log.level = 'error';
    bench = await MeasurementsBench.open();
    const { door, dataSource } = bench.database;
    const { clock } = bench;
    const receipts = new KpiFileReceipts(
      door,
      new KpiFilesRepository(),
      new VendorDirectory(),
      new TenantDirectory(dataSource),
      clock,
    );
    const signIn = new SftpSignIn(new SftpKeys(door, clock), door, new ActivityLog(clock));
    const seal = new Seal(Buffer.alloc(32, 7));
    server = new SftpServer(signIn, new SftpMailboxes(bench.uploads, receipts), seal, clock);
    port = (await server.listen(0, '127.0.0.1')) ?? 0;
    here = await bench.tenant();
  });
  afterEach(() => {
    for (const client of clients) client.end();
    clients.clear();
  });
  afterAll(async () => {
    server.onApplicationShutdown();
    await bench.close();
  });

  async function machine(
    confirm: 'automatically' | 'by-a-person' = 'by-a-person',
    of: MeasuredTenant = here,
    vendorId = of.vendor.id,
    kind: 'ed25519' | 'ecdsa' | 'rsa' = 'ed25519',
  ): Promise<Machine> {
    const pair = sshKeyPair(kind);
    const key = readPublicKey(pair.public);
    if (!key) throw new Error('the pair has no public key');
    const id = newId();
    await bench.database.door.withTenant(of.manager, (tx) =>
      tx.query(
        `insert into sftp_key (tenant_id, id, name, vendor_id, fingerprint, public_key, confirm, created_by, created_at)
         values ($1, $2, 'Nightly run', $3, $4, $5, $6, $2, $7)`,
        [of.tenant.id, id, vendorId, key.fingerprint, key.line, confirm, bench.clock.date()],
      ),
    );
    return { id, fingerprint: key.fingerprint, privateKey: pair.private };
  }

  async function connect(how: Partial<ConnectConfig>): Promise<Client> {
    const client = new ssh2.Client();
    clients.add(client);
    const outcome = Promise.race([
      once(client, 'ready'),
      once(client, 'close').then(() => {
        throw new Error('the connection was closed');
      }),
    ]);
    client.connect({ host: '127.0.0.1', port, username: here.tenant.slug, ...how });
    await outcome;
    return client;
  }

  const channel = (client: Client): Promise<SFTPWrapper> =>
    new Promise((resolve, reject) => {
      client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp)));
    });
  const signIn = async ({ privateKey }: Machine) => channel(await connect({ privateKey }));

  /** What one request answers. */
  const ask = <T = unknown>(
    request: (done: (error: Error | undefined | null, value?: T) => void) => unknown,
  ) =>
    new Promise<T>((resolve, reject) => {
      request((error, value) => (error ? reject(error) : resolve(value as T)));
    });
  const put = (sftp: SFTPWrapper, path: string, content: string | Buffer) =>
    ask((done) => sftp.writeFile(path, content, done));
  const get = (sftp: SFTPWrapper, path: string) => ask<Buffer>((done) => sftp.readFile(path, done));
  const names = async (sftp: SFTPWrapper, path: string) =>
    (await ask<{ filename: string }[]>((done) => sftp.readdir(path, done))).map(({ filename }) => filename);
  const known = (of = here) =>
    bench.query<{
      id: string;
      name: string;
      state: string;
      via: string;
      address: string;
      key: string;
      by: string;
    }>(
      of,
      `select id, name, state, uploaded_via as via, uploaded_from as address, uploaded_with as key, uploaded_by_name as by
       from kpi_file where tenant_id = $1 order by id`,
    );
  const storedFiles = async () =>
    (await readdir(bench.folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      .length;

  it('come in by the way of all others: encrypted, recorded, with where they came from', async () => {
    const of = await bench.tenant();
    const own = await machine('by-a-person', of);
    const sftp = await channel(await connect({ username: of.tenant.slug, privateKey: own.privateKey }));
    await put(sftp, '/inbox/march.csv', CSV);
    expect(await known(of)).toMatchObject([
      {
        name: 'march.csv',
        state: 'received',
        via: 'sftp',
        address: '127.0.0.1',
        key: own.fingerprint,
        by: 'Nightly run',
      },
    ]);
    expect(await names(sftp, '/')).toEqual(['inbox', 'receipts']);
    expect(await names(sftp, '/inbox')).toEqual(['march.csv']);
    const stat = await ask<{ size: number }>((done) => sftp.stat('/inbox/march.csv', done));
    expect(stat.size).toBe(CSV.length);
    const logged = await bench.query<{ action: string; kind: string; id: string }>(
      of,
      `select action, actor_kind as kind, actor_id as id from activity_log
       where tenant_id = $1 and actor_kind = 'sftp-key' order by sequence`,
    );
    expect(logged).toEqual([
      { action: 'signed-in-over-sftp', kind: 'sftp-key', id: own.id },
      { action: 'kpi-file-received', kind: 'sftp-key', id: own.id },
    ]);
    const [key] = await bench.query<{ used: Date | null }>(
      of,
      'select last_used_at as used from sftp_key where tenant_id = $1',
    );
    expect(key?.used).toEqual(bench.clock.date());
  });

  it.each<['automatically' | 'by-a-person', string]>([
    ['by-a-person', 'checked'],
    ['automatically', 'evaluating'],
  ])('of a known layout are checked, and with a key that loads %s end up %s', async (confirm, state) => {
    const of = await bench.tenant();
    await bench.checked(of, CSV, mapping);
    const { privateKey } = await machine(confirm, of);
    const sftp = await channel(await connect({ username: of.tenant.slug, privateKey }));
    await put(sftp, 'inbox/april.csv', CSV.replaceAll('2026-03', '2026-02'));
    const sent = (await known(of)).at(-1);
    expect(sent?.state).toBe('checking');
    await bench.check.process(of.tenant, sent?.id ?? '');
    expect((await known(of)).at(-1)?.state).toBe(state);
  });

  it('of any size stream, also in pieces side by side', async () => {
    const sftp = await signIn(await machine());
    const large = `day,queue,offered\n${'2026-03-01,claims,10\n'.repeat(150_000)}`;
    await put(sftp, '/inbox/large.csv', large);
    const path = join(bench.folder, 'side-by-side.csv');
    await writeFile(path, `${large}2026-03-02,claims,1\n`);
    await ask((done) => sftp.fastPut(path, '/inbox/side-by-side.csv', done));
    const sizes = await bench.query<{ bytes: string }>(
      here,
      `select s.bytes from kpi_file k join stored_file s on s.tenant_id = k.tenant_id and s.id = k.stored_file_id
       where k.tenant_id = $1 and k.name in ('large.csv', 'side-by-side.csv') order by k.id`,
    );
    expect(sizes.map(({ bytes }) => Number(bytes))).toEqual([large.length, large.length + 20]);
  });

  (openSsh === undefined ? it.skip : it)(
    'come from OpenSSH’s own client (where it is installed)',
    async () => {
      const of = await bench.tenant();
      const own = await machine('by-a-person', of);
      const at = (name: string) => join(bench.folder, name);
      const { publicBlob } = hostKeyOf(new Seal(Buffer.alloc(32, 7)).key('sftp-host-key'));
      await writeFile(at('id'), own.privateKey, { mode: 0o600 });
      await writeFile(at('known'), `[127.0.0.1]:${port} ssh-ed25519 ${publicBlob.toString('base64')}\n`);
      await writeFile(at('openssh.csv'), CSV);
      await writeFile(
        at('batch'),
        `cd inbox\nput -p ${at('openssh.csv')} openssh.csv\nls -l\ncd ../receipts\nls\n`,
      );
      const options = [
        'StrictHostKeyChecking=yes',
        `UserKnownHostsFile=${at('known')}`,
        'IdentitiesOnly=yes',
      ];
      const { stdout } = await run(openSsh ?? '', [
        ...['-b', at('batch'), '-i', at('id'), '-P', String(port), '-F', '/dev/null'],
        ...options.flatMap((option) => ['-o', option]),
        `${of.tenant.slug}@127.0.0.1`,
      ]);
      const [sent] = await known(of);
      expect(sent).toMatchObject({ name: 'openssh.csv', via: 'sftp', key: own.fingerprint });
      expect(stdout).toContain(`openssh.csv.${sent?.id}.json`);
    },
  );

  it('that are none are refused with the reason, and nothing is kept', async () => {
    const sftp = await signIn(await machine());
    const before = [await storedFiles(), (await known()).length];
    await expect(put(sftp, '/inbox/sheet.csv', '%PDF-1.7')).rejects.toThrow(/foreign-format/);
    await expect(put(sftp, '/inbox/empty.csv', '')).rejects.toThrow(/empty-file/);
    expect([await storedFiles(), (await known()).length]).toEqual(before);
    expect(await names(sftp, '/inbox')).toEqual([]);
  });

  it('whose connection breaks leave nothing behind', async () => {
    const own = await machine();
    const client = await connect({ privateKey: own.privateKey });
    const sftp = await channel(client);
    const before = [await storedFiles(), (await known()).length];
    const handle = await ask<Buffer>((done) => sftp.open('/inbox/broken.csv', 'w', done));
    await ask((done) => sftp.write(handle, Buffer.from(CSV), 0, CSV.length, 0, done));
    const files = before[0] ?? 0;
    while ((await storedFiles()) <= files) await pause(10);
    client.destroy();
    while ((await storedFiles()) > files) await pause(10);
    expect((await known()).length).toBe(before[1]);
  });

  it('with a gap are not taken', async () => {
    const sftp = await signIn(await machine());
    const before = await storedFiles();
    const handle = await ask<Buffer>((done) => sftp.open('/inbox/gap.csv', 'w', done));
    await ask((done) => sftp.write(handle, Buffer.from(CSV), 0, CSV.length, 0, done));
    await ask((done) => sftp.write(handle, Buffer.from(CSV), 0, 5, CSV.length + 7, done));
    await expect(ask((done) => sftp.close(handle, done))).rejects.toThrow(/without gaps/);
    while ((await storedFiles()) > before) await pause(10);
    const again = await ask<Buffer>((done) => sftp.open('/inbox/gap.csv', 'w', done));
    await ask((done) => sftp.write(again, Buffer.from(CSV), 0, 5, 0, done));
    await expect(ask((done) => sftp.write(again, Buffer.from(CSV), 0, 5, 0, done))).rejects.toThrow(
      /without gaps/,
    );
  });

  it('have receipts, with what is wrong with their rows, for their own vendor only', async () => {
    const of = await bench.tenant();
    await bench.checked(of, CSV, mapping);
    const other = await bench.database.vendor(of.tenant);
    const own = await machine('by-a-person', of);
    const sftp = await channel(await connect({ username: of.tenant.slug, privateKey: own.privateKey }));
    await put(sftp, '/inbox/wrong.csv', `${CSV}2026-03-03,claims,-1\n`);
    const id = (await known(of)).at(-1)?.id ?? '';
    await bench.check.process(of.tenant, id);

    expect(await names(sftp, '/receipts')).toEqual(
      expect.arrayContaining([`wrong.csv.${id}.json`, `wrong.csv.${id}.txt`]),
    );
    const json = await get(sftp, `/receipts/wrong.csv.${id}.json`);
    expect(JSON.parse(json.toString())).toMatchObject({
      reference: id,
      file: { name: 'wrong.csv' },
      received: { via: 'sftp', key: own.fingerprint, address: '127.0.0.1' },
      state: 'checked',
      rows: { total: 3, wrong: 1 },
      problems: [{ line: 4, columnName: 'offered', code: 'negative' }],
    });
    const stat = await ask<{ size: number }>((done) => sftp.stat(`/receipts/wrong.csv.${id}.json`, done));
    expect(stat.size).toBe(json.length);
    expect((await get(sftp, `/receipts/wrong.csv.${id}.txt`)).toString()).toMatch(
      /rows wrong +1\n.*line 4, offered/s,
    );

    const stranger = await machine('by-a-person', of, other.id);
    const theirs = await channel(
      await connect({ username: of.tenant.slug, privateKey: stranger.privateKey }),
    );
    expect(await names(theirs, '/receipts')).toEqual([]);
    await expect(get(theirs, `/receipts/wrong.csv.${id}.json`)).rejects.toMatchObject({
      code: STATUS_CODE.NO_SUCH_FILE,
    });
  });

  it('show nothing of ours, and can be neither read, moved nor removed', async () => {
    const sftp = await signIn(await machine());
    await put(sftp, '/inbox/mine.csv', CSV);
    const { PERMISSION_DENIED, NO_SUCH_FILE } = STATUS_CODE;
    const refusals: [number, Promise<unknown>][] = [
      [NO_SUCH_FILE, get(sftp, '/etc/passwd')],
      [NO_SUCH_FILE, get(sftp, '/inbox/../../../../etc/passwd')],
      [NO_SUCH_FILE, get(sftp, '/receipts/../../etc/passwd')],
      [NO_SUCH_FILE, get(sftp, '/receipts/none.json')],
      [NO_SUCH_FILE, put(sftp, '/elsewhere.csv', CSV)],
      [NO_SUCH_FILE, put(sftp, '/inbox/deeper/mine.csv', CSV)],
      [NO_SUCH_FILE, names(sftp, '/tmp')],
      [PERMISSION_DENIED, get(sftp, '/inbox/mine.csv')],
      [PERMISSION_DENIED, put(sftp, '/receipts', CSV)],
      [PERMISSION_DENIED, ask((done) => sftp.open('/inbox/mine.csv', 'r+', done))],
      [PERMISSION_DENIED, ask((done) => sftp.open('/inbox/mine.csv', 'a', done))],
      [PERMISSION_DENIED, ask((done) => sftp.rename('/inbox/mine.csv', '/receipts/mine.csv', done))],
      [PERMISSION_DENIED, ask((done) => sftp.unlink('/inbox/mine.csv', done))],
      [PERMISSION_DENIED, ask((done) => sftp.mkdir('/inbox/new', done))],
      [PERMISSION_DENIED, ask((done) => sftp.rmdir('/inbox', done))],
      [PERMISSION_DENIED, ask((done) => sftp.symlink('/etc/passwd', '/inbox/link', done))],
      [PERMISSION_DENIED, ask((done) => sftp.readlink('/inbox/mine.csv', done))],
      [NO_SUCH_FILE, ask((done) => sftp.realpath('/proc/self/environ', done))],
    ];
    const codes = await Promise.all(
      refusals.map(([, refused]) =>
        refused.then(
          () => 'done',
          (error: { code?: number }) => error.code,
        ),
      ),
    );
    expect(codes).toEqual(refusals.map(([code]) => code));
    // setting times and modes is what clients do after sending; there are none
    await ask((done) => sftp.utimes('/inbox/mine.csv', 1, 1, done));
    await ask((done) => sftp.chmod('/inbox/mine.csv', 0o777, done));
    expect(await ask<string>((done) => sftp.realpath('../..', done))).toBe('/');
  });

  it('are limited in how many are open at a time, in channels and in handles', async () => {
    const client = await connect({ privateKey: (await machine()).privateKey });
    const [first] = [
      await channel(client),
      await channel(client),
      await channel(client),
      await channel(client),
    ];
    await expect(channel(client)).rejects.toThrow();
    const sftp = first as SFTPWrapper;
    for (let at = 0; at < 8; at += 1) await ask((done) => sftp.opendir('/inbox', done));
    await expect(ask((done) => sftp.opendir('/inbox', done))).rejects.toThrow(/At most 8/);
    const forged = Buffer.from('ffffffff', 'hex');
    await expect(ask((done) => sftp.close(forged, done))).rejects.toThrow(/no such handle/i);
    await expect(ask((done) => sftp.close(Buffer.alloc(200, 1), done))).rejects.toThrow(/no such handle/i);
  });

  describe('the door', () => {
    it('shows the host key that follows from the secret', async () => {
      const { privateKey } = await machine();
      let shown = '';
      await connect({ privateKey, hostVerifier: (key: Buffer) => ((shown = fingerprintOf(key)), true) });
      const seal = new Seal(Buffer.alloc(32, 7));
      expect(shown).toBe(fingerprintOf(hostKeyOf(seal.key('sftp-host-key')).publicBlob));
    });

    it.each(['ed25519', 'ecdsa', 'rsa'] as const)('opens to a key of the kind %s', async (kind) => {
      const sftp = await signIn(await machine('by-a-person', here, here.vendor.id, kind));
      expect(await names(sftp, '/inbox')).toEqual([]);
    });

    it('is closed to passwords, strangers, revoked keys and keys of other tenants', async () => {
      const own = await machine();
      const elsewhere = await machine('by-a-person', await bench.tenant());
      const { private: unknown } = sshKeyPair();
      const revoked = await machine();
      await bench.database.door.withTenant(here.manager, (tx) =>
        tx.query('update sftp_key set revoked_at = $3 where tenant_id = $1 and id = $2', [
          here.tenant.id,
          revoked.id,
          bench.clock.date(),
        ]),
      );
      const tries: Partial<ConnectConfig>[] = [
        { password: 'velvet otter marching quietly' },
        { tryKeyboard: true },
        { privateKey: unknown },
        { privateKey: revoked.privateKey },
        { privateKey: elsewhere.privateKey },
        { privateKey: own.privateKey, username: 'no-such-tenant' },
        { privateKey: own.privateKey, username: '' },
      ];
      for (const how of tries)
        await expect(connect(how)).rejects.toThrow(
          /All configured authentication methods failed|closed|username/i,
        );
    });

    it('does not run commands, shells or forwardings', async () => {
      const client = await connect({ privateKey: (await machine()).privateKey });
      await expect(ask((done) => client.exec('id', done))).rejects.toThrow();
      await expect(ask((done) => client.shell(done))).rejects.toThrow();
      await expect(ask((done) => client.subsys('netconf', done))).rejects.toThrow();
      await expect(ask((done) => client.forwardOut('127.0.0.1', 1, '127.0.0.1', 22, done))).rejects.toThrow();
      await expect(ask((done) => client.forwardIn('127.0.0.1', 0, done))).rejects.toThrow();
      await expect(ask((done) => client.openssh_forwardOutStreamLocal('/tmp/x', done))).rejects.toThrow();
    });

    it('stays open to others when one talks nonsense', async () => {
      const own = await machine();
      const client = await connect({ privateKey: own.privateKey });
      const raw = await ask<ssh2.ClientChannel>((done) => client.subsys('sftp', done));
      const closed = once(raw, 'close');
      raw.resume();
      raw.write(Buffer.alloc(300_000, 255));
      await closed;
      expect(await names(await signIn(own), '/')).toEqual(['inbox', 'receipts']);
    });

    it('takes no further file by a key that was revoked while it was connected', async () => {
      const own = await machine();
      const sftp = await signIn(own);
      await put(sftp, '/inbox/before.csv', CSV);
      await bench.database.door.withTenant(here.manager, (tx) =>
        tx.query('update sftp_key set revoked_at = $3 where tenant_id = $1 and id = $2', [
          here.tenant.id,
          own.id,
          bench.clock.date(),
        ]),
      );
      await expect(put(sftp, '/inbox/after.csv', CSV)).rejects.toMatchObject({
        code: STATUS_CODE.PERMISSION_DENIED,
      });
    });

    it('opens at most eight times at once to one key', async () => {
      const { privateKey } = await machine();
      for (let at = 0; at < 8; at += 1) await connect({ privateKey });
      const ninth = await connect({ privateKey });
      await expect(channel(ninth)).rejects.toThrow();
    });
  });
});
