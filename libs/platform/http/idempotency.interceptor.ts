import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { catchError, concatMap, from, type Observable, of, throwError } from 'rxjs';
import { beforeCommit, Door, type TenantTransaction } from '../database';
import { ConflictError, InvalidError } from '../errors';
import { Seal } from '../identity/seal';
import { type Actor, Clock } from '../tenancy';
import { type KnownRequest, OPERATION, type OperationShape } from './operation';

/** After this long a call without effects is taken for dead, and a repeat may run. */
const DEAD_AFTER_MS = 60_000;
/** Keys are forgotten after a day. */
const KEPT_FOR_MS = 86_400_000;

interface Reservation {
  readonly actor: Actor;
  readonly key: string;
  readonly requestHash: Buffer;
  readonly at: Date;
}

interface Row {
  request_hash: Buffer;
  created_at: Date;
  had_effects: boolean;
  status: number | null;
  response_sealed: Buffer | null;
}

/**
 * Makes creating calls safe to repeat (`idempotent: true` operations, header Idempotency-Key). The key is reserved
 * first; every transaction of the call then marks, in itself, that the call had effects; the answer is kept sealed.
 * So a repeat after a crash either runs for the first time or is told that the effects happened: never doubled.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    const operation = Reflect.getMetadata(OPERATION, context.getHandler()) as OperationShape | undefined;
    const key = request.header('idempotency-key');
    const { actor } = request;
    if (!operation?.idempotent || key === undefined || !actor) return next.handle();
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw InvalidError.field('header.Idempotency-Key', 'invalid', '1 to 200 printable ASCII characters');
    }

    const reservation = { actor, key, requestHash: hashOf(request, operation), at: this.clock.date() };
    const kept = await this.reserve(reservation);
    if (kept) {
      response.status(kept.status).setHeader('Idempotency-Replayed', 'true');
      return of(kept.answer);
    }
    return beforeCommit
      .run(
        (tx) => this.markEffects(tx, reservation),
        () => next.handle(),
      )
      .pipe(
        concatMap((answer: unknown) =>
          from(this.keep(reservation, operation.status ?? 200, answer).then(() => answer)),
        ),
        catchError((error: unknown) =>
          from(this.release(reservation)).pipe(concatMap(() => throwError(() => error))),
        ),
      );
  }

  /** The answer given before, or null when the call is to run now. */
  private reserve(reservation: Reservation): Promise<{ status: number; answer: unknown } | null> {
    const { actor, key, requestHash, at } = reservation;
    return this.door.withTenant(actor, async (tx) => {
      await tx.query('delete from idempotency_key where tenant_id = $1 and created_at < $2', [
        tx.tenantId,
        new Date(at.getTime() - KEPT_FOR_MS),
      ]);
      const inserted = await tx.query(
        `insert into idempotency_key (tenant_id, actor_id, key, request_hash, created_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing returning key`,
        [tx.tenantId, actor.id, key, requestHash, at],
      );
      if (inserted.length > 0) return null;
      const [row] = await tx.query<Row>(
        `select request_hash, created_at, had_effects, status, response_sealed from idempotency_key
         where tenant_id = $1 and actor_id = $2 and key = $3 for update`,
        [tx.tenantId, actor.id, key],
      );
      // released between the two statements: the caller may ask again at once
      if (!row) throw inProgress();
      return this.judge(tx, reservation, row);
    });
  }

  private async judge(
    tx: TenantTransaction,
    { actor, key, requestHash, at }: Reservation,
    row: Row,
  ): Promise<{ status: number; answer: unknown } | null> {
    if (!row.request_hash.equals(requestHash)) {
      throw new ConflictError(
        'idempotency-key-reused',
        'This Idempotency-Key was used for another request: take a new one.',
      );
    }
    if (row.status !== null && row.response_sealed) {
      const text = this.seal.open(
        'idempotent-answer',
        contextOf(tx.tenantId, actor.id, key),
        row.response_sealed,
      );
      return { status: row.status, answer: text === '' ? undefined : (JSON.parse(text) as unknown) };
    }
    if (at.getTime() - row.created_at.getTime() < DEAD_AFTER_MS) throw inProgress();
    if (row.had_effects) {
      throw new ConflictError(
        'outcome-unknown',
        'The call with this Idempotency-Key took effect, and its answer was lost: read what it made instead.',
      );
    }
    await tx.query(
      'update idempotency_key set created_at = $4 where tenant_id = $1 and actor_id = $2 and key = $3',
      [tx.tenantId, actor.id, key, at],
    );
    return null;
  }

  /** In the transaction of the effects. A call that was taken for dead and replaced finds its mark gone and is undone. */
  private async markEffects(tx: TenantTransaction, { actor, key, at }: Reservation): Promise<void> {
    if (tx.tenantId !== actor.tenantId) return;
    const marked = await tx.query(
      `select key from idempotency_key where tenant_id = $1 and actor_id = $2 and key = $3 and created_at = $4 for update`,
      [tx.tenantId, actor.id, key, at],
    );
    if (marked.length === 0) throw inProgress();
    await tx.query(
      'update idempotency_key set had_effects = true where tenant_id = $1 and actor_id = $2 and key = $3',
      [tx.tenantId, actor.id, key],
    );
  }

  private async keep({ actor, key, at }: Reservation, status: number, answer: unknown): Promise<void> {
    const text = answer === undefined ? '' : JSON.stringify(answer);
    const sealed = this.seal.seal('idempotent-answer', contextOf(actor.tenantId, actor.id, key), text);
    await beforeCommit.exit(() =>
      this.door.withTenant(actor, (tx) =>
        tx.query(
          `update idempotency_key set status = $5, response_sealed = $6
           where tenant_id = $1 and actor_id = $2 and key = $3 and created_at = $4`,
          [tx.tenantId, actor.id, key, at, status, sealed],
        ),
      ),
    );
  }

  /** A call that failed without effects gives its key back: the corrected request may use it. */
  private async release({ actor, key, at }: Reservation): Promise<void> {
    await beforeCommit.exit(() =>
      this.door.withTenant(actor, (tx) =>
        tx.query(
          `delete from idempotency_key
           where tenant_id = $1 and actor_id = $2 and key = $3 and created_at = $4 and not had_effects`,
          [tx.tenantId, actor.id, key, at],
        ),
      ),
    );
  }
}

function inProgress(): ConflictError {
  return new ConflictError(
    'in-progress',
    'A call with this Idempotency-Key is still running: ask again shortly.',
  );
}

function contextOf(tenantId: string, actorId: string, key: string): string {
  return `${tenantId} ${actorId} ${key}`;
}

/** A streamed body (an upload) is not read here: its length and address stand for it, its content has its own hash. */
function hashOf(request: KnownRequest, operation: OperationShape): Buffer {
  const body = operation.consumes
    ? (request.header('content-length') ?? '')
    : JSON.stringify(request.body ?? null);
  return createHash('sha256').update(`${request.method} ${request.originalUrl}\n${body}`).digest();
}
