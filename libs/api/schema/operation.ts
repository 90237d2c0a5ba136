import type * as z from 'zod';

/**
 * One operation of the public API, said once and used three times: the server routes, checks and validates by it,
 * the client calls by it, the OpenAPI document is made from it.
 */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  /** camelCase and unique: the OpenAPI operationId. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /api/v1, with `:name` for parameters, e.g. `/tenants/:tenant/vendors/:vendorId`. */
  readonly path: string;
  readonly summary: string;
  /** The thing it belongs to, as the tag in the document. */
  readonly thing: string;
  /** A permission name, or why everybody may call it (architecture invariant 3: one of the two, always). */
  readonly access: { readonly permission: string } | { readonly open: string };
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response?: Response;
  /** Success status; 200 unless stated. */
  readonly status?: number;
  /** Why a changing call may come from anywhere, without a page of ours: it reads no cookie, and its address is the proof. */
  readonly fromAnywhere?: string;
  /** A creating call: repeats with the same Idempotency-Key answer the same. */
  readonly idempotent?: true;
  /** A changing call: demands If-Match with the version last read. */
  readonly conditional?: true;
  /**
   * What the wire carries when it is not JSON, e.g. `multipart/form-data` in, `text/csv` or `text/event-stream` out. Where
   * several are taken, the first is described by the body's schema; the others are the bytes themselves.
   */
  readonly consumes?: string | readonly string[];
  readonly produces?: string;
  /** Headers that mean something to this operation alone; those of whole kinds of calls follow from the fields above. */
  readonly headers?: readonly OperationHeader[];
  readonly example: { readonly request?: unknown; readonly response?: unknown };
}

export interface OperationHeader {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
}

export function operation<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Response extends z.ZodType = z.ZodUndefined,
>(description: Operation<Params, Query, Body, Response>): Operation<Params, Query, Body, Response> {
  return description;
}

/** What a handler receives: path, query and body, parsed and typed. */
export type InputOf<O> =
  O extends Operation<infer Params, infer Query, infer Body, z.ZodType>
    ? { readonly params: z.output<Params>; readonly query: z.output<Query>; readonly body: z.output<Body> }
    : never;

/** What a caller passes. */
export type CallOf<O> =
  O extends Operation<infer Params, infer Query, infer Body, z.ZodType>
    ? { readonly params: z.input<Params>; readonly query: z.input<Query>; readonly body: z.input<Body> }
    : never;

export type AnswerOf<O> =
  O extends Operation<z.ZodType, z.ZodType, z.ZodType, infer Response> ? z.output<Response> : never;
