import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newContract, type TermsInput } from '@plumbline/contracts/schema';
import type { Actor } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import { benchClock, type ContractsBench, openContractsBench, type TestTenant } from '../contracts-bench';
import { ContractDatesSweep } from './contract-dates.sweep';

describe('dates of contracts', () => {
  let bench: ContractsBench;
  let the: TestTenant;
  let owner: string;
  const sweep = new ContractDatesSweep();

  beforeAll(async () => {
    bench = await openContractsBench();
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    benchClock.set('2026-04-02T14:00:00Z');
    the = await bench.tenant();
    owner = await bench.member(the, 'vendor_manager', 'Olga');
  });

  const agreed = async (
    term: TermsInput['term'] = { startsOn: '2026-01-01', endsOn: '2026-12-31' },
    reference = 'MSA-1',
  ): Promise<string> => {
    const terms = { ...the.terms(), term };
    const asked = newContract.parse({ vendorId: the.vendor.id, reference, title: 'Voice', terms });
    const { id, version } = await bench.contracts.create(the.manager, asked);
    await bench.contracts.change(the.manager, id, { ownerId: owner }, version);
    await bench.versions.activate(the.manager, id, 1, 1);
    return id;
  };
  const waiting = async () =>
    (
      await bench.database.door.withRole('sweep', (client) => sweep.waiting(client, benchClock.date()))
    ).filter(({ tenantId }) => tenantId === the.tenant.id);
  /** As the worker does it: whatever waits is looked at, twice. */
  const work = async () => {
    for (const { rowId } of await waiting()) {
      await bench.reminders.process(the.tenant, rowId);
      await bench.reminders.process(the.tenant, rowId);
    }
  };
  const subjects = async (of = owner): Promise<string[]> => {
    const { rows } = await bench.database.owner.query<{ subject: string }>(
      'select subject from mail where recipient = (select email from person where id = $1) order by id',
      [of],
    );
    return rows.map(({ subject }) => subject);
  };
  const on = async (day: string) => {
    benchClock.set(`${day}T14:00:00Z`);
    await work();
  };

  it('reminds the owner 90, 60, 30 and 7 days before, once a stage', async () => {
    await agreed();
    for (const day of ['2026-04-02', '2026-10-01', '2026-10-02', '2026-10-03', '2026-11-01', '2026-12-01'])
      await on(day);
    await on('2026-12-24');
    await on('2026-12-31');
    await on('2027-01-05');
    expect(await subjects()).toEqual([
      'MSA-1, in 90 days: The contract ends',
      'MSA-1, in 60 days: The contract ends',
      'MSA-1, in 30 days: The contract ends',
      'MSA-1, in 7 days: The contract ends',
    ]);
    expect(await waiting()).toEqual([]);
  });

  it('tells once, of many that look at the same moment, also when the agenda is set anew', async () => {
    const id = await agreed();
    benchClock.set('2026-10-02T14:00:00Z');
    await Promise.all(Array.from({ length: 6 }, () => bench.reminders.process(the.tenant, id)));
    await bench.database.door.withTenant(the.manager, (tx) =>
      tx.query('update contract_agenda set next_at = $2 where tenant_id = $1', [
        tx.tenantId,
        benchClock.date(),
      ]),
    );
    await work();
    expect(await subjects()).toEqual(['MSA-1, in 90 days: The contract ends']);
  });

  it('tells the nearest stage only of those that passed unnoticed, in the morning of the insurer', async () => {
    await agreed();
    await work();
    benchClock.set('2026-10-02T10:59:00Z');
    expect(await waiting()).toEqual([]);
    benchClock.set('2026-10-02T11:00:00Z');
    expect(await waiting()).toHaveLength(1);
    await on('2026-12-03');
    expect(await subjects()).toEqual(['MSA-1, in 28 days: The contract ends']);
  });

  it('tells the owner in their language', async () => {
    await agreed();
    await bench.database.owner.query("update person set locale = 'es-MX' where id = $1", [owner]);
    await on('2026-12-30');
    expect(await subjects()).toEqual(['MSA-1, mañana: El contrato termina']);
  });

  it('tells vendor managers where no owner is left, and administrators where there is none', async () => {
    await agreed();
    const ada = await bench.member(the, 'administrator', 'Ada');
    const max = await bench.member(the, 'vendor_manager', 'Max');
    const leaves = (person: string) =>
      bench.database.door.withTenant(the.manager, (tx) =>
        tx.query('update membership set ended_at = $3 where tenant_id = $1 and person_id = $2', [
          ...[tx.tenantId, person, benchClock.date()],
        ]),
      );
    await leaves(owner);
    await on('2026-10-02');
    expect([await subjects(max), await subjects(ada)]).toEqual([
      ['MSA-1, in 90 days: The contract ends'],
      [],
    ]);
    await leaves(max);
    await on('2026-11-01');
    expect(await subjects(ada)).toEqual(['MSA-1, in 60 days: The contract ends']);
  });

  it('reminds of the last day of notice and of the renewal, in each renewed term', async () => {
    const notice = { count: 3, unit: 'months' } as const;
    await agreed({ startsOn: '2026-01-01', endsOn: '2026-12-31', renewalMonths: 12, notice });
    for (const day of ['2026-04-02', '2026-09-23', '2026-12-24', '2027-01-01', '2027-09-23']) await on(day);
    expect(await subjects()).toEqual([
      'MSA-1, in 7 days: Last day to give notice',
      'MSA-1, in 7 days: The contract renews, until 31 December 2027',
      'MSA-1, in 7 days: Last day to give notice',
    ]);
  });

  it('reminds of a waiver’s last day', async () => {
    const id = await agreed();
    const administrator = actorIn(the.tenant, 'administrator', [], (await bench.database.person('Ada')).id);
    const ask = {
      number: 1,
      key: 'clause-missing/background_checks',
      reason: 'Soon.',
      expiresOn: '2026-06-30',
    };
    const waiver = await bench.waivers.request(the.manager, id, ask);
    await bench.waivers.decide(administrator, waiver.id, { decision: 'approve', note: null }, 1);
    await on('2026-06-23');
    expect(await subjects()).toEqual([
      'MSA-1, in 7 days: A waiver ends: No clause agrees on background checks of agents.',
    ]);
  });

  it('lists what is before a contract; a partner sees its own, without waivers', async () => {
    const id = await agreed();
    const administrator = actorIn(the.tenant, 'administrator', [], (await bench.database.person('Ada')).id);
    const ask = {
      number: 1,
      key: 'clause-missing/background_checks',
      reason: 'Soon.',
      expiresOn: '2026-06-30',
    };
    const waiver = await bench.waivers.request(the.manager, id, ask);
    await bench.waivers.decide(administrator, waiver.id, { decision: 'approve', note: null }, 1);
    const kinds = async (actor: Actor, days = 365) =>
      (await bench.dates.list(actor, { contractId: undefined, days })).items.map(
        ({ kind, date }) => `${date} ${kind}`,
      );
    expect(await kinds(the.manager)).toEqual(['2026-06-30 waiver-expiry', '2026-12-31 term-end']);
    expect(await kinds(the.manager, 90)).toEqual(['2026-06-30 waiver-expiry']);
    expect(await kinds(actorIn(the.tenant, 'vendor_contributor', [the.vendor.id]))).toEqual([
      '2026-12-31 term-end',
    ]);
    const other = await bench.database.vendor(the.tenant);
    expect(await kinds(actorIn(the.tenant, 'vendor_contributor', [other.id]))).toEqual([]);
    expect(await kinds((await bench.tenant()).manager)).toEqual([]);
  });

  describe('as a calendar address', () => {
    const tokenOf = (address: string) => address.split('/').at(-1) ?? '';
    const make = (by: Actor, name: string) => bench.feeds.make(by, { name, vendorId: null });
    const memberActor = (role: 'vendor_manager' | 'vendor_contributor', id: string) =>
      actorIn(the.tenant, role, role === 'vendor_manager' ? [] : [the.vendor.id], id);

    it('answers the dates that its maker may see, and 404 once it is revoked', async () => {
      await agreed();
      const olga = memberActor('vendor_manager', owner);
      const { address, id } = await make(olga, 'Outlook');
      const calendar = await bench.calendars.read(tokenOf(address));
      expect(calendar).toContain('SUMMARY:MSA-1: The contract ends\r\n');
      expect(calendar).toContain('DTSTART;VALUE=DATE:20261231\r\n');
      expect(calendar).toBe(await bench.calendars.read(tokenOf(address)));
      expect((await bench.feeds.list(olga)).items).toMatchObject([{ id, name: 'Outlook', revokedAt: null }]);
      expect(JSON.stringify(await bench.feeds.list(olga))).not.toContain(tokenOf(address).slice(0, 20));
      await bench.feeds.revoke(olga, id, 1);
      await expect(bench.calendars.read(tokenOf(address))).rejects.toMatchObject({ status: 404 });
      expect(await bench.logged(the, 'calendar-feed-made')).toEqual([id]);
      expect(await bench.logged(the, 'calendar-feed-revoked')).toEqual([id]);
    });

    it('is revoked once by many who revoke it at the same moment', async () => {
      const olga = memberActor('vendor_manager', owner);
      const { id } = await make(olga, 'Outlook');
      const outcomes = await Promise.allSettled(
        Array.from({ length: 6 }, () => bench.feeds.revoke(olga, id, 1)),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await bench.logged(the, 'calendar-feed-revoked')).toEqual([id]);
    });

    it('keeps no address, only its hash', async () => {
      const { address } = await make(memberActor('vendor_manager', owner), 'Phone');
      const kept = await bench.database.door.withTenant(the.manager, (tx) =>
        tx.query('select * from calendar_feed where tenant_id = $1', [tx.tenantId]),
      );
      expect(JSON.stringify(kept)).not.toContain(tokenOf(address).replace('.ics', ''));
    });

    it('shows a partner’s calendar the partner’s contracts, and ends with the membership', async () => {
      await agreed();
      const pia = await bench.member(the, 'vendor_contributor', 'Pia');
      const { address } = await make(memberActor('vendor_contributor', pia), 'Phone');
      expect(await bench.calendars.read(tokenOf(address))).toContain('SUMMARY:MSA-1: The contract ends');
      await bench.database.door.withTenant(the.manager, (tx) =>
        tx.query('update membership set ended_at = $3 where tenant_id = $1 and person_id = $2', [
          tx.tenantId,
          pia,
          benchClock.date(),
        ]),
      );
      await expect(bench.calendars.read(tokenOf(address))).rejects.toMatchObject({ status: 404 });
    });

    it('is not seen or revoked by somebody else, and not made by a key', async () => {
      const { id } = await make(memberActor('vendor_manager', owner), 'Outlook');
      expect((await bench.feeds.list(the.manager)).items).toEqual([]);
      await expect(bench.feeds.revoke(the.manager, id, 1)).rejects.toMatchObject({ status: 404 });
      const key = { ...the.manager, kind: 'api-key' as const };
      await expect(make(key, 'k')).rejects.toMatchObject({
        code: 'feed-by-person',
      });
      for (const token of ['no-such-token', '', 'x'.repeat(65)])
        await expect(bench.calendars.read(token)).rejects.toMatchObject({ status: 404 });
    });
  });
});

describe('two versions of a contract', () => {
  let bench: ContractsBench;

  beforeAll(async () => {
    bench = await openContractsBench();
  });
  afterAll(() => bench.database.close());

  it('are compared as they are kept; a partner compares agreed ones only', async () => {
    benchClock.set('2026-04-02T14:00:00Z');
    const the = await bench.tenant();
    const asked = { vendorId: the.vendor.id, reference: 'MSA-1', title: 'Voice', terms: the.terms() };
    const { id } = await bench.contracts.create(the.manager, newContract.parse(asked));
    await bench.versions.activate(the.manager, id, 1, 1);
    const draft = await bench.versions.amend(the.manager, id, '2026-07-01');
    const { clauses, slas, ...rest } = the.parsedTerms();
    const changed = {
      ...{ ...rest, effectiveFrom: '2026-07-01' },
      clauses: clauses.map((clause) =>
        clause.kind === 'right_to_audit' ? { ...clause, terms: { noticeDays: 60 } } : clause,
      ),
      slas: slas.map((sla) =>
        sla.name.startsWith('Service')
          ? { ...sla, target: { comparator: '>=' as const, value: '0.85' } }
          : sla,
      ),
    };
    await bench.versions.replace(the.manager, id, 2, changed, draft.version);
    const compared = await bench.versions.compare(the.manager, id, { before: 1, after: 2 });
    expect(compared).toMatchObject({
      before: { number: 1, state: 'active' },
      after: { number: 2, state: 'draft' },
      terms: [{ field: 'effectiveFrom', before: '2026-01-01', after: '2026-07-01' }],
      clauses: [
        {
          change: 'changed',
          fields: [{ field: 'terms.noticeDays', before: 10, after: 60, effect: 'weaker' }],
        },
      ],
      slas: [{ name: 'Service level 80/20', metric: { unit: 'ratio' }, fields: [{ effect: 'stricter' }] }],
      unchanged: { clauses: clauses.length - 1, slas: slas.length - 1 },
    });
    const partner = actorIn(the.tenant, 'vendor_administrator', [the.vendor.id]);
    const both = { before: 1, after: 2 };
    await expect(bench.versions.compare(partner, id, both)).rejects.toMatchObject({ status: 404 });
    await expect(bench.versions.compare((await bench.tenant()).manager, id, both)).rejects.toMatchObject({
      status: 404,
    });
    await bench.versions.activate(the.manager, id, 2, draft.version + 1);
    expect((await bench.versions.compare(partner, id, both)).clauses).toHaveLength(1);
  });

  it('keeps the owner from the partner', async () => {
    const the = await bench.tenant();
    const olga = await bench.member(the, 'vendor_manager', 'Olga');
    const pia = await bench.member(the, 'vendor_contributor', 'Pia');
    const asked = { vendorId: the.vendor.id, reference: 'MSA-1', title: 'Voice', terms: the.terms() };
    const { id } = await bench.contracts.create(the.manager, newContract.parse(asked));
    await bench.versions.activate(the.manager, id, 1, 1);
    const change = (ownerId: string, version: number) =>
      bench.contracts.change(the.manager, id, { ownerId }, version);
    await expect(change(pia, 2)).rejects.toMatchObject({
      fields: [{ path: 'ownerId', code: 'not-a-member' }],
    });
    expect((await change(olga, 2)).owner).toEqual({ id: olga, name: 'Olga' });
    const partner = actorIn(the.tenant, 'vendor_administrator', [the.vendor.id]);
    expect((await bench.contracts.view(partner, id)).owner).toBeNull();
  });
});
