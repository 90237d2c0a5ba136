import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import {
  type BenchTenant,
  type BenchVendor,
  openScorecardsBench,
  type ScorecardsBench,
} from './scorecards-bench';

/** The weeks that end in March 2026; the one from 30 March ends in April. */
const weeks = [
  ['2026-02-23', '2026-03-01'],
  ['2026-03-02', '2026-03-08'],
  ['2026-03-09', '2026-03-15'],
  ['2026-03-16', '2026-03-22'],
  ['2026-03-23', '2026-03-29'],
] as const;

describe('scorecard lines of SLAs that are judged over other windows than months', () => {
  let bench: ScorecardsBench;
  let the: BenchTenant;
  let vendor: BenchVendor;

  beforeAll(async () => {
    bench = await openScorecardsBench();
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    the = await bench.tenant();
    vendor = await the.vendor();
  });

  const query = (sql: string, parameters: readonly unknown[]) =>
    bench.database.door.withTenant(the.manager, (tx) => tx.query(sql, [tx.tenantId, ...parameters]));
  const judgedOver = (window: string) =>
    query('update sla set "window" = $3 where tenant_id = $1 and id = $2', [
      vendor.slas.get('Service level'),
      window,
    ]);
  const judge = async (
    [first, last]: readonly [string, string],
    state: string,
    value: string,
    kind = 'week',
  ): Promise<void> => {
    const slaId = vendor.slas.get('Service level');
    await query(
      'update result set latest = false where tenant_id = $1 and sla_id = $2 and window_from = $3 and latest',
      [slaId, first],
    );
    await query(
      `insert into result (tenant_id, id, vendor_id, sla_id, month, window_kind, window_from, window_to, revision, latest,
         state, value, numerator, denominator, metric_version, rows_counted, as_of_load, excluded, trace, reason, evaluated_at)
       select $1, $2, $3, $4, date_trunc('month', $6::date), $9, $5, $6, coalesce(max(revision), 0) + 1, true, $7, $8, 1, 1,
              1, 1, 1, '[]', '[]', 'kpi_file', '2026-04-11T12:00:00Z'
       from result where tenant_id = $1 and sla_id = $4 and window_from = $5`,
      [newId(), vendor.id, slaId, first, last, state, value, kind],
    );
  };
  const months = async () => {
    await the.result(vendor, 'Disclosures', '2026-03', 'met');
    await the.result(vendor, 'Complaints closed', '2026-03', 'met');
  };
  const only = () => bench.onlyRevision(the, vendor, '2026-03');

  it('are the worst of the windows that ended in the month, with how many were met, once all are final', async () => {
    await judgedOver('week');
    await months();
    for (const week of weeks.slice(0, 4)) await judge(week, 'met', '0.97');
    await judge(weeks[2], 'breached', '0.71');
    await the.process(vendor, '2026-03');
    expect(await bench.revisions(the, vendor, '2026-03')).toEqual([]);

    await judge(weeks[4], 'breached', '0.60');
    await judge(['2026-03-30', '2026-04-05'], 'breached', '0.10');
    await the.process(vendor, '2026-03');
    const [line] = (await only()).lines;
    expect(line).toMatchObject({
      ...{ name: 'Service level', state: 'breached', value: '0.71', points: '0' },
      windows: { code: 'week', met: 3, breached: 2, open: 0 },
    });
    expect(line?.windows?.results.map(({ first, last, state }) => [first, last, state])).toEqual([
      ['2026-02-23', '2026-03-01', 'met'],
      ['2026-03-02', '2026-03-08', 'met'],
      ['2026-03-09', '2026-03-15', 'breached'],
      ['2026-03-16', '2026-03-22', 'met'],
      ['2026-03-23', '2026-03-29', 'breached'],
    ]);
    const board = await bench.scorecards.month(the.manager, '2026-03');
    expect(board.vendors.find(({ vendor: { id } }) => id === vendor.id)).toMatchObject({ slas: 3, final: 3 });
  });

  it('differ when one window does, although the worst of them stays', async () => {
    await judgedOver('week');
    await months();
    for (const week of weeks) await judge(week, 'breached', '0.70');
    await the.process(vendor, '2026-03');
    const { id, version } = await only();
    await bench.publications.publish(the.manager, id, version);
    await judge(weeks[4], 'met', '0.98');
    await the.process(vendor, '2026-03');
    const [, next] = await bench.revisions(the, vendor, '2026-03');
    expect(next).toMatchObject({
      revision: 2,
      state: 'draft',
      lines: [{ windows: { met: 1, breached: 4 } }, {}, {}],
    });
  });

  it('leave their weight out in a month in which no quarter ends, and weigh in the one in which it does', async () => {
    await judgedOver('quarter');
    await judge(['2026-01-01', '2026-03-31'], 'met', '0.97', 'quarter');
    for (const month of ['2026-02', '2026-03']) {
      await the.result(vendor, 'Disclosures', month, 'met');
      await the.result(vendor, 'Complaints closed', month, 'met');
      await the.process(vendor, month);
    }
    expect((await bench.onlyRevision(the, vendor, '2026-02')).lines[0]).toMatchObject({
      ...{ state: 'noVolume', points: null, resultId: null },
      windows: { results: [], open: 0 },
    });
    expect((await only()).lines[0]).toMatchObject({ state: 'met', points: '100', windows: { met: 1 } });
  });
});
