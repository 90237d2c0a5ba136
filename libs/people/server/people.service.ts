import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  insurerRoles,
  type listPeople,
  type Member,
  type RoleName,
  vendorRoles,
} from '@plumbline/people/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { Sessions } from '@plumbline/platform/identity';
import {
  type Actor,
  Clock,
  type Permission,
  permissionsOfRole,
  sideOfRole,
} from '@plumbline/platform/tenancy';
import { ApiKeysRepository } from './api-keys.repository';
import { type MemberRow, PeopleRepository } from './people.repository';
import { SftpKeysRepository } from './sftp-keys.repository';

@Injectable()
export class PeopleService {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly people: PeopleRepository,
    private readonly apiKeys: ApiKeysRepository,
    private readonly sftpKeys: SftpKeysRepository,
    private readonly sessions: Sessions,
    private readonly activityLog: ActivityLog,
  ) {}

  list(actor: Actor, query: InputOf<typeof listPeople>['query']) {
    const after = readCursor(query.cursor, 'text', 'uuid');
    const roles =
      query.side === 'insurer'
        ? insurerRoles
        : query.side === 'vendor'
          ? vendorRoles
          : [...insurerRoles, ...vendorRoles];
    return this.door.withTenant(actor, async (tx) => {
      const search = { roles, vendorId: query.vendorId, after, limit: query.limit + 1 };
      const rows = await this.people.list(tx, search);
      return toPage(rows, query.limit, memberOf, (row) => [row.person_name, row.id]);
    });
  }

  view(actor: Actor, id: string): Promise<Member> {
    return this.door.withTenant(actor, async (tx) => memberOf(found(await this.people.find(tx, id))));
  }

  changeRole(actor: Actor, id: string, role: RoleName, version: number): Promise<Member> {
    return this.door.withTenant(actor, async (tx) => {
      const member = found(await this.people.findForChange(tx, id));
      demandVersion(member.version, version);
      if (sideOfRole(role) !== sideOfRole(member.role)) {
        throw new RuleBrokenError(
          'other-side',
          'A role of the other side is another membership: invite the person to it.',
        );
      }
      if (member.role === 'administrator' && role !== 'administrator')
        await this.demandAnotherAdministrator(tx, id);
      await this.people.changeRole(tx, id, role);
      const revoked = await this.revokeKeys(tx, member, permissionsOfRole[role]);
      await this.sessions.endAllWithin(tx, member.person_id, 'role-changed');
      await this.log(tx, member, 'role-changed', { from: member.role, to: role, ...revoked });
      return memberOf(found(await this.people.find(tx, id)));
    });
  }

  end(actor: Actor, id: string, version: number): Promise<void> {
    return this.door.withTenant(actor, async (tx) => {
      const member = found(await this.people.findForChange(tx, id));
      demandVersion(member.version, version);
      if (member.role === 'administrator') await this.demandAnotherAdministrator(tx, id);
      await this.people.end(tx, id, this.clock.date());
      const revoked = await this.revokeKeys(tx, member, []);
      await this.sessions.endAllWithin(tx, member.person_id, 'role-changed');
      await this.log(tx, member, 'membership-ended', { role: member.role, ...revoked });
    });
  }

  /** What the member made for machines ends with the right to make it. */
  private async revokeKeys(
    tx: TenantTransaction,
    member: MemberRow,
    permissions: readonly Permission[],
  ): Promise<{ revokedApiKeys: number; revokedSftpKeys: number }> {
    const at = this.clock.date();
    return {
      revokedApiKeys: await this.apiKeys.revokeBeyond(tx, member, permissions, at),
      revokedSftpKeys: permissions.includes('sftp-key.manage')
        ? 0
        : await this.sftpKeys.revokeOf(tx, member, at),
    };
  }

  /** A tenant without an administrator could never have one again. */
  private async demandAnotherAdministrator(tx: TenantTransaction, id: string): Promise<void> {
    if ((await this.people.otherAdministrators(tx, id)) === 0) {
      throw new RuleBrokenError(
        'last-administrator',
        'Make somebody else administrator first: this is the last one.',
      );
    }
  }

  private log(tx: TenantTransaction, member: MemberRow, action: string, detail: object): Promise<void> {
    return this.activityLog.append(tx, {
      action,
      thing: 'membership',
      thingId: member.id,
      vendorId: member.vendor_id,
      detail: { personId: member.person_id, ...detail },
    });
  }
}

function found(row: MemberRow | null): MemberRow {
  if (!row) throw new NotFoundError('membership');
  return row;
}

function memberOf(row: MemberRow): Member {
  return {
    id: row.id,
    person: { id: row.person_id, name: row.person_name, email: row.email },
    side: sideOfRole(row.role),
    role: row.role,
    vendor: row.vendor_id === null ? null : { id: row.vendor_id, name: row.vendor_name ?? '' },
    since: row.created_at.toISOString(),
    version: row.version,
  };
}
