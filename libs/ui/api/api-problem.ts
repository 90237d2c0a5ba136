import { HttpErrorResponse } from '@angular/common/http';
import { type ProblemDetails } from '@plumbline/api/schema';

export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

/**
 * What went wrong with a call, whatever went wrong: the server's problem details (RFC 9457), or one of three codes made
 * here: `offline` (nothing answered), `unexpected-answer` (the answer is not what was agreed), `failed` (no problem details).
 */
export class ApiProblem extends Error {
  /** Stable, for programs. */
  readonly code: string;
  readonly title: string;
  /** What happened and what to do, for people. */
  readonly detail: string;
  /** HTTP status; 0 when nothing answered. */
  readonly status: number;
  /** What support needs to find this very call. */
  readonly reference: string | null;
  readonly fields: readonly FieldProblem[];
  /** What stands in the sentence, for saying it in other words. */
  readonly parameters: NonNullable<ProblemDetails['parameters']> | null;

  constructor(problem: Partial<Omit<ProblemDetails, 'type'>> & { code: string; detail: string }) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.title = problem.title ?? 'This did not work';
    this.detail = problem.detail;
    this.status = problem.status ?? 0;
    this.reference = problem.instance ?? null;
    this.fields = problem.fields ?? [];
    this.parameters = problem.parameters ?? null;
  }

  /** A refusal by its status and body. */
  static ofAnswer(status: number, body: string): ApiProblem {
    return fromResponse(new HttpErrorResponse({ status, error: body }));
  }

  /** Whatever was thrown, as a problem that can be shown. */
  static from(error: unknown): ApiProblem {
    if (error instanceof ApiProblem) return error;
    // resource() wraps what is not an Error in one; the cause is the thing itself.
    if (error instanceof Error && error.cause instanceof ApiProblem) return error.cause;
    if (error instanceof HttpErrorResponse) return fromResponse(error);
    return new ApiProblem({
      code: 'failed',
      title: 'This page could not work with the answer',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

function fromResponse(response: HttpErrorResponse): ApiProblem {
  if (response.status === 0) {
    return new ApiProblem({
      code: 'offline',
      title: 'No connection',
      detail: 'The server did not answer. Nothing was changed; check the connection and try again.',
    });
  }
  const details = bodyOf(response.error);
  if (isProblemDetails(details)) return new ApiProblem(details);
  return new ApiProblem({
    code: 'failed',
    title: 'The server could not answer',
    detail: `The server answered ${response.status}. Try again in a moment.`,
    status: response.status,
  });
}

/** Checked by hand, not by schema: an error must be readable before, and without, anything that is loaded later. */
function isProblemDetails(body: unknown): body is ProblemDetails {
  if (typeof body !== 'object' || body === null) return false;
  const { code, detail, status, fields } = body as Partial<Record<keyof ProblemDetails, unknown>>;
  return (
    typeof code === 'string' &&
    typeof detail === 'string' &&
    typeof status === 'number' &&
    (fields === undefined || Array.isArray(fields))
  );
}

/** The body of a failed call comes as text where text was asked for. */
function bodyOf(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
