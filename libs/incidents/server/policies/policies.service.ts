import { Injectable } from '@nestjs/common';
import { type IncidentPolicy, type PolicyTerms, shippedPolicies } from '@plumbline/incidents/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { ConflictError, InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { effectivePolicies, inEffect } from './effective-policies';
import { type DecisionRow, PoliciesRepository } from './policies.repository';

interface Decided {
  readonly effectiveFrom: string;
  readonly reason: string;
}

/** Which policies a tenant has, and which are on from when: decisions are added and never changed. */
@Injectable()
export class PoliciesService {
  constructor(
    private readonly door: Door,
    private readonly policies: PoliciesRepository,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<{ items: IncidentPolicy[] }> {
    return this.door.withTenant(actor, async (tx) => ({ items: await this.all(tx) }));
  }

  add(actor: Actor, code: string, terms: PolicyTerms, decided: Decided): Promise<IncidentPolicy> {
    return this.door.withTenant(actor, async (tx) => {
      this.demandNotPast(tx, decided.effectiveFrom);
      const shipped = shippedPolicies.some((policy) => policy.code === code);
      if (shipped || !(await this.policies.insertPolicy(tx, code, false)))
        throw new ConflictError('policy-code-taken', 'Another policy has this code.');
      await this.decide(tx, code, { ...decided, switchedOn: true, termsVersion: 1, terms });
      await this.log(tx, 'incident-policy-added', code, { effectiveFrom: decided.effectiveFrom });
      return this.one(tx, code);
    });
  }

  /** Of a policy of the tenant's own: another version of its terms; clocks that run keep theirs. */
  change(actor: Actor, code: string, terms: PolicyTerms, decided: Decided): Promise<IncidentPolicy> {
    return this.door.withTenant(actor, async (tx) => {
      this.demandNotPast(tx, decided.effectiveFrom);
      await this.policies.lock(tx, code);
      const last = (await this.decisionsOf(tx, code)).at(-1);
      if (!last?.terms) throw new NotFoundError('policy');
      const { switchedOn, termsVersion } = last;
      await this.decide(tx, code, { ...decided, switchedOn, termsVersion: termsVersion + 1, terms });
      await this.log(tx, 'incident-policy-changed', code, { effectiveFrom: decided.effectiveFrom });
      return this.one(tx, code);
    });
  }

  switch(
    actor: Actor,
    code: string,
    decided: Decided & { readonly switchedOn: boolean },
  ): Promise<IncidentPolicy> {
    return this.door.withTenant(actor, async (tx) => {
      this.demandNotPast(tx, decided.effectiveFrom);
      const shipped = shippedPolicies.find((policy) => policy.code === code);
      if (shipped) await this.policies.insertPolicy(tx, code, true);
      await this.policies.lock(tx, code);
      const last = (await this.decisionsOf(tx, code)).at(-1);
      if (!shipped && !last) throw new NotFoundError('policy');
      const termsVersion = shipped?.version ?? last?.termsVersion ?? 1;
      await this.decide(tx, code, { ...decided, termsVersion, terms: last?.terms ?? null });
      const { switchedOn, effectiveFrom } = decided;
      await this.log(tx, 'incident-policy-switched', code, { switchedOn, effectiveFrom });
      return this.one(tx, code);
    });
  }

  private async all(tx: TenantTransaction): Promise<IncidentPolicy[]> {
    const decisions = await this.policies.decisions(tx);
    const today = this.today(tx);
    // a policy of the tenant's own that begins later is listed with the terms it will have
    const known = effectivePolicies(decisions, today);
    const later = effectivePolicies(decisions, '9999-12-31').filter(
      ({ code }) => !known.some((policy) => policy.code === code),
    );
    return [...known, ...later.map((policy) => ({ ...policy, switchedOn: false }))].map((policy) => {
      const made = decisions.filter(({ code }) => code === policy.code);
      const next = made.filter(({ effectiveFrom }) => effectiveFrom > today);
      const soonest = next.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))[0];
      return {
        ...policy,
        next: soonest ? toSwitch(inEffect(next, soonest.effectiveFrom) ?? soonest) : null,
        history: made.toReversed().map(toSwitch),
      };
    });
  }

  private async one(tx: TenantTransaction, code: string): Promise<IncidentPolicy> {
    const found = (await this.all(tx)).find((policy) => policy.code === code);
    if (!found) throw new NotFoundError('policy');
    return found;
  }

  private async decisionsOf(tx: TenantTransaction, code: string): Promise<DecisionRow[]> {
    return (await this.policies.decisions(tx)).filter((decision) => decision.code === code);
  }

  private async decide(
    tx: TenantTransaction,
    code: string,
    decision: Pick<DecisionRow, 'effectiveFrom' | 'switchedOn' | 'termsVersion' | 'terms' | 'reason'>,
  ): Promise<void> {
    const number = (await this.decisionsOf(tx, code)).length + 1;
    await this.policies.insertDecision(tx, { code, number, ...decision, at: this.clock.date() });
  }

  /** What was discovered before today keeps the policies that were in effect then. */
  private demandNotPast(tx: TenantTransaction, day: string): void {
    if (day < this.today(tx))
      throw InvalidError.field('effectiveFrom', 'day-past', 'from today on at the earliest');
  }

  private today(tx: TenantTransaction): string {
    return this.clock.now().toZonedDateTimeISO(tx.actor.timezone).toPlainDate().toString();
  }

  private log(tx: TenantTransaction, action: string, thingId: string, detail: object): Promise<void> {
    return this.activityLog.append(tx, { action, thing: 'incident-policy', thingId, detail });
  }
}

function toSwitch({ termsVersion: version, at, ...row }: DecisionRow): IncidentPolicy['history'][number] {
  const { number, effectiveFrom, switchedOn, reason, by } = row;
  return { number, effectiveFrom, switchedOn, version, reason, by, at: at.toISOString() };
}
