import { Injectable } from '@nestjs/common';
import type { Language } from '@plumbline/api/schema';
import type { NoticeParameters } from '@plumbline/notifications/schema';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import type { NoticeContact, NoticeKind } from '@plumbline/platform/notifications';

export interface AnnouncedNotice {
  readonly key: string;
  readonly kind: NoticeKind;
  readonly vendorId: string | null;
  readonly aboutThing: string;
  readonly aboutId: string;
  readonly parameters: NoticeParameters;
  readonly path: readonly string[];
  readonly people: readonly string[];
  readonly roles: readonly string[];
  readonly vendorRoles: readonly string[];
  readonly contacts: readonly NoticeContact[];
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Announcements, and what each person was told of them in the page. */
@Injectable()
export class NoticesRepository {
  /** The announcement, locked, if nobody was told of it yet. */
  async claim(tx: TenantTransaction, id: string): Promise<AnnouncedNotice | undefined> {
    const [notice] = await tx.query<AnnouncedNotice>(
      `select key, kind, vendor_id as "vendorId", about_thing as "aboutThing", about_id as "aboutId", parameters, path, people,
              roles, vendor_roles as "vendorRoles", contacts
       from notice where tenant_id = $1 and id = $2 and spread_at is null for update`,
      [tx.tenantId, id],
    );
    return notice;
  }

  async spread(tx: TenantTransaction, id: string, at: Date): Promise<void> {
    await tx.query('update notice set spread_at = $3 where tenant_id = $1 and id = $2', [
      tx.tenantId,
      id,
      at,
    ]);
  }

  /** Whom it is for: people of the insurer, and those of no other vendor than the notice's. */
  async members(tx: TenantTransaction, notice: AnnouncedNotice): Promise<Member[]> {
    const rows = await tx.query<Omit<Member, 'language'> & { locale: string }>(
      `select distinct person.id, person.name, person.email, person.locale
       from membership join person on person.id = membership.person_id
       where membership.tenant_id = $1 and membership.ended_at is null and person.disabled_at is null
         and (membership.vendor_id is null or membership.vendor_id = $2 or ($2::uuid is null and person.id = any ($3)))
         and (person.id = any ($3) or membership.role = any ($4) or (membership.vendor_id = $2 and membership.role = any ($5)))
       order by person.email`,
      [tx.tenantId, notice.vendorId, notice.people, notice.roles, notice.vendorRoles],
    );
    return rows.map(({ locale, ...row }) => ({ ...row, language: locale.startsWith('es') ? 'es' : 'en' }));
  }

  /** False: this person was told of this occasion before. */
  async note(
    tx: TenantTransaction,
    notice: AnnouncedNotice,
    personId: string,
    shown: boolean,
    at: Date,
  ): Promise<boolean> {
    const rows = await tx.query(
      `insert into notification (tenant_id, id, person_id, key, kind, vendor_id, about_thing, about_id, parameters, path, shown, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (tenant_id, person_id, key) do nothing returning id`,
      [
        ...[
          tx.tenantId,
          newId(),
          personId,
          notice.key,
          notice.kind,
          notice.vendorId,
          notice.aboutThing,
          notice.aboutId,
        ],
        ...[JSON.stringify(notice.parameters), notice.path, shown, at],
      ],
    );
    return rows.length > 0;
  }
}
