import type { TenantTransaction } from '../database';

/** Who made the API key that acts, or null where a person acts: a request is theirs as well (`requireAnotherPerson`). */
export async function keyMakerOf(tx: TenantTransaction): Promise<string | null> {
  return tx.actor.kind === 'api-key' ? makerOfKey(tx, tx.actor.id) : null;
}

/** Who made the API key of this id, or null where it is no key: what a key asked for, its maker asked for. */
export async function makerOfKey(tx: TenantTransaction, id: string): Promise<string | null> {
  const [key] = await tx.query<{ made: string }>(
    'select created_by::text as made from api_key where tenant_id = $1 and id::text = $2',
    [tx.tenantId, id],
  );
  return key?.made ?? null;
}
