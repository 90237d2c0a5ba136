/**
 * What is wrong with an input: a stable code for programs, a sentence for people, and where in the
 * input it was found (`hours.mon.0`, dot-separated; empty for the input as a whole).
 */
export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly path: string;
}

/** Errors are values here: a function of the engine never throws for bad input and never answers NaN. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function fail(code: string, detail: string, path = ''): Outcome<never> {
  return { ok: false, problem: { code, detail, path } };
}
