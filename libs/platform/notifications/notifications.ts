import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '../database/ids';
import type { TenantTransaction } from '../database/transaction';
import { enqueue } from '../jobs/outbox';
import { Clock, type Role, type VendorRole } from '../tenancy';
import type { NoticeKind } from './notice-kinds';

/** Something that people are told: its kind and the facts of its sentence, which is said in each reader's language. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly about: { readonly thing: string; readonly id: string };
  readonly vendorId: string | null;
  /** Facts of the sentence. No personal health data, no free text of people beyond titles. */
  readonly parameters: Readonly<Record<string, string | number | null>>;
  /** Where it is, below the tenant: `['incidents', id]`. */
  readonly path: readonly string[];
  /** Names the occasion: each recipient is told once of it, whatever restarts. */
  readonly key: string;
  /** People without an account, such as those of an escalation ladder; told by mail only. */
  readonly contacts?: readonly NoticeContact[];
}

export interface NoticeContact {
  readonly name: string;
  readonly email: string;
  readonly language?: 'en' | 'es';
}

export interface NoticeAudience {
  /** Person ids; who is no member of the tenant, or of another vendor than the notice's, is not told. */
  readonly people?: readonly string[];
  /** Members in these roles. */
  readonly roles?: readonly Role[];
  /** The people of the notice's vendor in these roles. */
  readonly vendorRoles?: readonly VendorRole[];
}

/**
 * Announces what people are to be told, in the transaction that makes it so. Who that is, is looked up by a job
 * (libs/notifications/server/spreading): a partner's transaction, which cannot see the insurer's people, announces to them all
 * the same.
 */
@Injectable()
export class Notifications {
  constructor(private readonly clock: Clock) {}

  async announce(tx: TenantTransaction, notice: Notice, to: NoticeAudience): Promise<void> {
    const id = newId();
    const now = this.clock.date();
    const people = (to.people ?? []).toSorted();
    const roles = (to.roles ?? []).toSorted();
    const vendorRoles = (to.vendorRoles ?? []).toSorted();
    const contacts = notice.contacts ?? [];
    // the same announcement again is the same row: which of the two was written is for the job to find, not for the writer
    await tx.prepared(
      `insert into notice (tenant_id, id, key, audience, kind, vendor_id, about_thing, about_id, parameters, path, people, roles,
                           vendor_roles, contacts, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing`,
      [
        ...[tx.tenantId, id, notice.key, hashOf({ people, roles, vendorRoles, contacts })],
        ...[notice.kind, notice.vendorId, notice.about.thing, notice.about.id],
        ...[JSON.stringify(notice.parameters), notice.path, people, roles, vendorRoles],
        ...[JSON.stringify(contacts), now],
      ],
    );
    await enqueue(tx, 'spread-notice', id, now);
  }
}

function hashOf(audience: object): Buffer {
  return createHash('sha256').update(JSON.stringify(audience)).digest();
}
