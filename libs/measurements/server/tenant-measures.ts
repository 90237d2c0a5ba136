import { Injectable } from '@nestjs/common';
import type { Measure } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';

/** What the amounts of the tenant's rows stand for. */
@Injectable()
export class TenantMeasures {
  /** By position. */
  all(tx: TenantTransaction): Promise<Measure[]> {
    return tx.query<Measure>(
      'select code, position, unit, label from measure where tenant_id = $1 order by position',
      [tx.tenantId],
    );
  }
}
