import { Exact } from '../decimals';
import type { Trace } from '../trace';

export interface ScheduledAgents {
  readonly scheduledAgents: number;
  readonly trace: Trace;
}

/**
 * Agents to put on the roster so that `agents` are at their desks: ceil(N / (1 − s)), exact, so that 9 of 10 away is
 * ten times as many and not eleven (semantics rule 27).
 *
 * @param shrinkage share of paid time away from calls, a decimal string of at least 0 and below 1
 * @example scheduledAgents(14, '0.30').scheduledAgents // 20
 */
export function scheduledAgents(agents: number, shrinkage: string): ScheduledAgents {
  const scheduled = new Exact(agents).div(new Exact(1).minus(shrinkage)).ceil().toNumber();
  return {
    scheduledAgents: scheduled,
    trace: [{ rule: 'staffing.scheduled', facts: { agents, shrinkage, scheduled } }],
  };
}
