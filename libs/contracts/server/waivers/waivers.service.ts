import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  type ContractVersion,
  type listWaivers,
  type NewFindingAssignment,
  type NewWaiver,
  sayVersionFinding,
  type StandingFinding,
  type Waiver,
  type WaiverDecision,
  waiverInForce,
} from '@plumbline/contracts/schema';
import { plainly } from '@plumbline/measurements/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { makerOfKey } from '@plumbline/platform/identity';
import { type Actor, Clock, requireAnotherPerson } from '@plumbline/platform/tenancy';
import { ContractsRepository } from '../contracts.repository';
import { lookAtDates } from '../dates/contract-dates.repository';
import { VersionAnswers } from '../version-answers';
import { type WaiverRow, WaiversRepository } from './waivers.repository';

/**
 * Waivers of missing or weaker clauses: asked for with a reason and a last day, decided by another person, withdrawn by
 * either. And who sees to a finding that is not waived.
 */
@Injectable()
export class WaiversService {
  constructor(
    private readonly door: Door,
    private readonly waivers: WaiversRepository,
    private readonly contracts: ContractsRepository,
    private readonly answers: VersionAnswers,
    private readonly activityLog: ActivityLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { contractId, state, limit, cursor }: InputOf<typeof listWaivers>['query']) {
    const [after = null] = readCursor(cursor, 'uuid') ?? [];
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.waivers.list(tx, { contractId, state, after, limit: limit + 1 });
      return toPage(
        rows,
        limit,
        (row) => this.answer(tx, row),
        ({ id }) => [id],
      );
    });
  }

  request(actor: Actor, contractId: string, { number, key, reason, expiresOn }: NewWaiver): Promise<Waiver> {
    return this.door.withTenant(actor, async (tx) => {
      const { contract, found } = await this.finding(tx, contractId, number, key);
      if (!found.waivable)
        throw new RuleBrokenError('not-waivable', 'This can be put right in the draft: it is not waived.');
      if (expiresOn < this.today(tx))
        throw InvalidError.field('expiresOn', 'day-past', 'a day that is not over yet');
      const { code, parameters } = found;
      const at = this.clock.date();
      const id = newId();
      await this.waivers.insert(tx, {
        ...{ id, contractId, vendorId: contract.vendorId, number, key, code, parameters, reason, expiresOn },
        ...{ requestedBy: actor.id, requestedByName: actor.name, at },
      });
      return this.logged(tx, 'waiver-requested', id, { reason });
    });
  }

  decide(actor: Actor, id: string, { decision, note }: WaiverDecision, version: number): Promise<Waiver> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.locked(tx, id);
      if (row.state !== 'requested') throw decided(row);
      demandVersion(row.version, version);
      requireAnotherPerson(actor, row.requestedBy, await makerOfKey(tx, row.requestedBy));
      if (decision === 'approve' && row.expiresOn < this.today(tx))
        throw new RuleBrokenError('waiver-expired', 'Its last day is over: ask for a new one.');
      const state = decision === 'approve' ? 'approved' : 'refused';
      const at = this.clock.date();
      await lookAtDates(tx, { id: row.contractId, vendorId: row.vendorId }, at);
      await this.waivers.decide(tx, id, { state, by: actor.id, name: actor.name, at, note });
      return this.logged(tx, state === 'approved' ? 'waiver-approved' : 'waiver-refused', id, { note });
    });
  }

  withdraw(actor: Actor, id: string, note: string, version: number): Promise<Waiver> {
    return this.door.withTenant(actor, async (tx) => {
      const row = await this.locked(tx, id);
      if (row.state !== 'requested' && row.state !== 'approved') throw decided(row);
      demandVersion(row.version, version);
      await lookAtDates(tx, { id: row.contractId, vendorId: row.vendorId }, this.clock.date());
      await this.waivers.withdraw(tx, id, { by: actor.id, name: actor.name, at: this.clock.date(), note });
      return this.logged(tx, 'waiver-withdrawn', id, { note });
    });
  }

  assign(
    actor: Actor,
    contractId: string,
    { number, key, ownerId, dueOn }: NewFindingAssignment,
  ): Promise<ContractVersion> {
    return this.door.withTenant(actor, async (tx) => {
      const { contract, found } = await this.finding(tx, contractId, number, key);
      const owner = await this.contracts.insurersMember(tx, ownerId);
      if (!owner)
        throw InvalidError.field('ownerId', 'not-a-member', 'somebody who belongs to the insurer’s side');
      const { vendorId, reference } = contract;
      const row = { id: newId(), contractId, vendorId, key, ownerId, dueOn };
      await this.waivers.assign(tx, { ...row, by: actor.id, at: this.clock.date() });
      await this.activityLog.append(tx, {
        action: 'finding-assigned',
        thing: 'contract',
        thingId: contractId,
        vendorId,
        detail: {
          ...{ reference, finding: key },
          ownerId: { from: found.assignment?.owner.id ?? null, to: ownerId },
          dueOn: { from: found.assignment?.dueOn ?? null, to: dueOn },
        },
      });
      return this.answers.of(tx, contractId, number);
    });
  }

  private async finding(tx: TenantTransaction, contractId: string, number: number, key: string) {
    const contract = await this.contracts.lock(tx, contractId);
    if (!contract) throw new NotFoundError('contract');
    const { findings } = await this.answers.of(tx, contractId, number);
    const found: StandingFinding | undefined = findings?.find((each) => each.key === key);
    if (!found)
      throw new RuleBrokenError('finding-gone', 'This version does not lack that: load the page anew.');
    return { contract, found };
  }

  /** Of several decisions at once one is the first, and none falls into an activation that counts on the waiver. */
  private async locked(tx: TenantTransaction, id: string): Promise<WaiverRow> {
    const seen = await this.waivers.find(tx, id);
    if (!seen) throw new NotFoundError('waiver');
    await this.contracts.lock(tx, seen.contractId);
    return (await this.waivers.find(tx, id)) ?? seen;
  }

  private async logged(tx: TenantTransaction, action: string, id: string, detail: object): Promise<Waiver> {
    const row = await this.waivers.find(tx, id);
    if (!row) throw new NotFoundError('waiver');
    const { reference, key, expiresOn, vendorId } = row;
    const about = { reference, finding: key, expiresOn, ...detail };
    await this.activityLog.append(tx, { action, thing: 'waiver', thingId: id, vendorId, detail: about });
    return this.answer(tx, row);
  }

  private today(tx: TenantTransaction): string {
    return this.clock.now().toZonedDateTimeISO(tx.actor.timezone).toPlainDate().toString();
  }

  private answer(tx: TenantTransaction, row: WaiverRow): Waiver {
    const { id, number, code, key, parameters, reason, expiresOn, state, note, version } = row;
    const detail = sayVersionFinding({ code, parameters }, 'en', plainly) ?? code;
    return {
      ...{ id, number, reason, expiresOn, state, note, version },
      contract: { id: row.contractId, reference: row.reference },
      vendor: { id: row.vendorId, name: row.vendorName },
      finding: { code, key, parameters, detail },
      inForce: waiverInForce(row, this.today(tx)),
      requestedBy: { id: row.requestedBy, name: row.requestedByName },
      requestedAt: row.requestedAt.toISOString(),
      decidedBy: row.decidedBy === null ? null : { id: row.decidedBy, name: row.decidedByName ?? '' },
      decidedAt: row.decidedAt?.toISOString() ?? null,
      withdrawnBy: row.withdrawnBy === null ? null : { id: row.withdrawnBy, name: row.withdrawnByName ?? '' },
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    };
  }
}

function decided({ state }: WaiverRow): RuleBrokenError {
  return new RuleBrokenError('waiver-decided', `It is ${state} already.`);
}
