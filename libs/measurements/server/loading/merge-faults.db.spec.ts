import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type KpiMapping, kpiMapping } from '@plumbline/measurements/schema';
import { workerActor } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import { type MeasuredTenant, MeasurementsBench } from '../measurements-bench';
import { IntervalHistory, mapping } from './interval-history.fixture';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

describe('merging KPI files side by side, and dying', () => {
  let bench: MeasurementsBench;
  let history: IntervalHistory;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
    history = new IntervalHistory(bench);
  });
  afterAll(() => bench.close());

  it('loads once, however many processes do it at the same time', async () => {
    const of = await bench.tenant();
    const text = 'start,queue,offered\n2026-03-02 09:00,claims,10\n2026-03-02 09:30,claims,11\n';
    const file = await bench.checked(of, text, mapping(text));
    await bench.files.confirm(of.partner, file.id, { wrongRows: 'refuse' }, file.version);
    await Promise.all([1, 2].map(() => bench.ingest.process(of.tenant, file.id)));
    await bench.ingest.process(of.tenant, file.id);
    expect(await bench.files.view(of.partner, file.id)).toMatchObject({ state: 'evaluating', loadNumber: 1 });
    expect(await history.facts(of)).toHaveLength(2);
    expect(await bench.query(of, 'select rows from measurement_day where tenant_id = $1')).toEqual([
      { rows: 2 },
    ]);
  });

  it('drops what a check finds once somebody has decided anew, and merges nothing by it', async () => {
    const of = await bench.tenant();
    const text = 'start,queue,offered\n2026-03-02 09:00,claims,10\n';
    const file = await bench.checked(of, text, mapping(text));
    const say = async (mapped: object) => {
      const { version } = await bench.files.view(of.partner, file.id);
      const said = { mapping: kpiMapping.parse(mapped) as KpiMapping, name: 'Test' };
      return bench.mappings.map(of.partner, file.id, said, version);
    };
    await say({ ...mapping(text), timezone: 'Asia/Manila' });
    const actor = workerActor(of.tenant, 'check-kpi-file');
    const slow = await bench.jobs.begin(actor, file.id, 'checking');
    // the same check ran elsewhere, and the partner has put the time zone right since
    await bench.check.process(of.tenant, file.id);
    const now = await say(mapping(text));
    for (const mode of ['check', 'check-and-merge'] as const) {
      if (slow) await bench.jobs.run(actor, slow.file, mode);
      expect(await bench.files.view(of.partner, file.id)).toMatchObject({
        ...{ state: 'checking', version: now.version },
      });
    }
    expect(await history.facts(of)).toEqual([]);
    await bench.check.process(of.tenant, file.id);
    expect(await bench.files.view(of.partner, file.id)).toMatchObject({ state: 'checked', rows: { new: 1 } });
  });

  it('merges two files at the same time one after the other, and asks again when the second would now replace the first', async () => {
    const of = await bench.tenant();
    const [one, two] = [
      'start,queue,offered\n2026-03-02 09:00,claims,10\n',
      'start,queue,offered\n2026-03-02 09:00,claims,20\n',
    ];
    const files = [await bench.checked(of, one, mapping(one)), await bench.checked(of, two, mapping(two))];
    for (const file of files)
      await bench.files.confirm(of.partner, file.id, { wrongRows: 'refuse' }, file.version);
    await Promise.all(files.map((file) => bench.ingest.process(of.tenant, file.id)));
    const after = await Promise.all(files.map((file) => bench.files.view(of.partner, file.id)));
    expect(after.map(({ state }) => state).sort()).toEqual(['checked', 'evaluating']);
    expect(after.find(({ state }) => state === 'checked')).toMatchObject({
      effect: { needsReason: true },
      rows: { restated: 1 },
    });
    expect(await bench.query(of, 'select last_number::int from load_counter where tenant_id = $1')).toEqual([
      { last_number: 1 },
    ]);
  });

  it('leaves nothing half done when its connection dies, and does it all the next time', async () => {
    const of = await bench.tenant();
    const rows = Array.from(
      { length: 3_000 },
      (_, n) =>
        `2026-0${1 + (n % 3)}-1${Math.floor(n / 3) % 10} 0${Math.floor(n / 30) % 10}:00,q${Math.floor(n / 300)},${n}`,
    );
    const text = `start,queue,offered\n${rows.join('\n')}\n`;
    const file = await bench.checked(of, text, mapping(text));
    await bench.files.confirm(of.partner, file.id, { wrongRows: 'refuse' }, file.version);
    const read = bench.store.read.bind(bench.store);
    bench.store.read = async (stored) => {
      const content = await read(stored);
      await bench.database.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'plumbline_loader' and datname = current_database()`,
      );
      return content;
    };
    await expect(bench.ingest.process(of.tenant, file.id)).rejects.toThrow();
    bench.store.read = read;
    expect(await history.facts(of)).toEqual([]);
    expect((await bench.files.view(of.partner, file.id)).state).toBe('ingesting');
    await bench.ingest.process(of.tenant, file.id);
    expect((await bench.files.view(of.partner, file.id)).state).toBe('evaluating');
    expect(await history.facts(of)).toHaveLength(3_000);
    expect(await history.differences(of)).toEqual([]);
  });

  it('shows a vendor its own rows only, another tenant none, and lets no request write them', async () => {
    const [of, stranger] = [await bench.tenant(), await bench.tenant()];
    const other = await bench.database.vendor(of.tenant);
    const loadedFile = await history.load(of, 'start,queue,offered\n2026-03-02 09:00,claims,10\n');
    const seen = (actor: MeasuredTenant['partner']) =>
      bench.database.door.withTenant(actor, async (tx) => {
        const tables = ['measurement', 'measurement_day', 'dirty_window', 'kpi_file', 'stored_file'];
        const counts: number[] = [];
        for (const table of tables) {
          const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from ${table}`);
          counts.push(row?.n ?? -1);
        }
        return counts;
      });
    expect((await seen(of.partner)).slice(0, 2)).toEqual([1, 1]);
    expect(
      (await seen(actorIn(of.tenant, 'vendor_administrator', [other.id]))).filter((n) => n !== 1),
    ).toEqual([0, 0, 0, 0]);
    expect(await seen(stranger.manager)).toEqual([0, 0, 0, 0, 0]);
    await expect(bench.files.view(stranger.manager, loadedFile.id)).rejects.toMatchObject({ status: 404 });
    await expect(
      bench.files.view(actorIn(of.tenant, 'vendor_administrator', [other.id]), loadedFile.id),
    ).rejects.toMatchObject({
      status: 404,
    });
    for (const sql of [
      'update measurement set line = 1',
      'delete from measurement_day',
      'update stored_file set bytes = 1',
    ]) {
      await expect(bench.query(of, `${sql} where tenant_id = $1`)).rejects.toThrow(/permission denied/);
    }
  });
});
