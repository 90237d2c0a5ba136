import { Injectable } from '@nestjs/common';
import type { PolicyTerms } from '@plumbline/incidents/schema';
import type { TenantTransaction } from '@plumbline/platform/database';

/** One decision about a policy. */
export interface DecisionRow {
  readonly code: string;
  readonly number: number;
  readonly effectiveFrom: string;
  readonly switchedOn: boolean;
  readonly termsVersion: number;
  /** Of a policy of the tenant's own; null: shipped, and its terms are in the product. */
  readonly terms: PolicyTerms | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

@Injectable()
export class PoliciesRepository {
  /** In the order in which they were made. */
  decisions(tx: TenantTransaction): Promise<DecisionRow[]> {
    return tx.query<DecisionRow>(
      `select policy_code as code, number, effective_from::text as "effectiveFrom", switched_on as "switchedOn",
         terms_version as "termsVersion", terms, reason, set_by_name as by, set_at as at
       from incident_policy_version where tenant_id = $1 order by policy_code, number`,
      [tx.tenantId],
    );
  }

  /** Whether it is the first of this code. */
  async insertPolicy(tx: TenantTransaction, code: string, shipped: boolean): Promise<boolean> {
    const made = await tx.query(
      `insert into incident_policy (tenant_id, code, shipped) values ($1, $2, $3) on conflict do nothing returning code`,
      [tx.tenantId, code, shipped],
    );
    return made.length > 0;
  }

  /** Decisions about one policy are numbered one after the other. */
  async lock(tx: TenantTransaction, code: string): Promise<void> {
    await tx.query('select code from incident_policy where tenant_id = $1 and code = $2 for no key update', [
      tx.tenantId,
      code,
    ]);
  }

  async insertDecision(tx: TenantTransaction, decision: Omit<DecisionRow, 'by'>): Promise<void> {
    const { code, number, effectiveFrom, switchedOn, termsVersion, terms, reason, at } = decision;
    await tx.query(
      `insert into incident_policy_version (tenant_id, policy_code, number, effective_from, switched_on, terms_version, terms,
         reason, set_by, set_by_name, set_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[tx.tenantId, code, number, effectiveFrom, switchedOn, termsVersion],
        ...[terms === null ? null : JSON.stringify(terms), reason, tx.actor.id, tx.actor.name, at],
      ],
    );
  }
}
