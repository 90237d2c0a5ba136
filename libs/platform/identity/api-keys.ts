import { Injectable } from '@nestjs/common';
import { Door } from '../database';
import { Clock, type Permission, permissions, type Tenant } from '../tenancy';
import type { Caller } from './caller';
import { enterTenant } from './identity-client';
import { hashToken } from './tokens';
import { vendorWorks } from './vendor-works';

/** How a key begins, so that secret scanners and people recognise one. */
export const API_KEY_PREFIX = 'plk_';
/** `last_used_at` is written at most this often. */
const USED_EVERY_MS = 60_000;

interface KeyRow {
  id: string;
  name: string;
  vendor_id: string | null;
  scopes: string[];
  last_used_at: Date | null;
}

/** Looks up the keys of machines. A key is a row of one tenant: it is looked for in the tenant that the URL names. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  find(tenantSlug: string, key: string): Promise<Extract<Caller, { kind: 'api-key' }> | null> {
    const now = this.clock.date();
    return this.door.withRole('identity', async (client) => {
      const tenants = await client.query<Tenant>(
        'select id, slug, name, timezone, colour from tenant where slug = $1',
        [tenantSlug],
      );
      const [tenant] = tenants.rows;
      if (!tenant) return null;
      await enterTenant(client, tenant.id);
      const { rows } = await client.query<KeyRow>(
        `select id, name, vendor_id, scopes, last_used_at from api_key
         where tenant_id = $1 and key_hash = $2 and revoked_at is null and expires_at > $3
           and ${vendorWorks('api_key')}`,
        [tenant.id, hashToken(key), now],
      );
      const [row] = rows;
      if (!row) return null;
      if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() >= USED_EVERY_MS) {
        await client.query('update api_key set last_used_at = $3 where tenant_id = $1 and id = $2', [
          tenant.id,
          row.id,
          now,
        ]);
      }
      const known = new Set<string>(permissions);
      const scopes = row.scopes.filter((scope): scope is Permission => known.has(scope));
      return { kind: 'api-key', id: row.id, name: row.name, tenant, vendorId: row.vendor_id, scopes };
    });
  }
}
