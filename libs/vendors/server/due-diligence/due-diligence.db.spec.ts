import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import { actorIn } from '@plumbline/platform/testing';
import { defaultItems, type NewSubmission, type TemplateItem } from '@plumbline/vendors/schema';
import { LifeBench } from '../life/life-bench';

describe('due diligence', () => {
  let bench: LifeBench;

  beforeAll(async () => {
    bench = await LifeBench.open();
  });
  afterAll(() => bench.database.close());
  beforeEach(() => bench.begin());

  const evidence: NewSubmission = { kind: 'evidence', note: 'Signed on 12 January', documents: [] };
  const all = { limit: 50, standing: undefined, askedOf: undefined, cursor: undefined };

  it('asks by PHI access and services, and follows when they change', async () => {
    const vendor = await bench.enter('onboarding', { phiAccess: false, services: ['mail'] });
    const before = (await bench.items(vendor)).map(({ code }) => code);
    expect(before).not.toContain('baa_signed');
    await bench.vendors.change(bench.ana, vendor.id, { phiAccess: true, services: ['voice'] }, 1);
    const after = (await bench.items(vendor)).map(({ code }) => code);
    expect(after.filter((code) => !before.includes(code))).toEqual([
      'baa_signed',
      'iso_27001',
      'language_access',
      'phi_returned',
    ]);
    expect(after).toEqual(defaultItems.map(({ code }) => code));
  });

  it('is handed in by the vendor, and accepted or rejected by another person', async () => {
    const vendor = await bench.enter('onboarding');
    const partner = bench.partnerOf(vendor);
    const { id } = await bench.item(vendor, 'baa_signed', partner);
    const submitted = await bench.dueDiligence.submit(partner, id, evidence, 1);
    expect(submitted).toMatchObject({ standing: 'submitted', ownSubmission: true, version: 2 });
    await expect(bench.dueDiligence.submit(bench.ana, id, evidence, 2)).rejects.toMatchObject({
      code: 'item-state',
    });
    const rejected = await bench.dueDiligence.decide(
      bench.ana,
      id,
      { outcome: 'rejected', reason: 'Our side has not signed', remark: 'Call legal' },
      2,
    );
    expect(rejected).toMatchObject({ standing: 'rejected', rejection: 'Our side has not signed' });
    await bench.dueDiligence.submit(partner, id, { kind: 'evidence', note: 'Now by both', documents: [] }, 3);
    const accepted = await bench.dueDiligence.decide(bench.ana, id, { outcome: 'accepted' }, 4);
    expect(accepted).toMatchObject({ standing: 'accepted', rejection: null });
    expect(accepted.submissions.map(({ note, decisions }) => [note, decisions[0]?.outcome])).toEqual([
      ['Now by both', 'accepted'],
      ['Signed on 12 January', 'rejected'],
    ]);
    expect((await bench.logged()).map(({ action }) => action)).toEqual([
      'vendor-created',
      'due-diligence-submitted',
      'due-diligence-rejected',
      'due-diligence-submitted',
      'due-diligence-accepted',
    ]);
  });

  it('shows a partner what is asked of it and its own words, never remarks, waivers or other vendors', async () => {
    const vendor = await bench.enter('onboarding');
    const other = await bench.enter('onboarding');
    const partner = bench.partnerOf(vendor);
    const asked = defaultItems.filter(({ askedOf }) => askedOf === 'vendor').map(({ code }) => code);
    expect((await bench.items(vendor, partner)).map(({ code }) => code)).toEqual(asked);
    expect((await bench.dueDiligence.list(partner, all)).items.map(({ vendor: { id } }) => id)).toEqual(
      asked.map(() => vendor.id),
    );
    expect((await bench.dueDiligence.view(partner, vendor.id)).template).toBeNull();
    await expect(bench.items(other, partner)).rejects.toMatchObject({ status: 404 });

    const baa = await bench.item(vendor, 'baa_signed');
    await bench.dueDiligence.submit(partner, baa.id, evidence, 1);
    await bench.dueDiligence.decide(bench.ana, baa.id, { outcome: 'accepted', remark: 'Odd signature' }, 2);
    const insurance = await bench.item(vendor, 'insurance');
    const note = 'The broker is slow; we know the cover';
    await bench.dueDiligence.submit(
      bench.ana,
      insurance.id,
      { kind: 'waiver', note, until: '2026-04-30' },
      1,
    );
    const seen = JSON.stringify(await bench.items(vendor, partner));
    expect(seen).toContain('Signed on 12 January');
    expect(seen).not.toContain('Odd signature');
    expect(seen).not.toContain('broker');
    const hidden = await bench.item(vendor, 'sanctions_screening');
    for (const item of [hidden, await bench.item(other, 'baa_signed')])
      await expect(bench.dueDiligence.submit(partner, item.id, evidence, 1)).rejects.toMatchObject({
        status: 404,
        detail: 'There is no such due-diligence item here.',
      });
    // by policy too: nothing of the insurer's reaches the vendor's side of the database
    const rows = await bench.database.door.withTenant(partner, (tx) =>
      tx.query(
        `select 1 from due_diligence_decision where tenant_id = $1
         union all select 1 from due_diligence_submission where tenant_id = $1 and side = 'insurer'
         union all select 1 from due_diligence_item where tenant_id = $1 and asked_of = 'insurer'
         union all select 1 from due_diligence_template_version where tenant_id = $1`,
        [bench.tenant.id],
      ),
    );
    expect(rows).toEqual([]);
  });

  it('is waived until a day when another person agrees, and open again after that day', async () => {
    const vendor = await bench.enter('onboarding');
    const { id } = await bench.item(vendor, 'insurance');
    const waiver = { kind: 'waiver', note: 'Renewal is under way', until: '2026-03-31' } as const;
    await expect(bench.dueDiligence.submit(bench.partnerOf(vendor), id, waiver, 1)).rejects.toMatchObject({
      code: 'insurer-only',
    });
    await expect(
      bench.dueDiligence.submit(bench.ana, id, { ...waiver, until: '2026-03-01' }, 1),
    ).rejects.toMatchObject({ fields: [{ path: 'until', code: 'day-past' }] });
    await bench.dueDiligence.submit(bench.ana, id, waiver, 1);
    await expect(bench.dueDiligence.decide(bench.ana, id, { outcome: 'accepted' }, 2)).rejects.toMatchObject({
      code: 'own-request',
    });
    const waived = await bench.dueDiligence.decide(bench.ben, id, { outcome: 'accepted' }, 2);
    expect(waived).toMatchObject({ standing: 'waived', waivedUntil: '2026-03-31' });
    const standing = async () => (await bench.item(vendor, 'insurance')).standing;
    // 23:30 in New York, already April in UTC
    bench.clock.set('2026-04-01T03:30:00Z');
    expect(await standing()).toBe('waived');
    bench.clock.set('2026-04-01T04:00:00Z');
    expect(await standing()).toBe('waiver-expired');
    const expired = await bench.dueDiligence.list(bench.ana, { ...all, standing: 'waiver-expired,open' });
    expect(expired.items.map(({ code }) => code)).toContain('insurance');
    await bench.dueDiligence.submit(bench.ana, id, evidence, 3);
  });

  it('tells the vendor nothing of a waiver that was refused, and refuses one that is over already', async () => {
    const vendor = await bench.enter('onboarding');
    const { id } = await bench.item(vendor, 'insurance');
    const waiver = { kind: 'waiver', note: 'Renewal is under way', until: '2026-03-05' } as const;
    await bench.dueDiligence.submit(bench.ana, id, waiver, 1);
    bench.clock.set('2026-03-09T15:00:00Z');
    await expect(bench.dueDiligence.decide(bench.ben, id, { outcome: 'accepted' }, 2)).rejects.toMatchObject({
      code: 'waiver-expired',
    });
    await bench.dueDiligence.decide(bench.ben, id, { outcome: 'rejected', reason: 'Not with PHI' }, 2);
    expect(await bench.item(vendor, 'insurance', bench.partnerOf(vendor))).toMatchObject({
      standing: 'open',
      rejection: null,
      submissions: [],
    });
  });

  it('is decided once, however many decide at the same moment', async () => {
    const vendor = await bench.enter('onboarding');
    const { id } = await bench.item(vendor, 'baa_signed');
    await bench.dueDiligence.submit(bench.ana, id, evidence, 1);
    const people = Array.from({ length: 10 }, () => actorIn(bench.tenant, 'security'));
    const decided = await Promise.allSettled(
      people.map((each) => bench.dueDiligence.decide(each, id, { outcome: 'accepted' }, 2)),
    );
    expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await bench.item(vendor, 'baa_signed')).submissions[0]?.decisions).toHaveLength(1);
  });

  it('answers another insurer as if there were no such item', async () => {
    const vendor = await bench.enter('onboarding');
    const { id } = await bench.item(vendor, 'baa_signed');
    const outsider = actorIn(await bench.database.tenant(), 'administrator');
    for (const itemId of [id, newId()]) {
      await expect(bench.dueDiligence.submit(outsider, itemId, evidence, 1)).rejects.toMatchObject({
        status: 404,
        detail: 'There is no such due-diligence item here.',
      });
      await expect(
        bench.dueDiligence.decide(outsider, itemId, { outcome: 'accepted' }, 1),
      ).rejects.toMatchObject({ status: 404 });
    }
    await expect(bench.dueDiligence.view(outsider, vendor.id)).rejects.toMatchObject({ status: 404 });
  });

  it('lets what has to be there before the end wait for nobody until the vendor leaves', async () => {
    const vendor = await bench.enter('active');
    await bench.templates.takeOver(bench.ana, vendor.id, 'It came before there was a checklist', 1);
    const waiting = async () =>
      (await bench.dueDiligence.list(bench.partnerOf(vendor), { ...all, standing: 'open' })).items.map(
        ({ code }) => code,
      );
    expect(await waiting()).not.toContain('phi_returned');
    await bench.take(vendor, 'offboarding', '2026-03-31');
    expect(await waiting()).toContain('phi_returned');
  });

  it('lists in pages, each item once', async () => {
    for (const name of ['Same name', 'Same name', 'Zeta']) await bench.enter('onboarding', { name });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await bench.dueDiligence.list(bench.ana, { ...all, limit: 7, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(36);
    expect(seen).toHaveLength(36);
  });

  describe('its template', () => {
    const changed = (change: (items: TemplateItem[]) => TemplateItem[]) => change([...defaultItems]);

    it('gets versions for those that begin later; what runs keeps its own until it is taken over', async () => {
      const running = await bench.enter('onboarding');
      await bench.settle(running, 'activation');
      expect(await bench.templates.view(bench.ana)).toMatchObject({ number: 1, madeBy: null });
      const items = changed((now) => [
        ...now
          .filter(({ code }) => code !== 'continuity_plan')
          .map((item) => (item.code === 'insurance' ? { ...item, guidance: 'At least 5 million' } : item)),
        { ...(now[3] as TemplateItem), code: 'ai_use', title: 'Use of AI declared' },
      ]);
      const reason = 'AI use since March';
      expect(await bench.templates.add(bench.ana, { reason, items }, 1)).toMatchObject({
        number: 2,
        reason,
        madeBy: bench.ana.name,
        versions: [{ number: 1 }, { number: 2 }],
      });
      await expect(bench.templates.add(bench.ben, { reason, items }, 1)).rejects.toMatchObject({
        status: 412,
      });
      const codes = async (of: typeof running) => (await bench.items(of)).map(({ code }) => code);
      expect(await codes(running)).toEqual(defaultItems.map(({ code }) => code));
      expect(await codes(await bench.enter('onboarding'))).toContain('ai_use');
      expect((await bench.dueDiligence.view(bench.ana, running.id)).template).toEqual({
        number: 1,
        newest: 2,
      });

      const done = await bench.templates.takeOver(bench.ana, running.id, 'Asked of all', running.version);
      expect(done).toEqual({
        template: 2,
        added: ['ai_use'],
        changed: ['insurance'],
        withdrawn: ['continuity_plan'],
      });
      expect(await codes(running)).not.toContain('continuity_plan');
      expect(await bench.item(running, 'insurance')).toMatchObject({
        standing: 'open',
        guidance: 'At least 5 million',
      });
      expect(await bench.item(running, 'baa_signed')).toMatchObject({ standing: 'accepted' });
      expect((await bench.dueDiligence.view(bench.ana, running.id)).template).toEqual({
        number: 2,
        newest: 2,
      });
      expect((await bench.logged()).at(-1)).toMatchObject({
        action: 'due-diligence-template-taken-over',
        detail: { reason: 'Asked of all', added: ['ai_use'] },
      });
    });

    it('adds one version of two that are sent at once', async () => {
      const add = (title: string) =>
        bench.templates.add(
          bench.ana,
          { reason: title, items: changed(([first]) => [{ ...(first as TemplateItem), title }]) },
          1,
        );
      const both = await Promise.allSettled([add('One'), add('Two')]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await bench.templates.view(bench.ana)).versions).toHaveLength(2);
    });

    it('is another insurer’s own, and nobody else’s', async () => {
      await bench.templates.add(
        bench.ana,
        { reason: 'One only', items: changed((items) => items.slice(0, 1)) },
        1,
      );
      const other = actorIn(await bench.database.tenant(), 'administrator');
      expect((await bench.templates.view(other)).items).toHaveLength(12);
    });

    it('is not taken over by a vendor that is asked nothing yet', async () => {
      const { id } = await bench.enter('prospect');
      await expect(bench.templates.takeOver(bench.ana, id, 'Early', 1)).rejects.toMatchObject({
        code: 'vendor-state',
      });
    });
  });
});
