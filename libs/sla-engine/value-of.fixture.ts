import type { Outcome } from './outcome';

/** The value of an outcome that a spec expects to have succeeded. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) {
    return outcome.value;
  }
  throw new Error(`${outcome.problem.code} at "${outcome.problem.path}": ${outcome.problem.detail}`);
}
