import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import { actorIn } from '@plumbline/platform/testing';
import { LifeBench } from './life-bench';

describe('the life of a vendor', () => {
  let bench: LifeBench;

  beforeAll(async () => {
    bench = await LifeBench.open();
  });
  afterAll(() => bench.database.close());
  beforeEach(() => bench.begin());

  const ask = (id: string, version: number, to: 'onboarding' | 'active' | 'ended' | 'suspended') =>
    bench.steps.request(bench.ana, id, { to, reason: 'As planned' }, version);

  it('goes from prospect to active with two people, each step logged and kept', async () => {
    const entered = await bench.enter('prospect');
    expect((await bench.steps.life(bench.ana, entered.id)).next).toMatchObject([
      { to: 'onboarding', approval: 'another-person', gate: [{ code: 'services', met: true }] },
      { to: 'ended', approval: 'at-once', gate: [] },
    ]);
    const onboarding = await bench.take(entered, 'onboarding');
    expect(onboarding.state).toBe('onboarding');
    expect(await bench.items(onboarding)).toHaveLength(12);
    await bench.settle(onboarding, 'activation');
    expect((await bench.take(onboarding, 'active')).state).toBe('active');

    const life = await bench.steps.life(bench.ana, entered.id);
    expect(life.pending).toBeNull();
    expect(life.history.map(({ from, to, state }) => `${from} → ${to}: ${state}`)).toEqual([
      'onboarding → active: approved',
      'prospect → onboarding: approved',
    ]);
    expect(life.history[0]).toMatchObject({
      requestedBy: { id: bench.ana.id },
      decidedBy: { id: bench.ben.id },
    });
    expect(life.history[0]?.gate?.every(({ met }) => met)).toBe(true);
    const actions = (await bench.logged()).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('vendor-'))).toEqual([
      'vendor-created',
      'vendor-step-requested',
      'vendor-moved',
      'vendor-step-requested',
      'vendor-moved',
    ]);
  });

  it('begins with a reason, and with what nobody looked at, where a vendor is entered as active', async () => {
    const { id } = await bench.enter('active', { activeReason: 'Taken over from the old list' });
    const { history } = await bench.steps.life(bench.ana, id);
    expect(history).toMatchObject([
      { from: 'prospect', to: 'active', state: 'entered', reason: 'Taken over from the old list' },
    ]);
    const notPassed = ['contract-active', 'contract-findings', 'due-diligence-begun'];
    expect(history[0]?.gate?.filter(({ met }) => !met).map(({ code }) => code)).toEqual(notPassed);
    expect(history[0]?.requestedBy.id).toBe(bench.ana.id);
    expect((await bench.logged()).at(-1)).toMatchObject({
      action: 'vendor-created',
      detail: { state: 'active', reason: 'Taken over from the old list', gatesNotPassed: notPassed },
    });
    const { id: prospect } = await bench.enter('prospect');
    expect((await bench.steps.life(bench.ana, prospect)).history).toEqual([]);
    // its life goes on from there
    expect((await bench.take(await bench.vendors.view(bench.ana, id), 'suspended')).state).toBe('suspended');
  });

  it.each([
    ['active', null],
    ['prospect', 'Because'],
    ['onboarding', 'Because'],
  ] as const)('is not entered as %s with the reason %s', async (state, activeReason) => {
    await expect(async () => bench.enter(state, { activeReason })).rejects.toThrow('activeReason');
  });

  it('knows no other steps', async () => {
    const { id } = await bench.enter('prospect');
    await expect(ask(id, 1, 'active')).rejects.toMatchObject({
      status: 422,
      code: 'vendor-transition',
      fields: [{ path: 'to', code: 'vendor-transition', detail: 'from prospect: onboarding, ended' }],
    });
    await expect(ask(id, 9, 'onboarding')).rejects.toMatchObject({ status: 412 });
  });

  it('lets nobody approve or decline what they asked for, and no key approve', async () => {
    const { id } = await bench.enter('prospect');
    const asked = await ask(id, 1, 'onboarding');
    expect(asked).toMatchObject({ state: 'pending', own: true });
    for (const outcome of ['approved', 'declined'] as const)
      await expect(
        bench.steps.decide(bench.ana, asked.id, { outcome, reason: 'Mine' }, 1),
      ).rejects.toMatchObject({ code: 'own-request' });
    const key = { ...bench.ben, kind: 'api-key' as const, id: newId() };
    await expect(bench.steps.decide(key, asked.id, { outcome: 'approved' }, 1)).rejects.toMatchObject({
      code: 'approval-by-person',
    });
    expect((await bench.vendors.view(bench.ana, id)).state).toBe('prospect');
  });

  it('takes a key’s request for its maker’s', async () => {
    const { id } = await bench.enter('prospect');
    const keyId = newId();
    await bench.database.door.withTenant(bench.ana, (tx) =>
      tx.query(
        `insert into api_key (tenant_id, id, name, key_hash, hint, scopes, created_by, created_at, expires_at)
         values ($1, $2, 'k', $3, '…', '{}', $4, $5, $5)`,
        [bench.tenant.id, keyId, Buffer.from(keyId), bench.ben.id, bench.clock.date()],
      ),
    );
    const key = { ...bench.ben, kind: 'api-key' as const, id: keyId };
    const asked = await bench.steps.request(key, id, { to: 'onboarding', reason: 'By machine' }, 1);
    await expect(bench.steps.decide(bench.ben, asked.id, { outcome: 'approved' }, 1)).rejects.toMatchObject({
      code: 'own-request',
    });
    await bench.steps.decide(bench.ana, asked.id, { outcome: 'approved' }, 1);
  });

  it('looks at the gate again when it is approved, and says what is open', async () => {
    const vendor = await bench.enter('onboarding');
    await bench.settle(vendor, 'activation');
    const asked = await ask(vendor.id, 1, 'active');
    // since it was asked for, an item was opened again and the contract lost its soundness
    const item = await bench.item(vendor, 'insurance');
    await bench.dueDiligence.decide(
      bench.ana,
      item.id,
      { outcome: 'opened', reason: 'It ran out' },
      item.version,
    );
    bench.contracts.answer = {
      ...bench.contracts.answer,
      blocking: [{ reference: 'MSA-1', code: 'slas-none' }],
    };
    await expect(bench.steps.decide(bench.ben, asked.id, { outcome: 'approved' }, 1)).rejects.toMatchObject({
      status: 422,
      code: 'gate-open',
      fields: [
        { path: 'gate.contract-findings', code: 'blocking' },
        { path: `gate.due-diligence-item.${item.id}`, code: 'open' },
      ],
      parameters: { open: ['contract-findings', 'Certificates of insurance'] },
    });
    expect((await bench.vendors.view(bench.ana, vendor.id)).state).toBe('onboarding');
    bench.contracts.answer = { ...bench.contracts.answer, blocking: [] };
  });

  it('approves once, however many do so at the same moment', async () => {
    const { id } = await bench.enter('prospect');
    const asked = await ask(id, 1, 'onboarding');
    const people = Array.from({ length: 12 }, () => actorIn(bench.tenant, 'vendor_manager'));
    const all = await Promise.allSettled(
      people.map((each) => bench.steps.decide(each, asked.id, { outcome: 'approved' }, 1)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of all)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ status: 412 });
    expect(await bench.vendors.view(bench.ana, id)).toMatchObject({ state: 'onboarding', version: 2 });
    expect((await bench.logged()).filter(({ action }) => action === 'vendor-moved')).toHaveLength(1);
  });

  it('keeps one step waiting a vendor, also when two are asked for at once', async () => {
    const { id } = await bench.enter('onboarding');
    const both = await Promise.allSettled([ask(id, 1, 'active'), ask(id, 1, 'ended')]);
    const refused = both.find(({ status }) => status === 'rejected');
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(refused).toMatchObject({ reason: { status: 409, code: 'step-pending' } });
  });

  it('is withdrawn by whoever asked, declined by others with a reason', async () => {
    const { id } = await bench.enter('prospect');
    const first = await ask(id, 1, 'onboarding');
    await expect(bench.steps.withdraw(bench.ben, first.id, 1)).rejects.toMatchObject({
      status: 403,
      code: 'not-own-request',
    });
    expect(await bench.steps.withdraw(bench.ana, first.id, 1)).toMatchObject({ state: 'withdrawn' });
    await expect(bench.steps.decide(bench.ben, first.id, { outcome: 'approved' }, 2)).rejects.toMatchObject({
      code: 'step-decided',
    });
    const second = await ask(id, 1, 'onboarding');
    const declined = await bench.steps.decide(
      bench.ben,
      second.id,
      { outcome: 'declined', reason: 'No budget' },
      1,
    );
    expect(declined).toMatchObject({ state: 'declined', decisionReason: 'No budget' });
    expect((await bench.steps.life(bench.ana, id)).history).toHaveLength(2);
  });

  it('suspends at once, and what waited lapses', async () => {
    const { id } = await bench.enter('active');
    const waiting = await bench.steps.request(
      bench.ana,
      id,
      { to: 'offboarding', reason: 'Contract ends', endDate: '2026-06-30' },
      1,
    );
    expect(await ask(id, 1, 'suspended')).toMatchObject({ state: 'done', decidedBy: null });
    expect((await bench.vendors.view(bench.ana, id)).state).toBe('suspended');
    await expect(bench.steps.decide(bench.ben, waiting.id, { outcome: 'approved' }, 2)).rejects.toMatchObject(
      { code: 'step-decided' },
    );
    expect((await bench.steps.life(bench.ana, id)).history.map(({ state }) => state)).toEqual([
      'done',
      'lapsed',
      'entered',
    ]);
  });

  it('ends after its last day with its certificate, and its people leave', async () => {
    const entered = await bench.enter('active');
    await expect(
      bench.steps.request(bench.ana, entered.id, { to: 'offboarding', reason: 'Ends' }, 1),
    ).rejects.toMatchObject({ fields: [{ path: 'endDate', code: 'missing' }] });
    const leaving = await bench.take(entered, 'offboarding', '2026-03-31');
    expect(leaving).toMatchObject({ state: 'offboarding', endDate: '2026-03-31' });
    const asked = await ask(entered.id, leaving.version, 'ended');
    const approve = () => bench.steps.decide(bench.ben, asked.id, { outcome: 'approved' }, 1);
    const certificate = await bench.item(leaving, 'phi_returned');
    await expect(approve()).rejects.toMatchObject({
      parameters: { open: ['end-date-reached', certificate.title, expect.any(String), expect.any(String)] },
    });
    await bench.settle(leaving, 'ending');
    // the last day is over once it is over where the insurer is
    bench.clock.set('2026-03-31T23:30:00Z');
    await expect(approve()).rejects.toMatchObject({ parameters: { open: ['end-date-reached'] } });
    bench.clock.set('2026-04-02T12:00:00Z');
    await approve();
    expect((await bench.vendors.view(bench.ana, entered.id)).state).toBe('ended');
    expect(bench.memberships.ended).toEqual([entered.id]);
  });

  it('is no matter of partners, nor of another insurer', async () => {
    const vendor = await bench.enter('prospect');
    const asked = await ask(vendor.id, 1, 'onboarding');
    const outsider = actorIn(await bench.database.tenant(), 'administrator');
    const partner = bench.partnerOf(vendor);
    for (const each of [outsider, partner])
      await expect(bench.steps.decide(each, asked.id, { outcome: 'approved' }, 1)).rejects.toMatchObject({
        status: 404,
        detail: 'There is no such step here.',
      });
    await expect(bench.steps.life(outsider, vendor.id)).rejects.toMatchObject({ status: 404 });
    expect(
      (await bench.steps.list(partner, { limit: 50, state: undefined, cursor: undefined })).items,
    ).toEqual([]);
    expect(
      (await bench.steps.list(bench.ben, { limit: 50, state: 'pending', cursor: undefined })).items,
    ).toMatchObject([{ id: asked.id, own: false, vendor: { id: vendor.id, name: vendor.name } }]);
  });
});
