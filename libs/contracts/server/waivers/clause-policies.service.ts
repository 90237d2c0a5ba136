import { Injectable } from '@nestjs/common';
import {
  type ClausePolicy,
  clausePolicy,
  type KeptClausePolicy,
  shippedClausePolicy,
} from '@plumbline/contracts/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { demandVersion } from '@plumbline/platform/http';
import { type Actor, Clock } from '@plumbline/platform/tenancy';

interface PolicyRow {
  readonly rules: unknown;
  readonly changedAt: Date;
  readonly changedByName: string | null;
  readonly reason: string | null;
  readonly version: number;
}

/** Which clauses the tenant demands: its own data, begun with what was shipped when it was made. */
@Injectable()
export class ClausePoliciesService {
  constructor(
    private readonly door: Door,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  view(actor: Actor): Promise<KeptClausePolicy> {
    return this.door.withTenant(actor, (tx) => keptClausePolicy(tx));
  }

  change(actor: Actor, rules: ClausePolicy, reason: string, version: number): Promise<KeptClausePolicy> {
    return this.door.withTenant(actor, async (tx) => {
      await beginClausePolicy(tx, this.clock.date());
      await tx.query('select tenant_id from clause_policy where tenant_id = $1 for update', [tx.tenantId]);
      const kept = await keptClausePolicy(tx);
      demandVersion(kept.version, version);
      await tx.query(
        `update clause_policy set rules = $2, changed_at = $3, changed_by_name = $4, reason = $5, version = version + 1
         where tenant_id = $1`,
        [tx.tenantId, JSON.stringify(rules), this.clock.date(), actor.name, reason],
      );
      const before = new Map(kept.rules.map((rule) => [rule.kind, rule]));
      const changed = rules.filter((rule) => JSON.stringify(rule) !== JSON.stringify(before.get(rule.kind)));
      await this.activityLog.append(tx, {
        action: 'clause-policy-changed',
        thing: 'clause-policy',
        thingId: tx.tenantId,
        detail: {
          reason,
          ...Object.fromEntries(
            changed.map((rule) => [rule.kind, { from: before.get(rule.kind), to: rule }]),
          ),
        },
      });
      return keptClausePolicy(tx);
    });
  }
}

/** Gives a tenant the shipped policy, unless it has one. */
export async function beginClausePolicy(tx: TenantTransaction, at: Date): Promise<void> {
  await tx.query(
    `insert into clause_policy (tenant_id, rules, changed_at, version) values ($1, $2, $3, 1)
     on conflict (tenant_id) do nothing`,
    [tx.tenantId, JSON.stringify(shippedClausePolicy), at],
  );
}

/** A tenant that was made before policies were kept follows the shipped one until it changes it. */
export async function keptClausePolicy(tx: TenantTransaction): Promise<KeptClausePolicy> {
  const [row] = await tx.query<PolicyRow>(
    `select rules, changed_at as "changedAt", changed_by_name as "changedByName", reason, version from clause_policy
     where tenant_id = $1`,
    [tx.tenantId],
  );
  if (!row) return { rules: shippedClausePolicy, changed: null, version: 1 };
  const { changedAt, changedByName, reason, version } = row;
  return {
    rules: clausePolicy.parse(row.rules),
    changed:
      changedByName === null || reason === null
        ? null
        : { at: changedAt.toISOString(), by: changedByName, reason },
    version,
  };
}
