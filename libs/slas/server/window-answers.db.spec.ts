import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KeptMonths } from '@plumbline/measurements/server';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId } from '@plumbline/platform/database';
import type { Tenant } from '@plumbline/platform/tenancy';
import { recompute } from '@plumbline/sla-engine';
import { listBreaches, listResults, newExclusion } from '@plumbline/slas/schema';
import { EvaluationBench, type StatedRow } from './evaluation-bench';
import { ExclusionsRepository } from './exclusions.repository';
import { ExclusionsService } from './exclusions.service';
import { TermsRepository } from './terms.repository';

const target = { comparator: '>=', value: '0.80' } as const;
const serviceLevel = { metric: 'service_level', target };
const calls = (date: string, inTime: number): StatedRow => ({
  date,
  amounts: { answered_within_threshold: inTime, offered: 100, abandoned: 0 },
});
/** 12 to 18 October: 80 % but for one day; the week after, 90 %. */
const rows = [
  ...['12', '13', '14', '15', '16', '17'].map((day) => calls(`2026-10-${day}`, 80)),
  calls('2026-10-18', 10),
  ...['19', '20', '21', '22', '23', '24', '25'].map((day) => calls(`2026-10-${day}`, 90)),
];

describe('what is answered of windows other than months', () => {
  let bench: EvaluationBench;
  let tenant: Tenant;
  let vendorId: string;
  let contractId: string;
  let slaIds: string[];
  let fileId: string;

  beforeAll(async () => {
    bench = await EvaluationBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    bench.clock.set('2026-11-12T12:00:00Z');
    tenant = await bench.tenant('America/New_York');
    vendorId = (await bench.database.vendor(tenant)).id;
    ({ contractId, slaIds } = await bench.contract(tenant, {
      ...{ vendorId, effectiveFrom: '2026-10-01' },
      slas: [{ ...serviceLevel, window: 'week' }, serviceLevel],
    }));
    fileId = await bench.load(tenant, vendorId, rows, { name: 'october.csv' });
    await evaluate();
  });

  const evaluate = () => bench.evaluate(tenant, vendorId, '2026-10');
  const list = (query: object) =>
    bench.results.list(bench.manager(tenant), listResults.query?.parse({ limit: 50, ...query }) as never);
  const week = async (first: string) => {
    const { items } = await list({ window: 'week' });
    const found = items.find(({ window }) => window.first === first);
    if (!found) throw new Error(`no result of the week from ${first}`);
    return found;
  };

  it('lists windows with their dates, one kind if asked, page by page', async () => {
    const { items } = await list({ month: '2026-10' });
    expect(items.map(({ window }) => `${window.code} ${window.first} ${window.last}`)).toEqual([
      'month 2026-10-01 2026-10-31',
      'week 2026-10-05 2026-10-11',
      'week 2026-10-12 2026-10-18',
      'week 2026-10-19 2026-10-25',
    ]);
    const [one, two] = [await list({ window: 'week', limit: 2 }), await list({ window: 'week', limit: 9 })];
    const rest = await list({ window: 'week', limit: 9, cursor: one.nextCursor });
    expect([...one.items, ...rest.items]).toEqual(two.items);
    expect((await list({ window: 'month' })).items).toHaveLength(1);
    expect((await list({ window: 'quarter' })).items).toEqual([]);
  });

  it('explains a week by its own rows, and what is exported recomputes', async () => {
    const { id } = await week('2026-10-12');
    const manager = bench.manager(tenant);
    const explained = await bench.explanations.explain(manager, id);
    expect(explained).toMatchObject({
      result: { state: 'breached', numerator: '490', denominator: '700', rowsCounted: 7 },
      window: {
        start: '2026-10-12T04:00:00Z',
        end: '2026-10-19T04:00:00Z',
        reportDueAt: '2026-11-11T05:00:00Z',
      },
    });
    expect(explained.result.breachId).not.toBeNull();
    const { items } = await bench.explanations.rows(manager, id, { limit: 50 });
    expect(items.map(({ localDate }) => localDate)).toEqual(rows.slice(0, 7).map(({ date }) => date));
    const exported = JSON.parse(JSON.stringify(await bench.explanations.export(manager, id))) as object;
    expect(recompute(exported)).toMatchObject({ ok: true, value: { agrees: true } });
  });

  it('lists the breach of a week with the week’s own result', async () => {
    const { items } = await bench.breachesService.list(
      bench.manager(tenant),
      listBreaches.query?.parse({ limit: 50, window: 'week' }) as never,
    );
    expect(items).toMatchObject([
      { month: '2026-10', window: { code: 'week', first: '2026-10-12' }, result: { numerator: '490' } },
    ]);
  });

  it('draws the trend of windows of the same kind alone, with gaps', async () => {
    const trend = await bench.trends.view(bench.manager(tenant), slaIds[0] ?? '', {
      from: '2026-10',
      to: '2026-10',
    });
    expect(trend.points.map(({ window, figure }) => [window.first, figure?.value ?? null])).toEqual([
      ['2026-09-28', null],
      ['2026-10-05', null],
      ['2026-10-12', '0.7'],
      ['2026-10-19', '0.9'],
    ]);
    const monthly = await bench.trends.view(bench.manager(tenant), slaIds[1] ?? '', {
      from: '2026-09',
      to: '2026-10',
    });
    expect(monthly.points.map(({ window }) => window.code)).toEqual(['month', 'month']);
  });

  it('leads from a line of a file to the week and the month that count it', async () => {
    const { results } = await bench.lines.view(bench.manager(tenant), fileId, 8);
    expect(results.map(({ window }) => `${window.code} ${window.first}`).sort()).toEqual([
      'month 2026-10-01',
      'week 2026-10-12',
    ]);
  });

  it('takes a day out of the week that holds it, and waives a week’s breach', async () => {
    const service = new ExclusionsService(
      ...([bench.database.door, new ExclusionsRepository(), new TermsRepository()] as const),
      ...([new KeptMonths(bench.clock, 240), new ActivityLog(bench.clock), bench.clock] as const),
    );
    const approve = async (more: object) => {
      const asked = await service.request(
        bench.manager(tenant),
        newExclusion.parse({
          ...{ contractId, effect: 'exclude', kind: 'client_outage', reason: 'The carrier was down.' },
          ...{ firstDate: '2026-10-18', lastDate: '2026-10-18', ...more },
        }),
      );
      await service.decide(
        { ...bench.manager(tenant), id: newId() },
        asked.id,
        { decision: 'approved' },
        asked.version,
      );
      await evaluate();
    };
    await approve({});
    expect(await week('2026-10-12')).toMatchObject({
      revision: 2,
      state: 'met',
      numerator: '480',
      denominator: '600',
    });
    expect(await week('2026-10-19')).toMatchObject({ revision: 1, state: 'met', numerator: '630' });

    await bench.load(tenant, vendorId, [calls('2026-10-14', 0)]);
    await evaluate();
    expect(await week('2026-10-12')).toMatchObject({ revision: 3, state: 'breached', numerator: '400' });
    await approve({ effect: 'waive', slaId: slaIds[0], firstDate: '2026-10-14', lastDate: '2026-10-14' });
    expect(await week('2026-10-12')).toMatchObject({ revision: 4, state: 'excused' });
    expect(await week('2026-10-19')).toMatchObject({ revision: 1, state: 'met' });

    const beyond = { forecast: 'Schedule B', amounts: { offered: '10', answered_within_threshold: '5' } };
    const stated = { kind: 'beyond_forecast', clause: '4.2', slaId: slaIds[0], beyond };
    await approve({ ...stated, firstDate: '2026-10-20', lastDate: '2026-10-21' });
    expect(await week('2026-10-19')).toMatchObject({ numerator: '625' });
    // units of days that lie in two weeks belong to neither as a whole
    await approve({ ...stated, firstDate: '2026-10-25', lastDate: '2026-10-26' });
    expect(await week('2026-10-19')).toMatchObject({ numerator: '625' });
  });
});
