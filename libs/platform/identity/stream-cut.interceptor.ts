import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { interval, merge, type Observable, type Subscription, switchMap } from 'rxjs';
import { LiveEvents, log } from '../jobs';
import type { AdmittedRequest } from './access.guard';
import { actorOf } from './memberships';
import { Sessions, sessionsTopic } from './sessions';

/** A hint may be lost: the session of an open stream is looked at this often by itself. */
const LOOK_EVERY_MS = 15_000;

/** Cuts open event streams when the session behind them ends or loses the right (ASVS 7.4, 8.3.2). */
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

  private async stillAdmitted({ signedIn, operation, actor }: AdmittedRequest): Promise<boolean> {
    if (!signedIn || !operation || !actor || !('permission' in operation.access)) return false;
    try {
      const now = await this.sessions.find(signedIn.token);
      return (
        now !== null && actorOf(now.person, now.memberships, actor.tenantSlug, null).permissions.size > 0
      );
    } catch (error) {
      // not known is not admitted: the page opens its stream again
      log.warn({ error: error instanceof Error ? error.message : String(error) }, 'an open stream was cut');
      return false;
    }
  }
}
