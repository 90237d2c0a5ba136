import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContractVersion, demandedClauses } from '@plumbline/contracts/schema';
import type { FileProblem, KpiFile } from '@plumbline/measurements/schema';
import { OldMonths } from '@plumbline/measurements/server';
import type { Tenant } from '@plumbline/platform/tenancy';
import { actorIn, ownDatabase } from '@plumbline/platform/testing';
import type { Explanation, ResultSummary } from '@plumbline/slas/schema';
import request from 'supertest';
import { migrations } from '../../../migrations/index';
import type { ApiUnderTest, Browser } from './api-under-test';
import { startByHand } from './product-by-hand';
import type { WorkerByHand } from './worker-by-hand';

const KEEP = 240;

/**
 * 240 months from March 2019 on: the clock of the spec goes ahead instead of the rows going back, for the database lets
 * nobody drop what is younger than six years by its own clock.
 */
describe('rows that are no longer kept', () => {
  let drop: () => Promise<void>;
  let api: ApiUnderTest;
  let worker: WorkerByHand;
  let stop: () => Promise<void>;
  let tenant: Tenant;
  let vendorId: string;
  let partner: Browser;
  let manager: Browser;
  let loaded: KpiFile;
  const at = (path: string) => `/api/v1/tenants/${tenant.slug}${path}`;
  const keeper = () => new OldMonths(api.database.door, api.clock, KEEP);

  beforeAll(async () => {
    drop = await ownDatabase('retention', migrations);
    ({ api, worker, stop } = await startByHand('2019-07-12T09:00:00Z'));
    const { TenantProvisioning } = await import('@plumbline/platform/identity');
    const administrator = { email: 'ada@retention.test', name: 'Ada' };
    ({ tenant } = await api.get(TenantProvisioning).create({
      slug: 'retention',
      name: 'Retention',
      timezone: 'America/New_York',
      colour: '#0f766e',
      administrator,
    }));
    vendorId = (await api.database.vendor(tenant, 'NORTHWIND')).id;
    await signIn();
    await agree();
    loaded = await load(['2019-03', '2019-04', '2019-05', '2019-06']);
  }, 120_000);
  afterAll(async () => {
    await stop();
    await drop();
  });

  async function signIn(): Promise<void> {
    manager = (await api.member(tenant, 'vendor_manager')).browser;
    partner = (await api.member(tenant, 'vendor_contributor', vendorId)).browser;
  }

  async function agree(): Promise<void> {
    const { items } = (await manager.get(at('/metrics?limit=200'))).body as {
      items: { id: string; code: string }[];
    };
    const metricId = items.find(({ code }) => code === 'abandonment_rate')?.id;
    const sla = {
      name: 'Abandonment',
      weight: '100',
      clauseNumber: '1',
      metricId,
      target: { comparator: '<', value: '0.05' },
    };
    const clause = {
      kind: 'service_levels',
      number: '1',
      heading: 'Service levels',
      text: 'As agreed.',
      terms: {},
    };
    const created = await manager.post(at('/contracts'), {
      ...{ vendorId, reference: 'MSA-1', title: 'Voice' },
      terms: {
        ...{ effectiveFrom: '2019-01-01', timezone: 'America/New_York', reportingDueDay: 10 },
        ...{
          speedOutweighsReason: 'Only speed is looked at here.',
          clauses: [clause, ...demandedClauses],
          slas: [sla],
        },
      },
    });
    const path = at(`/contracts/${(created.body as { id: string }).id}/versions/1`);
    const draft = (await manager.get(path)).body as ContractVersion;
    const activated = await manager.post(`${path}/activation`).set('If-Match', `"${draft.version}"`);
    expect(activated.status).toBe(200);
  }

  async function check(months: readonly string[]): Promise<KpiFile> {
    const rows = months.flatMap((month) =>
      ['05', '06'].map(
        (day) => `${month}-${day} 09:00,claims,voice,100,2\n${month}-${day} 09:30,claims,voice,50,1`,
      ),
    );
    const text = `start,queue,channel,offered,abandoned\n${rows.join('\n')}\n`;
    const server = api.app.getHttpServer();
    const uploaded = await request(server)
      .post(at(`/kpi-files?vendorId=${vendorId}`))
      .set(partner.headers())
      .attach('file', Buffer.from(text), 'history.csv');
    const { id, version } = uploaded.body as KpiFile;
    const mapping = {
      columns: [
        { header: 'start', means: { kind: 'period', format: 'YYYY-MM-DD HH:mm' } },
        { header: 'queue', means: { kind: 'segment', dimension: 'queue' } },
        { header: 'channel', means: { kind: 'segment', dimension: 'channel' } },
        { header: 'offered', means: { kind: 'measure', measure: 'offered' } },
        { header: 'abandoned', means: { kind: 'measure', measure: 'abandoned' } },
      ],
      ...{
        grain: '30min',
        timezone: 'America/New_York',
        decimal: '.',
        repeatedHour: 'refuse',
        constants: {},
      },
    };
    const mapped = await request(server)
      .put(at(`/kpi-files/${id}/mapping`))
      .set(partner.headers())
      .set('If-Match', `"${version}"`)
      .send({ mapping, name: 'Half-hours' });
    expect(mapped.status).toBe(200);
    await worker.work(tenant);
    return (await partner.get(at(`/kpi-files/${id}`))).body as KpiFile;
  }

  async function load(months: readonly string[]): Promise<KpiFile> {
    const file = await check(months);
    const acceptWarnings = file.warnings.map(({ code }) => code);
    await partner
      .post(at(`/kpi-files/${file.id}/confirmation`), { wrongRows: 'refuse', acceptWarnings })
      .set('If-Match', `"${file.version}"`);
    await worker.work(tenant);
    return (await partner.get(at(`/kpi-files/${file.id}`))).body as KpiFile;
  }

  const query = <Row>(sql: string) =>
    api.database.door.withTenant(actorIn(tenant, 'vendor_manager'), (tx) => tx.query<Row>(sql, [tenant.id]));
  const rowsByMonth = async () =>
    Object.fromEntries(
      (
        await query<{ month: string; rows: number }>(
          `select to_char(local_date, 'YYYY-MM') as month, count(*)::int as rows from measurement
           where tenant_id = $1 group by 1 order by 1`,
        )
      ).map(({ month, rows }) => [month, rows]),
    );
  const dropped = async () =>
    (
      await query<{ month: string }>(
        `select to_char(month, 'YYYY-MM') as month from dropped_month where $1::uuid is not null order by 1`,
      )
    ).map(({ month }) => month);
  const standing = () =>
    query(
      `select to_char(month, 'YYYY-MM') as month, revision, state, value::text, numerator::text, denominator::text, rows_counted
       from result where tenant_id = $1 order by month, revision`,
    );
  const resultOf = async (month: string): Promise<ResultSummary> => {
    const { items } = (await manager.get(at(`/results?month=${month}`))).body as { items: ResultSummary[] };
    return items[0] ?? missing(month);
  };

  it('are there until their time has come', async () => {
    expect(loaded).toMatchObject({ state: 'done', rows: { new: 16 } });
    const { id } = await resultOf('2019-03');
    const explained = await manager.get(at(`/results/${id}/explanation`));
    expect((explained.body as Explanation).rowsDroppedAt).toBeNull();
    const rows = await manager.get(at(`/results/${id}/explanation/rows`));
    expect((rows.body as { items: unknown[] }).items).toHaveLength(4);
    expect(await keeper().dropOnce()).toEqual([]);
  });

  it('stay while somebody uses the month, and are not waited for long', async () => {
    api.clock.set('2039-07-10T09:00:00Z');
    await api.database.door.withRole(
      'loader',
      async (reading) => {
        await reading.query(`select count(*) from measurement where local_date = '2019-03-05'`);
        expect(await keeper().dropOnce()).toEqual([]);
      },
      actorIn(tenant, 'vendor_manager'),
    );
    expect(await dropped()).toEqual([]);
    expect(await rowsByMonth()).toMatchObject({ '2019-03': 4 });
  });

  it('are all there again when the process dies before it is done', async () => {
    await expect(
      api.database.door.withRole('sweep', async (dying) => {
        await dying.query(`select drop_measurement_month('2019-03-01', now())`);
        throw new Error('died');
      }),
    ).rejects.toThrow('died');
    expect(await dropped()).toEqual([]);
    expect(await rowsByMonth()).toMatchObject({ '2019-03': 4 });
  });

  it('are dropped once by several processes, a month at a time, and leave the two months beside what may be loaded', async () => {
    const before = await standing();
    const each = await Promise.all(Array.from({ length: 8 }, () => keeper().dropOnce()));
    // whichever dropped which
    expect(each.flat().sort()).toEqual(['2019-03', '2019-04']);
    expect(await dropped()).toEqual(['2019-03', '2019-04']);
    expect(await rowsByMonth()).toEqual({ '2019-05': 4, '2019-06': 4 });
    expect(await keeper().dropOnce()).toEqual([]);
    expect(await standing()).toEqual(before);
    expect(
      await query(
        `select to_char(local_date, 'YYYY-MM') as month, sum(rows)::int as rows from measurement_day
         where tenant_id = $1 group by 1 order by 1`,
      ),
    ).toMatchObject([
      { month: '2019-03', rows: 4 },
      { month: '2019-04' },
      { month: '2019-05' },
      { month: '2019-06' },
    ]);
  });

  it('are said to be gone by what they explained: sums, trace and file stay', async () => {
    await signIn();
    const result = await resultOf('2019-03');
    expect(result).toMatchObject({ state: 'met', numerator: '6', denominator: '300' });
    const explained = (await manager.get(at(`/results/${result.id}/explanation`))).body as Explanation;
    expect(explained.rowsDroppedAt).toBe('2039-07-10T09:00:00.000Z');
    expect(explained.trace.length).toBeGreaterThan(0);
    const rows = await manager.get(at(`/results/${result.id}/explanation/rows`));
    expect(rows.body).toEqual({ items: [], nextCursor: null });
    for (const path of ['export.json', 'cuts?by=queue']) {
      const refused = await manager.get(at(`/results/${result.id}/${path}`));
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([422, 'rows-dropped']);
    }
    const content = await partner.get(at(`/kpi-files/${loaded.id}/content`)).buffer(true);
    expect(content.status).toBe(200);
    // the month beside may have had intervals under the last days of April
    const may = await resultOf('2019-05');
    expect(
      ((await manager.get(at(`/results/${may.id}/explanation`))).body as Explanation).rowsDroppedAt,
    ).not.toBeNull();
    const june = await resultOf('2019-06');
    expect(
      ((await manager.get(at(`/results/${june.id}/explanation`))).body as Explanation).rowsDroppedAt,
    ).toBeNull();
    expect((await manager.get(at(`/results/${june.id}/export.json`))).status).toBe(200);
  });

  it('are not brought again by another file: the row says which month and from when on', async () => {
    const file = await check(['2019-03', '2019-06']);
    expect(file).toMatchObject({ state: 'refused', refusal: { code: 'no-valid-rows' }, rows: { wrong: 8 } });
    const problems = await partner.get(at(`/kpi-files/${file.id}/problems`));
    const [first] = (problems.body as { items: FileProblem[] }).items;
    expect(first).toMatchObject({
      ...{ line: 2, columnName: 'start', value: '2019-03-05 09:00', code: 'no-longer-kept' },
      detail: 'Rows of this month are no longer kept here. They are kept for 240 months, from 2019-07 on.',
    });
    expect(await check(['2019-07'])).toMatchObject({ state: 'checked', rows: { new: 4, wrong: 0 } });
  });

  it('are not judged again without them, whatever asks for it', async () => {
    const before = await standing();
    await api.database.door.withTenant(actorIn(tenant, 'vendor_manager'), async (tx) => {
      await tx.query(
        `insert into dirty_window (tenant_id, vendor_id, month, segment_id, marked_at)
         select distinct tenant_id, vendor_id, date '2019-03-01', segment_id, now() from measurement_day where tenant_id = $1`,
        [tenant.id],
      );
      // what would be judged anew is another figure: its rows lack a measure, which sums alone cannot tell
      await tx.query(
        `insert into outbox (tenant_id, month, id, topic, row_id, created_at)
         values ($1, '2039-07-01', '01900000-0000-7000-8000-00000000000f', 'evaluate', $2, '2039-07-10T09:00:00Z')`,
        [tenant.id, `${vendorId}/2019-03`],
      );
    });
    await worker.work(tenant);
    expect(await standing()).toEqual(before);
    expect(await query('select 1 from dirty_window where tenant_id = $1')).toEqual([]);
  });

  it('are dropped by nobody who is not meant to, and never while they are young', async () => {
    const { door } = api.database;
    await expect(
      door.withRole('sweep', (client) => client.query(`select drop_measurement_month('2024-03-01', now())`)),
    ).rejects.toThrow('not old enough');
    await expect(
      query(`select drop_measurement_month('2019-05-01', now()) where $1::uuid is not null`),
    ).rejects.toThrow('permission denied');
    await expect(
      query(`select ensure_month_partition('measurement', '2019-03-01') where $1::uuid is not null`),
    ).rejects.toThrow('rows of 2019-03 are no longer kept');
    await expect(query(`delete from dropped_month where $1::uuid is not null`)).rejects.toThrow(
      'permission denied',
    );
  });
});

function missing(what: string): never {
  throw new Error(`${what} is not there`);
}
