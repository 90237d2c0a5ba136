import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import type { Tenant } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import { EvaluationBench, type StatedRow } from './evaluation-bench';

const serviceLevel = { metric: 'service_level', target: { comparator: '>=', value: '0.80' } } as const;
const calls = (date: string, inTime: number, queue = 'claims'): StatedRow => ({
  date,
  segment: { queue },
  amounts: { answered_within_threshold: inTime, offered: 100, abandoned: 0 },
});

describe('from a line of a file forward', () => {
  let bench: EvaluationBench;
  let tenant: Tenant;
  let vendorId: string;
  let slaIds: string[];

  beforeAll(async () => {
    bench = await EvaluationBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    tenant = await bench.tenant();
    vendorId = (await bench.database.vendor(tenant)).id;
    ({ slaIds } = await bench.contract(tenant, {
      vendorId,
      slas: [serviceLevel, { ...serviceLevel, segment: { queue: 'billing' } }],
    }));
  });

  const view = (fileId: string, line: number, as = bench.manager(tenant)) =>
    bench.lines.view(as, fileId, line);

  it('names what it measures, what replaced it, and exactly the revisions that count it', async () => {
    const first = await bench.load(tenant, vendorId, [calls('2026-03-02', 70), calls('2026-03-03', 90)]);
    await bench.evaluate(tenant, vendorId, '2026-03');
    const corrected = await bench.load(tenant, vendorId, [calls('2026-03-02', 95)], {
      name: 'corrected.csv',
    });
    await bench.evaluate(tenant, vendorId, '2026-03');
    const [one, two] = await bench.revisions(tenant, slaIds[0] ?? '');

    const replaced = await view(first, 2);
    expect(replaced.measurements).toMatchObject([
      {
        ...{ localDate: '2026-03-02', grain: 'day', loadNumber: 1 },
        amounts: { answered_within_threshold: '70', offered: '100' },
        supersededBy: { fileId: corrected, fileName: 'corrected.csv', line: 2 },
      },
    ]);
    // the other SLA is about another queue
    expect(replaced.results.map(({ id }) => id)).toEqual([one?.id]);
    const untouched = await view(first, 3);
    expect(untouched.measurements).toMatchObject([{ localDate: '2026-03-03', supersededBy: null }]);
    expect(untouched.results.map(({ id }) => id)).toEqual([two?.id, one?.id]);
    expect((await view(corrected, 2)).results).toMatchObject([{ id: two?.id, latest: true, state: 'met' }]);
    expect(await view(first, 99)).toEqual({ line: 99, measurements: [], cases: [], results: [] });
  });

  it('finds the amount of a line that is not its row’s own, where the file has such lines', async () => {
    const rows = [{ ...calls('2026-03-02', 70), lines: { offered: 12 } }];
    const file = await bench.load(tenant, vendorId, rows);
    const mapped = (kind: string) =>
      bench.query(
        tenant,
        `update kpi_file set mapping = jsonb_build_object('columns', jsonb_build_array(
           jsonb_build_object('header', 'a', 'means', jsonb_build_object('kind', $3::text)))) where tenant_id = $1 and id = $2`,
        [tenant.id, file, kind],
      );
    for (const kind of ['value', 'version']) {
      await mapped(kind);
      expect((await view(file, 12)).measurements).toMatchObject([{ amounts: { offered: '100' } }]);
      expect((await view(file, 2)).measurements).toMatchObject([
        { amounts: { answered_within_threshold: '70' } },
      ]);
    }
    // in any other file, line 12 is another row's, or nobody's
    await mapped('measure');
    expect((await view(file, 12)).measurements).toEqual([]);
  });

  it('looks only where rows of the line can begin, where the file says how far its lines stand apart', async () => {
    const row = { ...calls('2026-03-02', 70), lines: { offered: 12 } };
    const file = await bench.load(tenant, vendorId, [row, calls('2026-03-03', 90)]);
    const apart = (offsets: readonly (readonly [number, number])[]) =>
      bench.query(tenant, 'update kpi_file set line_offsets = $3 where tenant_id = $1 and id = $2', [
        ...[tenant.id, file],
        JSON.stringify(offsets),
      ]);
    const days = async (line: number) =>
      (await view(file, line)).measurements.map(({ localDate }) => localDate);
    for (const offsets of [
      [[0, 10]],
      [
        [0, 0],
        [10, 10],
      ],
    ] as const) {
      await apart(offsets);
      expect([await days(2), await days(3), await days(12)]).toEqual([
        ['2026-03-02'],
        ['2026-03-03'],
        ['2026-03-02'],
      ]);
    }
    // no other place is looked at, which is what makes it quick
    await apart([[0, 9]]);
    expect([await days(2), await days(12)]).toEqual([['2026-03-02'], []]);
  });

  it('is told to whoever may see the vendor, and to nobody else', async () => {
    const file = await bench.load(tenant, vendorId, [calls('2026-03-02', 70)]);
    const own = actorIn(tenant, 'vendor_contributor', [vendorId]);
    expect((await view(file, 2, own)).measurements).toHaveLength(1);
    const stranger = actorIn(tenant, 'vendor_contributor', [newId()]);
    await expect(view(file, 2, stranger)).rejects.toMatchObject({ status: 404 });
  });
});
