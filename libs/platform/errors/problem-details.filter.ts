import { ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { log } from '../jobs/log';
import { type FieldProblem, ProductError, type ProblemParameters, RuleBrokenError } from './problems';

interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  fields?: readonly FieldProblem[];
  parameters?: ProblemParameters;
}

/** PostgreSQL is away or full: connection failures, shutdown, too many connections. The request may be sent again. */
const DATABASE_AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
  'EPIPE',
]);

function away(error: unknown): boolean {
  const code =
    (error as { code?: unknown } | null)?.code ??
    (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  const message = error instanceof Error ? error.message : '';
  return (
    (typeof code === 'string' && DATABASE_AWAY.has(code)) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  );
}

/** The one place that turns failures into answers: RFC 9457 `application/problem+json`. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const reference = `urn:uuid:${randomUUID()}`;
    const problem = this.describe(error, reference);
    if (problem.status >= 500) {
      log.error(
        {
          reference,
          method: request.method,
          route: request.route?.path,
          error: error instanceof Error ? error.stack : String(error),
        },
        'request failed',
      );
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const retryAfter = error instanceof RuleBrokenError ? error.retryAfterSeconds : undefined;
    if (problem.status === 503 || retryAfter !== undefined)
      response.setHeader('Retry-After', `${retryAfter ?? 2}`);
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private describe(error: unknown, instance: string): ProblemDetails {
    if (error instanceof ProductError) {
      return {
        type: `/problems/${error.code}`,
        title: error.title,
        status: error.status,
        code: error.code,
        detail: error.detail,
        instance,
        ...(error.fields.length > 0 ? { fields: error.fields } : {}),
        ...(error instanceof RuleBrokenError && error.parameters ? { parameters: error.parameters } : {}),
      };
    }
    if (away(error)) {
      return {
        type: '/problems/database-away',
        title: 'The database does not answer',
        status: 503,
        code: 'database-away',
        detail: 'Nothing was changed. Try again in a moment.',
        instance,
      };
    }
    const status = statusOf(error);
    const code =
      status === 404 ? 'not-found' : status === 413 ? 'too-large' : status < 500 ? 'bad-request' : 'internal';
    return {
      type: `/problems/${code}`,
      title:
        status === 404
          ? 'Not found'
          : status < 500
            ? 'The request is not valid'
            : 'Something broke on our side',
      status,
      code,
      detail:
        status === 404
          ? 'There is nothing at this address.'
          : status < 500
            ? (error as Error).message
            : 'The failure was recorded under the reference below. What you sent before is kept.',
      instance,
    };
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // body-parser and multer set a plain status on their errors
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
