import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { Door, newId, type TenantTransaction } from '@plumbline/platform/database';
import {
  ConflictError,
  InvalidError,
  NotAllowedError,
  NotFoundError,
  RuleBrokenError,
} from '@plumbline/platform/errors';
import { demandVersion, readCursor, toPage } from '@plumbline/platform/http';
import { keyMakerOf } from '@plumbline/platform/identity';
import { type Actor, Clock, requireAnotherPerson } from '@plumbline/platform/tenancy';
import {
  type listVendorSteps,
  nextVendorStates,
  type Requirement,
  type StepDecision,
  type VendorLife,
  type VendorStep,
  vendorStepRule,
  type VendorStepRule,
  type VendorTransition,
} from '@plumbline/vendors/schema';
import { VendorDirectory } from '../vendor-directory';
import type { VendorEntity } from '../vendor.entity';
import { VendorsRepository } from '../vendors.repository';
import { VendorGates } from './vendor-gates';
import { VendorMoves } from './vendor-moves';
import { toVendorStep } from './vendor-step-answers';
import type { VendorStepEntity } from './vendor-step.entity';
import { VendorStepsRepository } from './vendor-steps.repository';

/** Steps of a vendor's life: asked for by one person, approved by another, each through its gate (V1). */
@Injectable()
export class VendorStepsService {
  constructor(
    private readonly door: Door,
    private readonly vendors: VendorsRepository,
    private readonly directory: VendorDirectory,
    private readonly steps: VendorStepsRepository,
    private readonly gates: VendorGates,
    private readonly moves: VendorMoves,
    private readonly clock: Clock,
  ) {}

  life(actor: Actor, vendorId: string): Promise<VendorLife> {
    return this.door.withTenant(actor, async (tx) => {
      const vendor = await this.vendors.find(tx, vendorId);
      if (!vendor) throw new NotFoundError('vendor');
      const history = (await this.steps.ofVendor(tx, vendorId)).map((step) =>
        toVendorStep(step, vendor, actor),
      );
      const pending = history.find(({ state }) => state === 'pending') ?? null;
      return {
        state: vendor.state,
        endDate: vendor.endDate,
        next: await this.gates.next(tx, vendor, pending?.endDate ?? null),
        pending,
        history,
        vendorVersion: vendor.version,
      };
    });
  }

  list(actor: Actor, { state, limit, cursor }: InputOf<typeof listVendorSteps>['query']) {
    const after = readCursor(cursor, 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.steps.list(tx, { state, after: after?.[0] ?? null, limit: limit + 1 });
      const vendors = await this.directory.find(
        tx,
        rows.map(({ vendorId }) => vendorId),
      );
      return toPage(
        rows,
        limit,
        (step) => toVendorStep(step, vendors.get(step.vendorId) ?? unknown(step), actor),
        ({ id }) => [id],
      );
    });
  }

  /** Takes the step at once where it needs nobody else; else it waits for another person, one step at a time. */
  request(actor: Actor, vendorId: string, wanted: VendorTransition, version: number): Promise<VendorStep> {
    return this.door.withTenant(actor, async (tx) => {
      const vendor = await this.vendors.findForChange(tx, vendorId);
      if (!vendor) throw new NotFoundError('vendor');
      demandVersion(vendor.version, version);
      const rule = demandStep(vendor, wanted);
      const pending = await this.steps.findPending(tx, vendorId);
      const atOnce = rule.approval === 'at-once';
      if (pending && !atOnce)
        throw new ConflictError(
          'step-pending',
          `A step to ${pending.to} waits for approval: decide or withdraw that one first.`,
        );
      // what is done at once overtakes what waits: it was asked for from a state that is no more
      if (pending) await this.steps.update(tx, { ...pending, state: 'lapsed', version: pending.version + 1 });
      const step: VendorStepEntity = {
        tenantId: tx.tenantId,
        id: newId(),
        vendorId,
        from: vendor.state,
        to: wanted.to,
        reason: wanted.reason,
        endDate: wanted.endDate ?? null,
        state: atOnce ? 'done' : 'pending',
        requestedBy: actor.id,
        requestedByName: actor.name,
        requestedAt: this.clock.date(),
        keyMaker: await keyMakerOf(tx),
        decidedBy: null,
        decidedByName: null,
        decidedAt: null,
        decisionReason: null,
        gate: null,
        version: 1,
      };
      await this.steps.insert(tx, step);
      if (atOnce) await this.moves.take(tx, vendor, step);
      else await this.moves.log(tx, 'vendor-step-requested', step, { reason: step.reason });
      return toVendorStep(step, vendor, actor);
    });
  }

  /** Approving looks at the gate again, at this moment; what is open is `gate-open`, each requirement with its code. */
  decide(
    actor: Actor,
    stepId: string,
    { outcome, reason }: StepDecision,
    version: number,
  ): Promise<VendorStep> {
    return this.door.withTenant(actor, async (tx) => {
      const { vendor, step } = await this.forDecision(tx, stepId, version);
      requireAnotherPerson(actor, step.requestedBy, step.keyMaker);
      const rule = vendorStepRule(step.from, step.to);
      if (!rule) throw new Error(`a vendor's life has no step from ${step.from} to ${step.to}`);
      const gate = await this.gates.gate(tx, vendor, rule, step.endDate);
      if (outcome === 'approved') demandOpen(gate);
      const decided = { ...step, ...this.decision(actor, reason ?? null), state: outcome, gate };
      await this.steps.update(tx, decided);
      if (outcome === 'approved') await this.moves.take(tx, vendor, decided);
      else await this.moves.log(tx, 'vendor-step-declined', decided, { reason: reason ?? null });
      return toVendorStep(decided, vendor, actor);
    });
  }

  /** By whoever asked, as long as nobody has decided. */
  withdraw(actor: Actor, stepId: string, version: number): Promise<VendorStep> {
    return this.door.withTenant(actor, async (tx) => {
      const { vendor, step } = await this.forDecision(tx, stepId, version);
      if (step.requestedBy !== actor.id && step.keyMaker !== actor.id)
        throw new NotAllowedError(
          'not-own-request',
          'Whoever asked for a step withdraws it; others decline it.',
        );
      const withdrawn = { ...step, ...this.decision(actor, null), state: 'withdrawn' as const };
      await this.steps.update(tx, withdrawn);
      await this.moves.log(tx, 'vendor-step-withdrawn', withdrawn, {});
      return toVendorStep(withdrawn, vendor, actor);
    });
  }

  /** Holds the vendor first and looks at the step then: of several decisions at once the others find it decided. */
  private async forDecision(
    tx: TenantTransaction,
    stepId: string,
    version: number,
  ): Promise<{ vendor: VendorEntity; step: VendorStepEntity }> {
    const found = await this.steps.find(tx, stepId);
    const vendor = found && (await this.vendors.findForChange(tx, found.vendorId));
    const step = vendor && (await this.steps.find(tx, stepId));
    if (!step) throw new NotFoundError('step');
    demandVersion(step.version, version);
    if (step.state !== 'pending')
      throw new RuleBrokenError('step-decided', `This step is ${step.state}: nothing waits any more.`);
    return { vendor, step: { ...step, version: step.version + 1 } };
  }

  private decision(actor: Actor, reason: string | null) {
    return {
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedAt: this.clock.date(),
      decisionReason: reason,
    };
  }
}

function demandStep({ state }: VendorEntity, { to, endDate }: VendorTransition): VendorStepRule {
  const rule = vendorStepRule(state, to);
  if (!rule) {
    const next = nextVendorStates(state).join(', ') || 'nothing more';
    throw new RuleBrokenError('vendor-transition', `A vendor that is ${state} cannot become ${to}.`, [
      { path: 'to', code: 'vendor-transition', detail: `from ${state}: ${next}` },
    ]);
  }
  if (rule.asksEndDate && endDate === undefined)
    throw InvalidError.field('endDate', 'missing', 'the last day on which the vendor works for you');
  if (!rule.asksEndDate && endDate !== undefined)
    throw InvalidError.field('endDate', 'invalid', 'only a step into offboarding has an end date');
  return rule;
}

function demandOpen(gate: readonly Requirement[]): void {
  const open = gate.filter(({ met }) => !met);
  if (open.length === 0) return;
  throw new RuleBrokenError(
    'gate-open',
    `The gate asks for ${open.length} more: ${open.map(({ code, parameters }) => parameters['title'] ?? code).join(', ')}.`,
    open.map(({ code, reason, itemId }) => ({
      path: itemId === null ? `gate.${code}` : `gate.${code}.${itemId}`,
      code: reason,
      detail: `${code}: ${reason}`,
    })),
    422,
    undefined,
    { open: open.map(({ code, parameters }) => `${parameters['title'] ?? code}`) },
  );
}

/** Row level security lets nobody see a step without its vendor. */
function unknown({ vendorId }: VendorStepEntity) {
  return { id: vendorId, code: '', name: '' };
}
