import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type { ApiKey, createApiKey, listApiKeys } from '@plumbline/people/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId } from '@plumbline/platform/database';
import { InvalidError, NotAllowedError, NotFoundError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { API_KEY_PREFIX, newToken } from '@plumbline/platform/identity';
import { type Actor, Clock, mayActFor, type Permission } from '@plumbline/platform/tenancy';
import { type ApiKeyRow, ApiKeysRepository } from './api-keys.repository';
import { demandVendorThatWorks } from './vendor-that-works';

/** A machine administers nobody: with these it could give itself more than it was given. */
const forPeopleOnly: readonly Permission[] = [
  'people.invite',
  'people.manage',
  'api-key.manage',
  'sftp-key.manage',
  'notification.read',
  'webhook.manage',
];
const DAY_MS = 86_400_000;

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly apiKeys: ApiKeysRepository,
    private readonly activityLog: ActivityLog,
  ) {}

  list(actor: Actor, query: InputOf<typeof listApiKeys>['query']) {
    const after = readCursor(query.cursor, 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.apiKeys.list(tx, after?.[0] ?? null, query.limit + 1);
      return toPage(
        rows,
        query.limit,
        (row) => this.answer(row),
        (row) => [row.id],
      );
    });
  }

  create(actor: Actor, wanted: InputOf<typeof createApiKey>['body']): Promise<ApiKey & { key: string }> {
    demandScopes(actor, wanted.scopes);
    const vendorId = demandVendor(actor, wanted.vendorId);
    const { token: key, hash } = newToken(API_KEY_PREFIX);
    const createdAt = this.clock.date();
    const id = newId();
    return this.door.withTenant(actor, async (tx) => {
      if (vendorId !== null) await demandVendorThatWorks(tx, vendorId);
      await this.apiKeys.insert(tx, {
        id,
        name: wanted.name,
        hint: `…${key.slice(-4)}`,
        hash,
        vendorId,
        scopes: wanted.scopes,
        createdBy: actor.id,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + wanted.expiresInDays * DAY_MS),
      });
      await this.activityLog.append(tx, {
        action: 'api-key-made',
        thing: 'api-key',
        thingId: id,
        vendorId,
        detail: { scopes: wanted.scopes, expiresInDays: wanted.expiresInDays },
      });
      const row = await this.apiKeys.find(tx, id);
      if (!row) throw new NotFoundError('API key');
      return { ...this.answer(row), key };
    });
  }

  revoke(actor: Actor, id: string, version: number): Promise<void> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.apiKeys.find(tx, id);
      if (!row) throw new NotFoundError('API key');
      demandVersion(row.version, version);
      if (row.revoked_at) return;
      await this.apiKeys.revoke(tx, id, this.clock.date());
      await this.activityLog.append(tx, {
        action: 'api-key-revoked',
        thing: 'api-key',
        thingId: id,
        vendorId: row.vendor_id,
      });
    });
  }

  private answer(row: ApiKeyRow): ApiKey {
    const expired = row.expires_at <= this.clock.date();
    return {
      id: row.id,
      name: row.name,
      hint: row.hint,
      vendor: row.vendor_id === null ? null : { id: row.vendor_id, name: row.vendor_name ?? '' },
      scopes: row.scopes,
      createdBy: { id: row.created_by, name: row.creator_name ?? '' },
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
      state: row.revoked_at ? 'revoked' : expired ? 'expired' : 'active',
      version: row.version,
    };
  }
}

function demandScopes(actor: Actor, scopes: readonly string[]): void {
  for (const [index, scope] of scopes.entries()) {
    if (!(actor.permissions as ReadonlySet<string>).has(scope)) {
      throw new NotAllowedError(
        'scope-beyond-own',
        `You cannot give a key "${scope}": you do not have it yourself.`,
      );
    }
    if ((forPeopleOnly as readonly string[]).includes(scope)) {
      throw InvalidError.field(`scopes.${index}`, 'people-only', `"${scope}" is for people, not for keys`);
    }
  }
}

/** A key of the vendor's side acts for one vendor of its maker; a key of the insurer's side for the tenant. */
function demandVendor(actor: Actor, vendorId: string | undefined): string | null {
  if (actor.side === 'insurer') {
    if (vendorId === undefined) return null;
    throw InvalidError.field('vendorId', 'invalid', 'a vendor’s keys are made by its own administrator');
  }
  if (vendorId === undefined) throw InvalidError.field('vendorId', 'missing', 'the vendor it acts for');
  if (!mayActFor(actor, vendorId)) throw new NotFoundError('vendor');
  return vendorId;
}
