import { Injectable } from '@nestjs/common';
import type { AgreedMetric, PackLevelAnswer } from '@plumbline/contracts/schema';
import { isUniqueViolation, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError } from '@plumbline/platform/errors';

export interface SlaPackRow {
  readonly id: string;
  readonly name: string;
  readonly copyOf: string | null;
  readonly levels: PackLevelAnswer[];
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly changedBy: string;
  readonly changedByName: string;
  readonly version: number;
}

const ROW = `id, name, copy_of as "copyOf", levels, created_at as "createdAt", changed_at as "changedAt",
  changed_by as "changedBy", changed_by_name as "changedByName", version`;

@Injectable()
export class SlaPacksRepository {
  list(tx: TenantTransaction): Promise<SlaPackRow[]> {
    return tx.query<SlaPackRow>(
      `select ${ROW} from sla_pack where tenant_id = $1 and retired_at is null order by name`,
      [tx.tenantId],
    );
  }

  metrics(tx: TenantTransaction): Promise<(AgreedMetric & { readonly code: string })[]> {
    return tx.query('select id, code, name, unit, direction from metric where tenant_id = $1', [tx.tenantId]);
  }

  /** Held until the transaction ends; a retired one is none. */
  async lock(tx: TenantTransaction, id: string): Promise<SlaPackRow | null> {
    const [row] = await tx.query<SlaPackRow>(
      `select ${ROW} from sla_pack where tenant_id = $1 and id = $2 and retired_at is null for update`,
      [tx.tenantId, id],
    );
    return row ?? null;
  }

  insert(tx: TenantTransaction, pack: SlaPackRow): Promise<void> {
    return this.named(pack.name, () =>
      tx.query(
        `insert into sla_pack (tenant_id, id, name, copy_of, levels, created_at, changed_at, changed_by, changed_by_name, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          ...[tx.tenantId, pack.id, pack.name, pack.copyOf, JSON.stringify(pack.levels), pack.createdAt],
          ...[pack.changedAt, pack.changedBy, pack.changedByName, pack.version],
        ],
      ),
    );
  }

  update(tx: TenantTransaction, pack: SlaPackRow): Promise<void> {
    return this.named(pack.name, () =>
      tx.query(
        `update sla_pack set name = $3, levels = $4, changed_at = $5, changed_by = $6, changed_by_name = $7, version = $8
         where tenant_id = $1 and id = $2`,
        [
          ...[tx.tenantId, pack.id, pack.name, JSON.stringify(pack.levels), pack.changedAt],
          ...[pack.changedBy, pack.changedByName, pack.version],
        ],
      ),
    );
  }

  async retire(tx: TenantTransaction, { id, version }: SlaPackRow, at: Date): Promise<void> {
    await tx.query('update sla_pack set retired_at = $3, version = $4 where tenant_id = $1 and id = $2', [
      tx.tenantId,
      id,
      at,
      version + 1,
    ]);
  }

  /** A name that is taken is `sla-pack-name-taken` (409). */
  private async named(name: string, write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (!isUniqueViolation(error, 'sla_pack_tenant_id_name_key')) throw error;
      const detail = `Another pack is called “${name}”.`;
      throw new ConflictError('sla-pack-name-taken', detail, 409, [
        { path: 'name', code: 'sla-pack-name-taken', detail },
      ]);
    }
  }
}
