import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type MeasuredTenant, MeasurementsBench } from '../measurements-bench';
import { CaseHistory } from './case-history.fixture';

// a shared machine may be slow; what is measured is memory
jest.setTimeout(600_000);

const MIB = 1024 * 1024;
/** `CASES=1000000 npm test -- --only db hostile-cases` measures more of them. */
const CASES = Number(process.env['CASES'] ?? 100_000);

describe('files of cases that are out of the ordinary', () => {
  let bench: MeasurementsBench;
  let history: CaseHistory;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
    history = new CaseHistory(bench);
  });
  afterAll(() => bench.close());

  const stored = async (of: MeasuredTenant) => {
    const [row] = await bench.query<{ cases: number; stretches: number }>(
      of,
      `select count(*)::int as cases, max((select count(*) from unnest(lines)))::int as stretches from kpi_case where tenant_id = $1`,
    );
    return row;
  };

  it('one case in 100,000 rows, together and scattered between those of another', async () => {
    const of = await bench.tenant();
    const row = (number: string) => `${number},2026-03-02,2026-03-10\n`;
    const text = `case,opened,closed\n${row('A').repeat(100_000)}${(row('B') + row('C')).repeat(50_000)}`;
    const file = await history.load(of, text);
    expect(file).toMatchObject({ rows: { total: 200_000, wrong: 0, new: 3 }, effect: { cases: 3 } });
    expect(await history.days(of)).toEqual(['2026-03-10: closed 3/3', '2026-03-17: due 3/3']);
    expect(await stored(of)).toEqual({ cases: 3, stretches: 50_000 });
  });

  it('a case whose 100,000 rows contradict each other: all of them wrong, ten thousand listed', async () => {
    const of = await bench.tenant();
    const text = `case,opened,closed\n${'A,2026-03-02,2026-03-10\n'.repeat(99_999)}A,2026-03-02,\n`;
    const file = await bench.checked(of, text, history.mapping(text));
    expect(file).toMatchObject({
      state: 'refused',
      rows: { total: 100_000, wrong: 100_000 },
      problemsListed: 10_000,
    });
  });

  it('a case number of 1 MB is too long, and shown cut off', async () => {
    const of = await bench.tenant();
    const text = `case,opened,closed\n${'9'.repeat(1_000_000)},2026-03-02,\nA,2026-03-02,2026-03-10\n`;
    const file = await bench.checked(of, text, history.mapping(text));
    expect(file).toMatchObject({ state: 'checked', rows: { wrong: 1, new: 1 } });
    const { items } = await bench.files.problems(of.partner, file.id, { limit: 10 });
    expect(items).toMatchObject([{ line: 2, column: 1, code: 'too-long' }]);
    expect(items[0]?.value?.length).toBeLessThan(300);
  });

  it('text that COPY or SQL could take for something else is a number like any other', async () => {
    const of = await bench.tenant();
    const numbers = ['\\N', 'a\\tb', `'; drop table kpi_case; --`, 'Ärger № 7 🙂', '0'];
    const text = `case,opened,closed\n${numbers.map((number) => `${number},2026-03-02,2026-03-10\n`).join('')}`;
    await history.load(of, text);
    const rows = await bench.query<{ number: string }>(
      of,
      'select number from kpi_case where tenant_id = $1',
    );
    expect(rows.map(({ number }) => number).sort()).toEqual([...numbers].sort());
  });

  it(`${CASES.toLocaleString('en')} cases of two rows each: the memory of the worker stays flat`, async () => {
    const of = await bench.tenant();
    const rows = Array.from({ length: CASES }, (_, index) => {
      const opened = `2026-0${1 + (index % 2)}-${String(1 + (index % 27)).padStart(2, '0')}`;
      const row = `C${index},${opened},2026-03-${String(1 + (index % 28)).padStart(2, '0')}`;
      return `${row}\n${row}\n`;
    });
    const file = Buffer.from(`case,opened,closed\n${rows.join('')}`);
    rows.length = 0;
    const uploaded = await bench.upload(of, file);
    const mapping = history.mapping('case,opened,closed');
    const { kpiMapping } = await import('@plumbline/measurements/schema');
    await bench.mappings.map(
      of.partner,
      uploaded.id,
      { mapping: kpiMapping.parse(mapping), name: 'Size' },
      uploaded.version,
    );
    (globalThis as { gc?: () => void }).gc?.();
    const idle = process.memoryUsage().rss;
    let peak = idle;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    const began = performance.now();
    await bench.check.process(of.tenant, uploaded.id);
    const checked = performance.now();
    const loaded = await bench.loaded(of, await bench.files.view(of.partner, uploaded.id));
    clearInterval(watch);
    if (process.env['CASES'])
      process.stdout.write(
        `${CASES} cases: checked ${Math.round(checked - began)} ms, loaded ${Math.round(performance.now() - checked)} ms, ${Math.round((peak - idle) / MIB)} MiB above idle\n`,
      );
    expect(loaded).toMatchObject({ state: 'evaluating', rows: { total: 2 * CASES, new: CASES } });
    expect(await stored(of)).toEqual({ cases: CASES, stretches: 1 });
    expect(await history.differences(of)).toEqual([]);
    expect((peak - idle) / MIB).toBeLessThan(200);
  });
});
