import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParityFinding } from '@plumbline/contracts/schema';
import { newId } from '@plumbline/platform/database';
import { actorIn } from '@plumbline/platform/testing';
import { benchClock, type TestTenant } from '../contracts-bench';
import { openParityBench, type ParityBench } from './parity-bench';

const NOW = '2026-04-02T09:30:00Z';

/** `weaker by internal_target 1 since 2026-01-01`, and how it ended. */
const told = ({ verdict, opened, closed }: ParityFinding): string => {
  const change = (each: typeof opened) => `${each.cause} ${each.number ?? '–'} since ${each.since}`;
  return `${verdict} by ${change(opened)}${closed ? `, then ${closed.verdict} by ${change(closed)}` : ''}`;
};

describe('V3: contracts held against what the insurer expects', () => {
  let bench: ParityBench;
  let the: TestTenant;

  beforeAll(async () => {
    bench = await openParityBench();
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    the = await bench.tenant();
  });
  afterEach(() => benchClock.set(NOW));

  const history = async () => (await bench.list(the)).map(told).reverse();
  const cell = async (on?: string) => {
    const { rows } = await bench.matrix.view(the.manager, { on });
    const row = rows.find(({ metric, segment }) => metric.code === 'service_level' && segment.queue === null);
    return row?.cells[0];
  };

  it('shows a contract beside the internal target, and keeps what is weaker with the change it follows from', async () => {
    await bench.agree(the, '0.80');
    await bench.work(the);
    expect(await cell()).toMatchObject({ state: 'no_target', since: null });
    expect(await bench.list(the)).toEqual([]);

    await bench.expectAtLeast(the, '0.85');
    await bench.work(the);
    expect(await cell()).toMatchObject({
      state: 'weaker',
      sla: { name: 'Service level 80/20', target: { comparator: '>=', value: '0.80' } },
      since: '2026-01-01',
    });
    expect(await history()).toEqual(['weaker by internal_target 1 since 2026-01-01']);
  });

  it('is decided anew when either side changes, and says by which change each time', async () => {
    const contract = await bench.agree(the, '0.80');
    const target = await bench.expectAtLeast(the, '0.85');
    await bench.work(the);
    await bench.amend(the, contract, '0.85', '2026-04-01');
    await bench.work(the);
    expect((await cell())?.state).toBe('equal');
    await bench.changeTarget(the, target, '0.90', '2026-04-01');
    await bench.work(the);
    expect(await history()).toEqual([
      'weaker by internal_target 1 since 2026-01-01, then equal by contract_version 2 since 2026-04-01',
      'weaker by internal_target 2 since 2026-04-01',
    ]);
  });

  it('flags anew what is weaker in another way, and not what a new version says again', async () => {
    const contract = await bench.agree(the, '0.80');
    const target = await bench.expectAtLeast(the, '0.85');
    await bench.work(the);
    await bench.amend(the, contract, '0.80', '2026-03-01');
    await bench.changeTarget(the, target, '0.85', '2026-03-01');
    await bench.work(the);
    expect(await history()).toEqual(['weaker by internal_target 1 since 2026-01-01']);
    await bench.amend(the, contract, '0.82', '2026-04-01');
    await bench.work(the);
    expect(await history()).toEqual([
      'weaker by internal_target 1 since 2026-01-01, then weaker by contract_version 3 since 2026-04-01',
      'weaker by contract_version 3 since 2026-04-01',
    ]);
  });

  it('closes what is not compared any more', async () => {
    await bench.agree(the, '0.80');
    const target = await bench.expectAtLeast(the, '0.85');
    await bench.work(the);
    await bench.changeTarget(the, target, null, '2026-04-01');
    await bench.work(the);
    expect(await history()).toEqual([
      'weaker by internal_target 1 since 2026-01-01, then not_compared by internal_target_ended 2 since 2026-04-01',
    ]);
  });

  it('takes effect with its day, though nobody changes anything that day', async () => {
    await bench.agree(the, '0.80');
    await bench.expectAtLeast(the, '0.85', { effectiveFrom: '2026-05-01' });
    await bench.work(the);
    expect(await bench.list(the)).toEqual([]);
    expect((await cell('2026-05-01'))?.state).toBe('weaker');
    // the bench's tenant lives in its own zone: its day has ended when May has begun everywhere
    expect(await bench.waiting('2026-04-02T09:31:00Z')).not.toContain(the.tenant.id);
    expect(await bench.waiting('2026-05-01T14:00:00Z')).toContain(the.tenant.id);
    benchClock.set('2026-05-01T14:00:00Z');
    await bench.work(the);
    expect(await history()).toEqual(['weaker by internal_target 1 since 2026-05-01']);
    expect(await bench.waiting('2026-05-01T14:01:00Z')).not.toContain(the.tenant.id);
  });

  it('loses nothing when jobs are lost, and decides once when they run several times at once', async () => {
    await bench.agree(the, '0.80');
    await bench.expectAtLeast(the, '0.85');
    // no job came: the mark lies in PostgreSQL until somebody has looked
    expect(await bench.waiting('2026-04-02T09:31:00Z')).toContain(the.tenant.id);
    await Promise.all(Array.from({ length: 5 }, () => bench.work(the)));
    await bench.work(the);
    expect(await history()).toEqual(['weaker by internal_target 1 since 2026-01-01']);
    expect(await bench.waiting('2026-04-02T09:31:00Z')).not.toContain(the.tenant.id);
  });

  it('compares contracts of before there was anything to compare', async () => {
    await bench.agree(the, '0.80');
    await bench.database.door.withTenant(the.manager, (tx) =>
      tx.query('delete from parity_mark where tenant_id = $1', [tx.tenantId]),
    );
    expect(await bench.waiting('2026-04-02T09:30:01Z')).toContain(the.tenant.id);
  });

  it('finds missing what is demanded of vendors that run the service, and nothing else', async () => {
    await bench.agree(the, '0.80');
    const chat = { metricId: the.metricId('chat_within_60s') };
    await bench.expectAtLeast(the, '0.90', { ...chat, services: ['crm'] });
    await bench.work(the);
    expect(await bench.list(the)).toEqual([]);
    const messages = { metricId: the.metricId('messages_within_24h') };
    await bench.expectAtLeast(the, '0.95', messages);
    await bench.work(the);
    expect(await history()).toEqual(['missing by internal_target 1 since 2026-01-01']);
  });

  it('compares the contract’s month where there is one, and calls a week incomparable with what is expected of a month', async () => {
    const query = (sql: string, ...parameters: string[]) =>
      bench.database.door.withTenant(the.manager, (tx) => tx.query(sql, [tx.tenantId, ...parameters]));
    await bench.agree(the, '0.85');
    await query(
      `insert into sla (tenant_id, id, contract_version_id, vendor_id, position, metric_id, clause_id, name, comparator,
         target, "window", weight, created_at)
       select tenant_id, $2, contract_version_id, vendor_id, -1, metric_id, clause_id, 'Each week', comparator, 0.70, 'week',
         0, created_at
       from sla where tenant_id = $1 and metric_id = $3`,
      newId(),
      the.metricId('service_level'),
    );
    await bench.expectAtLeast(the, '0.85');
    expect(await cell()).toMatchObject({ state: 'equal', sla: { name: 'Service level 80/20' } });
    await query(
      `delete from sla where tenant_id = $1 and "window" = 'month' and metric_id = $2`,
      the.metricId('service_level'),
    );
    expect(await cell()).toMatchObject({
      state: 'incomparable',
      sla: { name: 'Each week' },
      reasons: ['window'],
    });
  });

  it('does not compare another segment or another definition, and says why', async () => {
    await bench.agree(the, '0.80');
    await bench.expectAtLeast(the, '0.70', { segment: { queue: 'claims' } });
    await bench.switchFloor(the, 'cms-answered-30s', the.metricId('service_level'));
    await bench.work(the);
    const found = await bench.list(the, true);
    expect(found.map(({ against, verdict, reasons }) => [against, verdict, reasons]).sort()).toEqual([
      ['floor', 'incomparable', ['definition']],
      ['internal_target', 'incomparable', ['segment']],
    ]);
    await bench.switchFloor(the, 'cms-answered-30s', null);
    await bench.work(the);
    expect((await bench.list(the, false)).map(told)).toEqual([
      'incomparable by floor 1 since 2026-04-02, then not_compared by floor_off – since 2026-04-02',
    ]);
  });

  it('explains a cell from both sides to the verdict, and gives what the engine needs to say the same', async () => {
    const contract = await bench.agree(the, '0.80');
    await bench.expectAtLeast(the, '0.85');
    await bench.work(the);
    const { rows } = await bench.matrix.view(the.manager, {});
    const row = rows.find(({ internalTarget }) => internalTarget !== null)!;
    const why = await bench.matrix.explain(the.manager, contract, { row: row.id });
    expect(why.sentences.en.at(-1)).toBe('The SLA is weaker.');
    expect(why.sentences.es.at(-1)).toBe('El SLA es más débil.');
    expect(why.internalTarget).toMatchObject({ number: 1, reason: 'Board resolution.' });
    expect(why.history.map(told)).toEqual(['weaker by internal_target 1 since 2026-01-01']);
    const { op, input } = why.request as { op: string; input: unknown };
    expect(op).toBe('parity.compare');
    expect(input).toMatchObject({
      agreed: { target: { value: '0.80' } },
      expected: { target: { value: '0.85' } },
    });
    await expect(bench.matrix.explain(the.manager, newId(), { row: row.id })).rejects.toMatchObject({
      status: 404,
    });
    await expect(bench.matrix.explain(the.manager, contract, { row: 'x' })).rejects.toMatchObject({
      status: 404,
    });
  });

  describe('internal targets', () => {
    it('keep every version with its reason', async () => {
      const id = await bench.expectAtLeast(the, '0.85');
      await bench.changeTarget(the, id, '0.90', '2026-07-01');
      const target = await bench.targets.view(the.manager, id);
      expect(target).toMatchObject({
        metric: { code: 'service_level' },
        inForce: 1,
        versions: [
          { number: 1, effectiveFrom: '2026-01-01', target: { value: '0.85' }, reason: 'Board resolution.' },
          { number: 2, effectiveFrom: '2026-07-01', target: { value: '0.90' }, reason: 'Reviewed.' },
        ],
      });
      const { items } = await bench.targets.list(the.manager, '2026-07-01');
      expect(items.map(({ inForce }) => inForce)).toEqual([2]);
    });

    it('are one a metric and segment, and begin no earlier than the version before', async () => {
      const id = await bench.expectAtLeast(the, '0.85', { effectiveFrom: '2026-03-01' });
      await expect(bench.expectAtLeast(the, '0.90')).rejects.toMatchObject({
        code: 'internal-target-exists',
      });
      await expect(bench.changeTarget(the, id, '0.9', '2026-02-01')).rejects.toMatchObject({
        code: 'internal-target-not-later',
        fields: [{ path: 'effectiveFrom' }],
      });
    });

    it.each([
      ['a percentage', { target: { comparator: '>=', value: '80' } }, 'target', 'target-not-a-share'],
      [
        'against the direction',
        { target: { comparator: '<=', value: '0.8' } },
        'target',
        'target-against-direction',
      ],
      ['a metric of nobody', { metricId: newId() }, 'metricId', 'metric-unknown'],
      ['a definition of nobody', { metricVersion: 7 }, 'metricVersion', 'metric-version-unknown'],
    ])('cannot be %s', async (_, change, path, code) => {
      await expect(bench.expectAtLeast(the, '0.85', change)).rejects.toMatchObject({
        status: 400,
        fields: [{ path, code }],
      });
    });

    it('change from the version last read only, one after the other', async () => {
      const id = await bench.expectAtLeast(the, '0.85');
      const { version } = await bench.targets.view(the.manager, id);
      const changes = await Promise.allSettled(
        ['0.86', '0.87', '0.88'].map((value) => bench.changeTarget(the, id, value, '2026-05-01', version)),
      );
      expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await bench.targets.view(the.manager, id)).versions).toHaveLength(2);
    });
  });

  describe('floors', () => {
    it('ship switched off, and are switched on for a metric that can measure them', async () => {
      const { items } = await bench.floors.list(the.manager);
      expect(items.map(({ code, on }) => [code, on])).toEqual([
        ['cms-average-hold-time', false],
        ['cms-disconnect-rate', false],
        ['cms-answered-30s', false],
      ]);
      expect(items[0]?.suggestedMetricId).toBe(the.metricId('average_speed_of_answer'));
      await expect(
        bench.switchFloor(the, 'cms-disconnect-rate', the.metricId('service_level')),
      ).rejects.toMatchObject({ fields: [{ path: 'metricId', code: 'floor-metric-differs' }] });
      await expect(bench.switchFloor(the, 'no-such-floor', null)).rejects.toMatchObject({ status: 404 });
      await Promise.all(
        [1, 2, 3].map(() =>
          bench.switchFloor(the, 'cms-average-hold-time', the.metricId('average_speed_of_answer')),
        ),
      );
      const after = (await bench.floors.list(the.manager)).items[0];
      expect(after?.history.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(after).toMatchObject({ on: true, metric: { code: 'average_speed_of_answer' } });
    });
  });

  it('shows vendors nothing of it, not even in the database, and other insurers neither', async () => {
    const contract = await bench.agree(the, '0.80');
    const target = await bench.expectAtLeast(the, '0.85');
    await bench.switchFloor(the, 'cms-average-hold-time', the.metricId('average_speed_of_answer'));
    await bench.work(the);
    const partner = actorIn(the.tenant, 'vendor_administrator', [the.vendor.id]);
    const tables = [
      ...['internal_target', 'internal_target_version', 'floor_switch'],
      ...['parity_finding', 'parity_run', 'parity_mark'],
    ];
    for (const [who, count] of [
      [partner, 0],
      [the.manager, 1],
    ] as const) {
      for (const table of tables.slice(0, 5)) {
        const rows = await bench.database.door.withTenant(who, (tx) =>
          tx.query(`select 1 from ${table} where tenant_id = $1 limit 1`, [tx.tenantId]),
        );
        expect([table, rows.length]).toEqual([table, count]);
      }
    }
    await expect(bench.targets.view(partner, target)).rejects.toMatchObject({ status: 404 });
    const outsider = (await bench.tenant()).manager;
    await expect(bench.targets.view(outsider, target)).rejects.toMatchObject({ status: 404 });
    await expect(bench.matrix.explain(outsider, contract, { row: 'x' })).rejects.toMatchObject({
      status: 404,
    });
    expect((await bench.matrix.view(outsider, {})).contracts).toEqual([]);
  });
});
