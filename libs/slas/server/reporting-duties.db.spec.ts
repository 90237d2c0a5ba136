import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import type { Role, Tenant } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import { EvaluationBench } from './evaluation-bench';

const serviceLevel = { metric: 'service_level', target: { comparator: '>=', value: '0.80' } } as const;

describe('the duty to report a month', () => {
  let bench: EvaluationBench;
  let tenant: Tenant;
  let vendorId: string;

  beforeAll(async () => {
    bench = await EvaluationBench.open();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    bench.clock.set('2026-04-02T12:00:00Z');
    tenant = await bench.tenant();
    vendorId = (await bench.database.vendor(tenant)).id;
    // in New York: March is due by the end of 10 April
    await bench.contract(tenant, { vendorId, slas: [serviceLevel], activatedAt: '2026-03-15T12:00:00Z' });
    await bench.evaluate(tenant, vendorId, '2026-03');
  });

  async function member(role: Role, ofVendor: string | null, locale = 'en'): Promise<string> {
    const { id, email } = await bench.database.person(role);
    await bench.database.owner.query('update person set locale = $2 where id = $1', [id, locale]);
    await bench.query(
      tenant,
      'insert into membership (tenant_id, id, person_id, role, vendor_id, created_at) values ($1, $2, $3, $4, $5, $6)',
      [tenant.id, newId(), id, role, ofVendor, bench.clock.date()],
    );
    return email;
  }
  async function mails(...to: string[]): Promise<string[]> {
    const { rows } = await bench.database.owner.query<{ recipient: string; subject: string }>(
      'select recipient, subject from mail where recipient = any ($1) order by id',
      [to],
    );
    return rows.map(({ recipient, subject }) => `${to.indexOf(recipient)}: ${subject}`).sort();
  }
  const sweep = async () => {
    const waiting = await bench.waiting(tenant);
    for (const rowId of waiting) await bench.processor.process(tenant, rowId);
    return waiting;
  };
  const ask = {
    limit: 50,
    from: '2026-03',
    to: '2026-03',
    vendorId: undefined,
    open: 'false',
    cursor: undefined,
  } as const;

  it('is brought to mind once before its day, and escalated once after it, whoever sweeps how often', async () => {
    const contributor = await member('vendor_contributor', vendorId);
    const administrator = await member('vendor_administrator', vendorId);
    const manager = await member('vendor_manager', null);
    const other = await member('vendor_contributor', (await bench.database.vendor(tenant)).id);
    const everybody = [contributor, administrator, manager, other];

    bench.clock.set('2026-04-06T03:59:59Z');
    expect(await sweep()).toEqual([]);
    bench.clock.set('2026-04-06T04:00:00Z');
    expect(await sweep()).toEqual([`${vendorId}/2026-03`]);
    expect(await sweep()).toEqual([]);
    await Promise.all([
      bench.evaluate(tenant, vendorId, '2026-03'),
      bench.evaluate(tenant, vendorId, '2026-03'),
    ]);
    const reminder = 'Figures of March 2026 are due by 10 April 2026';
    expect(await mails(...everybody)).toEqual([`0: ${reminder}`, `1: ${reminder}`]);

    bench.clock.set('2026-04-11T04:00:01Z');
    await Promise.all([sweep(), sweep()]);
    await bench.evaluate(tenant, vendorId, '2026-03');
    const told = (await mails(...everybody)).filter((mail) => !mail.includes(reminder));
    expect(told).toEqual([
      expect.stringMatching(/^1: Not reported: Vendor .*, March 2026$/),
      expect.stringMatching(/^2: Not reported: Vendor .*, March 2026$/),
    ]);
  });

  it('is told in the language of who is told', async () => {
    const ana = await member('vendor_administrator', vendorId, 'es-MX');
    bench.clock.set('2026-04-06T04:00:00Z');
    await sweep();
    bench.clock.set('2026-04-11T04:00:01Z');
    await sweep();
    expect(await mails(ana)).toEqual([
      '0: Las cifras de marzo de 2026 deben entregarse hasta el 10 de abril de 2026',
      expect.stringMatching(/^0: Sin entregar: Vendor .*, marzo de 2026$/),
    ]);
  });

  it('asks nobody for a month that has come', async () => {
    const contributor = await member('vendor_contributor', vendorId);
    await bench.load(tenant, vendorId, [
      { date: '2026-03-02', amounts: { answered_within_threshold: 9, offered: 10, abandoned: 0 } },
    ]);
    await bench.evaluate(tenant, vendorId, '2026-03');
    bench.clock.set('2026-04-06T04:00:00Z');
    await sweep();
    expect(await mails(contributor)).toEqual([]);
  });

  it('shows as due, missing and late in the calendar, each side what is its own', async () => {
    const states = async () =>
      (await bench.reporting.list(bench.manager(tenant), ask)).items.map(({ month, state }) => [
        month,
        state,
      ]);
    expect(await states()).toEqual([['2026-03', 'due']]);
    bench.clock.set('2026-04-11T04:00:00Z');
    expect(await states()).toEqual([['2026-03', 'missing']]);
    bench.clock.set('2026-04-12T09:00:00Z');
    await sweep();
    const [missing] = (await bench.reporting.list(bench.manager(tenant), { ...ask, open: 'true' })).items;
    expect(missing).toMatchObject({ state: 'missing', dueAt: '2026-04-11T04:00:00.000Z', file: null });
    expect(missing?.escalatedAt).toBe('2026-04-12T09:00:00.000Z');
    expect(missing?.breachId).not.toBeNull();

    const file = await bench.load(tenant, vendorId, [
      { date: '2026-03-02', amounts: { answered_within_threshold: 9, offered: 10, abandoned: 0 } },
    ]);
    await bench.evaluate(tenant, vendorId, '2026-03');
    const partner = actorIn(tenant, 'vendor_contributor', [vendorId]);
    expect((await bench.reporting.list(partner, ask)).items).toMatchObject([
      { state: 'late', file: { id: file, name: 'march.csv' } },
    ]);
    const stranger = actorIn(tenant, 'vendor_contributor', [(await bench.database.vendor(tenant)).id]);
    expect((await bench.reporting.list(stranger, ask)).items).toEqual([]);
  });

  it('is listed page by page', async () => {
    const second = (await bench.database.vendor(tenant, 'A-FIRST')).id;
    await bench.contract(tenant, {
      ...{ vendorId: second, slas: [serviceLevel], activatedAt: '2026-03-15T12:00:00Z' },
    });
    await bench.evaluate(tenant, second, '2026-03');
    const all = { ...ask, from: undefined, to: undefined };
    const whole = (await bench.reporting.list(bench.manager(tenant), all)).items;
    expect(whole.map(({ vendor, month }) => [vendor.id, month])).toEqual([
      [second, '2026-03'],
      [second, '2026-04'],
      [vendorId, '2026-03'],
      [vendorId, '2026-04'],
    ]);
    const paged = [];
    let cursor: string | undefined;
    do {
      const page = await bench.reporting.list(bench.manager(tenant), { ...all, limit: 1, cursor });
      paged.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(whole);
  });
});
