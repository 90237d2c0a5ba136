import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { interval, merge, type Observable, type Subscription, switchMap } from 'rxjs';
import { LiveEvents, log } from '../jobs';
import type { Permission } from '../tenancy';
import type { AdmittedRequest } from './access.guard';
import { actorOf } from './memberships';
import { Sessions, sessionsTopic } from './sessions';

/** A hint may be lost: the session of an open stream is looked at this often by itself. */
const LOOK_EVERY_MS = 15_000;

/** Cuts open event streams when the session behind them ends or loses a right (ASVS 7.4, 8.3.2). */
@Injectable()
export class StreamCutInterceptor implements NestInterceptor {
  constructor(
    private readonly sessions: Sessions,
    private readonly live: LiveEvents,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    const { signedIn } = request;
    if (request.operation?.produces === 'text/event-stream' && signedIn) {
      const watching: Subscription = merge(
        this.live.hints('identity', sessionsTopic(signedIn.person.id)),
        interval(LOOK_EVERY_MS),
      )
        .pipe(switchMap(() => this.stillAdmitted(request)))
        .subscribe((admitted) => {
          if (!admitted) response.end();
        });
      response.on('close', () => watching.unsubscribe());
    }
    return next.handle();
  }

  /** Anything but the same person, past the same factors, acting for the same vendors: the page opens it anew. */
  private async stillAdmitted({ signedIn, operation, actor }: AdmittedRequest): Promise<boolean> {
    if (!signedIn || !operation || !actor || !('permission' in operation.access)) return false;
    try {
      const now = await this.sessions.find(signedIn.token);
      if (now === null || now.mfa !== signedIn.mfa) return false;
      const permission = operation.access.permission as Permission;
      const admitted = actorOf(now.person, now.memberships, actor.tenantSlug, permission);
      return (
        admitted.permissions.has(permission) && String(admitted.vendorScope) === String(actor.vendorScope)
      );
    } catch (error) {
      log.info({ reason: error instanceof Error ? error.message : String(error) }, 'an open stream was cut');
      return false;
    }
  }
}
