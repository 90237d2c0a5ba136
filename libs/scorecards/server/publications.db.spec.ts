import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import type { Scorecard } from '@plumbline/scorecards/schema';
import {
  type BenchTenant,
  type BenchVendor,
  openScorecardsBench,
  type ScorecardsBench,
} from './scorecards-bench';

describe('a scorecard is published', () => {
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

  const ofMonth = () => bench.revisions(the, vendor, '2026-03');
  const only = () => bench.onlyRevision(the, vendor, '2026-03');
  const publish = ({ id, version }: Scorecard) => bench.publications.publish(the.manager, id, version);
  const publishedMarch = async (): Promise<Scorecard> => {
    await the.results(vendor, '2026-03', { 'Service level': 'breached' });
    await the.process(vendor, '2026-03');
    return publish(await only());
  };

  it('once, however often it is pressed', async () => {
    await the.results(vendor, '2026-03');
    await the.process(vendor, '2026-03');
    const draft = await only();
    const pressed = await Promise.allSettled(Array.from({ length: 20 }, () => publish(draft)));
    const refused = pressed.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(19);
    for (const reason of refused) expect(reason).toMatchObject({ status: 409, code: 'scorecard-published' });
    expect((await the.logged()).filter((action) => action === 'scorecard-published')).toHaveLength(1);
    expect(await only()).toMatchObject({
      state: 'published',
      publishedAt: '2026-04-20T12:00:00.000Z',
      publishedByName: 'Test vendor_manager',
    });
  });

  it('never changes, whatever the run-time role tries', async () => {
    const { id } = await publishedMarch();
    const attempt = (sql: string) =>
      bench.database.door.withTenant(the.manager, (tx) => tx.query(sql, [tx.tenantId, id]));
    const where = 'where tenant_id = $1 and id = $2';
    expect(await attempt(`update scorecard set score = 100 ${where}`)).toEqual([[], 0]);
    expect(await attempt(`update scorecard set state = 'draft', version = version + 1 ${where}`)).toEqual([
      [],
      0,
    ]);
    expect(await attempt(`update scorecard set lines = '[]', published_by_name = 'me' ${where}`)).toEqual([
      [],
      0,
    ]);
    await expect(attempt(`delete from scorecard ${where}`)).rejects.toThrow(/permission denied/);
    expect(await only()).toMatchObject({ state: 'published', score: '60' });
  });

  it('is answered by a draft of the next revision when results are restated, with old beside new', async () => {
    const first = await publishedMarch();
    await the.result(vendor, 'Service level', '2026-03', 'met', '0.86');
    await the.process(vendor, '2026-03');
    await the.process(vendor, '2026-03');
    const [published, revision, ...others] = await ofMonth();
    expect(others).toEqual([]);
    expect(published).toMatchObject({ id: first.id, state: 'published', score: '60', lines: first.lines });
    expect(revision).toMatchObject({
      revision: 2,
      state: 'draft',
      score: '100',
      reasons: [{ code: 'kpi_file', file: null }],
      difference: {
        revision: 1,
        score: { before: '60', after: '100' },
        lines: [
          {
            name: 'Service level',
            before: { state: 'breached', value: '0.96' },
            after: { state: 'met', value: '0.86' },
          },
        ],
      },
    });
    if (!revision) throw new Error('no revision');
    await publish(revision);
    expect((await ofMonth()).map(({ state }) => state)).toEqual(['superseded', 'published']);
  });

  it('makes no revision of a month that is open again, nor of results that say the same', async () => {
    await publishedMarch();
    await the.result(vendor, 'Service level', '2026-03', 'breached');
    await the.process(vendor, '2026-03');
    expect(await ofMonth()).toHaveLength(1);
    await the.result(vendor, 'Service level', '2026-03', 'provisional');
    await the.process(vendor, '2026-03');
    expect(await ofMonth()).toHaveLength(1);
  });

  it('is left alone when a restatement is taken back before it was published', async () => {
    await publishedMarch();
    await the.result(vendor, 'Service level', '2026-03', 'met', '0.86');
    await the.process(vendor, '2026-03');
    await the.result(vendor, 'Service level', '2026-03', 'breached');
    await the.process(vendor, '2026-03');
    const [, draft] = await ofMonth();
    expect(draft?.difference?.lines).toEqual([]);
    if (!draft) throw new Error('no draft');
    await expect(publish(draft)).rejects.toMatchObject({ code: 'scorecard-unchanged' });
    const board = await bench.scorecards.month(the.manager, '2026-03');
    expect(board.vendors).toMatchObject([{ readiness: 'published', scorecard: { revision: 1 } }]);
  });

  it('several at once, each for itself', async () => {
    const other = await the.vendor();
    await the.results(vendor, '2026-03');
    await the.process(vendor, '2026-03');
    const ready = await only();
    const open = await bench.scorecards.build(the.manager, { vendorId: other.id, period: '2026-03' });
    const missing = newId();
    const { items } = await bench.publications.publishSeveral(the.manager, [
      { id: open.id, version: open.version },
      { id: missing, version: 1 },
      { id: ready.id, version: ready.version },
    ]);
    expect(items).toMatchObject([
      { id: open.id, published: false, problem: { code: 'month-open' } },
      { id: missing, published: false, problem: { code: 'not-found' } },
      { id: ready.id, published: true, problem: null },
    ]);
  });
});
