import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type ContractVersion, demandedClauses } from '@plumbline/contracts/schema';
import type { KpiFile, KpiFileState, KpiMapping } from '@plumbline/measurements/schema';
import { RedisConnections, REDIS_PREFIX } from '@plumbline/platform/jobs';
import type { Tenant } from '@plumbline/platform/tenancy';
import { actorIn, ownDatabase } from '@plumbline/platform/testing';
import request from 'supertest';
import { migrations } from '../../../migrations/index';
import { ApiUnderTest, type Browser } from './api-under-test';

const run = promisify(execFile);
const VENDORS = 3;
const bundle = `.plumbline/cache/mortal-worker-${process.pid}`;

const mapping: KpiMapping = {
  columns: [
    { header: 'day', means: { kind: 'period', format: 'YYYY-MM-DD' } },
    { header: 'queue', means: { kind: 'segment', dimension: 'queue' } },
    { header: 'offered', means: { kind: 'measure', measure: 'offered' } },
    { header: 'in_time', means: { kind: 'measure', measure: 'answered_within_threshold' } },
    { header: 'abandoned', means: { kind: 'measure', measure: 'abandoned' } },
  ],
  grain: 'day',
  timezone: 'America/New_York',
  constants: { channel: 'voice' },
  decimal: '.',
  repeatedHour: 'refuse',
};

/** January 2026, every second vendor missing its service level; three queues of many rows, so that loading takes a moment. */
function january(vendor: number): string {
  const lines = ['day,queue,offered,in_time,abandoned'];
  for (let day = 1; day <= 31; day += 1) {
    for (let queue = 0; queue < 60; queue += 1) {
      const offered = 20 + ((day * 7 + queue * 3 + vendor) % 40);
      lines.push(
        `2026-01-${String(day).padStart(2, '0')},q${queue},${offered},${Math.round(offered * (vendor % 2 === 0 ? 0.9 : 0.7))},1`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/**
 * The worker is a real process of its own here, killed with SIGKILL as soon as some file reaches a given state, Redis emptied
 * with it. Whatever dies when: the same measurements, results and breaches, each once (architecture invariant 9).
 */
describe('a worker that dies, and a Redis that forgets', () => {
  let api: ApiUnderTest;
  let worker: ChildProcess | undefined;
  let said = '';

  let drop: () => Promise<void>;

  beforeAll(async () => {
    drop = await ownDatabase('mortal', migrations);
    await run(process.execPath, [
      '-e',
      `import('./tools/bootstrap/bundle.mjs').then((m) =>
         m.bundle({ '${bundle}': 'apps/worker/src/main.ts' }))`,
    ]);
    api = await ApiUnderTest.start();
  });

  afterAll(async () => {
    await die();
    await api.stop();
    await drop();
    await Promise.all(['.mjs', '.mjs.map'].map((end) => rm(`${bundle}${end}`, { force: true })));
  });

  /** An own end of the worker fails the run instead of leaving it waiting. */
  function live(): void {
    const born = spawn(process.execPath, [`${bundle}.mjs`], {
      env: { ...process.env, LOG_LEVEL: 'warn', PLUMBLINE_MAIL: '.plumbline/cache/mail' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    said = '';
    for (const stream of [born.stdout, born.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    worker = born;
  }

  async function die(): Promise<void> {
    if (!worker || worker.exitCode !== null || worker.signalCode !== null) return;
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
  }

  /** What this spec and its worker have there; answers how many keys that were. */
  async function emptyRedis(): Promise<number> {
    const redis = api.get(RedisConnections).connect('spec');
    const keys = await redis.keys(`${REDIS_PREFIX}*`);
    if (keys.length > 0) await redis.del(...keys);
    redis.disconnect();
    return keys.length;
  }

  /** A tenant whose vendors all have the same contract, and a manager who hands in for them. */
  async function open(): Promise<{
    tenant: Tenant;
    manager: Browser;
    vendors: { id: string; code: string }[];
  }> {
    const { TenantProvisioning } = await import('@plumbline/platform/identity');
    const slug = `mortal-${Math.random().toString(36).slice(2, 10)}`;
    const { tenant } = await api.get(TenantProvisioning).create({
      slug,
      name: slug,
      timezone: 'America/New_York',
      colour: '#0f766e',
      administrator: { email: `${slug}@people.test`, name: 'Ada' },
    });
    const { browser: manager } = await api.member(tenant, 'vendor_manager');
    const vendors = [];
    const at = (path: string) => `/api/v1/tenants/${tenant.slug}${path}`;
    const metrics = (
      (await manager.get(at('/metrics?limit=200'))).body as { items: { id: string; code: string }[] }
    ).items;
    const metricId = (code: string) => metrics.find((metric) => metric.code === code)?.id;
    for (let number = 0; number < VENDORS; number += 1) {
      const vendor = await api.database.vendor(tenant, `V${number}`);
      vendors.push(vendor);
      const created = await manager.post(at('/contracts'), {
        vendorId: vendor.id,
        reference: `MSA-${number}`,
        title: 'Voice',
        terms: {
          effectiveFrom: '2026-01-01',
          effectiveTo: '2026-02-01',
          timezone: 'America/New_York',
          reportingDueDay: 10,
          speedOutweighsReason: 'Only speed is looked at here.',
          clauses: [
            { kind: 'service_levels', number: '1', heading: 'Service levels', text: 'As agreed.', terms: {} },
            ...demandedClauses,
          ],
          slas: [
            {
              name: 'Service level',
              metricId: metricId('service_level'),
              clauseNumber: '1',
              target: { comparator: '>=', value: '0.80' },
              weight: '60',
            },
            {
              name: 'Abandonment',
              metricId: metricId('abandonment_rate'),
              clauseNumber: '1',
              target: { comparator: '<', value: '0.05' },
              weight: '40',
            },
          ],
        },
      });
      expect(created.status).toBe(201);
      const path = at(`/contracts/${(created.body as { id: string }).id}/versions/1`);
      const draft = (await manager.get(path)).body as ContractVersion;
      const activated = await manager.post(`${path}/activation`).set('If-Match', `"${draft.version}"`);
      expect(activated.status).toBe(200);
    }
    return { tenant, manager, vendors };
  }

  async function handIn(
    tenant: Tenant,
    manager: Browser,
    vendor: { id: string },
    number: number,
  ): Promise<string> {
    const path = `/api/v1/tenants/${tenant.slug}/kpi-files`;
    const uploaded = await request(api.app.getHttpServer())
      .post(`${path}?vendorId=${vendor.id}`)
      .set(manager.headers())
      .attach('file', Buffer.from(january(number)), `january-${number}.csv`);
    expect(uploaded.status).toBe(201);
    const { id, version } = uploaded.body as KpiFile;
    const mapped = await request(api.app.getHttpServer())
      .put(`${path}/${id}/mapping`)
      .set(manager.headers())
      .set('If-Match', `"${version}"`)
      .send({ mapping, name: 'Daily file' });
    expect(mapped.status).toBe(200);
    return id;
  }

  /** Confirms whatever was checked, until `enough` says so. */
  async function drive(
    tenant: Tenant,
    manager: Browser,
    ids: readonly string[],
    enough: (states: readonly KpiFileState[]) => boolean,
  ): Promise<void> {
    const path = `/api/v1/tenants/${tenant.slug}/kpi-files`;
    for (;;) {
      const states: KpiFileState[] = [];
      for (const id of ids) {
        const file = (await manager.get(`${path}/${id}`)).body as KpiFile;
        if (file.state === 'checked') {
          await manager
            .post(`${path}/${id}/confirmation`, { wrongRows: 'refuse' })
            .set('If-Match', `"${file.version}"`);
        }
        states.push(file.state);
      }
      if (enough(states)) return;
      if (worker && (worker.exitCode !== null || worker.signalCode !== null))
        throw new Error(`the worker ended by itself: ${said}`);
      await pause(100);
    }
  }

  const allDone = (states: readonly KpiFileState[]) => states.every((state) => state === 'done');

  /** Everything that must come out the same, without ids and instants. */
  async function outcome(tenant: Tenant): Promise<unknown> {
    return api.database.door.withTenant(actorIn(tenant, 'vendor_manager'), async (tx) => ({
      measurements: await tx.query(
        `select v.code, count(*)::int as rows, sum(m.amounts[1])::text as first, sum(m.line)::text as lines
         from measurement m join vendor v on v.tenant_id = m.tenant_id and v.id = m.vendor_id
         where m.tenant_id = $1 group by v.code order by v.code`,
        [tenant.id],
      ),
      superseded: await tx.query(
        'select count(*)::int as rows from measurement_superseded where tenant_id = $1',
        [tenant.id],
      ),
      days: await tx.query(
        `select v.code, sum(d.rows)::int as rows from measurement_day d join vendor v on v.tenant_id = d.tenant_id and v.id = d.vendor_id
         where d.tenant_id = $1 group by v.code order by v.code`,
        [tenant.id],
      ),
      results: await tx.query(
        `select v.code, s.name, to_char(r.month, 'YYYY-MM') as month, r.state, r.value::text, r.numerator::text, r.denominator::text
         from result r join vendor v on v.tenant_id = r.tenant_id and v.id = r.vendor_id
         join sla s on s.tenant_id = r.tenant_id and s.id = r.sla_id
         where r.tenant_id = $1 and r.latest and r.month = '2026-01-01' order by 1, 2`,
        [tenant.id],
      ),
      breaches: await tx.query(
        `select v.code, b.kind, s.name, to_char(b.month, 'YYYY-MM') as month, b.closed_at is null as open
         from breach b join vendor v on v.tenant_id = b.tenant_id and v.id = b.vendor_id
         left join sla s on s.tenant_id = b.tenant_id and s.id = b.sla_id
         where b.tenant_id = $1 and b.kind = 'target' and b.month = '2026-01-01' order by 1, 2, 3`,
        [tenant.id],
      ),
      waiting: await tx.query('select count(*)::int as windows from dirty_window where tenant_id = $1', [
        tenant.id,
      ]),
    }));
  }

  it('leave the same final results as a quiet run', async () => {
    live();
    const quiet = await open();
    const quietFiles = await Promise.all(
      quiet.vendors.map((vendor, number) => handIn(quiet.tenant, quiet.manager, vendor, number)),
    );
    await drive(quiet.tenant, quiet.manager, quietFiles, allDone);
    const expected = await outcome(quiet.tenant);

    const rough = await open();
    const files = await Promise.all(
      rough.vendors.map((vendor, number) => handIn(rough.tenant, rough.manager, vendor, number)),
    );
    let forgotten = 0;
    for (const moment of ['checking', 'queued', 'ingesting', 'evaluating'] satisfies KpiFileState[]) {
      await drive(rough.tenant, rough.manager, files, (states) => states.includes(moment) || allDone(states));
      await die();
      forgotten += await emptyRedis();
      live();
    }
    expect(forgotten).toBeGreaterThan(0);
    await drive(rough.tenant, rough.manager, files, allDone);

    expect(await outcome(rough.tenant)).toEqual(expected);
    expect(expected).toMatchObject({ superseded: [{ rows: 0 }], waiting: [{ windows: 0 }] });
    const { breaches } = expected as { breaches: { code: string; open: boolean }[] };
    expect(breaches.map(({ code, open }) => [code, open])).toEqual([['V1', true]]);
  }, 300_000);
});
