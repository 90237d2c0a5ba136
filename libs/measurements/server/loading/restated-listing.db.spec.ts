import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { text as textOf } from 'node:stream/consumers';
import type { KpiFile, RestatedFigureAnswer } from '@plumbline/measurements/schema';
import { actorIn } from '@plumbline/platform/testing';
import { type MeasuredTenant, MeasurementsBench } from '../measurements-bench';
import { IntervalHistory, mapping } from './interval-history.fixture';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

const ROWS = 2_500;

/** Half-hours of October and November 2025 in UTC, 50 queues of one a row, two figures each. */
function file(
  of: (n: number) => readonly [offered: number, answered: number],
  vendors: readonly string[] = [],
) {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const day = String(1 + Math.floor(n / 100)).padStart(2, '0');
    const [offered, answered] = of(n);
    const vendor = vendors.length > 0 ? `,${vendors[n % vendors.length]}` : '';
    return `2025-10-${day} ${n % 2 === 0 ? '09:00' : '09:30'},q${Math.floor(n / 2) % 50},${offered},${answered}${vendor}`;
  });
  return `start,queue,offered,answered${vendors.length > 0 ? ',vendor' : ''}\n${rows.join('\n')}\n`;
}

describe('all figures that a corrected file replaces', () => {
  let bench: MeasurementsBench;
  let history: IntervalHistory;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
    history = new IntervalHistory(bench);
  });
  afterAll(() => bench.close());

  const list = (actor: MeasuredTenant['partner'], of: KpiFile, limit: number, cursor?: string) =>
    bench.restated.list(actor, of.id, { limit, cursor });

  async function all(actor: MeasuredTenant['partner'], of: KpiFile): Promise<RestatedFigureAnswer[]> {
    const found: RestatedFigureAnswer[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await list(actor, of, 200, cursor);
      found.push(...page.items);
      if (page.nextCursor === null) return found;
      cursor = page.nextCursor;
    }
  }
  const pagesKept = (of: MeasuredTenant) =>
    bench.query<{ listings: number; figures: number }>(
      of,
      `select count(distinct listing)::int as listings, coalesce(sum(jsonb_array_length(figures)), 0)::int as figures
       from kpi_file_restated_page where tenant_id = $1`,
    );

  it('are counted, listed page by page and written as CSV, each once and none left off', async () => {
    const of = await bench.tenant();
    await history.load(
      of,
      file((n) => [1_000 + n, 900]),
    );
    const text = file((n) => [2_000 + n, 901]);
    const checked = await bench.checked(of, text, mapping(text));
    expect(checked).toMatchObject({
      state: 'checked',
      rows: { restated: ROWS },
      effect: { needsReason: true },
    });

    expect(await list(of.partner, checked, 1)).toMatchObject({ total: 2 * ROWS, items: [{ line: 2 }] });
    const figures = await all(of.partner, checked);
    expect(figures.map(({ line, figure, before, after }) => [line, figure.code, before, after])).toEqual(
      Array.from({ length: ROWS }, (_, n) => [
        [n + 2, 'offered', String(1_000 + n), String(2_000 + n)],
        [n + 2, 'answered', '900', '901'],
      ]).flat(),
    );

    const { name, content } = await bench.restated.asCsv(of.partner, checked.id);
    expect(name).toBe('file-restated.csv');
    const lines = (await textOf(content)).split('\r\n');
    expect(lines).toHaveLength(1 + 2 * ROWS + 1);
    expect(lines.at(-3)).toMatch(
      /^2501,2025-10-25,.*,offered,Calls offered,count,no,3499,4499,1000,file\.csv,2501$/,
    );
    expect(lines.at(-2)).toMatch(/^2501,.*,answered,.*,900,901,1,file\.csv,2501$/);

    // every month's gain is from all of them, too
    const [sums] = await bench.query<{ gained: string; complete: boolean }>(
      of,
      `select sum((change -> 'amounts' ->> (select position::text from measure where tenant_id = $1 and code = 'offered'))::numeric)::text
                as gained, bool_and(complete) as complete
       from kpi_file_restatement, jsonb_array_elements(sums) as change where tenant_id = $1`,
    );
    expect(sums).toEqual({ gained: String(1_000 * ROWS), complete: true });

    // what was loaded can still be read
    await bench.loaded(of, checked, { restatementReason: 'Recount' });
    expect((await list(of.partner, checked, 1)).total).toBe(2 * ROWS);
  });

  it('are of the reader’s own vendors only, in the order of the file', async () => {
    const of = await bench.tenant('America/New_York', true);
    const other = await bench.database.vendor(of.tenant);
    const codes = [of.vendor.code, other.code];
    const meaning = { vendor: { kind: 'vendor' as const } };
    const first = file((n) => [1_000 + n, 900], codes);
    await bench.loaded(of, await bench.checked(of, first, mapping(first, {}, meaning)));
    const text = file((n) => [1_001 + n, 900], codes);
    const checked = await bench.checked(of, text, mapping(text, {}, meaning));

    const everything = await all(of.manager, checked);
    expect(everything.map(({ line }) => line)).toEqual(Array.from({ length: ROWS }, (_, n) => n + 2));
    const own = await all(of.partner, checked);
    expect(own).toHaveLength(ROWS / 2);
    expect(new Set(own.map(({ vendor }) => vendor.code))).toEqual(new Set([of.vendor.code]));
    expect(await list(of.partner, checked, 1)).toMatchObject({ total: ROWS / 2 });
    const stranger = actorIn(of.tenant, 'vendor_contributor', [other.id]);
    await expect(list(stranger, checked, 1)).rejects.toMatchObject({
      message: expect.stringContaining('KPI file'),
    });
  });

  it('are made anew by another check: what was being read ends, and nothing of before is left', async () => {
    const of = await bench.tenant();
    await history.load(
      of,
      file((n) => [1_000 + n, 900]),
    );
    const text = file((n) => [2_000 + n, 900]);
    const checked = await bench.checked(of, text, mapping(text));
    const { nextCursor } = await list(of.partner, checked, 1);
    const { content } = await bench.restated.asCsv(of.partner, checked.id);

    await bench.mappings.map(
      of.partner,
      checked.id,
      { mapping: checked.mapping ?? fail(), name: 'Test' },
      checked.version,
    );
    // a check that dies half way leaves pages that nobody reads
    await bench.database.door.withTenant(of.manager, (tx) =>
      bench.restatements.addPage(tx, checked.id, {
        listing: '01900000-0000-7000-8000-000000000001',
        page: 0,
        byVendor: new Map([[of.vendor.id, []]]),
      }),
    );
    expect((await pagesKept(of))[0]).toMatchObject({ listings: 2 });
    await bench.check.process(of.tenant, checked.id);

    expect(await pagesKept(of)).toEqual([{ listings: 1, figures: ROWS }]);
    await expect(list(of.partner, checked, 1, nextCursor ?? fail())).rejects.toMatchObject({
      fields: [{ path: 'query.cursor', code: 'invalid-cursor' }],
    });
    await expect(textOf(content)).rejects.toThrow('was checked again');
    expect(await list(of.partner, checked, 1)).toMatchObject({ total: ROWS });
  });

  it('leave nothing behind where reading breaks off, or another process was faster', async () => {
    const of = await bench.tenant();
    await history.load(
      of,
      file((n) => [1_000 + n, 900]),
    );
    const text = file((n) => [2_000 + n, 900]);
    const file1 = await bench.upload(of, text);
    await bench.mappings.map(
      of.partner,
      file1.id,
      { mapping: (await mapped(of, text)) ?? fail(), name: 'Test' },
      file1.version,
    );
    const addPage = bench.restatements.addPage.bind(bench.restatements);
    bench.restatements.addPage = async (tx, id, page) => {
      if (page.page === 2) throw new Error('the disk is full');
      await addPage(tx, id, page);
    };
    await expect(bench.check.process(of.tenant, file1.id)).rejects.toThrow('the disk is full');
    bench.restatements.addPage = addPage;
    expect(await pagesKept(of)).toEqual([{ listings: 1, figures: ROWS }]);

    await Promise.all([1, 2].map(() => bench.check.process(of.tenant, file1.id)));
    expect(await pagesKept(of)).toEqual([{ listings: 2, figures: 2 * ROWS }]);
    expect((await all(of.partner, file1)).length).toBe(ROWS);
  });

  /** The mapping of a file of this layout, from a check of it that then is withdrawn. */
  async function mapped(of: MeasuredTenant, text: string) {
    return (await bench.checked(of, text, mapping(text))).mapping;
  }
});

function fail(): never {
  throw new Error('expected to be there');
}
