import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotFoundError } from '@plumbline/platform/errors';
import type { Actor, Tenant } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import { recompute } from '@plumbline/sla-engine';
import * as slas from '@plumbline/slas/schema';
import { EvaluationBench, type StatedRow } from './evaluation-bench';

const serviceLevel = { metric: 'service_level', target: { comparator: '>=', value: '0.80' } } as const;
const abandonment = { metric: 'abandonment_rate', target: { comparator: '<', value: '0.05' } } as const;
const handleTime = { metric: 'average_handle_time', target: { band: { low: '240', high: '360' } } } as const;
const quality = { metric: 'qa_disclosure', target: { comparator: '>=', value: '0.95' } } as const;
const shortAbandons = { ...abandonment };

const month = (page: { search?: object } = {}) => ({ limit: 50, month: '2026-03', ...page.search });

/** March of one vendor with every kind of state in it, and a correction. */
describe('results', () => {
  let bench: EvaluationBench;
  let tenant: Tenant;
  let manager: Actor;
  let vendorId: string;
  let slaIds: string[];
  let idOf: (index: number) => Promise<string>;

  beforeAll(async () => {
    bench = await EvaluationBench.open();
    tenant = await bench.tenant();
    manager = bench.manager(tenant);
    vendorId = (await bench.database.vendor(tenant, 'ALPHA')).id;
    ({ slaIds } = await bench.contract(tenant, {
      vendorId,
      slas: [
        serviceLevel,
        shortAbandons,
        handleTime,
        quality,
        { ...serviceLevel, segment: { queue: 'claims' } },
      ],
    }));
    const row = (day: string, half: string, language: string, inTime: number): StatedRow => ({
      date: `2026-03-${day}`,
      startsAt: `2026-03-${day}T${half}:00Z`,
      grain: 30,
      segment: { language },
      amounts: {
        answered_within_threshold: inTime,
        offered: 100,
        abandoned: 7,
        handle_seconds: 30_050,
        handled: 93,
      },
    });
    await bench.load(tenant, vendorId, [
      row('02', '14:00', 'en', 90),
      row('02', '14:30', 'en', 85),
      row('02', '14:00', 'es', 40),
      {
        date: '2026-03-03',
        startsAt: '2026-03-03T14:00:00Z',
        grain: 30,
        segment: { language: 'es' },
        amounts: { offered: 12 },
      },
      {
        date: '2026-03-01',
        grain: 32_767,
        amounts: { qa_disclosure_passes: 92, qa_disclosure_samples: 100 },
      },
    ]);
    await bench.evaluate(tenant, vendorId, '2026-03');
    bench.clock.set('2026-04-05T12:00:00Z');
    await bench.load(tenant, vendorId, [row('02', '14:00', 'es', 80)], { name: 'corrected.csv' });
    await bench.evaluate(tenant, vendorId, '2026-03');
    idOf = async (index) =>
      (await bench.revisions(tenant, slaIds[index] ?? '')).find(({ latest }) => latest)?.id ?? '';
  });
  afterAll(() => bench.close());

  it('are listed in their newest revision, filtered and in pages', async () => {
    const all = await bench.results.list(manager, month());
    expect(slas.listResults.response?.parse(all).items).toHaveLength(5);
    expect(all.items.map(({ revision }) => revision).sort()).toEqual([1, 1, 1, 1, 2]);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await bench.results.list(manager, { limit: 2, cursor: cursor ?? undefined });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all.items.map(({ id }) => id));
    const states = async (search: object) =>
      (await bench.results.list(manager, month({ search }))).items.map(({ state }) => state);
    expect(await states({ state: 'insufficientSample' })).toEqual(['insufficientSample']);
    expect(await states({ slaId: slaIds[1] })).toEqual(['breached']);
    expect(await states({ month: '2026-02' })).toEqual([]);
  });

  it('show every revision with what made it', async () => {
    const result = slas.viewResult.response?.parse(await bench.results.view(manager, await idOf(0)));
    expect(result).toMatchObject({
      state: 'met',
      value: '0.85',
      grain: '30min',
      rowsCounted: 3,
      asOfLoad: 2,
    });
    expect(result?.revisions).toMatchObject([
      {
        revision: 2,
        latest: true,
        state: 'met',
        reason: { code: 'kpi_file', file: { name: 'corrected.csv' } },
      },
      { revision: 1, latest: false, state: 'breached', reason: { file: { name: 'march.csv' } } },
    ]);
    expect(result?.breachId).not.toBeNull();
  });

  it('explain themselves: clause, definition, window, exclusions, trace, history', async () => {
    const explanation = slas.explainResult.response?.parse(
      await bench.explanations.explain(manager, await idOf(0)),
    );
    expect(explanation).toMatchObject({
      clause: { number: '4.2', page: 11 },
      metric: { version: 1, definition: { id: 'service_level' } },
      window: {
        start: '2026-03-01T05:00:00Z',
        end: '2026-04-01T04:00:00Z',
        reportDueAt: '2026-04-11T04:00:00Z',
      },
      excluded: [{ reason: 'missingMeasure', rows: 1, measures: ['answered_within_threshold'] }],
      trend: { points: expect.arrayContaining([expect.objectContaining({ month: '2026-03' })]) },
    });
    expect(explanation?.trend.points).toHaveLength(13);
    expect(explanation?.trend.points[0]).toMatchObject({
      month: '2025-03',
      figure: null,
      target: { value: '0.80' },
    });
  });

  it('show their rows as they stood, superseded ones in the old revision', async () => {
    const [first] = await bench.revisions(tenant, slaIds[0] ?? '');
    const spanish = async (id: string) => {
      const rows = slas.listExplainedRows.response?.parse(
        await bench.explanations.rows(manager, id, { limit: 50 }),
      );
      return rows?.items.filter(({ segment, counted }) => segment.language === 'es' && counted);
    };
    expect(await spanish(first?.id ?? '')).toMatchObject([
      { file: { name: 'march.csv' }, line: 4, amounts: { answered_within_threshold: '40', offered: '100' } },
    ]);
    expect(await spanish(await idOf(0))).toMatchObject([
      { file: { name: 'corrected.csv' }, line: 2, amounts: { answered_within_threshold: '80' } },
    ]);
  });

  it('give their rows in pages that leave nothing out', async () => {
    const id = await idOf(0);
    const lines: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await bench.explanations.rows(manager, id, { limit: 1, cursor: cursor ?? undefined });
      lines.push(...page.items.map(({ line }) => line));
      cursor = page.nextCursor;
    }
    expect(lines.sort()).toEqual([2, 2, 3, 5]);
  });

  it('say of each amount where it stands, also where a row was put together from several lines', async () => {
    const other = (await bench.database.vendor(tenant)).id;
    const { slaIds: ids } = await bench.contract(tenant, { vendorId: other, slas: [serviceLevel] });
    await bench.load(tenant, other, [
      { date: '2026-03-02', amounts: { answered_within_threshold: 9, offered: 10 }, lines: { offered: 3 } },
    ]);
    await bench.evaluate(tenant, other, '2026-03');
    const [revision] = await bench.revisions(tenant, ids[0] ?? '');
    const page = slas.listExplainedRows.response?.parse(
      await bench.explanations.rows(manager, revision?.id ?? '', { limit: 5 }),
    );
    expect(page?.items).toMatchObject([
      { line: 2, elsewhere: { offered: { file: { name: 'march.csv' }, line: 3 } } },
    ]);
  });

  describe('exported', () => {
    const agrees = async (id: string) => {
      const exported = JSON.parse(JSON.stringify(await bench.explanations.export(manager, id)));
      expect(slas.exportExplanation.response?.safeParse(exported).success).toBe(true);
      const again = recompute(exported);
      if (!again.ok) throw new Error(`${again.problem.detail} (${again.problem.path})`);
      expect(again.value.differences).toEqual([]);
      return again.value.verdict.state;
    };

    it('recompute to the same verdict, whatever it is', async () => {
      expect(await agrees(await idOf(0))).toBe('met');
      expect(await agrees(await idOf(1))).toBe('breached');
      expect(await agrees(await idOf(2))).toBe('met');
      expect(await agrees(await idOf(3))).toBe('insufficientSample');
      expect(await agrees(await idOf(4))).toBe('provisional');
    });

    it('recompute an old revision from the rows of its time', async () => {
      const [first] = await bench.revisions(tenant, slaIds[0] ?? '');
      expect(await agrees(first?.id ?? '')).toBe('breached');
    });

    it('recompute "not reported", "no volume", a claimed figure, blanks and rows of another zone', async () => {
      const other = (await bench.database.vendor(tenant)).id;
      const { slaIds: ids } = await bench.contract(tenant, {
        vendorId: other,
        slas: [serviceLevel, abandonment, handleTime],
        admitsClaimed: true,
        timezone: 'America/New_York',
      });
      await bench.load(tenant, other, [
        {
          date: '2026-02-01',
          grain: 32_767,
          amounts: { offered: 40 },
          claimed: { abandonment_rate: '0.093' },
        },
        {
          date: '2026-02-01',
          startsAt: '2026-02-01T04:30:00Z',
          grain: 30,
          amounts: { handle_seconds: 1, handled: 1 },
        },
        {
          date: '2026-02-01',
          startsAt: '2026-02-01T05:00:00Z',
          grain: 30,
          amounts: { handle_seconds: 0, handled: 0 },
        },
      ]);
      await bench.evaluate(tenant, other, '2026-02');
      const state = async (index: number) =>
        agrees((await bench.revisions(tenant, ids[index] ?? '', '2026-02')).at(-1)?.id ?? '');
      expect(await state(0)).toBe('notReported');
      expect(await state(1)).toBe('notReported');
      expect(await state(2)).toBe('noVolume');
    });

    it('do not agree once somebody changed a row', async () => {
      const exported = JSON.parse(JSON.stringify(await bench.explanations.export(manager, await idOf(0))));
      exported.rows[0].amounts.answered_within_threshold = '1';
      const again = recompute(exported);
      expect(again.ok && again.value.agrees).toBe(false);
    });
  });

  it('are cut by a dimension and compared with the whole', async () => {
    const cuts = slas.cutResult.response?.parse(await bench.results.cut(manager, await idOf(0), 'language'));
    expect(cuts?.whole).toMatchObject({ value: '0.85', state: 'met' });
    expect(cuts?.cuts).toMatchObject([
      { name: 'en', numerator: '175', denominator: '200', state: 'met', standing: 'level', rowsCounted: 2 },
      {
        name: 'es',
        numerator: '80',
        denominator: '100',
        state: 'met',
        difference: '-0.05',
        standing: 'level',
      },
    ]);
    const [first] = await bench.revisions(tenant, slaIds[0] ?? '');
    const before = await bench.results.cut(manager, first?.id ?? '', 'language');
    expect(before.cuts).toMatchObject([
      { name: 'en', standing: 'ahead' },
      { name: 'es', standing: 'behind', state: 'breached', value: '0.4' },
    ]);
  });

  it('stand in the portfolio by vendor and month, the worst for all', async () => {
    const empty = await bench.database.vendor(tenant, 'ZULU');
    const portfolio = slas.viewPortfolio.response?.parse(
      await bench.portfolio.view(manager, { from: '2026-02', to: '2026-03' }),
    );
    expect(portfolio?.months).toEqual(['2026-02', '2026-03']);
    const alpha = portfolio?.vendors.find(({ id }) => id === vendorId);
    expect(alpha?.cells).toMatchObject([
      { state: null, total: 0 },
      { state: 'breached', met: 2, breached: 1, total: 5, score: null },
    ]);
    expect(portfolio?.vendors.find(({ id }) => id === empty.id)?.cells[1]).toMatchObject({ state: null });
  });

  describe('breaches', () => {
    it('are listed open and closed, with the target and the newest figure', async () => {
      const all = slas.listBreaches.response?.parse(await bench.breachesService.list(manager, month()));
      expect(all?.items).toHaveLength(2);
      const open = await bench.breachesService.list(manager, { ...month(), open: 'true' });
      expect(open.items).toMatchObject([
        { sla: { id: slaIds[1] }, result: { state: 'breached' }, closedAt: null },
      ]);
      const closed = await bench.breachesService.list(manager, { ...month(), open: 'false' });
      expect(closed.items).toMatchObject([
        { sla: { id: slaIds[0] }, result: { state: 'met' }, closingReason: 'restated' },
      ]);
    });

    it('name the files that opened and closed them, and take comments of both sides', async () => {
      const { items } = await bench.breachesService.list(manager, { ...month(), open: 'false' });
      const id = items[0]?.id ?? '';
      const partner = actorIn(tenant, 'vendor_contributor', [vendorId]);
      await bench.breachesService.comment(partner, id, 'Two rows were missing.');
      await bench.breachesService.comment(manager, id, 'Seen, thank you.');
      const breach = slas.viewBreach.response?.parse(await bench.breachesService.view(manager, id));
      expect(breach).toMatchObject({
        openedBy: { revision: 1, state: 'breached', reason: { file: { name: 'march.csv' } } },
        closedBy: { revision: 2, state: 'met', reason: { file: { name: 'corrected.csv' } } },
        reporting: null,
        comments: [{ side: 'vendor' }, { side: 'insurer' }],
      });
    });
  });

  describe('denials', () => {
    it('answer another tenant’s ids like ids of nothing', async () => {
      const stranger = bench.manager(await bench.tenant());
      const id = await idOf(0);
      const calls = [
        bench.results.view(stranger, id),
        bench.results.cut(stranger, id, 'queue'),
        bench.explanations.explain(stranger, id),
        bench.explanations.rows(stranger, id, { limit: 1 }),
        bench.explanations.export(stranger, id),
        bench.trends.view(stranger, slaIds[0] ?? '', {}),
      ];
      for (const call of calls) await expect(call).rejects.toThrow(NotFoundError);
      expect((await bench.results.list(stranger, { limit: 50 })).items).toEqual([]);
      expect((await bench.portfolio.view(stranger, {})).vendors).toEqual([]);
    });

    it('hold a vendor’s user to its vendor', async () => {
      const other = (await bench.database.vendor(tenant)).id;
      const own = actorIn(tenant, 'vendor_administrator', [vendorId]);
      const foreign = actorIn(tenant, 'vendor_administrator', [other]);
      const [breach] = (await bench.breachesService.list(manager, month())).items;
      expect((await bench.results.list(own, month())).items).toHaveLength(5);
      expect((await bench.results.list(foreign, month())).items).toEqual([]);
      await expect(bench.explanations.export(foreign, await idOf(0))).rejects.toThrow(NotFoundError);
      await expect(bench.breachesService.view(foreign, breach?.id ?? '')).rejects.toThrow(NotFoundError);
      await expect(bench.breachesService.comment(foreign, breach?.id ?? '', 'mine')).rejects.toThrow(
        NotFoundError,
      );
      expect((await bench.portfolio.view(own, {})).vendors.map(({ id }) => id)).toEqual([vendorId]);
    });

    it('let nobody but the worker and the insurer’s side write results and breaches', async () => {
      const own = actorIn(tenant, 'vendor_administrator', [vendorId]);
      const changed = await bench.database.door.withTenant(own, (tx) =>
        tx.query('update result set latest = false where tenant_id = $1 returning id', [tenant.id]),
      );
      expect(changed).toEqual([[], 0]);
      const insurer = bench.database.door.withTenant(manager, (tx) =>
        tx.query(`update result set state = 'met' where tenant_id = $1`, [tenant.id]),
      );
      await expect(insurer).rejects.toThrow(/permission denied/);
    });
  });
});
