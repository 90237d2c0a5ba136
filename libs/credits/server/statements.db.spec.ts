import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { credit, type CreditFailure, type CreditScheme } from '@plumbline/sla-engine';
import { type BenchTenant, type BenchVendor, type CreditsBench, openCreditsBench } from './credits-bench';
import { CreditsSweep } from './credits.sweep';

describe('monthly credit statements', () => {
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

  describe('are made by the job', () => {
    it('when the results they settle are final, not before', async () => {
      expect(await the.month(vendor, '2026-01', { 'Service level': 'provisional' })).toBeUndefined();
      await the.result(vendor, 'Service level', '2026-01', 'breached', '0.77');
      await the.process(vendor, '2026-01');
      const statement = await the.statement(vendor, '2026-01');
      expect(statement).toMatchObject({
        state: 'draft',
        complete: true,
        currency: 'USD',
        fee: '100000',
        cap: '10000.00',
        credit: '4000.00',
        total: '4000.00',
        entries: [],
      });
      expect(statement.lines).toMatchObject([
        {
          name: 'Service level',
          state: 'breached',
          value: '0.77',
          standing: 'paid',
          occurrence: 1,
          amount: '4000',
        },
        { name: 'Disclosures', state: 'met', standing: 'none', occurrence: 0, amount: '0' },
        { name: 'Complaints closed', state: 'met', standing: 'watched', agreed: null, amount: '0' },
      ]);
    });

    it('to the amount the engine arrives at from what is exported', async () => {
      await the.month(vendor, '2026-01', { 'Service level': 'breached', Disclosures: 'breached' });
      const { id } = await the.statement(vendor, '2026-01');
      const { recompute, statement } = await bench.service.export(the.manager, id);
      expect(recompute).toHaveLength(1);
      const { input, amount } = JSON.parse(JSON.stringify(recompute[0])) as {
        input: { scheme: object; failures: object[] };
        amount: string;
      };
      const { ops } = await import('@plumbline/sla-engine/cli');
      expect(ops['credit.compute']?.(input)).toMatchObject({ ok: true, value: { credit: amount } });
      expect(amount).toBe(statement.credit);
      expect(
        credit(
          { ...input.scheme, method: { kind: 'allocation' } } as CreditScheme,
          input.failures.map((failure) => ({ ...failure, method: { kind: 'allocation' } }) as CreditFailure),
        ),
      ).toMatchObject({ value: { credit: '10000.00', trace: statement.trace } });
    });

    it('once, however often and in parallel it runs', async () => {
      await the.month(vendor, '2026-01');
      await Promise.all([1, 2, 3, 4].map(() => the.process(vendor, '2026-01')));
      const made = await the.statements(vendor);
      expect(made).toMatchObject([{ version: 1, credit: '0.00' }]);
      expect((await the.logged()).filter((action) => action === 'credit-statement-built')).toHaveLength(1);
    });

    it('whole or not at all: a transaction that ends half way leaves nothing, and the sweep asks again', async () => {
      for (const sla of ['Service level', 'Disclosures', 'Complaints closed'] as const) {
        await the.result(vendor, sla, '2026-01', 'breached');
      }
      const waiting = async () => {
        const rows = await bench.database.door.withRole('sweep', (client) =>
          new CreditsSweep().waiting(client, new Date('2026-04-20T12:01:00Z')),
        );
        return rows.filter(({ tenantId }) => tenantId === the.tenant.id).map(({ rowId }) => rowId);
      };
      const killed = bench.database.door.withTenant(the.manager, async (tx) => {
        await bench.builder.build(tx, vendor.id, '2026-01');
        throw new Error('killed');
      });
      await expect(killed).rejects.toThrow('killed');
      expect(await the.statements(vendor)).toEqual([]);
      expect(await waiting()).toEqual([`${vendor.id}/2026-01`]);
      await the.process(vendor, '2026-01');
      expect(await the.statements(vendor)).toHaveLength(1);
      expect(await waiting()).toEqual([]);
    });

    it('for past months too when a scheme is entered, and the sweep knows them', async () => {
      const late = await the.vendor(null);
      await the.month(late, '2026-01', { 'Service level': 'breached' });
      expect(await the.statements(late)).toEqual([]);
      await the.saveScheme(late);
      const rows = await bench.database.door.withRole('sweep', (client) =>
        new CreditsSweep().waiting(client, new Date('2026-06-20T12:01:00Z')),
      );
      expect(rows).toContainEqual({ tenantId: the.tenant.id, rowId: `${late.id}/2026-01` });
      await the.process(late, '2026-01');
      expect(await the.statements(late)).toMatchObject([{ credit: '4000.00' }]);
    });
  });

  it('count misses in a row over months without a verdict, which they list', async () => {
    await the.month(vendor, '2026-01', { 'Service level': 'breached' });
    await the.month(vendor, '2026-02', { 'Service level': 'noVolume' });
    const march = await the.month(vendor, '2026-03', { 'Service level': 'breached' });
    expect(march).toMatchObject({ credit: '6000.00' });
    expect(march?.lines[0]).toMatchObject({ occurrence: 2, skipped: ['2026-02'], amount: '6000' });
    const february = await the.statement(vendor, '2026-02');
    expect(february).toMatchObject({ credit: '0.00', complete: true });
    expect(february.lines[0]).toMatchObject({ state: 'noVolume', standing: 'none' });
  });

  it('show what is excused and do not count it', async () => {
    const statement = await the.month(vendor, '2026-01', { 'Service level': 'excused' });
    expect(statement).toMatchObject({ credit: '0.00' });
    expect(statement?.lines[0]).toMatchObject({ state: 'excused', standing: 'none', occurrence: 0 });
  });

  it('follow results and terms until they are approved, later months with them', async () => {
    await the.month(vendor, '2026-01', { 'Service level': 'breached' });
    await the.month(vendor, '2026-02', { 'Service level': 'breached' });
    expect(await the.statement(vendor, '2026-02')).toMatchObject({ credit: '6000.00' });
    await the.result(vendor, 'Service level', '2026-01', 'met', '0.86');
    await the.process(vendor, '2026-01');
    expect((await the.statements(vendor)).map(({ credit }) => credit)).toEqual(['0.00', '4000.00']);
    await the.saveScheme(vendor, { atRisk: '0.05' }, 1);
    await the.process(vendor, '2026-01');
    expect(
      (await the.statements(vendor)).map(({ credit, schemeRevision }) => [credit, schemeRevision]),
    ).toEqual([
      ['0.00', 2],
      ['2000.00', 2],
    ]);
  });

  it('price a miss by the band its value fell into', async () => {
    const bands = [
      { from: '0', to: '0.5', share: '1' },
      { from: '0.5', to: '0.8', share: '0.5' },
    ];
    await the.saveScheme(
      vendor,
      {
        lines: [
          {
            slaId: vendor.slas.get('Disclosures') ?? '',
            pool: 'Service',
            allocation: '0.6',
            method: { kind: 'allocation' },
          },
          {
            slaId: vendor.slas.get('Service level') ?? '',
            pool: 'Service',
            allocation: '0.4',
            method: { kind: 'bands', bands },
          },
        ],
      },
      1,
    );
    const statement = await the.month(vendor, '2026-01', { 'Service level': 'breached' });
    expect(statement).toMatchObject({ credit: '2000.00', complete: true });
  });

  describe('of earlier months that were approved', () => {
    it('are put right by an adjusting entry in the next one, and never changed', async () => {
      await the.month(vendor, '2026-01', { 'Service level': 'breached' });
      const approved = await the.approve(vendor, '2026-01');
      await the.month(vendor, '2026-02');
      await the.result(vendor, 'Service level', '2026-01', 'met', '0.86');
      await the.process(vendor, '2026-01');
      await the.process(vendor, '2026-01');
      const [january, february] = await the.statements(vendor);
      expect(january).toEqual({
        ...approved,
        correctedBy: [{ statementId: february?.id, period: '2026-02', amount: '-4000.00' }],
      });
      expect(february).toMatchObject({ credit: '0.00', total: '-4000.00' });
      expect(february?.entries).toMatchObject([
        {
          kind: 'adjustment',
          period: '2026-01',
          amount: '-4000.00',
          changes: [
            { name: 'Service level', before: { state: 'breached' }, after: { state: 'met', value: '0.86' } },
          ],
        },
      ]);
      expect(february?.entries[0]?.trace.at(-1)).toEqual({
        rule: 'credit.adjusted',
        facts: { credit: '0.00', booked: ['4000.00'], entry: '-4000.00' },
      });
      // once it is booked there, the month after has nothing more to put right
      await the.approve(vendor, '2026-02');
      expect(await the.month(vendor, '2026-03')).toMatchObject({ entries: [], total: '0.00' });
    });

    it('are earned back after months at target, once', async () => {
      vendor = await the.vendor({ earnBackMonths: 2 });
      await the.month(vendor, '2026-01', { 'Service level': 'breached' });
      await the.approve(vendor, '2026-01');
      expect(await the.month(vendor, '2026-02')).toMatchObject({ total: '0.00' });
      const march = await the.month(vendor, '2026-03');
      expect(march).toMatchObject({
        credit: '0.00',
        total: '-4000.00',
        entries: [{ kind: 'earnBack', period: '2026-01', name: 'Service level', amount: '-4000.00' }],
      });
      expect(await the.month(vendor, '2026-04')).toMatchObject({ entries: [] });
    });

    it('use up what the contract year has left', async () => {
      vendor = await the.vendor({ caps: { yearAmount: '5000' } });
      await the.month(vendor, '2026-01', { 'Service level': 'breached' });
      const february = await the.month(vendor, '2026-02', { 'Service level': 'breached' });
      expect(february).toMatchObject({ yearCredited: '4000', uncapped: '4000.00', credit: '1000.00' });
    });

    it('count in the cap of the year as they stand by now, once: what a restated month frees is credited', async () => {
      vendor = await the.vendor({ caps: { yearAmount: '5000' } });
      await the.month(vendor, '2026-01', { 'Service level': 'breached' });
      await the.approve(vendor, '2026-01');
      await the.month(vendor, '2026-02', { 'Service level': 'breached' });
      await the.approve(vendor, '2026-02');
      await the.result(vendor, 'Service level', '2026-01', 'met', '0.86');
      const march = await the.month(vendor, '2026-03', { 'Service level': 'breached' });
      // January's 4,000 are given back; February was cut to 1,000 because of them and is owed whole
      expect(march).toMatchObject({
        yearCredited: '4000',
        credit: '1000.00',
        total: '0.00',
        entries: [
          { period: '2026-01', amount: '-4000.00' },
          { period: '2026-02', amount: '3000.00' },
        ],
      });
      await the.approve(vendor, '2026-03');
      // what March booked is part of the year by now, and neither forgotten nor counted again
      const april = await the.month(vendor, '2026-04', { Disclosures: 'breached' });
      expect(april).toMatchObject({ yearCredited: '5000', credit: '0.00', total: '0.00', entries: [] });
      const all = (await the.statements(vendor)).map(({ total }) => Number(total));
      expect(all.reduce((sum, total) => sum + total, 0)).toBe(5000);
    });

    it('begin a cap of their own with each contract year, also where a month of the year before is restated', async () => {
      vendor = await the.vendor({ caps: { yearAmount: '5000' } });
      await the.month(vendor, '2026-12', { 'Service level': 'breached' });
      await the.approve(vendor, '2026-12');
      await the.result(vendor, 'Service level', '2026-12', 'met', '0.86');
      const january = await the.month(vendor, '2027-01', { 'Service level': 'breached' });
      expect(january).toMatchObject({ yearCredited: '0', credit: '4000.00', total: '0.00' });
    });
  });

  it('let no vendor wait that no money is agreed with', async () => {
    const unpriced = await the.vendor(null);
    await bench.database.door.withTenant(the.manager, async (tx) => {
      await tx.query('select id from vendor where tenant_id = $1 and id = $2 for no key update', [
        tx.tenantId,
        unpriced.id,
      ]);
      // the vendor's row is held: whoever asks for it now waits until this is over
      const built = bench.database.door.withTenant(the.person('vendor_manager'), async (other) => {
        await other.query(`set local lock_timeout = '1s'`);
        await bench.builder.build(other, unpriced.id, '2026-01');
        return 'built';
      });
      await expect(built).resolves.toBe('built');
    });
  });

  it('say which repeat rules hold, as data with months and trace', async () => {
    vendor = await the.vendor({
      triggers: [
        { effect: 'chronic', rule: { kind: 'kOfN', k: 2, n: 3 } },
        { effect: 'termination', rule: { kind: 'consecutive', n: 3 } },
      ],
    });
    await the.month(vendor, '2026-01', { 'Service level': 'breached' });
    await the.month(vendor, '2026-02', { 'Service level': 'notReported' });
    const march = await the.month(vendor, '2026-03', { 'Service level': 'breached' });
    expect(march).toMatchObject({ triggered: 1 });
    expect(march?.triggers.filter(({ triggered }) => triggered)).toMatchObject([
      {
        effect: 'chronic',
        name: 'Service level',
        undecided: 1,
        months: [{ verdict: 'F' }, { verdict: '?' }, { verdict: 'F' }],
        trace: [{ rule: 'trigger.misses' }],
      },
    ]);
    const { items } = await bench.service.triggers(the.manager, { vendorId: vendor.id });
    expect(items).toMatchObject([{ effect: 'chronic', name: 'Service level', period: '2026-03' }]);
  });
});
