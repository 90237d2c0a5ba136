import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import { actorIn } from '@plumbline/platform/testing';
import type { Scorecard } from '@plumbline/scorecards/schema';
import { score, type ScoreInput } from '@plumbline/sla-engine';
import {
  type BenchTenant,
  type BenchVendor,
  openScorecardsBench,
  type ScorecardsBench,
} from './scorecards-bench';

describe('scorecards', () => {
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

  const ofMonth = (period = '2026-03') => bench.revisions(the, vendor, period);
  const only = (period = '2026-03') => bench.onlyRevision(the, vendor, period);
  const publish = ({ id, version }: Scorecard) => bench.publications.publish(the.manager, id, version);
  const publishedMarch = async (): Promise<Scorecard> => {
    await the.results(vendor, '2026-03', { 'Service level': 'breached' });
    await the.process(vendor, '2026-03');
    return publish(await only());
  };

  describe('built', () => {
    it('when every result is final, not before', async () => {
      await the.results(vendor, '2026-03', { Disclosures: 'provisional' });
      await the.process(vendor, '2026-03');
      expect(await ofMonth()).toEqual([]);

      await the.result(vendor, 'Disclosures', '2026-03', 'breached', '0.91');
      await the.process(vendor, '2026-03');
      const scorecard = await only();
      expect(scorecard).toMatchObject({
        revision: 1,
        state: 'draft',
        complete: true,
        score: '40',
        band: 'offTarget',
        coverage: '1',
        arithmetic: { earned: '4000', covered: '100' },
        reasons: [],
        difference: null,
      });
      expect(scorecard.lines).toMatchObject([
        {
          name: 'Service level',
          state: 'met',
          points: '100',
          weight: '40',
          clause: '4.1',
          resultRevision: 1,
        },
        { name: 'Disclosures', state: 'breached', value: '0.91', points: '0', resultRevision: 2 },
        { name: 'Complaints closed', state: 'met', points: null, weight: '0' },
      ]);
    });

    it('on demand before that, and says what is still open', async () => {
      await the.result(vendor, 'Service level', '2026-03', 'met');
      const early = await bench.scorecards.build(the.manager, { vendorId: vendor.id, period: '2026-03' });
      expect(early).toMatchObject({ complete: false, coverage: '0.4', score: null, band: null });
      expect(early.missing).toMatchObject([{ name: 'Disclosures', state: 'provisional', weight: '60' }]);
      await expect(publish(early)).rejects.toMatchObject({ status: 422, code: 'month-open' });
    });

    it('with missing figures left out and listed, never as 0 or 100', async () => {
      await the.results(vendor, '2026-03', { 'Service level': 'notReported' });
      await the.process(vendor, '2026-03');
      expect(await only()).toMatchObject({
        score: '100',
        coverage: '0.6',
        missing: [{ name: 'Service level', state: 'notReported', weight: '40' }],
      });
    });

    it('once, however often and in parallel the job runs', async () => {
      await the.results(vendor, '2026-03');
      await Promise.all([1, 2, 3, 4].map(() => the.process(vendor, '2026-03')));
      await the.process(vendor, '2026-03');
      expect(await only()).toMatchObject({ revision: 1, version: 1 });
      expect(await the.logged()).toEqual(['scorecard-built']);
    });

    it('not for a month without terms', async () => {
      await the.process(vendor, '2025-12');
      expect(await ofMonth('2025-12')).toEqual([]);
      const asked = bench.scorecards.build(the.manager, { vendorId: vendor.id, period: '2025-12' });
      await expect(asked).rejects.toMatchObject({ code: 'no-terms', fields: [{ path: 'period' }] });
    });

    it('with the month before beside each line, brought up to date when that one moves', async () => {
      await the.results(vendor, '2026-02', { 'Service level': 'breached' });
      await the.process(vendor, '2026-02');
      await the.results(vendor, '2026-03');
      await the.process(vendor, '2026-03');
      expect((await only()).lines[0]?.previous).toEqual({
        month: '2026-02',
        state: 'breached',
        value: '0.96',
      });

      await the.result(vendor, 'Service level', '2026-02', 'met', '0.81');
      await the.process(vendor, '2026-02');
      const { rows } = await bench.database.door.withRole('relay', (client) =>
        client.query('select row_id from outbox where tenant_id = $1', [the.tenant.id]),
      );
      expect(rows).toContainEqual({ row_id: `${vendor.id}/2026-03` });
      await the.process(vendor, '2026-03');
      expect((await only()).lines[0]?.previous).toMatchObject({ state: 'met', value: '0.81' });
    });
  });

  describe('a draft', () => {
    it('follows the results', async () => {
      await the.results(vendor, '2026-03', { 'Service level': 'breached' });
      await the.process(vendor, '2026-03');
      await the.result(vendor, 'Service level', '2026-03', 'met', '0.85');
      await the.process(vendor, '2026-03');
      expect(await only()).toMatchObject({ revision: 1, version: 2, score: '100' });
    });

    it('is not published from figures that moved meanwhile', async () => {
      await the.results(vendor, '2026-03');
      await the.process(vendor, '2026-03');
      const draft = await only();
      await the.result(vendor, 'Service level', '2026-03', 'breached', '0.70');
      await expect(publish(draft)).rejects.toMatchObject({ status: 409, code: 'scorecard-moved' });
      await the.process(vendor, '2026-03');
      await expect(publish(draft)).rejects.toMatchObject({ status: 412 });
      expect(await publish(await only())).toMatchObject({ state: 'published', score: '60' });
    });
  });

  it('says how far each vendor’s month is', async () => {
    const [waiting, published] = [await the.vendor('WAITING'), await the.vendor('DONE')];
    await the.result(waiting, 'Service level', '2026-03', 'met');
    for (const each of [vendor, published]) {
      await the.results(each, '2026-03');
      await the.process(each, '2026-03');
    }
    const { vendors } = await bench.scorecards.month(the.manager, '2026-03');
    const done = vendors.find(({ vendor: { code } }) => code === 'DONE')?.scorecard;
    if (done) await bench.publications.publish(the.manager, done.id, done.version);
    const board = await bench.scorecards.month(the.manager, '2026-03');
    const byCode = Object.fromEntries(
      board.vendors.map(({ vendor: { code }, readiness, slas, final }) => [code, [readiness, slas, final]]),
    );
    expect(byCode).toEqual({
      WAITING: ['waiting', 3, 1],
      DONE: ['published', 3, 3],
      [vendor.code]: ['ready', 3, 3],
    });
    expect((await bench.scorecards.month(the.manager, '2025-12')).vendors).toEqual([]);
  });

  it('lists newest month first in pages, each revision once', async () => {
    for (const month of ['2026-01', '2026-02', '2026-03']) {
      await the.results(vendor, month);
      await the.process(vendor, month);
    }
    const ask = { limit: 2, period: undefined, vendorId: undefined, state: undefined, cursor: undefined };
    const page = await bench.scorecards.list(the.manager, ask);
    const rest = await bench.scorecards.list(the.manager, { ...ask, cursor: page.nextCursor ?? undefined });
    expect([...page.items, ...rest.items].map(({ period }) => period)).toEqual([
      '2026-03',
      '2026-02',
      '2026-01',
    ]);
    expect(rest.nextCursor).toBeNull();
    const published = await bench.scorecards.list(the.manager, { ...ask, state: 'published' });
    expect(published.items).toEqual([]);
  });

  it('exports what the engine needs to arrive at the same score', async () => {
    const { id, score: published } = await publishedMarch();
    const { scorecard, recompute } = await bench.scorecards.export(the.manager, id);
    expect(scorecard.score).toBe(published);
    const sent = JSON.parse(JSON.stringify(recompute.input)) as ScoreInput;
    expect(score(sent)).toMatchObject({ ok: true, value: { score: published } });
  });

  describe('comments', () => {
    it('of both sides stand under the month, with the revision they were made on', async () => {
      const first = await publishedMarch();
      const partner = actorIn(the.tenant, 'vendor_contributor', [vendor.id]);
      const slaId = vendor.slas.get('Service level') ?? '';
      await bench.scorecards.comment(partner, first.id, { text: 'Overflow queue was missing.', slaId });
      await the.result(vendor, 'Service level', '2026-03', 'met', '0.86');
      await the.process(vendor, '2026-03');
      const [published, draft] = await ofMonth();
      await bench.scorecards.comment(the.manager, draft?.id ?? '', { text: 'Seen, thank you.' });
      const [, revision] = await ofMonth();
      expect(revision?.comments).toMatchObject([
        { revision: 1, side: 'vendor', slaId, text: 'Overflow queue was missing.' },
        { revision: 2, side: 'insurer', slaId: null, text: 'Seen, thank you.' },
      ]);
      expect(published?.comments).toHaveLength(1);
      const unknown = bench.scorecards.comment(partner, first.id, { text: 'What?', slaId: newId() });
      await expect(unknown).rejects.toMatchObject({ fields: [{ path: 'slaId', code: 'line-unknown' }] });
    });
  });

  describe('seen by others', () => {
    it('shows a partner its own scorecards, and lets it neither build nor publish', async () => {
      const stranger = await the.vendor();
      await the.results(vendor, '2026-03');
      await the.process(vendor, '2026-03');
      const draft = await only();
      const own = actorIn(the.tenant, 'vendor_administrator', [vendor.id]);
      expect(await bench.scorecards.view(own, draft.id)).toMatchObject({ id: draft.id, state: 'draft' });
      expect((await bench.scorecards.month(own, '2026-03')).vendors).toHaveLength(1);
      // whatever the guard above lets through, the policies do not
      await expect(bench.publications.publish(own, draft.id, draft.version)).rejects.toThrow();
      expect(await only()).toMatchObject({ state: 'draft' });

      const foreign = actorIn(the.tenant, 'vendor_administrator', [stranger.id]);
      await expect(bench.scorecards.view(foreign, draft.id)).rejects.toMatchObject({ status: 404 });
      const comment = bench.scorecards.comment(foreign, draft.id, { text: 'Mine?' });
      await expect(comment).rejects.toMatchObject({ status: 404 });
      expect((await bench.scorecards.month(foreign, '2026-03')).vendors).toMatchObject([
        { vendor: { id: stranger.id }, scorecard: null },
      ]);
    });

    it('answers another insurer as if there were none', async () => {
      const { id, version } = await publishedMarch();
      const outsider = (await bench.tenant()).manager;
      await expect(bench.scorecards.view(outsider, id)).rejects.toMatchObject({ status: 404 });
      await expect(bench.publications.publish(outsider, id, version)).rejects.toMatchObject({ status: 404 });
      await expect(
        bench.scorecards.build(outsider, { vendorId: vendor.id, period: '2026-03' }),
      ).rejects.toMatchObject({ fields: [{ path: 'vendorId', code: 'vendor-unknown' }] });
    });
  });
});
