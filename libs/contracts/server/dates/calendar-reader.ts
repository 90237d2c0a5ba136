import { Injectable } from '@nestjs/common';
import type { Language } from '@plumbline/api/schema';
import { sayContractDate } from '@plumbline/contracts/schema';
import { plainly } from '@plumbline/measurements/schema';
import { Door, TenantDirectory, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import {
  actorOf,
  enterTenant,
  hashToken,
  membershipsOf,
  PublicUrl,
  tenantOfToken,
} from '@plumbline/platform/identity';
import { type Actor, Clock, type Tenant } from '@plumbline/platform/tenancy';
import { type CalendarEntry, CalendarSources } from './calendar-sources';
import { ContractDatesService } from './contract-dates.service';
import { iCalendar } from './icalendar';

/** `last_read_at` is written at most this often: calendars ask every few minutes. */
const READ_EVERY_MS = 3_600_000;

interface Held {
  readonly actor: Actor;
  readonly vendorId: string | null;
}

/**
 * What is behind a calendar address: whoever holds it reads what the membership of its maker may see at that moment. An
 * ended membership, a disabled person, a vendor that is no longer theirs and a revoked address answer as if there were none.
 */
@Injectable()
export class CalendarReader {
  constructor(
    private readonly door: Door,
    private readonly tenants: TenantDirectory,
    private readonly dates: ContractDatesService,
    private readonly sources: CalendarSources,
    private readonly publicUrl: PublicUrl,
    private readonly clock: Clock,
  ) {}

  async read(presented: string): Promise<string> {
    const token = presented.replace(/\.ics$/, '');
    const tenantId = tenantOfToken(token);
    const tenant = tenantId === null ? null : await this.tenants.byId(tenantId);
    const held = tenant && (await this.holder(tenant, token));
    if (!tenant || !held || !maySee(held)) throw new NotFoundError('calendar');
    const { actor, vendorId } = held;
    return this.door.withTenant(actor, async (tx) => {
      const [person] = await tx.query<{ locale: string }>('select locale from person where id = $1', [
        actor.id,
      ]);
      const language = person?.locale.startsWith('es') ? 'es' : 'en';
      const entries = await this.contractDates(tx, vendorId, language);
      for (const source of this.sources.all())
        entries.push(...(await source.entries(tx, { vendorId, language })));
      const events = entries.map(({ key, path, ...entry }) => ({
        ...entry,
        uid: `${key.replaceAll('/', '-')}@${tenant.id}.plumbline`,
        url: this.publicUrl.link('t', tenant.slug, ...path),
      }));
      return iCalendar(`Plumbline, ${tenant.name}`, events, this.clock.date());
    });
  }

  private async contractDates(
    tx: TenantTransaction,
    vendorId: string | null,
    language: Language,
  ): Promise<CalendarEntry[]> {
    const dates = await this.dates.of(tx, null);
    return dates
      .filter(({ vendor }) => vendorId === null || vendor.id === vendorId)
      .map((event) => ({
        key: event.key,
        at: event.date,
        summary: `${event.contract.reference}: ${sayContractDate(event, language, plainly)}`,
        description: `${event.contract.title} · ${event.vendor.name}`,
        path: ['contracts', event.contract.id],
      }));
  }

  /** Whoever made the address, as what they are in the tenant now; null: nobody any more. */
  private holder(tenant: Tenant, token: string): Promise<Held | null> {
    return this.door.withRole('identity', async (client) => {
      await enterTenant(client, tenant.id);
      const { rows } = await client.query<{
        id: string;
        person_id: string;
        vendor_id: string | null;
        last_read_at: Date | null;
      }>(
        `select id, person_id, vendor_id, last_read_at from calendar_feed
         where tenant_id = $1 and token_hash = $2 and revoked_at is null`,
        [tenant.id, hashToken(token)],
      );
      const [feed] = rows;
      if (!feed) return null;
      const now = this.clock.date();
      if (!feed.last_read_at || now.getTime() - feed.last_read_at.getTime() >= READ_EVERY_MS)
        await client.query('update calendar_feed set last_read_at = $3 where tenant_id = $1 and id = $2', [
          tenant.id,
          feed.id,
          now,
        ]);
      const people = await client.query<{ id: string; name: string }>(
        'select id, name from person where id = $1 and disabled_at is null',
        [feed.person_id],
      );
      const [person] = people.rows;
      if (!person) return null;
      const memberships = await membershipsOf(client, person.id);
      if (!memberships.some((membership) => membership.tenant.id === tenant.id)) return null;
      return {
        actor: actorOf(person, memberships, tenant.slug, 'contract.read'),
        vendorId: feed.vendor_id,
      };
    });
  }
}

/** A calendar of one vendor ends with its holder's work for that vendor, not only the events in it. */
function maySee({ actor, vendorId }: Held): boolean {
  if (!actor.permissions.has('contract.read')) return false;
  return vendorId === null || actor.vendorScope === '*' || actor.vendorScope.includes(vendorId);
}
