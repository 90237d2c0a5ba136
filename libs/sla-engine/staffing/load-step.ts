import type { TraceStep } from '../trace';
import type { StaffingLoad } from './staffing-load';

/** The step a staffing figure starts from: what is offered, how long it takes, who is there. */
export function loadStep(
  { offeredErlangs, ahtSeconds, thresholdSeconds }: StaffingLoad,
  agents: number,
): TraceStep {
  return { rule: 'staffing.load', facts: { offeredErlangs, ahtSeconds, thresholdSeconds, agents } };
}
