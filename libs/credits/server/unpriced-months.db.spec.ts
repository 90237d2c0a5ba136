import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { creditSchemeTerms } from '@plumbline/credits/schema';
import { newId } from '@plumbline/platform/database';
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

  describe('of a contract that was amended', () => {
    /** The second version, with SLAs of its own for the same metrics but without complaints. */
    const amend = async () => {
      const slas = new Map<string, string>();
      await bench.database.door.withTenant(the.manager, async (tx) => {
        const id = newId();
        await tx.query(
          `update contract_version set effective_to = '2026-07-01' where tenant_id = $1 and contract_id = $2`,
          [tx.tenantId, vendor.contractId],
        );
        await tx.query(
          `insert into contract_version (tenant_id, id, contract_id, vendor_id, number, state, effective_from, timezone,
             reporting_due_day, created_by, created_at, activated_at)
           select tenant_id, $3, contract_id, vendor_id, 2, state, '2026-07-01', timezone, reporting_due_day, created_by,
             created_at, activated_at from contract_version where tenant_id = $1 and contract_id = $2`,
          [tx.tenantId, vendor.contractId, id],
        );
        for (const name of ['Disclosures', 'Service level'] as const) {
          slas.set(name, newId());
          await tx.query(
            `insert into sla (tenant_id, id, contract_version_id, vendor_id, position, metric_id, clause_id, name,
               comparator, target, "window", weight, created_at)
             select tenant_id, $3, $4, vendor_id, position, metric_id, clause_id, name || ' (new)', comparator, target,
               "window", weight, created_at from sla where tenant_id = $1 and id = $2`,
            [tx.tenantId, vendor.slas.get(name), slas.get(name), id],
          );
        }
      });
      return slas;
    };

    it('are proposed the terms of the version before, for its own SLAs, and miss them until somebody enters them', async () => {
      const { items: none } = await bench.schemes.gaps(the.manager);
      expect(none).toEqual([]);
      const slas = await amend();
      expect((await bench.schemes.gaps(the.manager)).items).toMatchObject([
        {
          contract: { id: vendor.contractId, versionNumber: 2 },
          from: '2026-07',
          source: { contract: { versionNumber: 1 }, revision: 1 },
        },
      ]);
      const proposed = await bench.schemes.propose(the.manager, vendor.contractId, 2, undefined);
      expect(proposed).toMatchObject({
        terms: {
          from: '2026-07',
          repeat: ['1', '1.5'],
          lines: [
            { slaId: slas.get('Service level'), allocation: '0.40' },
            { slaId: slas.get('Disclosures'), allocation: '0.60' },
          ],
        },
        left: [],
        unpriced: [],
      });
      const terms = creditSchemeTerms.parse(proposed.terms);
      await bench.schemes.save(the.manager, { contractId: vendor.contractId, number: 2, replaces: 0, terms });
      expect((await bench.schemes.gaps(the.manager)).items).toEqual([]);
    });

    it('can be taken over from another contract, and from none that has nothing', async () => {
      const other = await the.vendor(null);
      await expect(bench.schemes.propose(the.manager, other.contractId, 1, undefined)).rejects.toMatchObject({
        status: 404,
      });
      const proposed = await bench.schemes.propose(the.manager, other.contractId, 1, vendor.contractId);
      expect(proposed).toMatchObject({
        source: { contract: { id: vendor.contractId } },
        terms: { lines: [{ slaId: other.slas.get('Service level') }, {}] },
        unpriced: ['Complaints closed'],
      });
      const outsider = (await bench.tenant()).manager;
      await expect(bench.schemes.propose(outsider, vendor.contractId, 1, undefined)).rejects.toMatchObject({
        status: 404,
      });
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
