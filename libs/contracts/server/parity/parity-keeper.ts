import { Injectable } from '@nestjs/common';
import { flaggedVerdicts, type FlaggedVerdict, type ParityChange } from '@plumbline/contracts/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { newId, type TenantTransaction } from '@plumbline/platform/database';
import { Clock } from '@plumbline/platform/tenancy';
import type { Trace } from '@plumbline/sla-engine';
import { compareAll, type Compared } from './compare-terms';
import { type NewFinding, type OpenFinding, ParityFindingsRepository } from './parity-findings.repository';
import { ParityRuns } from './parity-runs';
import { dateIn, type ParityTerms, ParityTermsRepository } from './parity-terms.repository';

/**
 * Keeps the findings in step with what is agreed and expected today (V3): opens what became weaker, missing or incomparable,
 * closes what no longer is, and flags anew what is so in another way. Each finding says by which change; that follows from the
 * terms themselves, so that whoever runs, how often and how late makes no difference.
 */
@Injectable()
export class ParityKeeper {
  constructor(
    private readonly terms: ParityTermsRepository,
    private readonly findings: ParityFindingsRepository,
    private readonly runs: ParityRuns,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  async decide(tx: TenantTransaction): Promise<void> {
    const at = this.clock.date();
    await this.runs.hold(tx, at);
    // marks first, terms after: what is changed in between keeps its mark, and is looked at again
    const marks = await this.runs.marks(tx);
    const on = dateIn(tx.actor.timezone, at);
    const terms = await this.terms.on(tx, on);
    const compared = new Map(compareAll(terms).map((each) => [keyOf(each), each]));
    const open = await this.findings.open(tx);
    const kept = new Set<string>();
    let [opened, closed] = [0, 0];
    for (const finding of open) {
      const now = compared.get(openKey(finding));
      if (now && isFlagged(now) && fingerprintOf(now) === finding.fingerprint) {
        kept.add(openKey(finding));
        continue;
      }
      const change = now?.change ?? whatEnded(terms, finding);
      await this.findings.close(tx, finding.id, { verdict: now?.verdict ?? 'not_compared', change, at });
      closed += 1;
    }
    for (const [key, each] of compared) {
      if (!isFlagged(each) || kept.has(key)) continue;
      await this.findings.insert(tx, toFinding(each), at);
      opened += 1;
    }
    if (opened + closed > 0) {
      await this.activityLog.append(tx, {
        ...{ action: 'parity-decided', thing: 'parity', thingId: on, detail: { opened, closed } },
      });
    }
    const tomorrow = Temporal.PlainDate.from(on).add({ days: 1 }).toZonedDateTime(tx.actor.timezone);
    await this.runs.done(tx, { marks, on, lookAgainAt: new Date(tomorrow.epochMilliseconds) });
  }
}

function isFlagged({ verdict }: Compared): boolean {
  return (flaggedVerdicts as readonly string[]).includes(verdict);
}

function keyOf({ contract, expectation }: Compared): string {
  return expectation.kind === 'floor'
    ? `${contract.id}/floor/${expectation.floor.floor.code}`
    : `${contract.id}/target/${expectation.target.id}`;
}

function openKey({ contractId, internalTargetId, floorCode }: OpenFinding): string {
  return floorCode === null ? `${contractId}/target/${internalTargetId}` : `${contractId}/floor/${floorCode}`;
}

/** What a finding is about, without the numbers of versions: a new version that says the same is nothing new. */
export function fingerprintOf({
  verdict,
  reasons,
  trace,
}: Pick<Compared, 'verdict' | 'reasons' | 'trace'>): string {
  return JSON.stringify([
    verdict,
    reasons,
    trace.map(({ rule, facts: { version: _, ...facts } }) => [rule, facts]),
  ]);
}

function toFinding(compared: Compared): NewFinding {
  const { contract, expectation, verdict, reasons, trace, sla, change } = compared;
  const isFloor = expectation.kind === 'floor';
  return {
    id: newId(),
    contractId: contract.id,
    vendorId: contract.vendor.id,
    against: expectation.kind,
    internalTargetId: isFloor ? null : expectation.target.id,
    floorCode: isFloor ? expectation.floor.floor.code : null,
    metricId: isFloor ? expectation.floor.metricId : expectation.target.metric.id,
    verdict: verdict as FlaggedVerdict,
    reasons,
    slaId: sla?.id ?? null,
    fingerprint: fingerprintOf(compared),
    trace: trace as Trace,
    change,
    since: change.since,
  };
}

/** Nothing is compared any more: the contract ended, the target was withdrawn, the floor was switched off. */
function whatEnded({ on, contracts, targets, floors }: ParityTerms, finding: OpenFinding): ParityChange {
  if (!contracts.some(({ id }) => id === finding.contractId)) {
    return { cause: 'contract_ended', number: null, since: on };
  }
  if (finding.floorCode !== null) {
    const still = floors.some(({ floor }) => floor.code === finding.floorCode);
    return { cause: still ? 'floor' : 'floor_off', number: null, since: on };
  }
  const target = targets.find(({ id }) => id === finding.internalTargetId)?.inForce;
  return {
    cause: target?.target ? 'internal_target' : 'internal_target_ended',
    number: target?.number ?? null,
    since: target?.effectiveFrom ?? on,
  };
}
