import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type BenchTenant, type BenchVendor, type CreditsBench, openCreditsBench } from './credits-bench';

describe('credit statements', () => {
  let bench: CreditsBench;
  let the: BenchTenant;
  let vendor: BenchVendor;

  beforeAll(async () => {
    bench = await openCreditsBench();
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    the = await bench.tenant();
    vendor = await the.vendor({ repeat: ['1', '1.5'] });
  });

  describe('after the last month of the contract', () => {
    beforeEach(async () => {
      await the.month(vendor, '2026-01', { 'Service level': 'breached' });
      await the.end(vendor, '2026-02');
    });

    it('close it with entries alone once settled money has to be put right', async () => {
      await the.approve(vendor, '2026-01');
      await the.process(vendor, '2026-01');
      expect(await the.statements(vendor)).toHaveLength(1);
      await the.result(vendor, 'Service level', '2026-01', 'met', '0.86');
      await the.process(vendor, '2026-01');
      await the.process(vendor, '2026-01');
      expect(await the.statement(vendor, '2026-02')).toMatchObject({
        state: 'draft',
        complete: true,
        fee: '0',
        credit: '0.00',
        total: '-4000.00',
        lines: [],
        entries: [{ kind: 'adjustment', period: '2026-01', amount: '-4000.00' }],
      });
      // both sides settle it like any other, and what moves after that closes the month after
      await the.approve(vendor, '2026-02');
      await the.result(vendor, 'Service level', '2026-01', 'breached', '0.71');
      await the.process(vendor, '2026-01');
      expect((await the.statements(vendor)).map(({ period, total }) => [period, total])).toEqual([
        ['2026-01', '4000.00'],
        ['2026-02', '-4000.00'],
        ['2026-03', '4000.00'],
      ]);
    });

    it('close nothing while the last month can still follow its results', async () => {
      await the.result(vendor, 'Service level', '2026-01', 'met', '0.86');
      await the.process(vendor, '2026-01');
      expect(await the.statements(vendor)).toMatchObject([{ period: '2026-01', credit: '0.00' }]);
    });

    it('withdraw what closes nothing any more', async () => {
      await the.approve(vendor, '2026-01');
      for (const state of ['met', 'breached'] as const) {
        await the.result(vendor, 'Service level', '2026-01', state);
        await the.process(vendor, '2026-01');
      }
      expect(await the.statements(vendor)).toMatchObject([
        { state: 'approved' },
        { period: '2026-02', state: 'withdrawn' },
      ]);
    });
  });

  describe('whose months a scheme prices no longer, because it was moved to a later start,', () => {
    it('are withdrawn, count for nothing, and do not stop those after them', async () => {
      vendor = await the.vendor({ caps: { yearAmount: '5000' } });
      await the.month(vendor, '2026-01', { 'Service level': 'breached' });
      await the.month(vendor, '2026-02', { 'Service level': 'breached' });
      const first = await the.statement(vendor, '2026-01');
      await bench.approvals.share(the.manager, first.id, first.version);
      const caps = { yearAmount: '5000' };
      await the.saveScheme(vendor, { from: '2026-02', caps }, 1);
      await the.process(vendor, '2026-01');
      const [january, february] = await the.statements(vendor);
      expect([january, february]).toMatchObject([
        { state: 'withdrawn', complete: false },
        { state: 'draft', yearCredited: '0', credit: '4000.00' },
      ]);
      // the vendor has seen the first, and sees what became of it
      expect(await the.statements(vendor, the.partner(vendor))).toMatchObject([{ state: 'withdrawn' }]);
      expect(await the.logged()).toContain('credit-statement-withdrawn');
      expect(await the.approve(vendor, '2026-02')).toMatchObject({ state: 'approved' });
      if (!january) throw new Error('no statement of January');
      const { id, version } = january;
      const refused = { status: 409, code: 'statement-withdrawn' };
      await expect(bench.approvals.approve(the.manager, id, version)).rejects.toMatchObject(refused);
      await expect(bench.approvals.share(the.manager, id, version)).rejects.toMatchObject(refused);
      const dispute = { slaId: vendor.slas.get('Service level') ?? '', reason: 'It is withdrawn.' };
      await expect(bench.disputes.raise(the.partner(vendor), id, dispute)).rejects.toMatchObject(refused);
    });

    it('come back with the start', async () => {
      await the.month(vendor, '2026-01', { 'Service level': 'breached' });
      await the.saveScheme(vendor, { from: '2026-02' }, 1);
      await the.process(vendor, '2026-01');
      expect(await the.statements(vendor)).toMatchObject([{ state: 'withdrawn' }]);
      await the.saveScheme(vendor, {}, 2);
      await the.process(vendor, '2026-01');
      expect(await the.statements(vendor)).toMatchObject([{ state: 'draft', complete: true }]);
    });
  });
});
