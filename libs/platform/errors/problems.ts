/** One wrong field of a request: where it stands (dot-separated path), a stable code and a sentence. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

/** What stands in the sentence of a failure, for whoever says it in another language: names and figures as they are. */
export type ProblemParameters = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/**
 * The product's five kinds of failure (architecture invariant 8). The HTTP filter renders each as RFC 9457
 * problem details; processors log them. `code` is stable and listed in docs/api.md.
 */
export abstract class ProductError extends Error {
  abstract readonly status: number;
  abstract readonly title: string;

  constructor(
    readonly code: string,
    readonly detail: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(detail);
    this.name = new.target.name;
  }
}

/** The request cannot be read as what it should be; `fields` says where. */
export class InvalidError extends ProductError {
  readonly status = 400;
  readonly title = 'The request is not valid';

  static field(path: string, code: string, detail: string): InvalidError {
    return new InvalidError('invalid', detail, [{ path, code, detail }]);
  }
}

/** No such row, or a row that this actor must not know of: the two answer alike. */
export class NotFoundError extends ProductError {
  readonly status = 404;
  readonly title = 'Not found';

  constructor(what: string) {
    super('not-found', `There is no such ${what} here.`);
  }
}

/** Signed out (401), or signed in without the right (403). */
export class NotAllowedError extends ProductError {
  readonly title: string;

  constructor(
    code: string,
    detail: string,
    readonly status: 401 | 403 = 403,
  ) {
    super(code, detail);
    this.title = status === 401 ? 'Sign in first' : 'Not allowed';
  }
}

/** The thing changed in between, exists already, or the precondition is missing or stale. */
export class ConflictError extends ProductError {
  readonly title = 'In conflict with what is there';

  constructor(
    code: string,
    detail: string,
    readonly status: 409 | 412 | 428 = 409,
    fields: readonly FieldProblem[] = [],
  ) {
    super(code, detail, fields);
  }
}

/** The request is well formed and a rule of the product forbids it; `code` names the rule. */
export class RuleBrokenError extends ProductError {
  readonly title = 'A rule forbids this';

  constructor(
    code: string,
    detail: string,
    fields: readonly FieldProblem[] = [],
    readonly status: 422 | 413 | 415 | 429 | 460 | 503 = 422,
    /** When it makes sense to try again, as Retry-After says it. */
    readonly retryAfterSeconds?: number,
    readonly parameters?: ProblemParameters,
  ) {
    super(code, detail, fields);
  }
}
