import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';

/** The passage of a contract that agrees an SLA. */
export interface AgreedClause {
  readonly reference: string;
  readonly title: string;
  readonly number: string;
  readonly heading: string;
  readonly text: string;
  readonly page: number | null;
}

@Injectable()
export class ClausesRepository {
  async ofSla(tx: TenantTransaction, slaId: string): Promise<AgreedClause> {
    const [row] = await tx.query<AgreedClause>(
      `select c.reference, c.title, l.number, l.heading, l.text, l.page
       from sla s
       join contract_version v on v.tenant_id = s.tenant_id and v.id = s.contract_version_id
       join contract c on c.tenant_id = v.tenant_id and c.id = v.contract_id
       join clause l on l.tenant_id = s.tenant_id and l.id = s.clause_id
       where s.tenant_id = $1 and s.id = $2`,
      [tx.tenantId, slaId],
    );
    if (!row) throw new Error(`no clause agrees SLA ${slaId}`);
    return row;
  }
}
