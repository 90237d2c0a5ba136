import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MeasurementsBench } from '../measurements-bench';
import { IntervalHistory, mapping } from './interval-history.fixture';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

describe('merging KPI files', () => {
  let bench: MeasurementsBench;
  let history: IntervalHistory;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
    history = new IntervalHistory(bench);
  });
  afterAll(() => bench.close());

  it('adds what is new, keeps what it replaces, and touches nothing else', async () => {
    const of = await bench.tenant();
    const first = await history.load(
      of,
      'start,queue,offered,answered\n2026-03-02 09:00,claims,10,9\n2026-03-02 09:30,claims,12,11\n',
    );
    expect(first).toMatchObject({
      state: 'evaluating',
      loadNumber: 1,
      rows: { new: 2, unchanged: 0, restated: 0 },
    });
    expect(await history.dirty(of)).toEqual(['2026-03 claims']);
    await history.clean(of);

    const text =
      'start,queue,offered,answered\n2026-03-02 09:00,claims,10,9\n2026-03-02 09:30,claims,13,11\n2026-02-02 09:30,billing,5,5\n';
    const second = await history.load(of, text, 'Recount');
    expect(second).toMatchObject({
      loadNumber: 2,
      rows: { new: 1, unchanged: 1, restated: 1 },
      restatementReason: 'Recount',
    });
    expect(await history.facts(of)).toEqual([
      { start: '2026-02-02 09:30', queue: 'billing', amounts: ['5', '5', null], load: 2 },
      { start: '2026-03-02 09:00', queue: 'claims', amounts: ['10', '9', null], load: 1 },
      { start: '2026-03-02 09:30', queue: 'claims', amounts: ['13', '11', null], load: 2 },
    ]);
    expect(await history.dirty(of)).toEqual(['2026-02 billing', '2026-03 claims']);
    expect(
      await bench.query(
        of,
        'select amounts[1]::text as offered, load_number::int, superseded_by::int, line::int from measurement_superseded where tenant_id = $1',
      ),
    ).toEqual([{ offered: '12', load_number: 1, superseded_by: 2, line: 3 }]);

    const asOf = (load: number) =>
      bench.query(
        of,
        `select line::int, amounts[1]::text as offered, load_number::int as load from (
           select line, amounts, load_number, starts_at from measurement
           where tenant_id = $1 and local_date >= '2026-03-01' and load_number <= $2
           union all
           select line, amounts, load_number, starts_at from measurement_superseded
           where tenant_id = $1 and local_date >= '2026-03-01' and load_number <= $2 and superseded_by > $2
         ) stood order by starts_at`,
        [load],
      );
    expect(await asOf(1)).toEqual([
      { line: 2, offered: '10', load: 1 },
      { line: 3, offered: '12', load: 1 },
    ]);
    expect(await asOf(2)).toEqual([
      { line: 2, offered: '10', load: 1 },
      { line: 3, offered: '13', load: 2 },
    ]);
  });

  it('asks for one evaluation of each month it touches, however many segments, fresh or not', async () => {
    const of = await bench.tenant();
    const asked = () =>
      bench.database.door.withRole('relay', async (connection) => {
        const { rows } = await connection.query<{ row_id: string }>(
          `select row_id from outbox where tenant_id = $1 and topic = 'evaluate' order by row_id`,
          [of.tenant.id],
        );
        return rows.map(({ row_id: row }) => row.split('/')[1]);
      });
    const day = (month: string, offered: number) =>
      ['claims', 'billing', 'pharmacy']
        .map((queue) => `2026-${month}-02 09:00,${queue},${offered}\n`)
        .join('');
    await history.load(of, `start,queue,offered\n${day('02', 5)}${day('03', 5)}`);
    expect(await asked()).toEqual(['2026-02', '2026-03']);
    await history.load(of, `start,queue,offered\n${day('02', 5)}${day('03', 6)}`, 'Recount');
    expect(await asked()).toEqual(['2026-02', '2026-03', '2026-03']);
  });

  it('changes nothing the second time, and says so', async () => {
    const of = await bench.tenant();
    const text =
      'start,queue,offered,answered,rate\n2026-03-02 09:00,claims,10,9,10\n2026-03-02 09:30,claims,,,\n';
    await history.load(of, text);
    await history.clean(of);
    const again = await bench.checked(of, text, mapping(text));
    expect(again).toMatchObject({
      state: 'unchanged',
      rows: { new: 0, unchanged: 2, restated: 0 },
      loadNumber: null,
    });
    expect(again.finishedAt).not.toBeNull();
    expect(await history.dirty(of)).toEqual([]);
    expect(await bench.query(of, 'select last_number::int from load_counter where tenant_id = $1')).toEqual([
      { last_number: 1 },
    ]);
  });

  it('asks why before it replaces figures of an earlier file', async () => {
    const of = await bench.tenant();
    await history.load(of, 'start,queue,offered\n2026-03-02 09:00,claims,10\n');
    const text = 'start,queue,offered\n2026-03-02 09:00,claims,\n';
    const file = await bench.checked(of, text, mapping(text));
    expect(file).toMatchObject({ state: 'checked', rows: { restated: 1 }, effect: { needsReason: true } });
    await expect(bench.loaded(of, file)).rejects.toMatchObject({ fields: [{ path: 'restatementReason' }] });
    expect(await bench.loaded(of, file, { restatementReason: 'Counted by mistake' })).toMatchObject({
      state: 'evaluating',
    });
    expect((await history.facts(of)).map(({ amounts }) => amounts)).toEqual([[null, null, null]]);
  });

  it('takes a file that reports other measures of known intervals as an addition, with a source for each amount', async () => {
    const of = await bench.tenant();
    await history.load(of, 'start,queue,offered,answered\n2026-03-02 09:00,claims,10,9\n');
    const text = 'queue,start,abandoned\nclaims,2026-03-02 08:30,0\nclaims,2026-03-02 09:00,1\n';
    const file = await bench.checked(of, text, mapping(text));
    expect(file).toMatchObject({ rows: { new: 2, restated: 0 }, effect: { needsReason: false } });
    await bench.loaded(of, file);
    const [, row] = await bench.query<Record<string, unknown>>(
      of,
      `select m.kpi_file_id as file, m.line::int, m.amounts[1]::int as offered, m.amounts[4]::int as abandoned,
              m.files[1] as offered_file, m.lines[1]::int as offered_line, m.files[4] as abandoned_file
       from measurement m where tenant_id = $1 order by starts_at`,
    );
    expect(row).toMatchObject({
      file: file.id,
      line: 3,
      offered: 10,
      abandoned: 1,
      offered_line: 2,
      abandoned_file: null,
    });
    expect(row?.['offered_file']).not.toBe(file.id);
    expect(
      await bench.query(
        of,
        `select sum(rows)::int as rows, sum(amounts[1])::int as offered, sum(amounts[4])::int as abandoned,
                sum(missing[1])::int as offered_missing, sum(missing[4])::int as abandoned_missing
         from measurement_day where tenant_id = $1`,
      ),
    ).toEqual([{ rows: 2, offered: 10, abandoned: 1, offered_missing: 1, abandoned_missing: 0 }]);
  });

  it('finds two rows for one key, drops the repeat and refuses the contradiction', async () => {
    const of = await bench.tenant();
    const text = [
      'start,queue,offered',
      '2026-03-02 09:00,claims,10',
      '2026-03-02 09:30,claims,7',
      '2026-03-02 09:00,claims,10',
      '2026-03-02 09:30,claims,8',
      '2026-03-02 10:00,claims,6',
      '',
    ].join('\n');
    const file = await bench.checked(of, text, mapping(text));
    expect(file).toMatchObject({ state: 'checked', rows: { total: 5, wrong: 2, new: 2, unchanged: 1 } });
    const problems = await bench.files.problems(of.partner, file.id, { limit: 10, cursor: undefined });
    expect(problems.items.map(({ line, code, detail }) => [line, code, detail])).toEqual([
      [3, 'duplicate-key', 'Line 5 gives other figures for the same vendor, period and segment.'],
      [5, 'duplicate-key', 'Line 3 gives other figures for the same vendor, period and segment.'],
    ]);
    await expect(bench.loaded(of, file)).rejects.toMatchObject({ code: 'wrong-rows' });
    expect(await bench.loaded(of, file, { wrongRows: 'leave_out' })).toMatchObject({
      state: 'evaluating',
      rows: { wrong: 2, new: 2 },
    });
    expect((await history.facts(of)).map(({ start }) => start)).toEqual([
      '2026-03-02 09:00',
      '2026-03-02 10:00',
    ]);
  });

  it('sees through two codes of one vendor, and holds a vendor to its own rows', async () => {
    const of = await bench.tenant();
    await bench.query(
      of,
      `insert into vendor_alias (tenant_id, source_code, vendor_id, created_at) values ($1, 'NYC', $2, $3)`,
      [of.vendor.id, bench.clock.date()],
    );
    const text = [
      'start,site,offered',
      `2026-03-02 09:00,${of.vendor.code},10`,
      '2026-03-02 09:00,NYC,10',
      '2026-03-02 09:30,NYC,11',
      `2026-03-02 09:30,${of.vendor.code},12`,
      '2026-03-02 10:00,NYC,13',
      '2026-03-02 10:00,SOMEBODY,14',
      '',
    ].join('\n');
    const file = await bench.checked(of, text, mapping(text, {}, { site: { kind: 'vendor' } }));
    expect(file).toMatchObject({ state: 'checked', rows: { total: 6, wrong: 3, new: 2, unchanged: 1 } });
    const { items } = await bench.files.problems(of.partner, file.id, { limit: 10, cursor: undefined });
    expect(items.map(({ line, code, value }) => [line, code, value])).toEqual([
      [4, 'duplicate-key', null],
      [5, 'duplicate-key', null],
      [7, 'not-your-vendor', 'SOMEBODY'],
    ]);
    await bench.loaded(of, file, { wrongRows: 'leave_out' });
    expect((await bench.query(of, 'select vendor_id from measurement where tenant_id = $1')).length).toBe(2);
  });

  it('makes one measurement of the rows of a long file, each amount with its own line', async () => {
    const of = await bench.tenant();
    const text = [
      'start,queue,what,how_many',
      '2026-03-02 09:00,claims,Calls offered,10',
      '2026-03-02 09:30,claims,Calls offered,4',
      '2026-03-02 09:00,claims,Calls answered,9',
      '2026-03-02 09:30,claims,Calls answered,5',
      '2026-03-02 10:00,claims,Mood,5',
      '',
    ].join('\n');
    const names = [
      { name: 'Calls offered', means: { kind: 'measure' as const, measure: 'offered' } },
      { name: 'Calls answered', means: { kind: 'measure' as const, measure: 'answered' } },
    ];
    const long = mapping(text, {}, { what: { kind: 'measure_name', names }, how_many: { kind: 'value' } });
    const file = await bench.checked(of, text, long);
    const problems = await bench.files.problems(of.partner, file.id, { limit: 10, cursor: undefined });
    expect(problems.items.map(({ line, code }) => [line, code])).toEqual([
      [3, 'impossible-count'],
      [5, 'impossible-count'],
      [6, 'unknown-measure'],
    ]);
    await bench.loaded(of, file, { wrongRows: 'leave_out' });
    expect(
      await bench.query(
        of,
        `select line::int, amounts[1]::int as offered, amounts[2]::int as answered, lines::int[] as lines, files
         from measurement where tenant_id = $1`,
      ),
    ).toEqual([{ line: 2, offered: 10, answered: 9, lines: [null, 4], files: null }]);
    expect(await bench.checked(of, text, long)).toMatchObject({
      rows: { new: 0, restated: 0, unchanged: 1 },
    });
  });

  it('keeps day sums, stored rows and dirty windows right through random histories', async () => {
    const random = seeded(20_260_402);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const of = await bench.tenant();
    const model = new Map<string, Record<string, string | null>>();
    const columns = [
      ['offered', 'answered'],
      ['abandoned'],
      ['offered', 'answered', 'abandoned'],
      ['offered'],
    ];
    for (let round = 0; round < 14; round += 1) {
      const reports = pick(columns);
      const rows = new Map<string, Record<string, string | null>>();
      for (let n = 0; n < 25; n += 1) {
        const key = `2026-0${pick([2, 3])}-0${pick([1, 2, 8])} 1${pick([0, 1])}:${pick(['00', '30'])},${pick(['claims', 'billing'])}`;
        const offered = 10 + Math.floor(random() * 4);
        const amounts: Record<string, string> = {
          offered: `${offered}`,
          answered: `${offered - 2}`,
          abandoned: `${Math.floor(random() * 2)}`,
        };
        rows.set(
          key,
          Object.fromEntries(reports.map((name) => [name, random() < 0.15 ? null : (amounts[name] ?? null)])),
        );
      }
      const lines = [...rows].map(
        ([key, row]) => `${key},${reports.map((name) => row[name] ?? '').join(',')}`,
      );
      const text = `start,queue,${reports.join(',')}\n${lines.join('\n')}\n`;
      await history.load(of, text, `Round ${round}`);

      const touched = new Set<string>();
      for (const [key, row] of rows) {
        const before = model.get(key);
        if (!before || reports.some((name) => (before[name] ?? null) !== row[name]))
          touched.add(`${key.slice(0, 7)} ${key.split(',')[1]}`);
        model.set(key, { offered: null, answered: null, abandoned: null, ...before, ...row });
      }
      const expected = [...model].map(([key, row]) => ({
        start: key.split(',')[0],
        queue: key.split(',')[1],
        amounts: [row['offered'], row['answered'], row['abandoned']],
        load: expect.any(Number),
      }));
      expect(await history.facts(of)).toEqual(
        expected.sort((a, b) => (`${a.start} ${a.queue}` < `${b.start} ${b.queue}` ? -1 : 1)),
      );
      expect(await history.dirty(of)).toEqual([...touched].sort());
      await history.clean(of);
      expect(await history.differences(of)).toEqual([]);
    }
    // every value that ever stood is still there, under the load that brought it
    const [{ lost } = { lost: -1 }] = await bench.query<{ lost: number }>(
      of,
      `select count(*)::int as lost from measurement_superseded s where s.tenant_id = $1
         and s.superseded_by > (select last_number from load_counter where tenant_id = $1)`,
    );
    expect(lost).toBe(0);
  });
});

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
