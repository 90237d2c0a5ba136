import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CreditStatement } from '@plumbline/credits/schema';
import { newId } from '@plumbline/platform/database';
import { Seal } from '@plumbline/platform/identity';
import type { Actor, Role } from '@plumbline/platform/tenancy';
import { type BenchTenant, type BenchVendor, type CreditsBench, openCreditsBench } from '../credits-bench';
import { CreditLettersSweep } from './credit-letters.sweep';

describe('letters about a credit statement', () => {
  let bench: CreditsBench;
  let the: BenchTenant;
  let vendor: BenchVendor;
  let draft: CreditStatement;
  let [manager, partner]: (Actor & { readonly email: string })[] = [];
  const seal = new Seal(Buffer.alloc(32, 7));

  beforeAll(async () => {
    bench = await openCreditsBench();
  });
  afterAll(() => bench.database.close());
  beforeEach(async () => {
    the = await bench.tenant();
    vendor = await the.vendor();
    [manager, partner] = [
      await member('vendor_manager', 'Maya', 'en'),
      await member('vendor_contributor', 'Pilar', 'es', vendor),
    ];
    await the.month(vendor, '2026-01', { 'Service level': 'breached' });
    draft = await the.statement(vendor, '2026-01');
  });

  async function member(role: Role, name: string, locale: string, of?: BenchVendor) {
    const person = await bench.database.person(name);
    await bench.database.owner.query('update person set locale = $2 where id = $1', [person.id, locale]);
    await bench.database.door.withTenant(the.manager, (tx) =>
      tx.query(
        `insert into membership (tenant_id, id, person_id, role, vendor_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
        [tx.tenantId, newId(), person.id, role, of?.id ?? null, '2026-01-01T00:00:00Z'],
      ),
    );
    const actor = of ? the.partner(of) : the.manager;
    return { ...actor, id: person.id, name, email: person.email };
  }

  const waiting = async () => {
    const rows = await bench.database.door.withRole('sweep', (client) =>
      new CreditLettersSweep().waiting(client, new Date('2027-01-01T00:00:00Z')),
    );
    return rows.filter(({ tenantId }) => tenantId === the.tenant.id).map(({ rowId }) => rowId);
  };
  /** As the worker does it, and once more. */
  const work = async () => {
    for (const id of await waiting())
      await Promise.all([1, 2, 3].map(() => bench.letters.process(the.tenant, id)));
  };
  const mails = async (to: { readonly email: string } | undefined) => {
    const { rows } = await bench.database.owner.query<{ id: string; subject: string; body_sealed: Buffer }>(
      'select id, subject, body_sealed from mail where recipient = $1 order by created_at, id',
      [to?.email],
    );
    return rows.map(({ id, subject, body_sealed }) => ({
      subject,
      text: seal.open('mail-body', id, body_sealed),
    }));
  };
  const subjects = async (to: { readonly email: string } | undefined) =>
    (await mails(to)).map(({ subject }) => subject);

  it('tell each side what the other did, once, in the language each reads', async () => {
    if (!manager || !partner) throw new Error('nobody is there');
    const slaId = vendor.slas.get('Service level') ?? '';
    const shared = await bench.approvals.share(manager, draft.id, draft.version);
    const raised = await bench.disputes.raise(partner, draft.id, { slaId, reason: 'The carrier was down.' });
    const disputeId = raised.disputes[0]?.id ?? '';
    const decision = { decision: 'upheld', note: 'It was announced.' } as const;
    await bench.disputes.decide(manager, draft.id, disputeId, decision);
    await bench.approvals.approve(manager, shared.id, shared.version);
    await bench.approvals.approve(the.person(), shared.id, shared.version);
    await bench.approvals.export(manager, shared.id);
    expect(await waiting()).toHaveLength(5);
    await work();
    expect(await waiting()).toEqual([]);
    await work();

    const { name } = (await bench.service.view(the.manager, draft.id)).vendor;
    expect(await subjects(partner)).toEqual([
      `Créditos de enero de 2026: ${the.tenant.name} ha compartido la liquidación`,
      'Su disputa de enero de 2026 está decidida: Service level se mantiene',
      `Los créditos de ${name} de enero de 2026 están aprobados`,
      `Los créditos de ${name} de enero de 2026 pasan a cuentas a pagar`,
    ]);
    // who shared and exported it is not told of that
    expect(await subjects(manager)).toEqual([
      `${name} disputes a credit of January 2026: Service level`,
      `Credits of ${name} for January 2026 are approved`,
    ]);
    const [first] = await mails(partner);
    expect(first?.text.replace(/\s/g, ' ')).toContain('4000,00 USD');
    expect(first?.text).toContain(`https://plumbline.test/t/${the.tenant.slug}/credits/${draft.id}`);
    // reasons may speak of members: they stay on the page
    expect((await mails(manager)).some(({ text }) => text.includes('carrier'))).toBe(false);
  });

  it('go to nobody of another vendor or insurer, who has left, or who withdrew a dispute', async () => {
    const other = await the.vendor();
    const stranger = await member('vendor_administrator', 'Sam', 'en', other);
    const gone = await member('vendor_administrator', 'Gus', 'en', vendor);
    await bench.database.door.withTenant(the.manager, (tx) =>
      tx.query(
        `update membership set ended_at = '2026-04-01T00:00:00Z' where tenant_id = $1 and person_id = $2`,
        [tx.tenantId, gone.id],
      ),
    );
    await bench.approvals.share(the.manager, draft.id, draft.version);
    if (!partner) throw new Error('nobody is there');
    const slaId = vendor.slas.get('Disclosures') ?? '';
    const raised = await bench.disputes.raise(partner, draft.id, { slaId, reason: 'Wrong.' });
    await bench.disputes.withdraw(partner, draft.id, raised.disputes[0]?.id ?? '');
    await work();
    expect(await subjects(stranger)).toEqual([]);
    expect(await subjects(gone)).toEqual([]);
    expect(await subjects(partner)).toHaveLength(1);
    expect(await subjects(manager)).toHaveLength(1);
  });

  it('are noted in the transaction of what they tell: what is refused tells nobody', async () => {
    await expect(bench.approvals.approve(the.person(), draft.id, draft.version)).rejects.toMatchObject({
      code: 'not-shared',
    });
    await expect(bench.approvals.export(the.person(), draft.id)).rejects.toMatchObject({
      code: 'not-approved',
    });
    expect(await waiting()).toEqual([]);
  });
});
