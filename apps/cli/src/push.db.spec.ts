import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { INestApplicationContext } from '@nestjs/common';
import type { KpiFile, KpiMapping } from '@plumbline/measurements/schema';
import { ownDatabase } from '@plumbline/platform/testing';
import { migrations } from '../../../migrations/index';
import { ApiUnderTest, type Browser } from '../../api/src/api-under-test';
import { exitCodes } from './exit-codes';
import { run } from './run';

const mapping: KpiMapping = {
  columns: [
    { header: 'day', means: { kind: 'period', format: 'YYYY-MM-DD' } },
    { header: 'queue', means: { kind: 'segment', dimension: 'queue' } },
    { header: 'offered', means: { kind: 'measure', measure: 'offered' } },
    { header: 'answered', means: { kind: 'measure', measure: 'answered' } },
  ],
  grain: 'day',
  timezone: 'America/New_York',
  constants: { channel: 'voice' },
  decimal: '.',
  repeatedHour: 'refuse',
};
const HEADER = 'day,queue,offered,answered';
const january = (offered: number) =>
  [
    HEADER,
    ...Array.from(
      { length: 31 },
      (_, day) => `2026-01-${String(day + 1).padStart(2, '0')},claims,${offered},9`,
    ),
  ].join('\n');

interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program against the real API and a real worker. */
describe('plumbline push', () => {
  let drop: () => Promise<void>;
  let api: ApiUnderTest;
  let worker: INestApplicationContext;
  let folder: string;
  let url: string;
  let slug: string;
  let key: string;
  let manager: Browser;

  beforeAll(async () => {
    drop = await ownDatabase('cli', migrations);
    folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
    process.env['PLUMBLINE_FILES'] = join(folder, 'files');
    process.env['PLUMBLINE_MAIL'] = join(folder, 'mail');
    api = await ApiUnderTest.start();
    const { createWorker } = await import('../../worker/src/create-worker');
    worker = await createWorker(api.clock);
    await api.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
    const { TenantProvisioning } = await import('@plumbline/platform/identity');
    slug = 'cli-insurer';
    const { tenant } = await api.get(TenantProvisioning).create({
      slug,
      name: 'CLI insurer',
      timezone: 'America/New_York',
      colour: '#0f766e',
      administrator: { email: 'ada@cli.test', name: 'Ada' },
    });
    const vendor = await api.database.vendor(tenant, 'NORTHWIND');
    manager = (await api.member(tenant, 'vendor_manager')).browser;
    const { browser } = await api.member(tenant, 'vendor_administrator', vendor.id);
    const made = await browser.post(`/api/v1/tenants/${slug}/api-keys`, {
      name: 'Nightly run',
      vendorId: vendor.id,
      scopes: ['kpi-file.read', 'kpi-file.upload'],
      expiresInDays: 30,
    });
    key = (made.body as { key: string }).key;
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
  });
  afterAll(async () => {
    await worker.close();
    await api.stop();
    await drop();
    rmSync(folder, { recursive: true });
  });

  const at = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const words = (file: string, ...more: readonly string[]) => [
    'push',
    file,
    '--vendor',
    'NORTHWIND',
    '--tenant',
    slug,
    '--url',
    url,
    ...more,
  ];
  const call = async (given: readonly string[], env: Record<string, string> = {}): Promise<Said> => {
    let [stdout, stderr] = ['', ''];
    const exitCode = await run(given, {
      env: { PLUMBLINE_API_KEY: key, ...env },
      stdout: { write: (said) => (stdout += said) },
      stderr: { write: (said) => (stderr += said) },
    });
    return { exitCode, stdout, stderr };
  };
  const jsonOf = ({ stdout }: Said) =>
    JSON.parse(stdout) as { outcome: string; dryRun: boolean; file: KpiFile; problems: unknown[] };
  const stateOf = async ({ id }: KpiFile) =>
    ((await manager.get(`/api/v1/tenants/${slug}/kpi-files/${id}`)).body as KpiFile).state;

  it('stops for a person where nobody has said what the columns mean', async () => {
    const said = await call(words(at('first.csv', january(10)), '--confirm', '--json'));
    expect([said.exitCode, jsonOf(said).outcome, jsonOf(said).file.uploadedVia]).toEqual([
      exitCodes.person,
      'needs-mapping',
      'cli',
    ]);
  });

  it('loads a file by a mapping that is handed along and remembered, and tells how far it is', async () => {
    const said = await call(
      words(
        at('january.csv', january(10)),
        '--confirm',
        '--mapping-file',
        join(folder, 'mapping.json'),
        '--mapping',
        'Daily file',
      ),
    );
    expect([said.stderr.split('\n')[0], said.exitCode]).toEqual(['sending: 100 % of 1 kB', exitCodes.done]);
    expect(said.stdout).toContain('rows: 31 read, 0 wrong, 31 new, 0 replacing, 0 known already');
    expect(said.stdout).toContain('months: 2026-01');
    expect(said.stdout).toContain('Loaded as number 1.');
  });

  it('loads nothing twice', async () => {
    const said = await call(words(at('again.csv', january(10)), '--confirm', '--json'));
    expect([said.exitCode, jsonOf(said).outcome]).toEqual([exitCodes.done, 'unchanged']);
  });

  it('goes by the mapping of the name that was asked for only', async () => {
    const named = await call(words(at('named.csv', january(10)), '--mapping', 'Another', '--json'));
    expect([named.exitCode, jsonOf(named).outcome]).toEqual([exitCodes.person, 'needs-mapping']);
    const right = await call(words(at('named.csv', january(10)), '--mapping', 'Daily file', '--json'));
    expect(jsonOf(right).outcome).toBe('unchanged');
  });

  it('asks for the reason before it replaces figures', async () => {
    const file = at('corrected.csv', january(11));
    const asked = await call(words(file, '--confirm', '--json'));
    expect([asked.exitCode, jsonOf(asked).outcome, await stateOf(jsonOf(asked).file)]).toEqual([
      exitCodes.person,
      'needs-reason',
      'checked',
    ]);
    const unconfirmed = await call(words(file, '--reason', 'Late calls added', '--json'));
    expect([unconfirmed.exitCode, jsonOf(unconfirmed).outcome]).toEqual([
      exitCodes.person,
      'needs-confirmation',
    ]);
    const loaded = await call(words(file, '--reason', 'Late calls added', '--confirm', '--json'));
    expect([loaded.exitCode, jsonOf(loaded).outcome, jsonOf(loaded).file.restatementReason]).toEqual([
      exitCodes.done,
      'loaded',
      'Late calls added',
    ]);
  });

  it('names the wrong rows, and leaves them out only when told to', async () => {
    const file = at('wrong.csv', [HEADER, '2026-02-01,claims,10,9', '2026-02-02,claims,10,31'].join('\n'));
    const refused = await call(words(file, '--confirm'));
    expect(refused.exitCode).toBe(exitCodes.wrong);
    expect(refused.stdout).toContain('line 3, answered: answered (31) cannot be more than offered (10).');
    const some = await call(words(file, '--confirm', '--wrong-rows', 'leave_out', '--json'));
    expect([some.exitCode, jsonOf(some).outcome, jsonOf(some).file.rows.wrong]).toEqual([
      exitCodes.done,
      'loaded',
      1,
    ]);
  });

  it('loads what is doubtful only when told that it is right', async () => {
    const doubtful = at('doubtful.csv', [`${HEADER},abandoned`, '2026-02-10,claims,100,90,5'].join('\n'));
    const wide = join(folder, 'with-abandoned.json');
    const abandoned = { header: 'abandoned', means: { kind: 'measure', measure: 'abandoned' } };
    writeFileSync(wide, JSON.stringify({ ...mapping, columns: [...mapping.columns, abandoned] }));
    const asked = await call(words(doubtful, '--confirm', '--mapping-file', wide));
    expect(asked.exitCode).toBe(exitCodes.person);
    expect(asked.stdout).toContain('--accept-warnings sum-differs');
    const told = await call(words(doubtful, '--confirm', '--accept-warnings', 'sum-differs', '--json'));
    expect([told.exitCode, jsonOf(told).outcome]).toEqual([exitCodes.done, 'loaded']);
    expect(jsonOf(told).file.warnings[0]?.accepted?.by).toBe('Nightly run');
  });

  it('ends with 2 for a file that is none, and keeps nothing of it', async () => {
    const said = await call(words(at('sheet.csv', '%PDF-1.7'), '--confirm'));
    expect([said.exitCode, said.stdout, said.stderr.includes('(foreign-format)')]).toEqual([
      exitCodes.wrong,
      '',
      true,
    ]);
  });

  it('loads nothing on a dry run, whatever it finds', async () => {
    const clean = await call(
      words(at('dry.csv', [HEADER, '2026-02-03,claims,10,9'].join('\n')), '--confirm', '--dry-run', '--json'),
    );
    expect([clean.exitCode, jsonOf(clean).outcome, jsonOf(clean).dryRun]).toEqual([
      exitCodes.done,
      'nothing-wrong',
      true,
    ]);
    const wrong = await call(
      words(
        at('dry.csv', [HEADER, '2026-02-03,claims,1,9', '2026-02-04,claims,3,1'].join('\n')),
        '--dry-run',
        '--json',
      ),
    );
    expect([wrong.exitCode, jsonOf(wrong).outcome, jsonOf(wrong).problems.length]).toEqual([
      exitCodes.wrong,
      'wrong-rows',
      1,
    ]);
    const unknown = await call(words(at('dry.csv', 'date,n\n2026-02-03,1\n'), '--dry-run', '--json'));
    expect([unknown.exitCode, jsonOf(unknown).outcome]).toEqual([exitCodes.person, 'needs-mapping']);
    for (const said of [clean, wrong, unknown]) expect(await stateOf(jsonOf(said).file)).toBe('withdrawn');
  });

  it('tells a wrong key or vendor apart from a wrong file', async () => {
    const file = at('any.csv', january(1));
    const stranger = await call(words(file), { PLUMBLINE_API_KEY: `plk_${'A'.repeat(43)}` });
    expect([stranger.exitCode, stranger.stderr.includes('(api-key-not-valid)')]).toEqual([
      exitCodes.usage,
      true,
    ]);
    const nobody = await call([...words(file), '--vendor', 'NOBODY']);
    expect([nobody.exitCode, nobody.stderr.includes('(not-found)')]).toEqual([exitCodes.usage, true]);
  });

  it('is a program of its own, from the sources and as the one file that is built', async () => {
    const file = at('program.csv', january(11));
    for (const program of [['tools/cli.mjs'], ['dist/apps/cli/plumbline.mjs']]) {
      const child = spawn(process.execPath, [...program, ...words(file, '--json')], {
        env: { ...process.env, PLUMBLINE_API_KEY: key, INIT_CWD: process.cwd() },
      });
      const [stdout, stderr, [exitCode]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'exit') as Promise<[number]>,
      ]);
      expect([exitCode, stderr.split('\n')[0]]).toEqual([exitCodes.done, 'sending: 100 % of 1 kB']);
      expect((JSON.parse(stdout) as { outcome: string }).outcome).toBe('unchanged');
    }
    expect(await readFile('dist/apps/cli/plumbline.mjs', 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});
