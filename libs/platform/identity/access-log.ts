import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../activity-log/activity-log';
import { Door } from '../database';
import { log } from '../jobs';
import { type Actor, type Tenant, workerActor } from '../tenancy';
import { AfterAnswer } from './after-answer';
import { actorOf, membershipsOf } from './memberships';
import type { SignedIn } from './sessions';

/** Sign-ins and denials, in the activity log of every tenant they concern (ASVS 16.3). */
@Injectable()
export class AccessLog {
  constructor(
    private readonly door: Door,
    private readonly activityLog: ActivityLog,
    private readonly afterAnswer: AfterAnswer,
  ) {}

  async signedIn(signedIn: SignedIn, factors: 'password' | 'password and code'): Promise<void> {
    for (const tenant of tenantsOf(signedIn)) {
      const actor = actorOf(signedIn.person, signedIn.memberships, tenant.slug, null);
      await this.append(actor, 'signed-in', signedIn.person.id, { factors });
    }
  }

  async signedOut(signedIn: SignedIn): Promise<void> {
    for (const tenant of tenantsOf(signedIn)) {
      const actor = actorOf(signedIn.person, signedIn.memberships, tenant.slug, null);
      await this.append(actor, 'signed-out', signedIn.person.id, {});
    }
  }

  /** Whoever tried is not known to be the person, so the line is the installation's, about the person. */
  refused(personId: string, reason: 'password' | 'code'): void {
    this.afterAnswer.run('log a refused sign-in', async () => {
      const memberships = await this.door.withRole('identity', (client) => membershipsOf(client, personId));
      for (const tenant of distinct(memberships.map((membership) => membership.tenant))) {
        await this.append(workerActor(tenant, 'sign-in'), 'sign-in-refused', personId, { reason });
      }
    });
  }

  async about(personId: string, memberships: SignedIn['memberships'], action: string): Promise<void> {
    for (const tenant of distinct(memberships.map((membership) => membership.tenant))) {
      await this.append(workerActor(tenant, 'sign-in'), action, personId, {});
    }
  }

  denied(actor: Actor, operation: string, permission: string): void {
    this.afterAnswer.run('log a denial', () =>
      this.door.withTenant(actor, (tx) =>
        this.activityLog.append(tx, {
          action: 'access-denied',
          thing: 'operation',
          thingId: operation,
          detail: { permission },
        }),
      ),
    );
  }

  /** Somebody signed in asked for a tenant that is not theirs: none of that tenant's log to write into. */
  strangerAt(personId: string, tenantSlug: string, operation: string): void {
    log.warn({ personId, tenantSlug, operation }, 'a signed-in person asked for a tenant that is not theirs');
  }

  private async append(actor: Actor, action: string, personId: string, detail: object): Promise<void> {
    await this.door.withTenant(actor, (tx) =>
      this.activityLog.append(tx, { action, thing: 'person', thingId: personId, detail }),
    );
  }
}

function tenantsOf(signedIn: SignedIn): Tenant[] {
  return distinct(signedIn.memberships.map((membership) => membership.tenant));
}

function distinct(tenants: readonly Tenant[]): Tenant[] {
  return [...new Map(tenants.map((tenant) => [tenant.id, tenant])).values()];
}
