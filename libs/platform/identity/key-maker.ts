import type { TenantTransaction } from '../database';

/** Who made the API key that acts, or null where a person acts: a request is theirs as well (`requireAnotherPerson`). */
export async function keyMakerOf(tx: TenantTransaction): Promise<string | null> {
  if (tx.actor.kind !== 'api-key') return null;
  const [key] = await tx.query<{ created_by: string }>(
    'select created_by from api_key where tenant_id = $1 and id = $2',
    [tx.tenantId, tx.actor.id],
  );
  return key?.created_by ?? null;
}
