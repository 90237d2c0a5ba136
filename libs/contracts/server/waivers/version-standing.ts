import { Injectable } from '@nestjs/common';
import {
  type Finding,
  openBlocking,
  type StandingFinding,
  standingFindings,
  type Terms,
  versionFindings,
} from '@plumbline/contracts/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { RuleBrokenError } from '@plumbline/platform/errors';
import { Clock } from '@plumbline/platform/tenancy';
import type { MetricRow } from '../terms.repository';
import { keptClausePolicy } from './clause-policies.service';
import { WaiversRepository } from './waivers.repository';

/** What the terms of a contract lack by the tenant's policy, and how that stands today: waived, open, whose it is. */
@Injectable()
export class VersionStanding {
  constructor(
    private readonly waivers: WaiversRepository,
    private readonly clock: Clock,
  ) {}

  async of(
    tx: TenantTransaction,
    contractId: string,
    terms: Terms,
    about: { readonly metrics: readonly MetricRow[]; readonly phiAccess: boolean },
  ): Promise<StandingFinding[]> {
    const findings = await this.findings(tx, terms, about);
    if (findings.length === 0) return [];
    return standingFindings(findings, {
      waivers: await this.waivers.factsOf(tx, contractId),
      assignments: await this.waivers.assignmentsOf(tx, contractId),
      day: this.today(tx),
    });
  }

  /** Refuses, as `terms-incomplete` with each as a field, what may not be put into force. */
  async demandComplete(
    tx: TenantTransaction,
    contractId: string,
    terms: Terms,
    about: { readonly metrics: readonly MetricRow[]; readonly phiAccess: boolean },
  ): Promise<void> {
    const blocking = openBlocking(await this.of(tx, contractId, terms, about));
    const [first] = blocking;
    if (!first) return;
    throw new RuleBrokenError(
      'terms-incomplete',
      first.detail,
      blocking.map(({ path, code, detail }) => ({ path, code, detail })),
    );
  }

  today(tx: TenantTransaction): string {
    return this.clock.now().toZonedDateTimeISO(tx.actor.timezone).toPlainDate().toString();
  }

  private async findings(
    tx: TenantTransaction,
    terms: Terms,
    { metrics, phiAccess }: { readonly metrics: readonly MetricRow[]; readonly phiAccess: boolean },
  ): Promise<Finding[]> {
    const { rules: policy } = await keptClausePolicy(tx);
    const families = new Map(metrics.map(({ id, family }) => [id, family]));
    return versionFindings(terms, { families, phiAccess, policy });
  }
}
