import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';

export interface FloorSwitchRow {
  readonly floorCode: string;
  readonly number: number;
  readonly floorVersion: number;
  readonly switchedOn: boolean;
  readonly metricId: string | null;
  readonly reason: string;
  readonly setBy: string;
  readonly setByName: string;
  readonly setAt: Date;
}

@Injectable()
export class RegulatoryFloorsRepository {
  /** Oldest first; `code`: only this floor's. */
  switches(tx: TenantTransaction, code: string | null = null): Promise<FloorSwitchRow[]> {
    return tx.query<FloorSwitchRow>(
      `select floor_code as "floorCode", number, floor_version as "floorVersion", switched_on as "switchedOn",
         metric_id as "metricId", reason, set_by as "setBy", set_by_name as "setByName", set_at as "setAt"
       from floor_switch where tenant_id = $1 and ($2::text is null or floor_code = $2) order by floor_code, number`,
      [tx.tenantId, code],
    );
  }

  async insert(tx: TenantTransaction, row: FloorSwitchRow): Promise<void> {
    await tx.query(
      `insert into floor_switch (tenant_id, floor_code, number, floor_version, switched_on, metric_id, reason, set_by,
         set_by_name, set_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[tx.tenantId, row.floorCode, row.number, row.floorVersion, row.switchedOn, row.metricId],
        ...[row.reason, row.setBy, row.setByName, row.setAt],
      ],
    );
  }

  /** The ids of the tenant's metrics with these codes. */
  async metricIds(tx: TenantTransaction, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; code: string }>(
      'select id, code from metric where tenant_id = $1 and code = any ($2)',
      [tx.tenantId, codes],
    );
    return new Map(rows.map(({ id, code }) => [code, id]));
  }
}
