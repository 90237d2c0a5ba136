import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ColumnMeaning, KpiFile, RestatedFigureAnswer } from '@plumbline/measurements/schema';
import type { Tenant } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import type { Scorecard, ScorecardEffects, ScorecardSummary } from '@plumbline/scorecards/schema';
import type { FileEffects } from '@plumbline/slas/schema';
import request from 'supertest';
import type { ApiUnderTest, Browser } from './api-under-test';
import { InsurerUnderTest } from './insurer-under-test';
import { startByHand } from './product-by-hand';
import type { WorkerByHand } from './worker-by-hand';

const meanings: Readonly<Record<string, ColumnMeaning>> = {
  start: { kind: 'period', format: 'YYYY-MM-DD HH:mm' },
  queue: { kind: 'segment', dimension: 'queue' },
  offered: { kind: 'measure', measure: 'offered' },
  in_time: { kind: 'measure', measure: 'answered_within_threshold' },
  abandoned: { kind: 'measure', measure: 'abandoned' },
  rate: { kind: 'claimed', metric: 'abandonment_rate', unit: 'percent' },
};
const headers = Object.keys(meanings);

interface Row {
  readonly start: string;
  readonly queue: string;
  readonly offered: number;
  /** Blank where null: a row that lacks a measure is set aside. */
  readonly inTime: number | null;
  readonly abandoned: number | null;
  readonly claimed: number | null;
}

/** Files of half-hours near both edges of a month and in its middle, as one zone sees them. */
const row: fc.Arbitrary<Row> = fc
  .record({
    day: fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-14', '2026-02-28', '2026-03-01'),
    hour: fc.constantFrom('00:00', '03:30', '12:00', '20:30', '23:30'),
    queue: fc.constantFrom('claims', 'billing'),
    offered: fc.integer({ min: 20, max: 60 }),
    inTime: fc.option(fc.integer({ min: 10, max: 20 }), { freq: 6 }),
    abandoned: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 6 }),
    claimed: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 2 }),
  })
  .map(({ day, hour, ...figures }) => ({ start: `${day} ${hour}`, ...figures }));
const fileOf = (rows: { minLength: number; maxLength: number }) =>
  fc.uniqueArray(row, { ...rows, selector: ({ start, queue }) => `${start} ${queue}` });
const history = fc.record({
  zone: fc.constantFrom('America/New_York', 'Asia/Manila'),
  first: fileOf({ minLength: 12, maxLength: 30 }),
  second: fileOf({ minLength: 6, maxLength: 25 }),
});

function textOf(rows: readonly Row[]): string {
  const lines = rows.map(({ start, queue, offered, inTime, abandoned, claimed }) =>
    [start, queue, offered, inTime, abandoned, claimed].map((cell) => cell ?? '').join(','),
  );
  return `${[headers.join(','), ...lines].join('\n')}\n`;
}

describe('what a corrected file would change', () => {
  let api: ApiUnderTest;
  let worker: WorkerByHand;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    ({ api, worker, stop } = await startByHand('2026-04-12T09:00:00Z'));
  });
  afterAll(() => stop());

  /** A tenant with one vendor, a contract over three SLAs, and somebody on each side. */
  async function open() {
    const insurer = await InsurerUnderTest.open(api, 'effects');
    const abandonment = { metric: 'abandonment_rate', comparator: '<', value: '0.05', weight: '20' };
    await insurer.agree(
      [
        { name: 'Service level', metric: 'service_level', comparator: '>=', value: '0.40', weight: '60' },
        { name: 'Abandonment', ...abandonment },
        { name: 'Abandonment of claims', ...abandonment, queue: 'claims' },
      ],
      { admitsClaimed: true, speedOutweighsReason: 'Only speed is looked at here.' },
    );
    return insurer;
  }
  type Opened = Awaited<ReturnType<typeof open>>;

  /** Approved before a file comes, so that whatever is evaluated knows it. */
  async function exclude({ tenant, vendor }: Opened, startsAt: string, endsAt: string) {
    await api.database.door.withTenant(actorIn(tenant, 'vendor_manager'), (tx) =>
      tx.query(
        `insert into exclusion (tenant_id, id, vendor_id, contract_id, effect, kind, starts_at, ends_at, timezone, reason,
           requested_side, requested_by, requested_by_name, requested_at, state, decided_by, decided_by_name, decided_at, version)
         select $1, $2, $3, id, 'exclude', 'client_outage', $4, $5, 'America/New_York', 'Outage.', 'insurer', 'a', 'A', $6,
           'approved', 'b', 'B', $6, 2
         from contract where tenant_id = $1 and vendor_id = $3`,
        [tenant.id, crypto.randomUUID(), vendor.id, startsAt, endsAt, api.clock.date()],
      ),
    );
  }

  async function check(
    { tenant, vendor, partner, at }: Opened,
    text: string,
    timezone = 'America/New_York',
    grain: 'day' | '30min' = '30min',
  ) {
    const server = api.app.getHttpServer();
    const uploaded = await request(server)
      .post(at(`/kpi-files?vendorId=${vendor.id}`))
      .set(partner.headers())
      .attach('file', Buffer.from(text), 'march.csv');
    const { id, version } = uploaded.body as KpiFile;
    const byDay = { kind: 'period', format: 'YYYY-MM-DD' };
    const columns = headers.map((header) => ({
      header,
      means: grain === 'day' && header === 'start' ? byDay : meanings[header],
    }));
    const mapping = {
      columns,
      grain,
      timezone,
      constants: { channel: 'voice' },
      decimal: '.',
      repeatedHour: 'refuse',
    };
    const mapped = await request(server)
      .put(at(`/kpi-files/${id}/mapping`))
      .set(partner.headers())
      .set('If-Match', `"${version}"`)
      .send({ mapping, name: 'Half-hours' });
    expect(mapped.status).toBe(200);
    await worker.work(tenant);
    return view({ partner, at }, id);
  }

  async function view({ partner, at }: Pick<Opened, 'partner' | 'at'>, id: string): Promise<KpiFile> {
    return (await partner.get(at(`/kpi-files/${id}`))).body as KpiFile;
  }

  async function load(opened: Opened, file: KpiFile, restatementReason?: string): Promise<KpiFile> {
    const { tenant, partner, at } = opened;
    const confirmed = await partner
      .post(at(`/kpi-files/${file.id}/confirmation`), {
        wrongRows: 'refuse',
        restatementReason,
        // figures at random look doubtful now and then
        acceptWarnings: file.warnings.map(({ code }) => code),
      })
      .set('If-Match', `"${file.version}"`);
    expect(confirmed.status).toBe(200);
    await worker.work(tenant);
    return view(opened, file.id);
  }

  async function foreseen({ at }: Opened, by: Browser, file: KpiFile): Promise<FileEffects> {
    const answer = await by.get(at(`/kpi-files/${file.id}/effects`));
    expect(answer.status).toBe(200);
    return answer.body as FileEffects;
  }

  /** The newest revisions that stand now, and the open breaches. */
  async function standing(tenant: Tenant) {
    return api.database.door.withTenant(actorIn(tenant, 'vendor_manager'), async (tx) => ({
      results: await tx.query<Stored>(
        `select to_char(month, 'YYYY-MM') as month, sla_id as "slaId", revision, state, value::text, numerator::text,
                denominator::text, claimed_value::text as claimed, rows_counted::int as rows
         from result where tenant_id = $1 and latest order by month, sla_id`,
        [tenant.id],
      ),
      breaches: await tx.query<{ month: string; slaId: string; open: boolean }>(
        `select to_char(month, 'YYYY-MM') as month, sla_id as "slaId", closed_at is null as open
         from breach where tenant_id = $1 and kind = 'target' order by month, sla_id`,
        [tenant.id],
      ),
    }));
  }

  interface Stored {
    readonly month: string;
    readonly slaId: string;
    readonly revision: number;
    readonly state: string;
    readonly value: string | null;
    readonly numerator: string | null;
    readonly denominator: string | null;
    readonly claimed: string | null;
    readonly rows: number;
  }

  let resultsForeseen = 0;
  const seeded = fc.sample(history, { seed: 4, numRuns: 14 });
  it.each(seeded.map((each, index) => [index + 1, each] as const))(
    'is what evaluation then writes, history %i',
    async (index, { zone, first, second }) => {
      const opened = await open();
      if (index % 2 === 0) {
        // what an exclusion takes out moves with the file too, also across the edge of a month
        await exclude(opened, '2026-02-14T17:00:00Z', '2026-02-15T05:00:00Z');
        await exclude(opened, '2026-03-01T01:00:00Z', '2026-03-01T09:00:00Z');
      }
      await load(opened, await check(opened, textOf(first), zone));
      const before = await standing(opened.tenant);
      const file = await check(opened, textOf(second), zone);
      if (!file.effect?.needsReason) return expect(file.rows.restated).toBe(0);
      const [forPartner, effects] = [
        await foreseen(opened, opened.partner, file),
        await foreseen(opened, opened.manager, file),
      ];
      expect(forPartner).toEqual(effects);
      resultsForeseen += effects.results.length;
      expect(effects).toMatchObject({ standing: 'current', complete: true, monthsLeftOff: 0 });
      expect(await standing(opened.tenant)).toEqual(before);

      expect(await load(opened, file, 'Recount')).toMatchObject({ state: 'done' });
      const after = await standing(opened.tenant);
      const keyOf = ({ month, slaId }: { month: string; slaId: string }) => `${month} ${slaId}`;
      const revised = after.results.filter(
        (result) => before.results.find((was) => keyOf(was) === keyOf(result))?.revision !== result.revision,
      );
      const told = effects.results.map(({ month, sla, then }) => ({
        ...{ month, slaId: sla.id, value: then.value, claimed: then.claimedValue },
        ...{ numerator: then.numerator, denominator: then.denominator },
        state: then.state.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      }));
      const written = revised.map(
        ({ month, slaId, value, claimed, numerator, denominator, state, rows }) => ({
          ...{ month, slaId, value, claimed, state },
          numerator: rows > 0 ? numerator : null,
          denominator: rows > 0 ? denominator : null,
        }),
      );
      const byKey = (a: { month: string; slaId: string }, b: { month: string; slaId: string }) =>
        keyOf(a).localeCompare(keyOf(b));
      expect(told.sort(byKey)).toEqual(written.sort(byKey));

      const openKeys = (of: typeof after) => of.breaches.filter((breach) => breach.open).map(keyOf);
      const [wasOpen, isOpen] = [openKeys(before), openKeys(after)];
      const changes = (change: 'opens' | 'closes') =>
        effects.results
          .filter(({ breach }) => breach?.change === change)
          .map(({ month, sla }) => keyOf({ month, slaId: sla.id }))
          .sort();
      expect(changes('opens')).toEqual(isOpen.filter((key) => !wasOpen.includes(key)).sort());
      expect(changes('closes')).toEqual(wasOpen.filter((key) => !isOpen.includes(key)).sort());
    },
    120_000,
  );

  it('was asked about figures that do change', () => {
    expect(resultsForeseen).toBeGreaterThan(seeded.length);
  });

  const march = (inTime: number) =>
    textOf([
      { start: '2026-03-02 09:00', queue: 'claims', offered: 50, inTime, abandoned: 1, claimed: null },
      { start: '2026-03-02 09:30', queue: 'claims', offered: 50, inTime: 20, abandoned: 1, claimed: null },
    ]);

  it('takes days that are excluded out of what it would change', async () => {
    const opened = await open();
    await exclude(opened, '2026-03-12T04:00:00Z', '2026-03-13T04:00:00Z');
    const days = (inTime: number) =>
      textOf([
        { start: '2026-03-11', queue: 'claims', offered: 50, inTime, abandoned: 1, claimed: null },
        {
          start: '2026-03-12',
          queue: 'claims',
          offered: 50,
          inTime: inTime - 10,
          abandoned: 9,
          claimed: null,
        },
      ]);
    await load(opened, await check(opened, days(40), undefined, 'day'));
    const file = await check(opened, days(30), undefined, 'day');
    const effects = await foreseen(opened, opened.manager, file);
    expect(effects.complete).toBe(true);
    const [told] = effects.results.filter(({ sla }) => sla.name === 'Service level');
    expect(told?.then).toMatchObject({ numerator: '30', denominator: '50' });
    await load(opened, file, 'Recount');
    const after = await standing(opened.tenant);
    const written = after.results.find(({ month, slaId }) => month === '2026-03' && slaId === told?.sla.id);
    expect(written).toMatchObject({ value: told?.then.value, numerator: '30', denominator: '50' });
  }, 120_000);

  it('shows old beside new, and the published scorecard that it would revise', async () => {
    const opened = await open();
    const { manager, partner, at, tenant } = opened;
    const original = await load(opened, await check(opened, march(10)));
    const listed = await manager.get(at('/scorecards?period=2026-03'));
    const [draft] = (listed.body as { items: ScorecardSummary[] }).items;
    expect(draft).toMatchObject({ state: 'draft', complete: true, score: '40' });
    const published = await manager
      .post(at(`/scorecards/${draft?.id}/publication`))
      .set('If-Match', `"${draft?.version}"`);
    expect(published.status).toBe(200);

    const file = await check(opened, march(40));
    const figures = await partner.get(at(`/kpi-files/${file.id}/restated-figures`));
    expect((figures.body as { items: RestatedFigureAnswer[] }).items).toMatchObject([
      {
        line: 2,
        figure: { code: 'answered_within_threshold', claimed: false },
        before: '10',
        after: '40',
        difference: '30',
        source: { fileId: original.id, fileName: 'march.csv', line: 2 },
      },
    ]);
    const effects = await partner.get(at(`/kpi-files/${file.id}/scorecard-effects`));
    expect(effects.body as ScorecardEffects).toMatchObject({
      items: [
        {
          scorecardId: draft?.id,
          revision: 1,
          nextRevision: 2,
          band: { before: 'offTarget', after: 'onTarget' },
          difference: {
            score: { before: '40', after: '100' },
            lines: [{ name: 'Service level', before: { state: 'breached' }, after: { state: 'met' } }],
          },
        },
      ],
    });
    await load(opened, file, 'Recount');
    await worker.work(tenant);
    const again = (await manager.get(at('/scorecards?period=2026-03'))).body as { items: ScorecardSummary[] };
    const revision = again.items.find(({ state }) => state === 'draft');
    expect(revision).toMatchObject({ revision: 2, score: '100' });
    const detail = (await manager.get(at(`/scorecards/${revision?.id}`))).body as Scorecard;
    expect(detail.difference).toEqual((effects.body as ScorecardEffects).items[0]?.difference);
  }, 120_000);

  it('comes from all rows of a long file, not from those that a page lists first', async () => {
    const opened = await open();
    const long = (inTimeOf: (n: number) => number) =>
      textOf(
        Array.from({ length: 2_500 }, (_, n) => {
          const [day, slot] = [1 + Math.floor(n / 96), Math.floor(n / 2) % 48];
          const time = `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`;
          const start = `2026-03-${String(day).padStart(2, '0')} ${time}`;
          const queue = n % 2 === 0 ? 'claims' : 'billing';
          return { start, queue, offered: 50, inTime: inTimeOf(n), abandoned: 1, claimed: null };
        }),
      );
    await load(
      opened,
      await check(
        opened,
        long(() => 10),
        'UTC',
      ),
    );
    // the first 1,200 rows alone would change no verdict
    const file = await check(
      opened,
      long((n) => (n < 1_200 ? 11 : 48)),
      'UTC',
    );
    const listed = await opened.partner.get(opened.at(`/kpi-files/${file.id}/restated-figures?limit=200`));
    expect(listed.body).toMatchObject({ total: 2_500 });
    const csv = await opened.partner.get(opened.at(`/kpi-files/${file.id}/restated-figures.csv`));
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename=march-restated.csv',
    });
    expect(csv.text.split('\r\n')).toHaveLength(2_502);

    const [told] = (await foreseen(opened, opened.manager, file)).results.filter(
      ({ month, sla }) => month === '2026-03' && sla.name === 'Service level',
    );
    expect(told).toMatchObject({
      now: { state: 'breached' },
      then: { state: 'met' },
      breach: { change: 'closes' },
    });
    await load(opened, file, 'Recount');
    const after = await standing(opened.tenant);
    const written = after.results.find(({ month, slaId }) => month === '2026-03' && slaId === told?.sla.id);
    expect(written).toMatchObject({ state: 'met', value: told?.then.value, numerator: told?.then.numerator });
  }, 120_000);

  it('says when another file has come in between, and has nothing to say of a file that was loaded', async () => {
    const opened = await open();
    await load(opened, await check(opened, march(10)));
    const early = await check(opened, march(40));
    await load(opened, await check(opened, march(30)), 'Recount');
    expect(await foreseen(opened, opened.partner, early)).toMatchObject({ standing: 'outdated' });
    const loaded = await load(opened, early, 'Another recount');
    const answer = await opened.partner.get(opened.at(`/kpi-files/${loaded.id}/effects`));
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'kpi-file-state']);
  }, 120_000);
});
