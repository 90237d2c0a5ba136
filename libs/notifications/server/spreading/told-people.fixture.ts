import { randomBytes } from 'node:crypto';
import { newId } from '@plumbline/platform/database';
import { PublicUrl, Seal } from '@plumbline/platform/identity';
import { type LiveEvents, log } from '@plumbline/platform/jobs';
import {
  type Letter,
  Mail,
  MailSender,
  type Notice,
  type NoticeAudience,
  Notifications,
} from '@plumbline/platform/notifications';
import { type Actor, FixedClock, type Role, type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, ownDatabase, type TestDatabase } from '@plumbline/platform/testing';
import { migrations } from '../../../../migrations/index';
import { HowToldRepository } from '../preferences/how-told';
import { UnsubscribeTokens } from '../preferences/unsubscribe-tokens';
import { WebhookTelling } from '../webhooks/webhook-telling';
import { WebhooksRepository } from '../webhooks/webhooks.repository';
import { DeliveriesRepository } from './deliveries.repository';
import { WaitingMailSweep } from './notification-sweeps';
import { NoticeLetters } from './notice-letters';
import { NoticesRepository } from './notices.repository';
import { PeopleTelling } from './people-telling';
import { PostNoticesProcessor } from './post-notices.processor';
import { SpreadNoticeProcessor } from './spread-notice.processor';

type Person = Awaited<ReturnType<TestDatabase['person']>>;

/** Telling people on a database of its own, where the post is nobody else's: the clock and the receiver are the spec's. */
export class ToldPeople {
  readonly clock = new FixedClock(Temporal.Instant.from('2026-06-01T16:00:00Z'));
  readonly seal = new Seal(randomBytes(32));
  readonly hints: string[] = [];
  sent: Letter[] = [];
  refuse: (letter: Letter) => boolean = () => false;
  tenant!: Tenant;
  readonly poster: PostNoticesProcessor;
  readonly sender: MailSender;
  readonly spreader: SpreadNoticeProcessor;
  private readonly notifications = new Notifications(this.clock);
  private readonly deliveries = new DeliveriesRepository(this.clock);
  private readonly howTold = new HowToldRepository();

  private constructor(
    readonly database: TestDatabase,
    private readonly drop: () => Promise<void>,
  ) {
    const letters = new NoticeLetters(
      new Mail(this.clock, this.seal),
      new PublicUrl('https://plumbline.test'),
      new UnsubscribeTokens(this.seal),
    );
    this.spreader = this.spreaderWith(letters);
    this.poster = new PostNoticesProcessor(database.door, this.deliveries, this.howTold, letters);
    this.sender = this.senderBy(database.door, async (letter) => {
      if (this.refuse(letter)) throw new Error('451 try again later');
      this.sent.push(letter);
    });
  }

  static async open(name: string): Promise<ToldPeople> {
    log.level = 'error';
    const drop = await ownDatabase(name, migrations);
    return new ToldPeople(await openTestDatabase(), drop);
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.drop();
  }

  /** Another tenant, nothing in the post, the receiver up. */
  async begin(): Promise<void> {
    await this.database.owner.query('delete from mail');
    this.clock.set('2026-06-01T16:00:00Z');
    this.tenant = await this.database.tenant('America/New_York');
    this.sent = [];
    this.hints.length = 0;
    this.refuse = () => false;
  }

  spreaderWith(letters: NoticeLetters): SpreadNoticeProcessor {
    const live = {
      publish: async (_: string, topic: string) => void this.hints.push(topic),
    } as unknown as LiveEvents;
    const notices = new NoticesRepository();
    return new SpreadNoticeProcessor(
      this.database.door,
      notices,
      new PeopleTelling(notices, this.deliveries, this.howTold, letters, live, this.clock),
      new WebhookTelling(new WebhooksRepository(), this.deliveries, this.clock),
      this.clock,
    );
  }

  senderBy(door: TestDatabase['door'], transport: (letter: Letter) => Promise<void>): MailSender {
    return new MailSender(door, this.clock, this.seal, transport);
  }

  worker(): Actor {
    return workerActor(this.tenant, 'spec');
  }

  async member(role: Role, vendorId: string | null = null, locale = ''): Promise<Person> {
    const person = await this.database.person(`Person ${role}`);
    await this.database.owner.query('update person set locale = $2 where id = $1', [person.id, locale]);
    await this.database.door.withTenant(this.worker(), (tx) =>
      tx.query(
        `insert into membership (tenant_id, id, person_id, role, vendor_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
        [this.tenant.id, newId(), person.id, role, vendorId, this.clock.date()],
      ),
    );
    return person;
  }

  announce(what: Notice, to: NoticeAudience, actor: Actor = this.worker()): Promise<void> {
    return this.database.door.withTenant(actor, (tx) => this.notifications.announce(tx, what, to));
  }

  rows(sql: string): Promise<Record<string, unknown>[]> {
    return this.database.door.withTenant(this.worker(), (tx) => tx.query(sql, [this.tenant.id]));
  }

  async noticeIds(): Promise<string[]> {
    const rows = await this.rows('select id from notice where tenant_id = $1 order by id');
    return rows.map(({ id }) => id as string);
  }

  async spread(): Promise<void> {
    for (const id of await this.noticeIds()) await this.spreader.process(this.tenant, id);
  }

  async sendAll(): Promise<void> {
    while (await this.sender.sendOne());
  }

  states(): Promise<Record<string, unknown>[]> {
    return this.rows(
      'select channel, address, state, attempts from notification_delivery where tenant_id = $1 order by channel, address',
    );
  }

  async postDue(): Promise<void> {
    const due = await this.database.door.withRole('sweep', (client) =>
      new WaitingMailSweep().waiting(client, this.clock.date()),
    );
    for (const { rowId } of due.filter(({ tenantId }) => tenantId === this.tenant.id))
      await this.poster.process(this.tenant, rowId);
  }

  choose({ id }: Pick<Person, 'id'>, kind: string, mode: string, channel = 'mail'): Promise<unknown> {
    return this.database.door.withTenant(actorIn(this.tenant, 'security', [], id), (tx) =>
      tx.query(
        `insert into notification_preference (tenant_id, person_id, kind, channel, mode, changed_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, person_id, kind, channel) do update set mode = $5`,
        [this.tenant.id, id, kind, channel, mode, this.clock.date()],
      ),
    );
  }

  hours(
    { id }: Pick<Person, 'id'>,
    zone: string,
    from: string | null,
    until: string | null,
  ): Promise<unknown> {
    return this.database.door.withTenant(actorIn(this.tenant, 'security', [], id), (tx) =>
      tx.query(
        `insert into notification_hours (tenant_id, person_id, timezone, quiet_from, quiet_until, digest_at, digest_weekday, changed_at)
         values ($1, $2, $3, $4, $5, '08:00', 1, $6)`,
        [this.tenant.id, id, zone, from, until, this.clock.date()],
      ),
    );
  }
}

export function someNotice(over: Partial<Notice> = {}): Notice {
  return {
    kind: 'incident-acknowledged',
    about: { thing: 'incident', id: newId() },
    vendorId: null,
    parameters: { reference: 'INC-7', title: 'Lost laptop', vendor: 'Halcyon' },
    path: ['incidents', 'x'],
    key: newId(),
    ...over,
  };
}
