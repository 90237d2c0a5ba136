import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import { openCreditsBench, type CreditsBench } from './credits-bench';

describe('credits for SLAs that are judged over other windows than months', () => {
  let bench: CreditsBench;

  beforeAll(async () => {
    bench = await openCreditsBench();
  });
  afterAll(() => bench.database.close());

  it('count one miss in the month in which missed weeks ended, and misses in a row by month', async () => {
    const the = await bench.tenant();
    const vendor = await the.vendor({ repeat: ['1', '1.5'] });
    const slaId = vendor.slas.get('Service level');
    const query = (sql: string, parameters: readonly unknown[]) =>
      bench.database.door.withTenant(the.manager, (tx) => tx.query(sql, [tx.tenantId, ...parameters]));
    const judge = (first: string, state: string, value: string) =>
      query(
        `insert into result (tenant_id, id, vendor_id, sla_id, month, window_kind, window_from, window_to, revision, latest,
           state, value, numerator, denominator, metric_version, rows_counted, as_of_load, excluded, trace, reason, evaluated_at)
         values ($1, $2, $3, $4, date_trunc('month', $5::date + 6), 'week', $5, $5::date + 6, 1, true, $6, $7, 1, 1, 1, 1, 1,
           '[]', '[]', 'kpi_file', '2026-03-11T12:00:00Z')`,
        [newId(), vendor.id, slaId, first, state, value],
      );
    await query(`update sla set "window" = 'week' where tenant_id = $1 and id = $2`, [slaId]);
    const rest = async (month: string) => {
      for (const name of ['Disclosures', 'Complaints closed'] as const)
        await the.result(vendor, name, month, 'met');
      await the.process(vendor, month);
    };

    // the week of 29 December began before the contract, the one of 26 January ends in February
    await judge('2026-01-05', 'breached', '0.77');
    await judge('2026-01-12', 'breached', '0.60');
    await rest('2026-01');
    expect(await the.statements(vendor)).toEqual([]);
    await judge('2026-01-19', 'met', '0.90');
    await the.process(vendor, '2026-01');
    const january = await the.statement(vendor, '2026-01');
    expect(january).toMatchObject({ complete: true, credit: '4000.00' });
    expect(january.lines[0]).toMatchObject({
      ...{ name: 'Service level', state: 'breached', value: '0.77', occurrence: 1, amount: '4000' },
      windows: { code: 'week', met: 1, breached: 2, open: 0 },
    });

    for (const [first, state] of [
      ['2026-01-26', 'breached'],
      ['2026-02-02', 'met'],
      ['2026-02-09', 'met'],
      ['2026-02-16', 'met'],
    ] as const)
      await judge(first, state, '0.5');
    await rest('2026-02');
    const february = await the.statement(vendor, '2026-02');
    expect(february.lines[0]).toMatchObject({ state: 'breached', occurrence: 2, amount: '6000' });
  });
});
