import { type ErlangA, erlangA } from './erlang-a';
import { erlangAFigures } from './erlang-a-figures';
import { requiredStep } from './required-step';
import type { PatientLoad } from './staffing-load';

/**
 * The fewest agents whose Erlang A service level over all offered reaches the target, with their figures. Whoever answers
 * that share in time answers at least that share, so agents × 1 ≥ load × target bounds the search from below.
 */
export function requiredAgentsWithPatience(load: PatientLoad, target: number): ErlangA {
  const levelOf = (agents: number): number => erlangAFigures(load, agents).figures.serviceLevel;
  let enough = Math.ceil(load.offeredErlangs * target);
  let tooFew = enough - 1;
  for (let step = 1; levelOf(enough) < target; step *= 2) {
    tooFew = enough;
    enough += step;
  }
  // More agents never lower the service level, so the first that reaches it is found by halving.
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (levelOf(middle) >= target) {
      enough = middle;
    } else {
      tooFew = middle;
    }
  }
  const figures = erlangA(load, enough);
  const withFewer = enough === 0 ? null : levelOf(enough - 1);
  return { ...figures, trace: [...figures.trace, requiredStep(figures, target, withFewer)] };
}
