import type { TraceStep } from '../trace';
import type { StaffingFigures } from './staffing-load';

/** The step that says why so many agents: they reach the target, and one fewer (null: nobody is fewest) does not. */
export function requiredStep(
  { agents, serviceLevel }: Pick<StaffingFigures, 'agents' | 'serviceLevel'>,
  target: number,
  withFewer: number | null,
): TraceStep {
  return withFewer === null
    ? { rule: 'staffing.nobodyRequired', facts: { target, serviceLevel } }
    : { rule: 'staffing.required', facts: { target, agents, serviceLevel, fewer: agents - 1, withFewer } };
}
