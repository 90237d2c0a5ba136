import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CreditStatement } from '@plumbline/credits/schema';
import { newId } from '@plumbline/platform/database';
import { actorIn } from '@plumbline/platform/testing';
import { type BenchTenant, type BenchVendor, type CreditsBench, openCreditsBench } from './credits-bench';

describe('a credit statement', () => {
  let bench: CreditsBench;
  let the: BenchTenant;
  let vendor: BenchVendor;
  let draft: CreditStatement;

  beforeAll(async () => {
    bench = await openCreditsBench();
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    the = await bench.tenant();
    vendor = await the.vendor();
    await the.month(vendor, '2026-01', { 'Service level': 'breached' });
    draft = await the.statement(vendor, '2026-01');
  });

  const share = () => bench.approvals.share(the.manager, draft.id, draft.version);
  const approve = (actor = the.person(), { id, version }: CreditStatement = draft) =>
    bench.approvals.approve(actor, id, version);
  const line = () => vendor.slas.get('Service level') ?? '';

  describe('is approved', () => {
    it('by two different people, neither twice, and by no key', async () => {
      await expect(approve()).rejects.toMatchObject({ code: 'not-shared' });
      const shared = await share();
      const first = the.person();
      expect(await approve(first, shared)).toMatchObject({ state: 'shared', approvals: 1 });
      await expect(approve(first, shared)).rejects.toMatchObject({ status: 422, code: 'own-request' });
      const key = { ...the.person(), kind: 'api-key' as const };
      await expect(approve(key, shared)).rejects.toMatchObject({ code: 'approval-by-person' });
      expect(await approve(the.person(), shared)).toMatchObject({
        state: 'approved',
        approvals: 2,
        approvedAt: '2026-04-20T12:00:00.000Z',
      });
      await expect(approve(the.person(), shared)).rejects.toMatchObject({ code: 'statement-approved' });
    });

    it('once, however many approve at the same time', async () => {
      const shared = await share();
      const first = the.person();
      const pressed = await Promise.allSettled([
        ...Array.from({ length: 10 }, () => approve(first, shared)),
        ...Array.from({ length: 10 }, () => approve(the.person(), shared)),
      ]);
      expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      const logged = await the.logged();
      expect(logged.filter((action) => action === 'credit-statement-approved')).toHaveLength(1);
      expect(logged.filter((action) => action === 'credit-statement-seconded')).toHaveLength(2);
      const [approved] = await the.statements(vendor);
      expect(approved).toMatchObject({ state: 'approved', approvals: 2 });
      expect(new Set(approved?.approvers.map(({ at }) => at)).size).toBe(1);
    });

    it('by what it says now: results that move take the first approval back', async () => {
      const shared = await share();
      await approve(the.person(), shared);
      await the.result(vendor, 'Service level', '2026-01', 'met', '0.86');
      await expect(approve(the.person(), shared)).rejects.toMatchObject({ code: 'statement-moved' });
      await the.process(vendor, '2026-01');
      const moved = await the.statement(vendor, '2026-01');
      expect(moved).toMatchObject({ state: 'shared', approvals: 0, credit: '0.00' });
      await expect(approve(the.person(), shared)).rejects.toMatchObject({ status: 412 });
      expect(await approve(the.person(), moved)).toMatchObject({ approvals: 1 });
    });

    it('not while results are open, nor before the month before it', async () => {
      await the.month(vendor, '2026-02');
      const later = await the.statement(vendor, '2026-02');
      const shared = await bench.approvals.share(the.manager, later.id, later.version);
      await expect(approve(the.person(), shared)).rejects.toMatchObject({ code: 'earlier-open' });
      await the.result(vendor, 'Service level', '2026-01', 'provisional');
      await the.process(vendor, '2026-01');
      const open = await the.statement(vendor, '2026-01');
      await expect(bench.approvals.share(the.manager, open.id, open.version)).rejects.toMatchObject({
        code: 'month-open',
      });
    });
  });

  it('never changes once it is approved, whatever the run-time role tries', async () => {
    await the.approve(vendor, '2026-01');
    const attempt = (sql: string) =>
      bench.database.door.withTenant(the.manager, (tx) => tx.query(sql, [tx.tenantId, draft.id]));
    const where = 'where tenant_id = $1 and id = $2';
    expect(await attempt(`update credit_statement set total = 1 ${where}`)).toEqual([[], 0]);
    expect(
      await attempt(`update credit_statement set state = 'shared', approved_at = null ${where}`),
    ).toEqual([[], 0]);
    await expect(attempt(`delete from credit_statement ${where}`)).rejects.toThrow(/permission denied/);
    await the.result(vendor, 'Service level', '2026-01', 'met', '0.9');
    await the.process(vendor, '2026-01');
    expect(await the.statement(vendor, '2026-01')).toMatchObject({ state: 'approved', total: '4000.00' });
  });

  describe('is disputed by its vendor', () => {
    it('line by line, and cannot be approved until that is decided', async () => {
      const shared = await share();
      const partner = the.partner(vendor);
      const disputed = await bench.disputes.raise(partner, draft.id, {
        slaId: line(),
        reason: 'Your telephony was down.',
      });
      expect(disputed).toMatchObject({
        openDisputes: 1,
        disputes: [{ name: 'Service level', state: 'open', reason: 'Your telephony was down.' }],
      });
      const again = bench.disputes.raise(partner, draft.id, { slaId: line(), reason: 'Once more.' });
      await expect(again).rejects.toMatchObject({ code: 'line-disputed' });
      await expect(approve(the.person(), shared)).rejects.toMatchObject({ code: 'dispute-open' });
      const id = disputed.disputes[0]?.id ?? '';
      const decision = { decision: 'upheld', note: 'It was your side.' } as const;
      const decided = await bench.disputes.decide(the.manager, draft.id, id, decision);
      expect(decided.disputes).toMatchObject([{ state: 'upheld', note: 'It was your side.' }]);
      await expect(bench.disputes.decide(the.manager, draft.id, id, decision)).rejects.toMatchObject({
        code: 'dispute-decided',
      });
      expect(await approve(the.person(), shared)).toMatchObject({ approvals: 1 });
    });

    it('and taken back by it', async () => {
      await share();
      const partner = the.partner(vendor);
      const disputed = await bench.disputes.raise(partner, draft.id, { slaId: line(), reason: 'No.' });
      const id = disputed.disputes[0]?.id ?? '';
      expect(await bench.disputes.withdraw(partner, draft.id, id)).toMatchObject({
        openDisputes: 0,
        disputes: [{ state: 'withdrawn' }],
      });
    });

    it('not by the insurer, not where there is no such line, not once it is approved', async () => {
      await share();
      const raise = (actor = the.partner(vendor), slaId = line()) =>
        bench.disputes.raise(actor, draft.id, { slaId, reason: 'No.' });
      await expect(raise(the.manager)).rejects.toMatchObject({ status: 403 });
      await expect(raise(undefined, newId())).rejects.toMatchObject({ fields: [{ code: 'line-unknown' }] });
      await the.approve(vendor, '2026-01');
      await expect(raise()).rejects.toMatchObject({ code: 'statement-approved' });
    });

    it('before or after an approval that comes at the same moment, never beside it', async () => {
      const shared = await share();
      await approve(the.person(), shared);
      const [approved, disputed] = await Promise.allSettled([
        approve(the.person(), shared),
        bench.disputes.raise(the.partner(vendor), draft.id, { slaId: line(), reason: 'No.' }),
      ]);
      expect([approved.status, disputed.status].sort()).toEqual(['fulfilled', 'rejected']);
      const now = await the.statement(vendor, '2026-01');
      expect([now.state, now.openDisputes]).toEqual(
        approved.status === 'fulfilled' ? ['approved', 0] : ['shared', 1],
      );
    });
  });

  it('is handed to accounts payable under a number that is given once', async () => {
    await expect(bench.approvals.export(the.manager, draft.id)).rejects.toMatchObject({
      code: 'not-approved',
    });
    await the.approve(vendor, '2026-01');
    await the.month(vendor, '2026-02');
    const second = await the.approve(vendor, '2026-02');
    const exported = await Promise.all([
      ...Array.from({ length: 5 }, () => bench.approvals.export(the.manager, draft.id)),
      ...Array.from({ length: 5 }, () => bench.approvals.export(the.manager, second.id)),
    ]);
    const numbers = exported.map((each) => each.export?.number);
    expect(new Set(numbers.slice(0, 5)).size).toBe(1);
    expect([...new Set(numbers)].sort()).toEqual([1, 2]);
    expect(exported[0]?.export).toMatchObject({
      exportedBy: 'Test vendor_manager',
      reference: expect.stringMatching(/^MSA-.+\/2026-01\/00000[12]$/),
    });
    expect((await the.logged()).filter((action) => action === 'credit-statement-exported')).toHaveLength(2);
  });

  describe('seen by others', () => {
    it('is hidden from its vendor until it is shared, and remarks and approvals for good', async () => {
      const partner = the.partner(vendor);
      await expect(bench.service.view(partner, draft.id)).rejects.toMatchObject({ status: 404 });
      expect(await the.statements(vendor, partner)).toEqual([]);
      const shared = await share();
      await bench.disputes.remark(the.manager, draft.id, { text: 'They will object.' });
      await approve(the.person(), shared);
      expect(await bench.service.view(the.manager, draft.id)).toMatchObject({
        remarks: [{ text: 'They will object.' }],
        approvals: 1,
      });
      expect(await bench.service.view(partner, draft.id)).toMatchObject({
        state: 'shared',
        credit: '4000.00',
        remarks: [],
        approvers: [],
        approvals: 0,
      });
    });

    it('is not there for another vendor, nor for another insurer', async () => {
      await share();
      const stranger = actorIn(the.tenant, 'vendor_administrator', [(await the.vendor()).id]);
      const outsider = (await bench.tenant()).manager;
      for (const actor of [stranger, outsider]) {
        await expect(bench.service.view(actor, draft.id)).rejects.toMatchObject({ status: 404 });
        await expect(bench.service.export(actor, draft.id)).rejects.toMatchObject({ status: 404 });
        await expect(approve({ ...actor, id: newId() })).rejects.toMatchObject({ status: 404 });
        const dispute = bench.disputes.raise({ ...actor, side: 'vendor' }, draft.id, {
          slaId: line(),
          reason: 'Mine?',
        });
        await expect(dispute).rejects.toMatchObject({ status: 404 });
        expect(
          (await bench.schemes.list(actor, { limit: 50, contractId: vendor.contractId, cursor: undefined }))
            .items,
        ).toEqual([]);
        await expect(bench.schemes.view(actor, vendor.contractId, 1)).rejects.toMatchObject({ status: 404 });
      }
      // whatever the guard above lets through, the policies do not let its own vendor approve
      await expect(approve(the.partner(vendor), await the.statement(vendor, '2026-01'))).rejects.toThrow();
    });
  });

  describe('follows a scheme that', () => {
    it('is refused at its field where it cannot be meant', async () => {
      await expect(the.saveScheme(vendor, { atRisk: '10' }, 1)).rejects.toMatchObject({
        status: 400,
        fields: [{ path: 'terms.atRisk', code: 'credit.range' }],
      });
      await expect(the.saveScheme(vendor, { from: '2025-06' }, 1)).rejects.toMatchObject({
        fields: expect.arrayContaining([
          expect.objectContaining({ path: 'terms.from', code: 'before-version' }),
        ]),
      });
      const lines = [
        { slaId: line(), pool: 'Service', allocation: '0.6', method: { kind: 'allocation' } as const },
      ];
      await expect(the.saveScheme(vendor, { lines }, 1)).rejects.toMatchObject({
        fields: [{ path: 'terms.speedOutweighsReason', code: 'speed.outweighs' }],
      });
      await the.saveScheme(vendor, { lines, speedOutweighsReason: 'Only calls are bought.' }, 1);
    });

    it('is replaced by whoever read it last, once', async () => {
      const entered = await Promise.allSettled([1, 2, 3].map(() => the.saveScheme(vendor, {}, 1)));
      expect(entered.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { revision, revisions } = await bench.schemes.view(the.manager, vendor.contractId, 1);
      expect([revision, revisions.length]).toEqual([2, 2]);
    });
  });
});
