import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import type { Letter } from '@plumbline/platform/notifications';
import type { Actor } from '@plumbline/platform/tenancy';
import { actorIn, type TestDatabase } from '@plumbline/platform/testing';
import { UnsubscribeTokens } from '../preferences/unsubscribe-tokens';
import { NoticesSweep } from './notification-sweeps';
import type { NoticeLetters } from './notice-letters';
import { someNotice, ToldPeople } from './told-people.fixture';

describe('telling people', () => {
  let told: ToldPeople;
  beforeAll(async () => {
    told = await ToldPeople.open('told_people');
  });
  afterAll(() => told.close());
  beforeEach(() => told.begin());

  it('tells the people of roles, of the vendor and of the ladder, each in their language, by page and mail', async () => {
    const vendor = await told.database.vendor(told.tenant);
    const other = await told.database.vendor(told.tenant);
    const ana = await told.member('security');
    const luis = await told.member('vendor_administrator', vendor.id, 'es');
    await told.member('vendor_administrator', other.id);
    await told.member('executive');
    await told.announce(
      someNotice({
        kind: 'incident-reported',
        vendorId: vendor.id,
        parameters: {
          reference: 'INC-7',
          title: 'Lost laptop',
          vendor: 'Halcyon',
          deadlineAt: '2026-06-02T16:00:00Z',
        },
        contacts: [{ name: 'On call', email: 'oncall@halcyon.test' }],
      }),
      { roles: ['security', 'vendor_administrator'], vendorRoles: ['vendor_administrator'] },
    );
    await told.spread();
    await told.sendAll();
    const to = (email: string) => told.sent.find((letter) => letter.to === email);
    expect(told.sent.map((letter) => letter.to).sort()).toEqual(
      [ana.email, luis.email, 'oncall@halcyon.test'].sort(),
    );
    expect(to(ana.email)?.text).toContain('The next deadline is 2 Jun 2026, 12:00 America/New_York.');
    expect(to(ana.email)?.text).toContain(`https://plumbline.test/t/${told.tenant.slug}/incidents/x`);
    expect(to(ana.email)?.unsubscribeUrl).toBeNull();
    expect(to(luis.email)?.subject).toBe('Incidente notificado: INC-7, Lost laptop (Halcyon)');
    expect(to('oncall@halcyon.test')?.text).not.toContain('https://');
    expect(told.hints.sort()).toEqual([`notifications:${ana.id}`, `notifications:${luis.id}`].sort());
    expect((await told.states()).filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(await told.states()).toHaveLength(5);
  });

  it('lets a partner announce to people whom it cannot see, about its own vendor only', async () => {
    const vendor = await told.database.vendor(told.tenant);
    const other = await told.database.vendor(told.tenant);
    const ana = await told.member('security');
    const partner = actorIn(told.tenant, 'vendor_contributor', [vendor.id]);
    await told.announce(someNotice({ vendorId: vendor.id }), { roles: ['security'] }, partner);
    await expect(
      told.announce(someNotice({ vendorId: other.id }), { roles: ['security'] }, partner),
    ).rejects.toThrow(/row-level security/);
    await expect(told.announce(someNotice(), { roles: ['security'] }, partner)).rejects.toThrow(
      /row-level security/,
    );
    const seen = await told.database.door.withTenant(partner, (tx) =>
      tx.query('select id from notice where tenant_id = $1', [told.tenant.id]),
    );
    expect(seen).toEqual([]);
    await told.spread();
    await told.sendAll();
    expect(told.sent.map((letter) => letter.to)).toEqual([ana.email]);
  });

  it('tells once of an occasion: announced twice, spread twice at once, to audiences that overlap', async () => {
    const ana = await told.member('security');
    const ben = await told.member('administrator');
    const what = someNotice({ contacts: [{ name: 'On call', email: 'oncall@halcyon.test' }] });
    await told.announce(what, { roles: ['security'] });
    await told.announce(what, { roles: ['security'] });
    await told.announce(what, { people: [ana.id], roles: ['administrator'] });
    expect(await told.noticeIds()).toHaveLength(2);
    const ids = await told.noticeIds();
    await Promise.all([...ids, ...ids].map((id) => told.spreader.process(told.tenant, id)));
    await told.sendAll();
    expect(told.sent.map((letter) => letter.to).sort()).toEqual(
      [ana.email, ben.email, 'oncall@halcyon.test'].sort(),
    );
  });

  it('says nothing of what was undone, and starts again where a spreader died in the middle', async () => {
    const ana = await told.member('security');
    await told.announce(someNotice(), { roles: ['security'] });
    const dying = told.spreaderWith({
      post: async () => Promise.reject(new Error('killed')),
    } as unknown as NoticeLetters);
    const [id = ''] = await told.noticeIds();
    await expect(dying.process(told.tenant, id)).rejects.toThrow('killed');
    expect(await told.states()).toEqual([]);
    expect(told.hints).toEqual([]);
    told.clock.set('2026-06-01T16:00:05Z');
    const waiting = await told.database.door.withRole('sweep', (client) =>
      new NoticesSweep().waiting(client, told.clock.date()),
    );
    expect(waiting).toContainEqual({ tenantId: told.tenant.id, rowId: id });
    await told.spread();
    await told.sendAll();
    expect(told.sent.map((letter) => letter.to)).toEqual([ana.email]);
  });

  it('notes every attempt of a mail, under the same Message-ID after a death between sending and noting', async () => {
    await told.member('security');
    await told.announce(someNotice(), { roles: ['security'] });
    await told.spread();
    told.refuse = () => true;
    await told.sendAll();
    expect(await told.states()).toMatchObject([
      { channel: 'mail', state: 'posted', attempts: 1 },
      { channel: 'page' },
    ]);
    told.refuse = () => false;
    told.clock.set('2026-06-01T16:01:00Z');
    const dead: Letter[] = [];
    // the receiver took it, and nothing of what would have been noted stays
    const door = {
      withRole: (role: 'relay', work: Parameters<TestDatabase['door']['withRole']>[1]) =>
        told.database.door.withRole(role, async (client) => {
          await work(client);
          throw new Error('killed');
        }),
    } as unknown as TestDatabase['door'];
    const dying = told.senderBy(door, async (letter) => void dead.push(letter));
    await expect(dying.sendOne()).rejects.toThrow('killed');
    await told.sendAll();
    expect(told.sent.map(({ id }) => id)).toEqual(dead.map(({ id }) => id));
    const attempts = await told.rows(
      'select number, outcome, answer from delivery_attempt where tenant_id = $1 order by number',
    );
    expect(attempts).toEqual([
      { number: 1, outcome: 'failed', answer: '451 try again later' },
      { number: 2, outcome: 'taken', answer: null },
    ]);
    expect(await told.states()).toMatchObject([
      { channel: 'mail', state: 'sent', attempts: 2 },
      { channel: 'page' },
    ]);
  });

  it('gives up a mail with its last attempt, and says so', async () => {
    await told.member('security');
    await told.announce(someNotice(), { roles: ['security'] });
    await told.spread();
    told.refuse = () => true;
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await told.sendAll();
      told.clock.set(told.clock.now().add({ hours: 7 }).toString());
    }
    expect(await told.states()).toMatchObject([
      { channel: 'mail', state: 'given-up', attempts: 12 },
      { channel: 'page' },
    ]);
  });

  it('shows notifications to their person alone', async () => {
    const ana = await told.member('security');
    const ben = await told.member('administrator');
    await told.announce(someNotice(), { roles: ['security', 'administrator'] });
    await told.spread();
    const seenBy = (actor: Actor) =>
      told.database.door.withTenant(actor, (tx) =>
        tx.query<{ person: string }>('select person_id as person from notification where tenant_id = $1', [
          told.tenant.id,
        ]),
      );
    expect(await seenBy(actorIn(told.tenant, 'administrator', [], ben.id))).toEqual([{ person: ben.id }]);
    const foreign = await told.database.tenant();
    expect(await seenBy({ ...actorIn(foreign, 'security', [], ana.id) })).toEqual([]);
    expect(await seenBy(actorIn(told.tenant, 'vendor_contributor', [newId()], newId()))).toEqual([]);
    const stolen = told.database.door.withTenant(actorIn(told.tenant, 'administrator', [], ben.id), (tx) =>
      tx.query('update notification set read_at = $2 where tenant_id = $1 and person_id <> $3 returning id', [
        ...[told.tenant.id, told.clock.date(), ben.id],
      ]),
    );
    expect(await stolen).toEqual([[], 0]);
  });

  it('offers to leave what is optional', async () => {
    const ana = await told.member('security');
    await told.announce(someNotice(), { roles: ['security'] });
    await told.spread();
    await told.sendAll();
    const [letter] = told.sent;
    const token = letter?.unsubscribeUrl?.split('/').at(-1) ?? '';
    expect(letter?.unsubscribeUrl).toBe(
      `https://plumbline.test/api/v1/unsubscribe/${encodeURIComponent(token)}`,
    );
    expect(new UnsubscribeTokens(told.seal).read(token)).toEqual({
      tenantId: told.tenant.id,
      personId: ana.id,
      kind: 'incident-acknowledged',
    });
    // neither a dot, which would make a file's name of the page's address, nor another kind under the same signature
    expect(token).toMatch(/^[\w-]+$/);
    const [signature, said] = [token.slice(0, 43), token.slice(43)];
    const other = Buffer.from(
      Buffer.from(said, 'base64url').toString().replace('acknowledged', 'updated'),
    ).toString('base64url');
    expect(new UnsubscribeTokens(told.seal).read(`${signature}${other}`)).toBeNull();
  });
});
