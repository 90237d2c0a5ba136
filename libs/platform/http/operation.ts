import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request } from 'express';
import { InvalidError, NotFoundError, type FieldProblem } from '../errors';
import type { Actor } from '../tenancy';
import { servedPath } from './open-api';

/** What the platform needs of an operation (libs/api/schema says it whole; the layers meet by shape). */
export interface OperationShape {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly thing: string;
  readonly access: { readonly permission: string } | { readonly open: string };
  readonly params?: Parser;
  readonly query?: Parser;
  readonly body?: Parser;
  readonly response?: Parser;
  readonly status?: number;
  readonly fromAnywhere?: string;
  readonly idempotent?: true;
  readonly conditional?: true;
  readonly consumes?: string | readonly string[];
  readonly produces?: string;
  readonly headers?: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly description: string;
  }[];
  readonly example: { readonly request?: unknown; readonly response?: unknown };
}

/** A zod schema, by shape. */
export interface Parser {
  safeParse(
    value: unknown,
  ): { success: true; data: unknown } | { success: false; error: { issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly code?: string;
  readonly message: string;
  readonly keys?: readonly string[];
}

export const OPERATION = 'plumbline:operation';

const METHODS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete } as const;

/** Routes a handler as the operation says; guards, validation and the OpenAPI document read the same object. */
export function Handles(operation: OperationShape): MethodDecorator {
  return applyDecorators(
    METHODS[operation.method](servedPath(operation)),
    HttpCode(operation.status ?? 200),
    SetMetadata(OPERATION, operation),
  );
}

/** A request once guards have looked at it. */
export interface KnownRequest extends Request {
  actor?: Actor;
  operation?: OperationShape;
}

/**
 * The parsed `{params, query, body}`; anything unknown or malformed is answered 400 with its fields. An address that no
 * thing can have, such as a malformed id, is answered like one that none has: 404.
 */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<KnownRequest>();
  const operation = operationOf(context);
  const address = operation.params?.safeParse({ ...request.params });
  if (address?.success === false) throw new NotFoundError(nounOf(address.error.issues[0]));
  const problems: FieldProblem[] = [];
  const input = {
    params: parse(operation.params, request.params, 'path', problems),
    query: parse(operation.query, request.query, 'query', problems),
    body: operation.consumes ? undefined : parse(operation.body, request.body, '', problems),
  };
  if (problems.length > 0) throw new InvalidError('invalid', summary(problems), problems);
  return input;
});

/** Who acts; only for operations below a tenant. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<KnownRequest>();
  if (!actor) throw new Error('a handler asked for the actor of an operation that has none');
  return actor;
});

export function operationOf(context: ExecutionContext): OperationShape {
  const operation = Reflect.getMetadata(OPERATION, context.getHandler()) as OperationShape | undefined;
  if (!operation)
    throw new Error(`${context.getClass().name}.${context.getHandler().name} handles no declared operation`);
  return operation;
}

function parse(
  parser: Parser | undefined,
  value: unknown,
  prefix: string,
  problems: FieldProblem[],
): unknown {
  if (!parser) return undefined;
  const parsed = parser.safeParse(prefix === '' ? (value ?? {}) : { ...(value as object) });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const places = issue.keys?.length ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const place of places) {
      problems.push({
        path: [prefix, ...place.map(String)].filter(Boolean).join('.'),
        code: issue.keys ? 'unknown-field' : (issue.code ?? 'invalid'),
        detail: issue.keys ? 'this field is not known here' : issue.message,
      });
    }
  }
  return undefined;
}

/** What a part of an address stands for: `vendorId` is a vendor, `kpiFileId` a KPI file. */
function nounOf(issue: Issue | undefined): string {
  const words = String(issue?.path[0] ?? 'page')
    .replace(/Id$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.replace(/^(?:api|kpi) /, (name) => name.toUpperCase());
}

function summary(problems: readonly FieldProblem[]): string {
  const [first] = problems;
  const rest = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return `${first?.path || 'the request'}: ${first?.detail}${rest}`;
}
