import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { defaultMetrics, measureCatalogue } from '@plumbline/sla-engine';

/** Library definitions read every month there is data for. */
const FIRST_MONTH = '2000-01-01';

/**
 * Gives a tenant the engine's measures and default metrics (K1 to K6 and the others), as data it may add to. `at` is the
 * instant of the seeding. Repeating it adds what is missing and changes nothing that is there.
 */
export async function seedMetricLibrary(tx: TenantTransaction, at: Date): Promise<void> {
  const [last] = await tx.query<{ position: number }>(
    'select coalesce(max(position), 0) as position from measure where tenant_id = $1',
    [tx.tenantId],
  );
  const known = await tx.query<{ code: string }>('select code from measure where tenant_id = $1', [
    tx.tenantId,
  ]);
  const have = new Set(known.map(({ code }) => code));
  let position = last?.position ?? 0;
  for (const { code, unit, label } of measureCatalogue) {
    if (have.has(code)) continue;
    position += 1;
    await tx.query(
      'insert into measure (tenant_id, code, position, unit, label) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [tx.tenantId, code, position, unit, label.en],
    );
  }
  for (const { definition, name, family } of defaultMetrics) {
    const id = newId();
    const made = await tx.query<{ id: string }>(
      `insert into metric (tenant_id, id, code, name, family, unit, direction, source, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (tenant_id, code) do nothing returning id`,
      [
        tx.tenantId,
        id,
        definition.id,
        name.en,
        family,
        definition.unit,
        definition.direction,
        definition.source,
        at,
      ],
    );
    if (made.length === 0) continue;
    await tx.query(
      `insert into metric_version (tenant_id, metric_id, number, effective_from, definition, created_by, created_at)
       values ($1, $2, 1, $3, $4, 'library', $5)`,
      [tx.tenantId, id, FIRST_MONTH, JSON.stringify(definition), at],
    );
  }
}
