import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Tenant } from '@plumbline/platform/tenancy';
import { EvaluationBench, type StatedRow } from './evaluation-bench';

const serviceLevel = { metric: 'service_level', target: { comparator: '>=', value: '0.80' } } as const;
const weekly = { ...serviceLevel, window: 'week' };

const calls = (date: string, inTime: number, offered: number, more: Partial<StatedRow> = {}): StatedRow => ({
  date,
  amounts: { answered_within_threshold: inTime, offered, abandoned: 0 },
  ...more,
});

/** A row a day from `from` to `to`, all alike. */
const daily = (from: string, to: string, inTime: number, offered: number): StatedRow[] => {
  const days = Temporal.PlainDate.from(from).until(to).days + 1;
  return Array.from({ length: days }, (_, day) =>
    calls(Temporal.PlainDate.from(from).add({ days: day }).toString(), inTime, offered),
  );
};

describe('targets over windows other than months', () => {
  let bench: EvaluationBench;
  let tenant: Tenant;
  let vendorId: string;

  beforeAll(async () => {
    bench = await EvaluationBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    bench.clock.set('2026-11-05T12:00:00Z');
    tenant = await bench.tenant('America/New_York');
    vendorId = (await bench.database.vendor(tenant)).id;
  });

  const contract = (more: Partial<Parameters<EvaluationBench['contract']>[1]> = {}) =>
    bench.contract(tenant, { vendorId, slas: [weekly], ...more });
  const evaluate = (month = '2026-10') => bench.evaluate(tenant, vendorId, month);

  /** `first–last state numerator/denominator rN` of the newest results, by first day. */
  const results = async (slaId: string | undefined): Promise<string[]> => {
    const rows = await bench.query<{ line: string }>(
      tenant,
      `select concat_ws(' ', window_from || '/' || window_to, to_char(month, 'YYYY-MM'), state,
                coalesce(numerator::text || '/' || denominator::text, '-'), 'r' || revision) as line
       from result where tenant_id = $1 and sla_id = $2 and latest order by window_from`,
      [tenant.id, slaId],
    );
    return rows.map(({ line }) => line);
  };
  const breaches = async (): Promise<string[]> => {
    const rows = await bench.query<{ line: string }>(
      tenant,
      `select concat_ws(' ', window_kind, window_from || '/' || window_to, to_char(month, 'YYYY-MM'),
                case when closed_at is null then 'open' else closing_reason end) as line
       from breach where tenant_id = $1 and kind = 'target' order by window_from, month`,
      [tenant.id],
    );
    return rows.map(({ line }) => line);
  };

  it('are judged week by week, also where a week lies across two months', async () => {
    const { slaIds } = await contract({ effectiveFrom: '2026-09-01' });
    await bench.load(tenant, vendorId, [
      ...daily('2026-09-28', '2026-09-30', 60, 100), // with October's 4 days: 540 / 700 = 0.771…
      ...daily('2026-10-01', '2026-10-04', 90, 100),
      ...daily('2026-10-05', '2026-10-11', 80, 100), // exactly 0.80
      ...daily('2026-10-26', '2026-10-31', 85, 100), // 510 / 600, 1 November is missing
    ]);
    await evaluate('2026-09');
    await evaluate('2026-10');
    expect(await results(slaIds[0])).toEqual([
      // the week that began on 31 August began before the contract
      '2026-09-07/2026-09-13 2026-09 not_reported 0/0 r1',
      '2026-09-14/2026-09-20 2026-09 not_reported 0/0 r1',
      '2026-09-21/2026-09-27 2026-09 not_reported 0/0 r1',
      '2026-09-28/2026-10-04 2026-10 breached 540/700 r1',
      '2026-10-05/2026-10-11 2026-10 met 560/700 r1',
      '2026-10-12/2026-10-18 2026-10 provisional 0/0 r1',
      '2026-10-19/2026-10-25 2026-10 provisional 0/0 r1',
      '2026-10-26/2026-11-01 2026-11 met 510/600 r1',
    ]);
    expect(await breaches()).toEqual(['week 2026-09-28/2026-10-04 2026-10 open']);
  });

  it('are judged in a week across the end of a year, once, whichever month is evaluated', async () => {
    const { slaIds } = await contract({ effectiveFrom: '2026-12-01' });
    bench.clock.set('2027-01-05T12:00:00Z');
    await bench.load(tenant, vendorId, [
      ...daily('2026-12-28', '2026-12-31', 70, 100),
      ...daily('2027-01-01', '2027-01-03', 95, 100), // 280 + 285 = 565 of 700
    ]);
    await evaluate('2026-12');
    await evaluate('2027-01');
    expect((await results(slaIds[0])).filter((line) => line.startsWith('2026-12-28'))).toEqual([
      '2026-12-28/2027-01-03 2027-01 met 565/700 r1',
    ]);
    expect(await bench.asked(tenant, 'build-scorecards')).toEqual([
      `${vendorId}/2026-12`,
      `${vendorId}/2027-01`,
      `${vendorId}/2027-01`,
    ]);
  });

  it('place intervals on a day of 25 hours by their instant, whatever date the file states', async () => {
    const { slaIds } = await contract({ slas: [{ ...serviceLevel, window: 'day' }] });
    const half = (date: string, startsAt: string, inTime: number) =>
      calls(date, inTime, 10, { grain: 30, startsAt });
    await bench.load(tenant, vendorId, [
      half('2026-11-01', '2026-11-01T04:00:00Z', 10), // 00:00 in New York, still summer
      half('2026-11-02', '2026-11-02T04:30:00Z', 0), // 23:30 on 1 November there; the file counts in UTC
      half('2026-11-02', '2026-11-02T05:00:00Z', 10), // 00:00 on 2 November
    ]);
    await evaluate('2026-11');
    expect((await results(slaIds[0])).filter((line) => !line.includes('provisional'))).toEqual([
      '2026-11-01/2026-11-01 2026-11 breached 10/20 r1',
      '2026-11-02/2026-11-02 2026-11 met 10/10 r1',
    ]);
    const [{ breachedAt = null } = {}] = await bench.breaches(tenant, vendorId);
    expect(breachedAt?.toISOString()).toBe('2026-11-02T05:00:00.000Z');
  });

  it('look into the day before where a file of another zone strays into it', async () => {
    const { slaIds } = await contract({ slas: [{ ...serviceLevel, window: 'day' }] });
    // 22:00 on 31 October in New York, which the file states under 1 November
    await bench.load(tenant, vendorId, [
      calls('2026-11-01', 5, 10, { grain: 60, startsAt: '2026-11-01T02:00:00Z' }),
    ]);
    await evaluate('2026-11');
    expect((await results(slaIds[0])).filter((line) => line.includes('/10 '))).toEqual([
      '2026-10-31/2026-10-31 2026-10 breached 5/10 r1',
    ]);
  });

  it('are a quarter of three months, of which rows may say each as a whole', async () => {
    const { slaIds } = await contract({
      slas: [
        { ...serviceLevel, window: 'quarter' },
        { ...serviceLevel, window: 'week' },
      ],
      effectiveFrom: '2026-07-01',
    });
    const month = (date: string, inTime: number) => calls(date, inTime, 1000, { grain: 32_767 });
    await bench.load(tenant, vendorId, [month('2026-07-01', 800), month('2026-08-01', 700)]);
    await evaluate('2026-07');
    await evaluate('2026-08');
    expect(await results(slaIds[0])).toEqual(['2026-07-01/2026-09-30 2026-09 breached 1500/2000 r1']);
    await bench.load(tenant, vendorId, [month('2026-09-01', 900)]);
    await evaluate('2026-09');
    // 2,400 of 3,000 are 80 % exactly
    expect(await results(slaIds[0])).toEqual(['2026-07-01/2026-09-30 2026-09 met 2400/3000 r2']);
    expect(await breaches()).toEqual(['quarter 2026-07-01/2026-09-30 2026-09 restated']);
    // a month's row cannot be split: it says nothing of a week
    expect((await results(slaIds[1])).filter((line) => !line.includes(' 0/0 '))).toEqual([]);
  });

  it('say what they are in their trace, and count the days of the whole window', async () => {
    const { slaIds } = await contract({
      slas: [{ ...serviceLevel, window: 'quarter' }],
      effectiveFrom: '2026-07-01',
    });
    await bench.load(tenant, vendorId, daily('2026-07-30', '2026-09-02', 90, 100));
    await evaluate('2026-08');
    const [result] = await bench.revisions(tenant, slaIds[0] ?? '', '2026-09');
    expect(result?.trace.find(({ rule }) => rule === 'evidence.datedWindow')?.facts).toMatchObject({
      ...{ code: 'quarter', first: '2026-07-01', last: '2026-09-30', month: '2026-09' },
      ...{ start: '2026-07-01T04:00:00Z', end: '2026-10-01T04:00:00Z' },
    });
    expect(result?.trace.find(({ rule }) => rule === 'evidence.days')?.facts).toEqual({
      reported: 35,
      of: 92,
    });
    // due with the figures of its last month
    expect(result?.trace.find(({ rule }) => rule === 'evidence.datedWindow')?.facts['dueAt']).toBe(
      '2026-10-11T04:00:00Z',
    );
  });

  describe('that roll', () => {
    it('look back over so many days from every day, and a correction reaches exactly those that hold it', async () => {
      const { slaIds } = await contract({
        slas: [{ ...serviceLevel, window: 'rolling-7-days' }],
        effectiveFrom: '2026-10-01',
      });
      const days = [
        ...daily('2026-10-01', '2026-10-04', 80, 100),
        ...daily('2026-10-06', '2026-10-10', 80, 100),
      ];
      await bench.load(tenant, vendorId, [...days, calls('2026-10-05', 20, 100)]);
      await evaluate();
      expect((await results(slaIds[0])).slice(0, 10)).toEqual([
        // the first that lies in the contract whole ends on 7 October
        '2026-10-01/2026-10-07 2026-10 breached 500/700 r1',
        '2026-10-02/2026-10-08 2026-10 breached 500/700 r1',
        '2026-10-03/2026-10-09 2026-10 breached 500/700 r1',
        '2026-10-04/2026-10-10 2026-10 breached 500/700 r1',
        '2026-10-05/2026-10-11 2026-10 breached 420/600 r1',
        '2026-10-06/2026-10-12 2026-10 met 400/500 r1',
        '2026-10-07/2026-10-13 2026-10 met 320/400 r1',
        '2026-10-08/2026-10-14 2026-10 met 240/300 r1',
        '2026-10-09/2026-10-15 2026-10 met 160/200 r1',
        '2026-10-10/2026-10-16 2026-10 met 80/100 r1',
      ]);
      expect(await breaches()).toHaveLength(5);
      await bench.load(tenant, vendorId, [calls('2026-10-05', 80, 100)]);
      await evaluate();
      const corrected = await results(slaIds[0]);
      expect(corrected.filter((line) => line.endsWith('r2'))).toEqual([
        '2026-10-01/2026-10-07 2026-10 met 560/700 r2',
        '2026-10-02/2026-10-08 2026-10 met 560/700 r2',
        '2026-10-03/2026-10-09 2026-10 met 560/700 r2',
        '2026-10-04/2026-10-10 2026-10 met 560/700 r2',
        '2026-10-05/2026-10-11 2026-10 met 480/600 r2',
      ]);
      expect((await breaches()).every((line) => line.endsWith('restated'))).toBe(true);
    });

    it('look back over so many months from the end of every month', async () => {
      const { slaIds } = await contract({
        slas: [{ ...serviceLevel, window: 'rolling-2-months' }],
        effectiveFrom: '2026-08-01',
      });
      await bench.load(tenant, vendorId, [
        calls('2026-08-15', 60, 100),
        calls('2026-09-15', 90, 100),
        calls('2026-10-15', 100, 100),
      ]);
      for (const month of ['2026-08', '2026-09', '2026-10']) await evaluate(month);
      expect(await results(slaIds[0])).toEqual([
        '2026-08-01/2026-09-30 2026-09 breached 150/200 r1',
        '2026-09-01/2026-10-31 2026-10 met 190/200 r1',
        '2026-10-01/2026-11-30 2026-11 provisional 100/100 r1',
      ]);
      // November has not ended, and has begun: it has a scorecard to come
      expect(new Set(await bench.asked(tenant, 'build-credits'))).toEqual(
        new Set([`${vendorId}/2026-09`, `${vendorId}/2026-10`, `${vendorId}/2026-11`]),
      );
    });
  });

  it('are corrected where a touched day lies, and nowhere else', async () => {
    const { slaIds } = await contract({
      slas: [weekly, { ...weekly, segment: { queue: 'claims' } }, serviceLevel],
      effectiveFrom: '2026-10-01',
    });
    await bench.load(tenant, vendorId, daily('2026-10-05', '2026-10-18', 90, 100));
    await evaluate();
    await bench.load(tenant, vendorId, [calls('2026-10-12', 20, 100)], { name: 'corrected.csv' });
    await evaluate();
    expect((await results(slaIds[0])).slice(0, 2)).toEqual([
      '2026-10-05/2026-10-11 2026-10 met 630/700 r1',
      '2026-10-12/2026-10-18 2026-10 met 560/700 r2', // 540 + 20
    ]);
    expect((await results(slaIds[1])).every((line) => line.endsWith('r1'))).toBe(true);
    expect(await bench.revisions(tenant, slaIds[2] ?? '', '2026-10')).toMatchObject([
      { revision: 1, numerator: '1260' },
      { revision: 2, numerator: '1190', latest: true },
    ]);
  });

  it('keep the version that was in force on their first day, and lose what a later one takes over', async () => {
    const first = await contract({ effectiveFrom: '2026-09-01', slas: [weekly] });
    await bench.load(tenant, vendorId, daily('2026-09-28', '2026-10-11', 70, 100));
    await evaluate('2026-09');
    await evaluate('2026-10');
    expect(await breaches()).toEqual([
      'week 2026-09-28/2026-10-04 2026-10 open',
      'week 2026-10-05/2026-10-11 2026-10 open',
    ]);
    // from 1 October, a Thursday, 70 % are enough
    await bench.query(
      tenant,
      `update contract_version set effective_to = '2026-10-01' where tenant_id = $1`,
      [tenant.id],
    );
    const second = await contract({
      ...{ contractId: first.contractId, number: 2, effectiveFrom: '2026-10-01' },
      slas: [{ ...weekly, target: { comparator: '>=', value: '0.70' } }],
    });
    await evaluate('2026-10');
    expect((await results(first.slaIds[0])).slice(-1)).toEqual([
      '2026-09-28/2026-10-04 2026-10 breached 490/700 r1',
    ]);
    expect((await results(second.slaIds[0]))[0]).toBe('2026-10-05/2026-10-11 2026-10 met 490/700 r1');
    expect(await breaches()).toEqual([
      'week 2026-09-28/2026-10-04 2026-10 open',
      'week 2026-10-05/2026-10-11 2026-10 terms_changed',
    ]);
  });

  it('wait for their end, which the sweep remembers, and are written once', async () => {
    bench.clock.set('2026-10-14T12:00:00Z');
    const { slaIds } = await contract({ effectiveFrom: '2026-10-01' });
    await bench.load(tenant, vendorId, daily('2026-10-12', '2026-10-13', 70, 100));
    await evaluate();
    await evaluate();
    expect((await results(slaIds[0])).slice(-1)).toEqual([
      '2026-10-12/2026-10-18 2026-10 at_risk 140/200 r1',
    ]);
    expect(await breaches()).toEqual([]);
    bench.clock.set('2026-10-19T03:59:00Z'); // a minute before midnight in New York
    expect(await bench.waiting(tenant)).toEqual([]);
    bench.clock.set('2026-10-19T04:01:00Z');
    expect(await bench.waiting(tenant)).toEqual([`${vendorId}/2026-10`]);
    await evaluate();
    expect((await results(slaIds[0])).slice(1, 2)).toEqual([
      '2026-10-12/2026-10-18 2026-10 breached 140/200 r2',
    ]);
  });

  describe('owe their reports by month all the same', () => {
    const duties = async () => {
      const rows = await bench.query<{ line: string }>(
        tenant,
        `select to_char(month, 'YYYY-MM') || ' ' || state as line from reporting_duty where tenant_id = $1 order by month`,
        [tenant.id],
      );
      return rows.map(({ line }) => line);
    };

    it('a week’s and a quarter’s rows report the month they lie in, and no other', async () => {
      await contract({
        slas: [weekly, { ...serviceLevel, window: 'quarter' }],
        effectiveFrom: '2026-10-01',
        activatedAt: '2026-10-01T00:00:00Z',
      });
      await bench.load(tenant, vendorId, daily('2026-10-05', '2026-10-11', 90, 100));
      await evaluate();
      expect((await duties())[0]).toBe('2026-10 met');
      bench.clock.set('2026-12-12T12:00:00Z');
      await evaluate('2026-11');
      expect((await duties()).slice(0, 2)).toEqual(['2026-10 met', '2026-11 breached']);
    });
  });
});
