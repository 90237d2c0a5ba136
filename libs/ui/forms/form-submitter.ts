import { type Signal, signal } from '@angular/core';
import { type FieldTree, type ValidationError, submit } from '@angular/forms/signals';
import { ApiProblem } from '../api/api-problem';

export interface FormSubmitter {
  /** For `(submit)`: keeps the browser from sending, checks, then acts. Answers whether it was done. */
  submit(event?: Event): Promise<boolean>;
  readonly busy: Signal<boolean>;
  /** The problem of the last attempt that belongs to no field. */
  readonly problem: Signal<ApiProblem | null>;
  /** Counts attempts that failed; the problem summary takes the focus at each. */
  readonly failures: Signal<number>;
}

/**
 * Sends a signal form: every field counts as touched, an invalid form goes nowhere, a second send waits for the first,
 * and what the server finds wrong with a field (`ApiProblem.fields`) is shown at that field.
 */
export function formSubmitter<T>(form: FieldTree<T>, action: () => Promise<unknown>): FormSubmitter {
  const busy = signal(false);
  const problem = signal<ApiProblem | null>(null);
  const failures = signal(0);

  async function run(event?: Event): Promise<boolean> {
    event?.preventDefault();
    if (busy()) return false;
    busy.set(true);
    problem.set(null);
    try {
      const done = await submit(form, async () => {
        try {
          await action();
          return undefined;
        } catch (error) {
          const found = ApiProblem.from(error);
          const atFields = fieldErrors(form as FieldTree<unknown>, found);
          if (atFields.length < found.fields.length || found.fields.length === 0) problem.set(found);
          return atFields;
        }
      });
      const worked = done && problem() === null;
      if (!worked) failures.update((count) => count + 1);
      return worked;
    } finally {
      busy.set(false);
    }
  }

  return {
    submit: run,
    busy: busy.asReadonly(),
    problem: problem.asReadonly(),
    failures: failures.asReadonly(),
  };
}

function fieldErrors(form: FieldTree<unknown>, problem: ApiProblem): ValidationError.WithOptionalFieldTree[] {
  return problem.fields.flatMap((field) => {
    const fieldTree = fieldAt(form, field.path);
    return fieldTree ? [{ kind: field.code, message: field.detail, fieldTree }] : [];
  });
}

/** The field a dot-separated path of the server names (`slas.0.target`); a leading `body.` is the form itself. */
function fieldAt(form: FieldTree<unknown>, path: string): FieldTree<unknown> | null {
  let at: unknown = form;
  for (const name of path.replace(/^body\./, '').split('.')) {
    at = typeof at === 'function' ? (at as unknown as Record<string, unknown>)[name] : undefined;
    if (at === undefined) return null;
  }
  return typeof at === 'function' ? (at as FieldTree<unknown>) : null;
}
