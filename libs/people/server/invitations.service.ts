import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type { Invitation, invite, listInvitations } from '@plumbline/people/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, TenantDirectory } from '@plumbline/platform/database';
import { NotAllowedError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { AttemptLimits, Letters, newTenantToken } from '@plumbline/platform/identity';
import { type Actor, Clock, sideOfRole } from '@plumbline/platform/tenancy';
import { type InvitationRow, InvitationsRepository } from './invitations.repository';
import { demandVendorThatWorks } from './vendor-that-works';

const DAYS = 7;

/** Inviting people to the tenant: the insurer's to either side, a vendor's administrator to their own vendor only. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly tenants: TenantDirectory,
    private readonly invitations: InvitationsRepository,
    private readonly activityLog: ActivityLog,
    private readonly letters: Letters,
    private readonly limits: AttemptLimits,
  ) {}

  list(actor: Actor, query: InputOf<typeof listInvitations>['query']) {
    const after = readCursor(query.cursor, 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.invitations.list(tx, after?.[0] ?? null, query.limit + 1);
      return toPage(
        rows,
        query.limit,
        (row) => this.answer(row),
        (row) => [row.id],
      );
    });
  }

  /**
   * Looks at no account: what comes back, and how fast, does not tell whether the address has one. Memberships it looks at
   * are those that the actor sees in the list of people anyway.
   */
  async invite(actor: Actor, wanted: InputOf<typeof invite>['body']): Promise<Invitation> {
    if (actor.side === 'vendor' && sideOfRole(wanted.role) !== 'vendor') {
      throw new NotAllowedError(
        'own-vendor-only',
        'A vendor’s administrator invites to their own vendor only.',
      );
    }
    await this.limits.invitation(actor.tenantId, actor.id);
    const tenant = await this.tenants.byId(actor.tenantId);
    const { token, hash } = newTenantToken(actor.tenantId);
    const now = this.clock.date();
    const vendorId = wanted.vendorId ?? null;
    const id = newId();
    return this.door.withTenant(actor, async (tx) => {
      // row level security hides other vendors from a vendor's administrator: theirs answer like missing ones
      if (vendorId !== null) await demandVendorThatWorks(tx, vendorId);
      if (await this.invitations.hasMember(tx, wanted.email, vendorId))
        throw new RuleBrokenError(
          'member-already',
          'This person is a member here already: change their role on the page of people instead.',
        );
      await this.invitations.revokeOpen(tx, wanted.email, vendorId, now);
      await this.invitations.insert(tx, {
        id,
        email: wanted.email,
        role: wanted.role,
        vendorId,
        tokenHash: hash,
        invitedBy: actor.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + DAYS * 86_400_000),
      });
      await this.letters.invitation(tx, {
        email: wanted.email,
        from: actor.name,
        tenant: tenant?.name ?? actor.tenantSlug,
        token,
        days: DAYS,
      });
      await this.activityLog.append(tx, {
        action: 'person-invited',
        thing: 'invitation',
        thingId: id,
        vendorId,
        detail: { role: wanted.role },
        personal: { email: wanted.email },
      });
      const row = await this.invitations.find(tx, id);
      if (!row) throw new NotFoundError('invitation');
      return this.answer(row);
    });
  }

  revoke(actor: Actor, id: string, version: number): Promise<void> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.invitations.find(tx, id);
      if (!row) throw new NotFoundError('invitation');
      demandVersion(row.version, version);
      if (row.accepted_at)
        throw new RuleBrokenError('accepted-already', 'It was accepted: end the membership instead.');
      if (row.revoked_at) return;
      await this.invitations.revoke(tx, id, this.clock.date());
      await this.activityLog.append(tx, {
        action: 'invitation-revoked',
        thing: 'invitation',
        thingId: id,
        vendorId: row.vendor_id,
      });
    });
  }

  private answer(row: InvitationRow): Invitation {
    const state = row.accepted_at
      ? 'accepted'
      : row.revoked_at
        ? 'revoked'
        : row.expires_at <= this.clock.date()
          ? 'expired'
          : 'open';
    return {
      id: row.id,
      email: row.email,
      role: row.role,
      vendor: row.vendor_id === null ? null : { id: row.vendor_id, name: row.vendor_name ?? '' },
      invitedAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      state,
      version: row.version,
    };
  }
}
