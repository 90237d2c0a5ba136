import type { Actor } from '@plumbline/platform/tenancy';
import type { VendorStep } from '@plumbline/vendors/schema';
import type { VendorStepEntity } from './vendor-step.entity';

export function toVendorStep(
  step: VendorStepEntity,
  { id, code, name }: VendorStep['vendor'],
  actor: Pick<Actor, 'id'>,
): VendorStep {
  return {
    id: step.id,
    vendor: { id, code, name },
    from: step.from,
    to: step.to,
    reason: step.reason,
    endDate: step.endDate,
    state: step.state,
    requestedBy: { id: step.requestedBy, name: step.requestedByName },
    requestedAt: step.requestedAt.toISOString(),
    own: step.requestedBy === actor.id || step.keyMaker === actor.id,
    decidedBy: step.decidedBy === null ? null : { id: step.decidedBy, name: step.decidedByName ?? '' },
    decidedAt: step.decidedAt?.toISOString() ?? null,
    decisionReason: step.decisionReason,
    gate: step.gate,
    version: step.version,
  };
}
