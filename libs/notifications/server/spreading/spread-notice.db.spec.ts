import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@plumbline/platform/database';
import { PublicUrl, Seal } from '@plumbline/platform/identity';
import { log, type LiveEvents } from '@plumbline/platform/jobs';
import {
  type Letter,
  Mail,
  MailSender,
  type Notice,
  type NoticeAudience,
  Notifications,
} from '@plumbline/platform/notifications';
import { type Actor, FixedClock, type Role, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import { HowToldRepository } from '../preferences/how-told';
import { UnsubscribeTokens } from '../preferences/unsubscribe-tokens';
import { DeliveriesRepository } from './deliveries.repository';
import { NoticesSweep, WaitingMailSweep } from './notification-sweeps';
import { NoticeLetters } from './notice-letters';
import { NoticesRepository } from './notices.repository';
import { PostNoticesProcessor } from './post-notices.processor';
import { SpreadNoticeProcessor } from './spread-notice.processor';

describe('telling people', () => {
  let database: TestDatabase;
  let tenant: Tenant;
  let sent: Letter[];
  let refuse: (letter: Letter) => boolean;
  const hints: string[] = [];
  const clock = new FixedClock(Temporal.Instant.from('2026-06-01T16:00:00Z'));
  const seal = new Seal(randomBytes(32));
  const notifications = new Notifications(clock);
  const mail = new Mail(clock, seal);
  const letters = new NoticeLetters(
    mail,
    new PublicUrl('https://plumbline.test'),
    new UnsubscribeTokens(seal),
  );
  const deliveries = new DeliveriesRepository(clock);
  const howTold = new HowToldRepository();
  const live = {
    publish: async (_: string, topic: string) => void hints.push(topic),
  } as unknown as LiveEvents;
  let spreader: SpreadNoticeProcessor;
  let poster: PostNoticesProcessor;
  let sender: MailSender;

  beforeAll(async () => {
    database = await openTestDatabase();
    log.level = 'error';
    spreader = new SpreadNoticeProcessor(
      database.door,
      new NoticesRepository(),
      deliveries,
      howTold,
      letters,
      live,
      clock,
    );
    poster = new PostNoticesProcessor(database.door, deliveries, howTold, letters);
    sender = new MailSender(database.door, clock, seal, async (letter) => {
      if (refuse(letter)) throw new Error('451 try again later');
      sent.push(letter);
    });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.owner.query('delete from mail');
    clock.set('2026-06-01T16:00:00Z');
    tenant = await database.tenant('America/New_York');
    sent = [];
    hints.length = 0;
    refuse = () => false;
  });

  const worker = () => workerActor(tenant, 'spec');
  const member = async (
    role: Role,
    vendorId: string | null = null,
    locale = '',
  ): Promise<{ id: string; email: string }> => {
    const person = await database.person(`Person ${role}`);
    await database.owner.query('update person set locale = $2 where id = $1', [person.id, locale]);
    await database.door.withTenant(worker(), (tx) =>
      tx.query(
        `insert into membership (tenant_id, id, person_id, role, vendor_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
        [tenant.id, newId(), person.id, role, vendorId, clock.date()],
      ),
    );
    return person;
  };
  const notice = (over: Partial<Notice> = {}): Notice => ({
    kind: 'incident-acknowledged',
    about: { thing: 'incident', id: newId() },
    vendorId: null,
    parameters: { reference: 'INC-7', title: 'Lost laptop', vendor: 'Halcyon' },
    path: ['incidents', 'x'],
    key: newId(),
    ...over,
  });
  const announce = (what: Notice, to: NoticeAudience, actor: Actor = worker()): Promise<void> =>
    database.door.withTenant(actor, (tx) => notifications.announce(tx, what, to));
  const rows = (sql: string): Promise<Record<string, unknown>[]> =>
    database.door.withTenant(worker(), (tx) => tx.query(sql, [tenant.id]));
  const noticeIds = async () =>
    (await rows('select id from notice where tenant_id = $1 order by id')).map(({ id }) => id as string);
  const spread = async (): Promise<void> => {
    for (const id of await noticeIds()) await spreader.process(tenant, id);
  };
  const sendAll = async (): Promise<void> => {
    while (await sender.sendOne());
  };
  const states = () =>
    rows(
      'select channel, address, state, attempts from notification_delivery where tenant_id = $1 order by channel, address',
    );
  const postDue = async (): Promise<void> => {
    const due = await database.door.withRole('sweep', (client) =>
      new WaitingMailSweep().waiting(client, clock.date()),
    );
    for (const { rowId } of due.filter(({ tenantId }) => tenantId === tenant.id))
      await poster.process(tenant, rowId);
  };
  const choose = (person: { id: string }, kind: string, mode: string, channel = 'mail') =>
    database.door.withTenant(actorIn(tenant, 'security', [], person.id), (tx) =>
      tx.query(
        `insert into notification_preference (tenant_id, person_id, kind, channel, mode, changed_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, person_id, kind, channel) do update set mode = $5`,
        [tenant.id, person.id, kind, channel, mode, clock.date()],
      ),
    );
  const hours = (person: { id: string }, zone: string, from: string | null, until: string | null) =>
    database.door.withTenant(actorIn(tenant, 'security', [], person.id), (tx) =>
      tx.query(
        `insert into notification_hours (tenant_id, person_id, timezone, quiet_from, quiet_until, digest_at, digest_weekday, changed_at)
         values ($1, $2, $3, $4, $5, '08:00', 1, $6)`,
        [tenant.id, person.id, zone, from, until, clock.date()],
      ),
    );

  it('tells the people of roles, of the vendor and of the ladder, each in their language, by page and mail', async () => {
    const vendor = await database.vendor(tenant);
    const other = await database.vendor(tenant);
    const ana = await member('security');
    const luis = await member('vendor_administrator', vendor.id, 'es');
    await member('vendor_administrator', other.id);
    await member('executive');
    await announce(
      notice({
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
    await spread();
    await sendAll();
    const to = (email: string) => sent.find((letter) => letter.to === email);
    expect(sent.map((letter) => letter.to).sort()).toEqual(
      [ana.email, luis.email, 'oncall@halcyon.test'].sort(),
    );
    expect(to(ana.email)?.text).toContain('The next deadline is 2 Jun 2026, 12:00 America/New_York.');
    expect(to(ana.email)?.text).toContain(`https://plumbline.test/t/${tenant.slug}/incidents/x`);
    expect(to(ana.email)?.unsubscribeUrl).toBeNull();
    expect(to(luis.email)?.subject).toBe('Incidente notificado: INC-7, Lost laptop (Halcyon)');
    expect(to('oncall@halcyon.test')?.text).not.toContain('https://');
    expect(hints.sort()).toEqual([`notifications:${ana.id}`, `notifications:${luis.id}`].sort());
    expect((await states()).filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(await states()).toHaveLength(5);
  });

  it('lets a partner announce to people whom it cannot see, about its own vendor only', async () => {
    const vendor = await database.vendor(tenant);
    const other = await database.vendor(tenant);
    const ana = await member('security');
    const partner = actorIn(tenant, 'vendor_contributor', [vendor.id]);
    await announce(notice({ vendorId: vendor.id }), { roles: ['security'] }, partner);
    await expect(announce(notice({ vendorId: other.id }), { roles: ['security'] }, partner)).rejects.toThrow(
      /row-level security/,
    );
    await expect(announce(notice(), { roles: ['security'] }, partner)).rejects.toThrow(/row-level security/);
    const seen = await database.door.withTenant(partner, (tx) =>
      tx.query('select id from notice where tenant_id = $1', [tenant.id]),
    );
    expect(seen).toEqual([]);
    await spread();
    await sendAll();
    expect(sent.map((letter) => letter.to)).toEqual([ana.email]);
  });

  it('tells once of an occasion: announced twice, spread twice at once, to audiences that overlap', async () => {
    const ana = await member('security');
    const ben = await member('administrator');
    const what = notice({ contacts: [{ name: 'On call', email: 'oncall@halcyon.test' }] });
    await announce(what, { roles: ['security'] });
    await announce(what, { roles: ['security'] });
    await announce(what, { people: [ana.id], roles: ['administrator'] });
    expect(await noticeIds()).toHaveLength(2);
    const ids = await noticeIds();
    await Promise.all([...ids, ...ids].map((id) => spreader.process(tenant, id)));
    await sendAll();
    expect(sent.map((letter) => letter.to).sort()).toEqual(
      [ana.email, ben.email, 'oncall@halcyon.test'].sort(),
    );
  });

  it('says nothing of what was undone, and starts again where a spreader died in the middle', async () => {
    const ana = await member('security');
    await announce(notice(), { roles: ['security'] });
    const dying = new SpreadNoticeProcessor(
      database.door,
      new NoticesRepository(),
      deliveries,
      howTold,
      { post: async () => Promise.reject(new Error('killed')) } as unknown as NoticeLetters,
      live,
      clock,
    );
    const [id = ''] = await noticeIds();
    await expect(dying.process(tenant, id)).rejects.toThrow('killed');
    expect(await states()).toEqual([]);
    expect(hints).toEqual([]);
    clock.set('2026-06-01T16:00:05Z');
    const waiting = await database.door.withRole('sweep', (client) =>
      new NoticesSweep().waiting(client, clock.date()),
    );
    expect(waiting).toContainEqual({ tenantId: tenant.id, rowId: id });
    await spread();
    await sendAll();
    expect(sent.map((letter) => letter.to)).toEqual([ana.email]);
  });

  it('notes every attempt of a mail, under the same Message-ID after a death between sending and noting', async () => {
    await member('security');
    await announce(notice(), { roles: ['security'] });
    await spread();
    refuse = () => true;
    await sendAll();
    expect(await states()).toMatchObject([
      { channel: 'mail', state: 'posted', attempts: 1 },
      { channel: 'page' },
    ]);
    refuse = () => false;
    clock.set('2026-06-01T16:01:00Z');
    const dead: Letter[] = [];
    // the receiver took it, and nothing of what would have been noted stays
    const door = {
      withRole: (role: 'relay', work: Parameters<TestDatabase['door']['withRole']>[1]) =>
        database.door.withRole(role, async (client) => {
          await work(client);
          throw new Error('killed');
        }),
    } as unknown as TestDatabase['door'];
    const dying = new MailSender(door, clock, seal, async (letter) => void dead.push(letter));
    await expect(dying.sendOne()).rejects.toThrow('killed');
    await sendAll();
    expect(sent.map(({ id }) => id)).toEqual(dead.map(({ id }) => id));
    const attempts = await rows(
      'select number, outcome, answer from delivery_attempt where tenant_id = $1 order by number',
    );
    expect(attempts).toEqual([
      { number: 1, outcome: 'failed', answer: '451 try again later' },
      { number: 2, outcome: 'taken', answer: null },
    ]);
    expect(await states()).toMatchObject([
      { channel: 'mail', state: 'sent', attempts: 2 },
      { channel: 'page' },
    ]);
  });

  it('gives up a mail with its last attempt, and says so', async () => {
    await member('security');
    await announce(notice(), { roles: ['security'] });
    await spread();
    refuse = () => true;
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await sendAll();
      clock.set(clock.now().add({ hours: 7 }).toString());
    }
    expect(await states()).toMatchObject([
      { channel: 'mail', state: 'given-up', attempts: 12 },
      { channel: 'page' },
    ]);
  });

  it('shows notifications to their person alone', async () => {
    const ana = await member('security');
    const ben = await member('administrator');
    await announce(notice(), { roles: ['security', 'administrator'] });
    await spread();
    const seenBy = (actor: Actor) =>
      database.door.withTenant(actor, (tx) =>
        tx.query<{ person: string }>('select person_id as person from notification where tenant_id = $1', [
          tenant.id,
        ]),
      );
    expect(await seenBy(actorIn(tenant, 'administrator', [], ben.id))).toEqual([{ person: ben.id }]);
    const foreign = await database.tenant();
    expect(await seenBy({ ...actorIn(foreign, 'security', [], ana.id) })).toEqual([]);
    expect(await seenBy(actorIn(tenant, 'vendor_contributor', [newId()], newId()))).toEqual([]);
    const stolen = database.door.withTenant(actorIn(tenant, 'administrator', [], ben.id), (tx) =>
      tx.query('update notification set read_at = $2 where tenant_id = $1 and person_id <> $3 returning id', [
        ...[tenant.id, clock.date(), ben.id],
      ]),
    );
    expect(await stolen).toEqual([[], 0]);
  });

  it('keeps to what a person turned off, except where a legal clock depends on it', async () => {
    const ana = await member('security');
    await choose(ana, 'incident-acknowledged', 'off');
    await choose(ana, 'incident-acknowledged', 'off', 'page');
    await choose(ana, 'incident-late', 'off');
    await choose(ana, 'incident-late', 'off', 'page');
    await announce(notice(), { roles: ['security'] });
    await announce(notice({ kind: 'incident-late' }), { roles: ['security'] });
    await spread();
    await sendAll();
    expect(sent.map(({ subject }) => subject)).toEqual(['Deadline missed: INC-7, Lost laptop (Halcyon)']);
    const shown = await rows('select kind, shown from notification where tenant_id = $1 order by kind');
    expect(shown).toEqual([
      { kind: 'incident-acknowledged', shown: false },
      { kind: 'incident-late', shown: true },
    ]);
    expect((await states()).map(({ state }) => state).sort()).toEqual(['muted', 'muted', 'sent', 'sent']);
  });

  it('waits for the end of quiet hours across a clock change, and lets legal clocks through', async () => {
    const ana = await member('security');
    await hours(ana, 'America/New_York', '22:00', '07:00');
    // the night to 8 March 2026 is an hour short
    clock.set('2026-03-08T05:00:00Z');
    await announce(notice(), { roles: ['security'] });
    await announce(notice({ kind: 'incident-clock-stage' }), { roles: ['security'] });
    await spread();
    await sendAll();
    expect(sent.map(({ subject }) => subject)).toEqual([expect.stringContaining('% of the time has passed')]);
    clock.set('2026-03-08T10:59:59Z');
    await postDue();
    await sendAll();
    expect(sent).toHaveLength(1);
    clock.set('2026-03-08T11:00:00Z');
    await postDue();
    await postDue();
    await sendAll();
    expect(sent.map(({ subject }) => subject)[1]).toBe('Incident acknowledged: INC-7, Lost laptop (Halcyon)');
    expect(sent).toHaveLength(2);
  });

  it('sends a digest once at the local hour, whoever looks, without what was turned off meanwhile', async () => {
    const ana = await member('security');
    await hours(ana, 'Asia/Manila', null, null);
    await choose(ana, 'incident-acknowledged', 'daily');
    await choose(ana, 'incident-updated', 'daily');
    await announce(notice(), { roles: ['security'] });
    await announce(notice({ parameters: { reference: 'INC-8', title: 'Mail', vendor: 'Halcyon' } }), {
      roles: ['security'],
    });
    await announce(notice({ kind: 'incident-updated' }), { roles: ['security'] });
    await spread();
    await choose(ana, 'incident-updated', 'off');
    clock.set('2026-06-01T23:59:59Z');
    await postDue();
    await sendAll();
    expect(sent).toEqual([]);
    clock.set('2026-06-02T00:00:00Z');
    const ids = (
      await rows(`select id from notification_delivery where tenant_id = $1 and channel = 'mail'`)
    ).map(({ id }) => id as string);
    await Promise.all(ids.map((id) => poster.process(tenant, id)));
    await postDue();
    await sendAll();
    expect(sent.map(({ subject }) => subject)).toEqual([`2 notices from ${tenant.name}`]);
    expect(sent[0]?.text).toContain('INC-7');
    expect(sent[0]?.text).toContain('INC-8');
    expect(sent[0]?.text).not.toContain('News of');
    expect(
      (await states())
        .filter(({ channel }) => channel === 'mail')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['muted', 'sent', 'sent']);
  });

  it('sends nothing that waited to somebody who has left', async () => {
    const ana = await member('security');
    await choose(ana, 'incident-acknowledged', 'weekly');
    await announce(notice(), { roles: ['security'] });
    await spread();
    await database.door.withTenant(worker(), (tx) =>
      tx.query('update membership set ended_at = $3 where tenant_id = $1 and person_id = $2', [
        tenant.id,
        ana.id,
        clock.date(),
      ]),
    );
    clock.set('2026-06-09T16:00:00Z');
    await postDue();
    await sendAll();
    expect(sent).toEqual([]);
    expect(await states()).toMatchObject([{ channel: 'mail', state: 'muted' }, { channel: 'page' }]);
  });

  it('offers to leave what is optional', async () => {
    const ana = await member('security');
    await announce(notice(), { roles: ['security'] });
    await spread();
    await sendAll();
    const [letter] = sent;
    const token = letter?.unsubscribeUrl?.split('/').at(-1) ?? '';
    expect(letter?.unsubscribeUrl).toBe(
      `https://plumbline.test/api/v1/unsubscribe/${encodeURIComponent(token)}`,
    );
    expect(new UnsubscribeTokens(seal).read(token)).toEqual({
      tenantId: tenant.id,
      personId: ana.id,
      kind: 'incident-acknowledged',
    });
    const [said = '', signature = ''] = token.split('.');
    const other = Buffer.from(
      Buffer.from(said, 'base64url').toString().replace('acknowledged', 'updated'),
    ).toString('base64url');
    expect(new UnsubscribeTokens(seal).read(`${other}.${signature}`)).toBeNull();
  });
});
