import { Injectable } from '@nestjs/common';
import {
  type ClausePolicy,
  type ClausePolicyEffect,
  type ClausePolicyEffects,
  versionFindings,
} from '@plumbline/contracts/schema';
import { Door } from '@plumbline/platform/database';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { toTerms } from '../contract-answers';
import { ContractsRepository } from '../contracts.repository';
import { TermsRepository } from '../terms.repository';
import { keptClausePolicy } from './clause-policies.service';

/** What another clause policy would say of the contracts there are, before it is kept. */
@Injectable()
export class ClausePolicyEffectsService {
  constructor(
    private readonly door: Door,
    private readonly terms: TermsRepository,
    private readonly contracts: ContractsRepository,
    private readonly vendors: VendorDirectory,
    private readonly clock: Clock,
  ) {}

  preview(actor: Actor, policy: ClausePolicy): Promise<ClausePolicyEffects> {
    return this.door.withTenant(actor, async (tx) => {
      const today = this.clock.now().toZonedDateTimeISO(tx.actor.timezone).toPlainDate().toString();
      const { rules: kept } = await keptClausePolicy(tx);
      const rows = await this.terms.withRows(tx, await this.terms.notEnded(tx, today));
      const all = rows.map((row) => ({ ...row, terms: toTerms(row) }));
      const metrics = await this.terms.metrics(
        tx,
        all.flatMap(({ terms }) => terms.slas.map(({ metricId }) => metricId)),
      );
      const families = new Map(metrics.map(({ id, family }) => [id, family]));
      const vendors = await this.vendors.find(
        tx,
        all.map(({ version }) => version.vendorId),
      );
      const references = await this.contracts.references(
        tx,
        all.map(({ version }) => version.contractId),
      );
      const items = all.flatMap(({ version, terms }): ClausePolicyEffect[] => {
        const vendor = vendors.get(version.vendorId);
        const reference = references.get(version.contractId);
        if (!vendor || reference === undefined) return [];
        const found = (by: ClausePolicy) =>
          versionFindings(terms, { families, phiAccess: vendor.phiAccess, policy: by });
        const [before, after] = [found(kept), found(policy)];
        const same = (key: string, list: typeof before) => list.find((each) => each.key === key);
        const came = after.filter(({ key }) => !same(key, before));
        const went = before.filter(({ key }) => !same(key, after));
        const turned = after.filter(({ key, severity }) => {
          const known = same(key, before);
          return known !== undefined && known.severity !== severity;
        });
        if (came.length + went.length + turned.length === 0) return [];
        const { number, state } = version;
        return [
          {
            contract: { id: version.contractId, reference },
            vendor: { id: vendor.id, name: vendor.name },
            ...{ number, state, came, went, turned },
          },
        ];
      });
      const sorted = items.toSorted(
        (a, b) => a.contract.reference.localeCompare(b.contract.reference) || a.number - b.number,
      );
      return { versions: rows.length, items: sorted };
    });
  }
}
