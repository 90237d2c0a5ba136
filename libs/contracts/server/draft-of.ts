import type { Terms } from '@plumbline/contracts/schema';
import { newId } from '@plumbline/platform/database';
import type { Actor } from '@plumbline/platform/tenancy';
import type { ContractEntity } from './contract.entity';
import type { ContractVersionEntity } from './contract-version.entity';

/** A draft version of a contract with these terms; clauses and SLAs are rows of their own. */
export function draftOf(
  contract: Pick<ContractEntity, 'tenantId' | 'id' | 'vendorId'>,
  number: number,
  terms: Terms,
  actor: Actor,
  at: Date,
): ContractVersionEntity {
  return {
    tenantId: contract.tenantId,
    id: newId(),
    contractId: contract.id,
    vendorId: contract.vendorId,
    number,
    state: 'draft',
    ...versionColumns(terms),
    createdBy: actor.id,
    createdAt: at,
    activatedAt: null,
    version: 1,
  };
}

/** What of the terms stands in the version's own row. */
export function versionColumns(terms: Terms) {
  return {
    effectiveFrom: terms.effectiveFrom,
    effectiveTo: terms.effectiveTo,
    timezone: terms.timezone,
    reportingDueDay: terms.reportingDueDay,
    admitsClaimed: terms.admitsClaimed,
    minimumCoverage: terms.minimumCoverage,
    speedOutweighsReason: terms.speedOutweighsReason,
    term: terms.term,
  };
}
