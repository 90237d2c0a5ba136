import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import { actorIn } from '@plumbline/platform/testing';
import { type MeasuredTenant, MeasurementsBench } from '../measurements-bench';
import { CaseHistory } from './case-history.fixture';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

const lines = (...rows: string[]) => ['case,opened,closed', ...rows, ''].join('\n');

describe('files of cases', () => {
  let bench: MeasurementsBench;
  let history: CaseHistory;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
    history = new CaseHistory(bench);
  });
  afterAll(() => bench.close());

  const moveTo = (instant: string) => bench.clock.set(instant);
  const cases = (of: MeasuredTenant) =>
    bench.query<Record<string, unknown>>(
      of,
      `select number, opened_on::text as opened, closed_on::text as closed, due_on::text as due, lines::text, load_number::int as load
       from kpi_case where tenant_id = $1 order by number`,
    );

  it('counts a case once however many rows it has, by the day it was due and the day it was closed', async () => {
    const of = await bench.tenant();
    const file = await history.load(
      of,
      lines(
        'A,2026-03-02,2026-03-10',
        'B,2026-03-02,2026-03-20',
        'A,2026-03-02,2026-03-10',
        'A,2026-03-02,2026-03-10',
      ),
    );
    expect(file).toMatchObject({
      state: 'evaluating',
      rows: { total: 4, wrong: 0, new: 2, unchanged: 0, restated: 0 },
      effect: { cases: 2, months: ['2026-03'], needsReason: false },
    });
    expect(await history.days(of)).toEqual([
      '2026-03-10: closed 1/1',
      '2026-03-17: due 2/1',
      '2026-03-20: closed 1/0',
    ]);
    expect(await cases(of)).toMatchObject([
      { number: 'A', due: '2026-03-17', lines: '{[2,3),[4,6)}' },
      { number: 'B', due: '2026-03-17', lines: '{[3,4)}' },
    ]);
    expect(await history.differences(of)).toEqual([]);
  });

  it('counts business days by the calendar that the mapping names', async () => {
    const of = await bench.tenant();
    const calendar = await history.federalCalendar(of);
    const how = { cases: { close: { amount: 15, unit: 'businessDays' }, calendar } };
    // Presidents' Day lies between: with it, the 15th business day is the 25th
    await history.load(of, lines('A,2026-02-03,2026-02-25', 'B,2026-02-03,2026-02-26'), how);
    expect(await history.days(of)).toEqual(['2026-02-25: due 2/1, closed 1/1', '2026-02-26: closed 1/0']);
    const text = lines('C,2026-02-03,');
    const other = { close: { amount: 15, unit: 'businessDays' }, calendar: { ...calendar, number: 2 } };
    await expect(bench.checked(of, text, history.mapping(text, other))).rejects.toMatchObject({
      fields: [{ path: 'mapping.cases.calendar', code: 'unknown-calendar' }],
    });
  });

  it('takes a closing that was open before as progress: no reason is asked', async () => {
    const of = await bench.tenant();
    await history.load(of, lines('A,2026-03-02,', 'B,2026-03-03,2026-03-05'));
    expect(await history.days(of)).toEqual([
      '2026-03-05: closed 1/1',
      '2026-03-17: due 1/0',
      '2026-03-18: due 1/1',
    ]);
    const file = await history.load(of, lines('A,2026-03-02,2026-03-16', 'B,2026-03-03,2026-03-05'));
    expect(file).toMatchObject({
      state: 'evaluating',
      rows: { new: 1, unchanged: 1, restated: 0 },
      effect: { needsReason: false },
      restatementReason: null,
    });
    expect(await history.days(of)).toEqual([
      '2026-03-05: closed 1/1',
      '2026-03-16: closed 1/1',
      '2026-03-17: due 1/1',
      '2026-03-18: due 1/1',
    ]);
    expect(await history.differences(of)).toEqual([]);
  });

  it('leaves the counts of months that are no longer kept as they are', async () => {
    const of = await bench.tenant();
    await history.load(of, lines('A,2023-03-01,2023-03-10'));
    const then = ['2023-03-10: closed 1/1', '2023-03-16: due 1/1'];
    expect(await history.days(of)).toEqual(then);
    // the same installation, told since to keep two years
    const later = await MeasurementsBench.open(24);
    const text = lines('A,2026-03-02,2026-03-10');
    const file = await later.checked(of, text, history.mapping(text));
    expect(file).toMatchObject({ state: 'checked', rows: { restated: 1 }, effect: { months: ['2026-03'] } });
    await later.loaded(of, file, { restatementReason: 'The year was a slip' });
    expect(await history.days(of)).toEqual([...then, '2026-03-10: closed 1/1', '2026-03-17: due 1/1']);
    const refused = await later.checked(of, lines('C,2023-03-01,2023-03-10'), history.mapping(text));
    expect(refused).toMatchObject({
      state: 'refused',
      refusal: { code: 'no-valid-rows' },
      rows: { wrong: 1 },
    });
    await later.close();
  });

  it('asks why a known closing or opening changes, and keeps what it replaces', async () => {
    const of = await bench.tenant();
    await history.load(of, lines('A,2026-03-02,2026-03-10'));
    const text = lines('A,2026-03-02,2026-03-19');
    const file = await bench.checked(of, text, history.mapping(text));
    expect(file).toMatchObject({ rows: { new: 0, restated: 1 }, effect: { needsReason: true } });
    await expect(bench.loaded(of, file)).rejects.toMatchObject({ fields: [{ path: 'restatementReason' }] });
    await bench.loaded(of, file, { restatementReason: 'Closed too early by mistake' });
    expect(await history.days(of)).toEqual(['2026-03-17: due 1/0', '2026-03-19: closed 1/0']);
    expect(
      await bench.query(
        of,
        'select closed_on::text as closed, superseded_by::int as by from kpi_case_superseded where tenant_id = $1',
      ),
    ).toEqual([{ closed: '2026-03-10', by: 2 }]);
    const opened = await history.load(of, lines('A,2026-03-01,2026-03-19'), {
      restatementReason: 'Opened earlier',
    });
    expect(opened).toMatchObject({ rows: { restated: 1 } });
    expect(await history.days(of)).toEqual(['2026-03-16: due 1/0', '2026-03-19: closed 1/0']);
    expect(await history.differences(of)).toEqual([]);
  });

  it('takes a reopened case back out of what was closed, with a reason', async () => {
    const of = await bench.tenant();
    await history.load(of, lines('A,2026-03-02,2026-03-10'));
    const text = lines('A,2026-03-02,');
    const file = await bench.checked(of, text, history.mapping(text));
    expect(file).toMatchObject({ rows: { restated: 1 }, effect: { needsReason: true } });
    const restated = await bench.restated.list(of.partner, file.id, { limit: 50 });
    expect(restated.items).toMatchObject([
      { localDate: '2026-03-10', figure: { code: 'cases_closed' }, before: '1', after: '0' },
      { localDate: '2026-03-10', figure: { code: 'cases_closed_in_time' }, before: '1', after: '0' },
      { localDate: '2026-03-17', figure: { code: 'complaints_closed_in_time' }, before: '1', after: '0' },
    ]);
    await bench.loaded(of, file, { restatementReason: 'Reopened' });
    expect(await history.days(of)).toEqual(['2026-03-17: due 1/0']);
    expect(await history.differences(of)).toEqual([]);
  });

  it('counts an open case as due once its deadline has passed, with the next file whatever that is about', async () => {
    const of = await bench.tenant();
    moveTo('2026-03-10T12:00:00Z');
    const first = await history.load(of, lines('A,2026-03-02,', 'B,2026-03-02,2026-03-06'));
    expect(first).toMatchObject({ state: 'evaluating' });
    expect(await history.days(of)).toEqual(['2026-03-06: closed 1/1']);
    const open = await history.load(of, lines('C,2026-03-09,'));
    // nothing to evaluate yet, and the case is kept
    expect(open).toMatchObject({ state: 'done', rows: { new: 1 }, loadNumber: 2 });
    moveTo('2026-04-02T12:00:00Z');
    const later = await history.load(of, lines('D,2026-03-30,2026-03-31'));
    expect(later).toMatchObject({
      rows: { new: 4, unchanged: 0, restated: 0 },
      effect: { months: ['2026-03'] },
    });
    expect(await history.days(of)).toEqual([
      '2026-03-06: closed 1/1',
      '2026-03-17: due 2/1',
      '2026-03-24: due 1/0',
      '2026-03-31: closed 1/1',
    ]);
    expect(await history.differences(of)).toEqual([]);
    expect(await history.load(of, lines('D,2026-03-30,2026-03-31'))).toMatchObject({ state: 'unchanged' });
  });

  it('counts a case that comes in two files once', async () => {
    const of = await bench.tenant();
    await history.load(of, lines('A,2026-03-02,2026-03-10', 'B,2026-03-02,2026-03-11'));
    const second = await history.load(of, lines('B,2026-03-02,2026-03-11', 'C,2026-03-02,2026-03-12'));
    expect(second).toMatchObject({ rows: { new: 1, unchanged: 1, restated: 0 } });
    expect(await history.days(of)).toEqual([
      '2026-03-10: closed 1/1',
      '2026-03-11: closed 1/1',
      '2026-03-12: closed 1/1',
      '2026-03-17: due 3/3',
    ]);
    expect(await cases(of)).toMatchObject([{ load: 1 }, { load: 1 }, { load: 2 }]);
  });

  it('names both lines where rows of a case contradict each other, and leaves the whole case out', async () => {
    const of = await bench.tenant();
    const text = lines(
      'A,2026-03-02,2026-03-10',
      'A,2026-03-02,2026-03-10',
      'A,2026-03-02,2026-03-11',
      'B,2026-03-02,2026-03-10',
      'B,2026-03-04,2026-03-10',
      'C,2026-03-02,',
      'C,2026-03-02,2026-03-10',
      'D,2026-03-02,2026-03-10',
    );
    const file = await bench.checked(of, text, history.mapping(text));
    expect(file).toMatchObject({ state: 'checked', rows: { total: 8, wrong: 7, new: 1 } });
    const problems = await bench.files.problems(of.partner, file.id, { limit: 50 });
    expect(
      problems.items.map(({ line, columnName, code, detail }) => `${line} ${columnName} ${code}: ${detail}`),
    ).toEqual([
      '2 closed contradicting-case: Line 4 states another closing for case A: which one is right?',
      '3 closed contradicting-case: Line 4 states another closing for case A: which one is right?',
      '4 closed contradicting-case: Line 2 states another closing for case A: which one is right?',
      '5 opened contradicting-case: Line 6 states another opening for case B: which one is right?',
      '6 opened contradicting-case: Line 5 states another opening for case B: which one is right?',
      '7 closed contradicting-case: Line 8 states another closing for case C: which one is right?',
      '8 closed contradicting-case: Line 7 states another closing for case C: which one is right?',
    ]);
    await bench.loaded(of, file, { wrongRows: 'leave_out' });
    expect((await cases(of)).map(({ number }) => number)).toEqual(['D']);
  });

  it('says of each wrong row what is wrong with it', async () => {
    const of = await bench.tenant();
    const text = lines(
      'A,2026-03-10,2026-03-09',
      ',2026-03-02,',
      `${'9'.repeat(1000)},2026-03-02,`,
      'B,2026-13-02,',
      'C,2026-04-30,',
      'D,,2026-03-09',
      'E,2026-03-02,2026-03-02',
    );
    const file = await bench.checked(of, text, history.mapping(text));
    const problems = await bench.files.problems(of.partner, file.id, { limit: 50 });
    expect(problems.items.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 3, 'before-opened'],
      [3, 1, 'no-case-number'],
      [4, 1, 'too-long'],
      [5, 2, 'not-a-date'],
      [6, 2, 'future-date'],
      [7, 2, 'not-a-date'],
    ]);
    expect(problems.items[2]?.value?.length).toBeLessThan(300);
    expect(file.rows).toMatchObject({ total: 7, wrong: 6, new: 1 });
  });

  it('moves a case to another vendor: out of the one’s counts, into the other’s, with a reason', async () => {
    const of = await bench.tenant('America/New_York', true);
    const [one, two] = [await bench.database.vendor(of.tenant), await bench.database.vendor(of.tenant)];
    const text = (whose: string) => `case,opened,closed,vendor\nA,2026-03-02,2026-03-10,${whose}\n`;
    await history.load(of, text(one.code));
    expect(await history.days(of)).toEqual([
      `2026-03-10 ${one.code}: closed 1/1`,
      `2026-03-17 ${one.code}: due 1/1`,
    ]);
    const moved = await history.load(of, text(two.code), { restatementReason: 'Handled by the other one' });
    expect(moved).toMatchObject({ state: 'evaluating', rows: { new: 0, restated: 1 } });
    expect(await history.days(of)).toEqual([
      `2026-03-10 ${two.code}: closed 1/1`,
      `2026-03-17 ${two.code}: due 1/1`,
    ]);
    const both = `case,opened,closed,vendor\nB,2026-03-02,2026-03-10,${one.code}\nB,2026-03-02,2026-03-10,${two.code}\n`;
    const refused = await bench.checked(of, both, history.mapping(both));
    expect(refused).toMatchObject({ state: 'refused', rows: { wrong: 2 } });
    const each = await history.load(of, both, { cases: { severalVendors: 'each' } });
    expect(each).toMatchObject({ rows: { new: 2 } });
    expect(await history.days(of)).toEqual(
      [
        `2026-03-10 ${one.code}: closed 1/1`,
        `2026-03-10 ${two.code}: closed 2/2`,
        `2026-03-17 ${one.code}: due 1/1`,
        `2026-03-17 ${two.code}: due 2/2`,
      ].sort(),
    );
    expect(await history.differences(of)).toEqual([]);
  });

  it('moves a case to another queue, and counts acknowledgement where it is stated', async () => {
    const of = await bench.tenant();
    const how = { cases: { acknowledge: { amount: 2, unit: 'calendarDays' } } };
    const text = (queue: string, acknowledged: string) =>
      `case,opened,acknowledged,closed,queue\nA,2026-03-02,${acknowledged},2026-03-10,${queue}\n`;
    await history.load(of, text('claims', ''), how);
    expect(await history.days(of)).toEqual([
      '2026-03-04 claims: ack 1/0',
      '2026-03-10 claims: closed 1/1',
      '2026-03-17 claims: due 1/1',
    ]);
    expect(await history.load(of, text('claims', '2026-03-04'), how)).toMatchObject({
      rows: { new: 1, restated: 0 },
    });
    const moved = await history.load(of, text('billing', '2026-03-04'), {
      ...how,
      restatementReason: 'Wrong queue',
    });
    expect(moved).toMatchObject({ rows: { restated: 1 } });
    expect(await history.days(of)).toEqual([
      '2026-03-04 billing: ack 1/1',
      '2026-03-10 billing: closed 1/1',
      '2026-03-17 billing: due 1/1',
    ]);
    // a file that says nothing of acknowledgement leaves what is known of it
    const silent = 'case,opened,closed,queue\nA,2026-03-02,2026-03-10,billing\n';
    expect(await history.load(of, silent)).toMatchObject({ state: 'unchanged' });
  });

  it('counts hours from instant to instant', async () => {
    const of = await bench.tenant();
    const text = lines('A,2026-03-07 20:00,2026-03-08 20:59', 'B,2026-03-07 20:00,2026-03-08 21:01');
    const format = 'YYYY-MM-DD HH:mm' as const;
    const mapping = history.mapping(
      text,
      { close: { amount: 24, unit: 'hours' } },
      { opened: { kind: 'case_opened', format }, closed: { kind: 'case_closed', format } },
    );
    // clocks went forward that night: 24 hours end at 21:00 (semantics rule 7)
    await bench.loaded(of, await bench.checked(of, text, mapping));
    expect(await history.days(of)).toEqual(['2026-03-08: due 2/1, closed 2/1']);
  });

  it('keeps cases apart by tenant, by vendor and by whose numbers they are', async () => {
    const of = await bench.tenant();
    const stranger = await bench.tenant();
    await history.load(of, lines('A,2026-03-02,2026-03-10'));
    const seen = (actor: ReturnType<typeof actorIn>) =>
      bench.database.door.withTenant(actor, (tx) => tx.query('select number from kpi_case'));
    expect(await seen(of.partner)).toEqual([{ number: 'A' }]);
    expect(await seen(actorIn(of.tenant, 'vendor_contributor', [newId()]))).toEqual([]);
    expect(await seen(stranger.manager)).toEqual([]);
    await expect(
      bench.query(of, `update kpi_case set closed_on = null where tenant_id = $1`),
    ).rejects.toThrow(/permission denied/);
    // another vendor of the tenant has a case of the same number
    const vendor = await bench.database.vendor(of.tenant);
    const other = { ...of, vendor, partner: actorIn(of.tenant, 'vendor_contributor', [vendor.id]) };
    const file = await history.load(other, lines('A,2026-03-05,2026-03-12'));
    expect(file).toMatchObject({ rows: { new: 1, restated: 0 } });
    expect(await cases(of)).toHaveLength(2);
  });
});
