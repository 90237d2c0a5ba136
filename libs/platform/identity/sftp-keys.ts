import { Injectable } from '@nestjs/common';
import { Door } from '../database';
import { type Actor, Clock, type Tenant } from '../tenancy';
import { enterTenant } from './identity-client';
import { vendorWorks } from './vendor-works';

/** A machine of a vendor that showed its key. */
export interface SftpCaller {
  readonly actor: Actor;
  readonly vendorId: string;
  readonly fingerprint: string;
  readonly publicKey: string;
  /** Whether a file of it is loaded without a person where nothing speaks against it. */
  readonly confirm: 'automatically' | 'by-a-person';
}

interface KeyRow {
  id: string;
  name: string;
  vendor_id: string;
  public_key: string;
  confirm: SftpCaller['confirm'];
}

/** Looks up the keys by which machines come in over SFTP, in the tenant that the user name says. */
@Injectable()
export class SftpKeys {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
  ) {}

  /** Null for an unknown tenant or key and for a revoked key alike. */
  find(tenantSlug: string, fingerprint: string): Promise<SftpCaller | null> {
    return this.door.withRole('identity', async (client) => {
      const tenants = await client.query<Tenant>(
        'select id, slug, name, timezone, colour from tenant where slug = $1',
        [tenantSlug],
      );
      const [tenant] = tenants.rows;
      if (!tenant) return null;
      await enterTenant(client, tenant.id);
      const { rows } = await client.query<KeyRow>(
        `select id, name, vendor_id, public_key, confirm from sftp_key
         where tenant_id = $1 and fingerprint = $2 and revoked_at is null and ${vendorWorks('sftp_key')}`,
        [tenant.id, fingerprint],
      );
      const [row] = rows;
      if (!row) return null;
      const { vendor_id: vendorId, public_key: publicKey, confirm } = row;
      return { actor: machineOf(row, tenant), vendorId, fingerprint, publicKey, confirm };
    });
  }

  /** After the machine has proved that the key is its own. */
  async used({ actor }: SftpCaller): Promise<void> {
    await this.door.withRole('identity', async (client) => {
      await enterTenant(client, actor.tenantId);
      await client.query('update sftp_key set last_used_at = $3 where tenant_id = $1 and id = $2', [
        actor.tenantId,
        actor.id,
        this.clock.date(),
      ]);
    });
  }
}

/** It hands in files of its vendor and reads what came of them, nothing else. */
function machineOf({ id, name, vendor_id: vendorId }: KeyRow, tenant: Tenant): Actor {
  return {
    kind: 'sftp-key',
    id,
    name,
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    timezone: tenant.timezone,
    side: 'vendor',
    role: null,
    vendorScope: [vendorId],
    permissions: new Set(['kpi-file.read', 'kpi-file.upload']),
  };
}
