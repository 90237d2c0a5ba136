import type { Problem } from '../outcome';

/** Carries a problem out of the middle of a reading; `readInput` turns it into a failed outcome. */
export class InputProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}
