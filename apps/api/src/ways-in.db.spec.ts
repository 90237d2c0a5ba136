import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import type { Calendar, HolidayProposal } from '@plumbline/calendars/schema';
import { type ContractVersion, demandedClauses } from '@plumbline/contracts/schema';
import { busyStates, type KpiFile } from '@plumbline/measurements/schema';
import type { Tenant } from '@plumbline/platform/tenancy';
import { actorIn, ownDatabase, sshKeyPair } from '@plumbline/platform/testing';
import ssh2, { type SFTPWrapper } from 'ssh2';
import request from 'supertest';
import { migrations } from '../../../migrations/index';
import { ApiUnderTest, Browser, type TestPerson } from './api-under-test';
import { type PublicSet, sets, type Standing } from './public-sets';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(240_000);

const data = process.env['PLUMBLINE_DATA'] ?? '../shared/data';
const run = promisify(execFile);
const ways = ['api', 'cli', 'sftp'] as const;
type Way = (typeof ways)[number];

const TOTP = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/**
 * Public sets over the API, by the command-line client as it is shipped and over SFTP, each into a tenant of its own: the same
 * rows of the file, the same measurements with their lines, the same results, and these as computed independently.
 */
describe('every way in ends the same', () => {
  let drop: () => Promise<void>;
  let api: ApiUnderTest;
  let worker: INestApplicationContext;
  let folder: string;
  let url: string;
  let sftpPort: number;
  let manager: Browser;
  let partner: Browser;
  let people: readonly TestPerson[];

  beforeAll(async () => {
    drop = await ownDatabase('ways', migrations);
    folder = mkdtempSync(join(tmpdir(), 'plumbline-ways-'));
    sftpPort = await freePort();
    Object.assign(process.env, {
      PLUMBLINE_FILES: join(folder, 'files'),
      PLUMBLINE_MAIL: join(folder, 'mail'),
    });
    process.env['SFTP_PORT'] = String(sftpPort);
    api = await ApiUnderTest.start();
    api.clock.set('2026-04-02T12:00:00Z');
    const { createWorker } = await import('../../worker/src/create-worker');
    worker = await createWorker(api.clock);
    await api.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
    people = [await api.person(TOTP), await api.person(TOTP)];
    [manager, partner] = [new Browser(api), new Browser(api)];
    await run(process.execPath, ['tools/build-node.mjs', 'cli', `--into=${folder}`]);
  });
  afterAll(async () => {
    delete process.env['SFTP_PORT'];
    await worker.close();
    await api.stop();
    await drop();
    rmSync(folder, { recursive: true });
  });

  /** The same two people for every insurer: a password is hashed at full cost. */
  async function membersOf(tenant: Tenant, vendorId: string): Promise<void> {
    const { TenantProvisioning } = await import('@plumbline/platform/identity');
    const [first, second] = people;
    await api.get(TenantProvisioning).join(tenant, first?.id ?? '', 'vendor_manager', null);
    await api.get(TenantProvisioning).join(tenant, second?.id ?? '', 'vendor_administrator', vendorId);
    if (first && manager.csrfToken === undefined) await manager.signIn(first);
    if (second && partner.csrfToken === undefined) await partner.signIn(second);
  }

  /** An insurer that takes files of one set, with a contract that asks for its metrics. */
  async function insurer(set: PublicSet, way: Way) {
    const { TenantProvisioning } = await import('@plumbline/platform/identity');
    const slug = `${set.name}-${way}`;
    const administrator = { email: `${slug}@ways.test`, name: 'Ada' };
    const { tenant } = await api
      .get(TenantProvisioning)
      .create({ slug, name: slug, timezone: set.zone, colour: '#0f766e', administrator });
    const at = (path: string) => `/api/v1/tenants/${slug}${path}`;
    const vendor = await api.database.vendor(tenant, 'SENDER');
    const actor = actorIn(tenant, 'vendor_manager');
    await api.database.door.withTenant(actor, (tx) =>
      tx.query('update vendor set reports_for_others = $3 where tenant_id = $1 and id = $2', [
        ...[tenant.id, vendor.id, set.others],
      ]),
    );
    await membersOf(tenant, vendor.id);
    const contractId = await agree(set, at, vendor.id);
    return { tenant, at, vendor, contractId };
  }
  type Insurer = Awaited<ReturnType<typeof insurer>>;

  async function agree(set: PublicSet, at: (path: string) => string, vendorId: string) {
    const slas: object[] = [];
    for (const [code, [numerator, denominator]] of Object.entries(set.metrics)) {
      const made = await manager.post(at('/metrics'), {
        ...{ code, name: code, unit: 'ratio', direction: 'higher', family: 'speed', source: 'As agreed' },
        terms: { numerator: [{ measure: numerator }], denominator: [{ measure: denominator }] },
      });
      expect(made.status).toBe(201);
      const metricId = (made.body as { id: string }).id;
      slas.push({
        name: code,
        weight: `${100 / Object.keys(set.metrics).length}`,
        clauseNumber: '1',
        metricId,
        target: { comparator: '>=', value: '0.5' },
      });
    }
    const clause = { kind: 'service_levels', number: '1', heading: 'Levels', text: 'As agreed.', terms: {} };
    const created = await manager.post(at('/contracts'), {
      ...{ vendorId, reference: 'MSA', title: 'Voice' },
      terms: {
        ...{
          effectiveFrom: set.from,
          effectiveTo: set.before,
          timezone: set.zone,
          reportingDueDay: 10,
          admitsClaimed: true,
        },
        ...{
          speedOutweighsReason: 'Only speed is looked at here.',
          clauses: [clause, ...demandedClauses],
          slas,
        },
      },
    });
    const { id } = created.body as { id: string };
    const path = at(`/contracts/${id}/versions/1`);
    const { version } = (await manager.get(path)).body as ContractVersion;
    expect((await manager.post(`${path}/activation`).set('If-Match', `"${version}"`)).status).toBe(200);
    return id;
  }

  /** What the columns of a set's file mean, and how its cases are counted where it is one of cases. */
  async function mappingOf(
    { means, cases, zone }: PublicSet,
    text: string,
    { at }: Insurer,
  ): Promise<object> {
    return {
      columns: (text.split(/\r?\n/)[0] ?? '')
        .split(',')
        .map((header) => ({ header, means: means[header] ?? { kind: 'ignore' } })),
      ...{ timezone: zone, decimal: '.', repeatedHour: 'refuse', constants: {} },
      ...(cases === undefined
        ? { grain: 'month' }
        : { grain: 'day', cases: { ...cases, calendar: await federalCalendar(at) } }),
    };
  }

  /** Business days of an insurer: Monday to Friday without the federal holidays that the product proposes. */
  async function federalCalendar(at: (path: string) => string) {
    const proposed = (await manager.get(at('/holiday-proposals?country=US&years=2021,2022,2023')))
      .body as HolidayProposal;
    const [open, shut] = [[['09:00', '17:00']], []];
    const made = await manager.post(at('/calendars'), {
      ...{ name: 'Federal', timezone: 'America/New_York' },
      hours: { mon: open, tue: open, wed: open, thu: open, fri: open, sat: shut, sun: shut },
      holidays: proposed.items
        .filter(({ ticked }) => ticked)
        .map(({ date, name, provenance }) => ({ date, name, provenance })),
    });
    expect(made.status).toBe(201);
    return { calendarId: (made.body as Calendar).id, number: 1 };
  }

  const settled = async ({ at }: Insurer, id: string): Promise<KpiFile> => {
    for (let looks = 0; ; looks += 1) {
      const file = (await manager.get(at(`/kpi-files/${id}`))).body as KpiFile;
      if (!(busyStates as readonly string[]).includes(file.state)) return file;
      if (looks > 1_200) throw new Error(`KPI file ${file.name} stays ${file.state}`);
      await pause(50);
    }
  };

  async function mapAs(of: Insurer, mapping: object, { id, version }: KpiFile): Promise<KpiFile> {
    const mapped = await request(api.app.getHttpServer())
      .put(of.at(`/kpi-files/${id}/mapping`))
      .set(partner.headers())
      .set('If-Match', `"${version}"`)
      .send({ mapping, name: 'As agreed' });
    expect(mapped.status).toBe(200);
    return settled(of, id);
  }

  /** Enters the vendors that a file asks for, some of them with the contract's terms; the file is then checked again. */
  async function introduce(of: Insurer, set: PublicSet, file: KpiFile): Promise<KpiFile> {
    if (file.state !== 'waiting_for_vendors') return file;
    const create = file.unknownVendors.map(({ code, name }) => ({ code, name: name || code }));
    const entered = await manager.post(of.at(`/kpi-files/${file.id}/vendors`), { create, match: [] });
    expect(entered.status).toBe(200);
    const { items } = (await manager.get(of.at('/vendors?limit=200'))).body as {
      items: { id: string; code: string }[];
    };
    const match = items
      .filter(({ code }) => set.judged.includes(code))
      .map(({ id: vendorId, code }) => ({ code, vendorId }));
    const copied = await manager.post(of.at(`/contracts/${of.contractId}/copies`), { create: [], match });
    expect(copied.status).toBe(201);
    return settled(of, file.id);
  }

  async function confirm(of: Insurer, file: KpiFile): Promise<KpiFile> {
    const acceptWarnings = file.warnings.map(({ code }) => code);
    const confirmed = await partner
      .post(of.at(`/kpi-files/${file.id}/confirmation`), { wrongRows: 'refuse', acceptWarnings })
      .set('If-Match', `"${file.version}"`);
    expect(confirmed.status).toBe(200);
    return settled(of, file.id);
  }

  const handIn: Record<Way, (of: Insurer, set: PublicSet, mapping: object) => Promise<KpiFile>> = {
    api: async (of, set, mapping) => {
      const uploaded = await request(api.app.getHttpServer())
        .post(of.at(`/kpi-files?vendorCode=SENDER&name=${set.file}`))
        .set('Authorization', `Bearer ${await apiKey(of)}`)
        .set('Content-Type', 'text/csv')
        .send(readFileSync(join(data, set.folder, set.file)));
      expect(uploaded.status).toBe(201);
      return confirm(of, await introduce(of, set, await mapAs(of, mapping, uploaded.body as KpiFile)));
    },
    cli: async (of, set, mapping) => {
      writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
      const program = join(folder, 'dist/apps/cli/plumbline.mjs');
      const where = ['--vendor', 'SENDER', '--tenant', of.tenant.slug, '--url', url, '--json'];
      const env = { ...process.env, PLUMBLINE_API_KEY: await apiKey(of) };
      const push = async (...more: readonly string[]): Promise<{ outcome: string; file: KpiFile }> => {
        const words = [program, 'push', join(data, set.folder, set.file), ...where, ...more];
        // it ends with 3 where a person has to say something
        const said = await run(process.execPath, words, { env }).catch((error: { stdout: string }) => error);
        return JSON.parse(said.stdout) as { outcome: string; file: KpiFile };
      };
      const first = await push('--mapping-file', join(folder, 'mapping.json'), '--mapping', 'As agreed');
      expect(first.outcome).toBe(set.others ? 'needs-vendors' : 'needs-confirmation');
      const checked = await introduce(of, set, first.file);
      const doubtful = checked.warnings.map(({ code }) => code).join(',');
      const second = await push('--confirm', ...(doubtful === '' ? [] : ['--accept-warnings', doubtful]));
      expect(second.outcome).toBe('loaded');
      return second.file;
    },
    sftp: async (of, set, mapping) => {
      const pair = sshKeyPair();
      const key = { name: 'Nightly run', vendorId: of.vendor.id, publicKey: pair.public };
      expect((await partner.post(of.at('/sftp-keys'), key)).status).toBe(201);
      const client = new ssh2.Client();
      const ready = once(client, 'ready');
      client.connect({
        host: '127.0.0.1',
        port: sftpPort,
        username: of.tenant.slug,
        privateKey: pair.private,
      });
      await ready;
      const sftp = await asked<SFTPWrapper>((done) => client.sftp(done));
      await asked((done) =>
        sftp.writeFile(`/inbox/${set.file}`, readFileSync(join(data, set.folder, set.file)), done),
      );
      const { items } = (await manager.get(of.at('/kpi-files'))).body as { items: KpiFile[] };
      expect(items).toMatchObject([{ name: set.file, state: 'received' }]);
      const received = (await manager.get(of.at(`/kpi-files/${items[0]?.id}`))).body as KpiFile;
      const done = await confirm(of, await introduce(of, set, await mapAs(of, mapping, received)));
      const [receipt] = (
        await asked<{ filename: string }[]>((told) => sftp.readdir('/receipts', told))
      ).filter(({ filename }) => filename.endsWith('.json'));
      const text = await asked<Buffer>((told) => sftp.readFile(`/receipts/${receipt?.filename}`, told));
      expect(JSON.parse(text.toString())).toMatchObject({ file: { name: set.file }, state: 'done' });
      client.end();
      return done;
    },
  };

  async function apiKey({ at, vendor }: Insurer): Promise<string> {
    const scopes = ['kpi-file.read', 'kpi-file.upload'];
    const made = await partner.post(at('/api-keys'), {
      name: 'Nightly',
      vendorId: vendor.id,
      scopes,
      expiresInDays: 30,
    });
    return (made.body as { key: string }).key;
  }

  const query = <Row>(tenant: Tenant, sql: string) =>
    api.database.door.withTenant(actorIn(tenant, 'vendor_manager'), (tx) => tx.query<Row>(sql, [tenant.id]));

  /** All that a file leaves behind, but for ids and instants of arrival. */
  const standing = async ({ tenant }: Insurer) => ({
    facts: await query(
      tenant,
      `select v.code, m.local_date::text, m.starts_at, m.grain, m.line::int, m.load_number::int, m.amounts::text[], m.lines::int[]
       from measurement m join vendor v on v.tenant_id = $1 and v.id = m.vendor_id where m.tenant_id = $1
       order by v.code, m.starts_at`,
    ),
    replaced: await query(
      tenant,
      `select v.code, m.local_date::text, m.line::int, m.load_number::int, m.superseded_by::int, m.amounts::text[]
       from measurement_superseded m join vendor v on v.tenant_id = $1 and v.id = m.vendor_id where m.tenant_id = $1
       order by v.code, m.starts_at, m.load_number`,
    ),
    claims: await query(
      tenant,
      `select v.code, c.local_date::text, c.metric_code, c.value::text, c.line::int, c.load_number::int
       from claimed_figure c join vendor v on v.tenant_id = $1 and v.id = c.vendor_id where c.tenant_id = $1
       order by v.code, c.starts_at, c.metric_code, c.load_number`,
    ),
    cases: await query(
      tenant,
      `select v.code, c.number, c.opened_on::text, c.closed_on::text, c.due_on::text, c.in_time, c.line::int, c.lines::text,
              c.load_number::int, c.due_load::int
       from kpi_case c join vendor v on v.tenant_id = $1 and v.id = c.vendor_id where c.tenant_id = $1 order by c.number, v.code`,
    ),
    results: await query<Standing>(
      tenant,
      `select v.code as vendor, to_char(r.month, 'YYYY-MM') as month, s.name as metric, r.state, r.value::text,
              r.numerator::text, r.denominator::text, r.claimed_value::text, r.rows_counted::int
       from result r join sla s on s.tenant_id = $1 and s.id = r.sla_id join vendor v on v.tenant_id = $1 and v.id = r.vendor_id
       where r.tenant_id = $1 and r.latest and exists (
         select from measurement m where m.tenant_id = $1 and m.vendor_id = r.vendor_id
           and m.local_date >= r.month and m.local_date < r.month + interval '1 month')
       order by v.code, r.month, s.name`,
    ),
  });

  for (const set of sets) {
    const withData = existsSync(join(data, set.folder)) ? it : it.skip;
    withData(`${set.name}: ${set.folder} (needs PLUMBLINE_DATA, or ../shared/data)`, async () => {
      const text = readFileSync(join(data, set.folder, set.file), 'utf8');
      const ended = [];
      for (const way of ways) {
        const of = await insurer(set, way);
        const file = await handIn[way](of, set, await mappingOf(set, text, of));
        expect(file).toMatchObject({ state: 'done', rows: set.rows, uploadedVia: way });
        ended.push({ rows: file.rows, effect: file.effect, ...(await standing(of)) });
      }
      const [byApi, byCli, bySftp] = ended;
      expect(byCli).toEqual(byApi);
      expect(bySftp).toEqual(byApi);

      const answers = JSON.parse(readFileSync(join(data, set.folder, 'expected.json'), 'utf8')) as never;
      const sums: Record<string, number> = {};
      for (const result of byApi?.results ?? []) {
        if (Number(result.denominator) === 0) continue;
        for (const [name, part] of Object.entries(set.adds(result)))
          sums[name] = (sums[name] ?? 0) + Number(part);
      }
      // of what is judged, all is as computed independently
      const expected = Object.entries(set.expected(answers)).filter(([name]) => name in sums);
      expect(expected.length).toBeGreaterThanOrEqual(5);
      expect(sums).toEqual(Object.fromEntries(expected));
    });
  }
});

/** What one request over SFTP answers. */
function asked<T = unknown>(
  ask: (done: (error: Error | undefined | null, value?: T) => void) => unknown,
): Promise<T> {
  return new Promise((resolve, reject) => {
    ask((error, value) => (error ? reject(error) : resolve(value as T)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
