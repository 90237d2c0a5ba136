import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KpiFile } from '@plumbline/measurements/schema';
import { ApiUnderTest, type Browser } from '../../api/src/api-under-test';
import { TenantUnderTest } from '../../api/src/tenant-under-test';
import { exitCodes } from './exit-codes';
import { run } from './run';

const MIB = 1024 ** 2;

/** A poor line to the API: after so many bytes on their way there a connection is cut, or nothing more gets through. */
class PoorLine {
  /** Bytes that got through to the API, of all connections. */
  sent = 0;
  onBreak: () => void = () => undefined;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(
    port: number,
    private readonly breaks: { readonly after: number; readonly how: 'cut' | 'silence' }[],
  ) {
    this.server = createServer((client) => {
      const api = connect(port, '127.0.0.1');
      for (const socket of [client, api]) {
        this.sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => [client, api].forEach((each) => each.destroy()));
      }
      api.pipe(client);
      client.on('data', (chunk: Buffer) => {
        const next = this.breaks[0];
        if (next && this.sent + chunk.length > next.after) {
          if (next.how === 'cut') this.breaks.shift();
          if (next.how === 'cut') api.end(chunk.subarray(0, next.after - this.sent));
          this.sent = Math.max(this.sent, next.after);
          if (next.how === 'cut') client.destroy();
          this.onBreak();
          return;
        }
        this.sent += chunk.length;
        if (!api.write(chunk)) {
          client.pause();
          api.once('drain', () => client.resume());
        }
      });
    });
  }

  async open(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }
}

describe('plumbline push over a poor line', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  let partner: Browser;
  let folder: string;
  let port: number;
  let key: string;
  let vendorCode: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
    process.env['PLUMBLINE_FILES'] = join(folder, 'files');
    api = await ApiUnderTest.start();
    await api.app.listen(0, '127.0.0.1');
    ({ port } = api.app.getHttpServer().address() as AddressInfo);
    here = await TenantUnderTest.make(api);
    partner = (await api.member(here.tenant, 'vendor_administrator', here.vendor.id)).browser;
    const made = await partner.post(here.at('/api-keys'), {
      name: 'Nightly run',
      vendorId: here.vendor.id,
      scopes: ['kpi-file.read', 'kpi-file.upload'],
      expiresInDays: 30,
    });
    key = (made.body as { key: string }).key;
    const [vendor] = await here.query<{ code: string }>(
      'select code from vendor where tenant_id = $1 and id = $2',
      here.vendor.id,
    );
    vendorCode = vendor?.code ?? '';
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  /** Well above what goes in one request; nobody has said what its columns mean, so the push ends when it arrived. */
  const large = (name: string) => {
    const content = `date,seq ${name}\n${Array.from({ length: 600_000 }, (_, at) => `2026-03-01,${at}\n`).join('')}`;
    writeFileSync(join(folder, name), content);
    return {
      path: join(folder, name),
      bytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    };
  };
  const words = (path: string, url: string) => [
    ...['push', path, '--vendor', vendorCode, '--tenant', here.tenant.slug, '--url', url, '--json'],
  ];
  const push = async (path: string, url: string) => {
    let [stdout, stderr] = ['', ''];
    const exitCode = await run(words(path, url), {
      env: { PLUMBLINE_API_KEY: key },
      stdout: { write: (said) => (stdout += said) },
      stderr: { write: (said) => (stderr += said) },
    });
    const file = stdout === '' ? undefined : (JSON.parse(stdout) as { file: KpiFile }).file;
    return { exitCode, file, stderr };
  };
  const filesCalled = async (name: string) =>
    ((await partner.get(here.at('/kpi-files?limit=200'))).body as { items: KpiFile[] }).items.filter(
      (file) => file.name === name,
    ).length;

  it('goes on by itself where the connection was cut, and sends nothing twice', async () => {
    const { path, bytes, sha256 } = large('cut.csv');
    const line = new PoorLine(port, [
      { after: 1 * MIB, how: 'cut' },
      { after: 3 * MIB + 7, how: 'cut' },
      { after: 6 * MIB, how: 'cut' },
    ]);
    const { exitCode, file, stderr } = await push(path, await line.open());
    await line.close();
    expect([exitCode, file?.sha256, file?.bytes, file?.uploadedVia]).toEqual([
      exitCodes.person,
      sha256,
      bytes,
      'cli',
    ]);
    expect(await filesCalled('cut.csv')).toBe(1);
    // what was on its way at a cut goes again (how much that is, the kernel's buffers say); from the start would be 6 MiB more
    expect(line.sent).toBeLessThan(bytes + 5 * MIB);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^(?:sending: 100 %|received)/);
  });

  /** The program is killed once 5 MiB of the file have gone. */
  async function killedHalfWay(path: string): Promise<void> {
    const line = new PoorLine(port, [{ after: 5 * MIB, how: 'silence' }]);
    const silent = new Promise<void>((happened) => (line.onBreak = happened));
    const child = spawn(process.execPath, ['tools/cli.mjs', ...words(path, await line.open())], {
      env: { ...process.env, PLUMBLINE_API_KEY: key, INIT_CWD: process.cwd() },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    await silent;
    child.kill('SIGKILL');
    await ended;
    await line.close();
  }

  it('goes on after a restart with the same file', async () => {
    const { path, bytes, sha256 } = large('restarted.csv');
    await killedHalfWay(path);

    const open = new PoorLine(port, []);
    const { exitCode, file, stderr } = await push(path, await open.open());
    await open.close();
    expect([exitCode, file?.sha256]).toEqual([exitCodes.person, sha256]);
    expect(await filesCalled('restarted.csv')).toBe(1);
    // at least the first piece of 4 MiB was there
    expect(open.sent).toBeLessThan(bytes - 3 * MIB);
    expect(Number(/^sending: (\d+) %/.exec(stderr)?.[1])).toBeGreaterThan(0);
  });

  it('begins anew with a file that was changed in between', async () => {
    const { path } = large('changed.csv');
    await killedHalfWay(path);
    const changed = large('changed2.csv');
    writeFileSync(path, `${changed.path}\n${'x,1\n'.repeat(2_000_000)}`);
    const { file } = await push(path, `http://127.0.0.1:${port}`);
    expect([file?.bytes, file?.name]).toEqual([Buffer.byteLength(changed.path) + 8_000_001, 'changed.csv']);
  });
});
