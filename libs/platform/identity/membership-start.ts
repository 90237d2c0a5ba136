import { Injectable } from '@nestjs/common';
import { ActivityLog } from '../activity-log/activity-log';
import { newId, type TenantTransaction } from '../database';
import { InvalidError, RuleBrokenError } from '../errors';
import { Clock, type Role, sideOfRole } from '../tenancy';

export interface NewMembership {
  readonly personId: string;
  readonly role: Role;
  readonly vendorId: string | null;
  /** Of the invitation it follows from. */
  readonly invitationId?: string;
}

/** Makes memberships, and keeps everybody on one side of a tenant. */
@Injectable()
export class MembershipStart {
  constructor(
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * In a transaction that sees the whole tenant. The line in the log comes first: it makes the joins of one tenant wait
   * for each other, so two invitations to the two sides, accepted at once, cannot slip past each other. Somebody who is
   * a member already stays as they are. Answers whether a membership began.
   */
  async begin(
    tx: TenantTransaction,
    { personId, role, vendorId, invitationId }: NewMembership,
  ): Promise<boolean> {
    const side = sideOfRole(role);
    if ((side === 'vendor') !== (vendorId !== null)) {
      throw InvalidError.field(
        'vendorId',
        'invalid',
        'a vendor’s role names its vendor, an insurer’s names none',
      );
    }
    const id = newId();
    await tx.query('savepoint membership');
    await this.activityLog.append(tx, {
      action: 'membership-began',
      thing: 'membership',
      thingId: id,
      vendorId,
      detail: { personId, role, ...(invitationId ? { invitationId } : {}) },
    });
    const current = await tx.query<{ role: Role; vendor_id: string | null }>(
      'select role, vendor_id from membership where tenant_id = $1 and person_id = $2 and ended_at is null',
      [tx.tenantId, personId],
    );
    if (current.some((membership) => sideOfRole(membership.role) !== side)) {
      throw new RuleBrokenError(
        'other-side',
        'This person already belongs to the other side of this tenant.',
      );
    }
    if (current.some((membership) => membership.vendor_id === vendorId)) {
      await tx.query('rollback to savepoint membership');
      return false;
    }
    await tx.query(
      `insert into membership (tenant_id, id, person_id, role, vendor_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [tx.tenantId, id, personId, role, vendorId, this.clock.date()],
    );
    return true;
  }
}
