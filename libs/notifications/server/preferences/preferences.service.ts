import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type {
  choosePreferences,
  NotificationHours,
  Preferences,
  Unsubscription,
} from '@plumbline/notifications/schema';
import { Door, TenantDirectory, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { kindOfNotice, type NoticeKind, noticeKinds } from '@plumbline/platform/notifications';
import { type Actor, Clock, type Tenant } from '@plumbline/platform/tenancy';
import { demandPerson } from '../reading/notifications.service';
import type { Hours } from '../spreading/told-when';
import { HowToldRepository, type Mode } from './how-told';
import { type Subscription, UnsubscribeTokens } from './unsubscribe-tokens';

const kinds = Object.keys(noticeKinds) as NoticeKind[];
const isKind = (kind: string): kind is NoticeKind => Object.hasOwn(noticeKinds, kind);

/** How the person at hand wants to be told here. Theirs alone, so that no version is asked for and nothing is logged. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly door: Door,
    private readonly tenants: TenantDirectory,
    private readonly howTold: HowToldRepository,
    private readonly tokens: UnsubscribeTokens,
    private readonly clock: Clock,
  ) {}

  view(actor: Actor): Promise<Preferences> {
    demandPerson(actor);
    return this.door.withTenant(actor, (tx) => this.answer(tx));
  }

  choose(
    actor: Actor,
    { kinds: chosen, hours }: InputOf<typeof choosePreferences>['body'],
  ): Promise<Preferences> {
    demandPerson(actor);
    chosen.forEach(({ kind, page, mail }, at) => {
      if (!isKind(kind))
        throw InvalidError.field(`kinds.${at}.kind`, 'unknown-kind', 'there is no such kind of notice');
      if (kindOfNotice(kind).legal && (page !== 'at-once' || mail !== 'at-once'))
        throw new RuleBrokenError(
          'legal-notice',
          'A clock of law or contract depends on somebody knowing this at once: it cannot be turned off or put off.',
          [{ path: `kinds.${at}`, code: 'legal-notice', detail: 'always at once, on the page and by mail' }],
        );
    });
    return this.door.withTenant(actor, async (tx) => {
      for (const { kind, page, mail } of chosen) {
        await this.set(tx, kind, 'page', page);
        await this.set(tx, kind, 'mail', mail);
      }
      await this.setHours(tx, hours);
      return this.answer(tx);
    });
  }

  /** What the link of a mail is about; a link that was not made here is answered like any address of nothing. */
  async viewUnsubscription(token: string): Promise<Unsubscription> {
    const { subscription, tenant } = await this.behind(token);
    return this.door.withTenant(holder(subscription, tenant), async (tx) => {
      const how = (await this.howTold.of(tx, [subscription.personId]))(subscription.personId);
      const left = how.mode(subscription.kind as NoticeKind, 'mail') === 'off';
      return { tenant: { slug: tenant.slug, name: tenant.name }, kind: subscription.kind, left };
    });
  }

  async unsubscribe(token: string): Promise<Unsubscription> {
    const { subscription, tenant } = await this.behind(token);
    await this.door.withTenant(holder(subscription, tenant), (tx) =>
      this.set(tx, subscription.kind, 'mail', 'off'),
    );
    return { tenant: { slug: tenant.slug, name: tenant.name }, kind: subscription.kind, left: true };
  }

  private async behind(token: string): Promise<{ subscription: Subscription; tenant: Tenant }> {
    const subscription = this.tokens.read(token);
    const optional =
      subscription !== null && isKind(subscription.kind) && kindOfNotice(subscription.kind).optional;
    const tenant = optional ? await this.tenants.byId(subscription.tenantId) : null;
    if (!subscription || !tenant) throw new NotFoundError('mail to leave');
    return { subscription, tenant };
  }

  private async set(
    tx: TenantTransaction,
    kind: string,
    channel: 'page' | 'mail',
    mode: Mode,
  ): Promise<void> {
    await tx.query(
      `insert into notification_preference (tenant_id, person_id, kind, channel, mode, changed_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id, person_id, kind, channel) do update set mode = excluded.mode, changed_at = excluded.changed_at`,
      [tx.tenantId, tx.actor.id, kind, channel, mode, this.clock.date()],
    );
  }

  private async setHours(tx: TenantTransaction, hours: NotificationHours): Promise<void> {
    await tx.query(
      `insert into notification_hours (tenant_id, person_id, timezone, quiet_from, quiet_until, digest_at, digest_weekday, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (tenant_id, person_id) do update set timezone = excluded.timezone, quiet_from = excluded.quiet_from,
         quiet_until = excluded.quiet_until, digest_at = excluded.digest_at, digest_weekday = excluded.digest_weekday,
         changed_at = excluded.changed_at`,
      [
        ...[tx.tenantId, tx.actor.id, hours.timezone, hours.quiet?.from ?? null, hours.quiet?.until ?? null],
        ...[hours.digestAt, hours.digestWeekday, this.clock.date()],
      ],
    );
  }

  private async answer(tx: TenantTransaction): Promise<Preferences> {
    const how = (await this.howTold.of(tx, [tx.actor.id]))(tx.actor.id);
    return {
      kinds: kinds.map((kind) => {
        const { legal, optional } = kindOfNotice(kind);
        const page = how.mode(kind, 'page') === 'off' ? 'off' : 'at-once';
        return { kind, page, mail: how.mode(kind, 'mail'), legal, optional };
      }),
      hours: hoursOf(how.hours),
    };
  }
}

function hoursOf({ timezone, quietFrom, quietUntil, digestAt, digestWeekday }: Hours): NotificationHours {
  const quiet = quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };
  return { timezone, quiet, digestAt, digestWeekday };
}

/** The person a mail was sent to, with nothing but their own choices in reach. */
function holder({ personId }: Subscription, tenant: Tenant): Actor {
  return {
    kind: 'person',
    id: personId,
    name: '',
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    timezone: tenant.timezone,
    side: 'vendor',
    role: null,
    vendorScope: [],
    permissions: new Set(),
  };
}
