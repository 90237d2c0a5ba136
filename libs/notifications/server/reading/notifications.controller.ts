import { Controller, Req, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  listNotifications,
  readNotification,
  readNotifications,
  watchNotifications,
} from '@plumbline/notifications/schema';
import { NotAllowedError } from '@plumbline/platform/errors';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import { LiveEvents, log } from '@plumbline/platform/jobs';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Request, Response } from 'express';
import { auditTime, concatMap, interval, merge } from 'rxjs';
import { notificationsTopic } from '../spreading/people-telling';
import { NotificationsService } from './notifications.service';

/** At most so often, however fast the hints come. */
const LEAST_MS = 200;
/** A lost hint costs no more than this. */
const LOOK_EVERY_MS = 15_000;
const HEARTBEAT_MS = 15_000;

@Controller()
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly live: LiveEvents,
  ) {}

  @Handles(listNotifications)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listNotifications>) {
    return this.notifications.list(actor, query);
  }

  @Handles(readNotification)
  async read(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof readNotification>) {
    const answer = await this.notifications.read(actor, params.notificationId);
    await this.live.publish(actor.tenantId, notificationsTopic(actor.id));
    return answer;
  }

  @Handles(readNotifications)
  async readUpTo(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof readNotifications>) {
    const answer = await this.notifications.readUpTo(actor, body.upTo);
    await this.live.publish(actor.tenantId, notificationsTopic(actor.id));
    return answer;
  }

  /** The bell: each event is read again under the reader's own rights; the stream is cut when the session loses them. */
  @Handles(watchNotifications)
  async watch(
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    demandOwnPage(request);
    // before the first byte: who may not read is answered as anywhere
    let last = JSON.stringify(await this.notifications.glance(actor));
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.write(`data: ${last}\n\n`);
    const watching = merge(
      this.live.hints(actor.tenantId, notificationsTopic(actor.id)).pipe(auditTime(LEAST_MS)),
      interval(LOOK_EVERY_MS),
    )
      .pipe(concatMap(() => this.notifications.glance(actor)))
      .subscribe({
        next: (glance) => {
          const now = JSON.stringify(glance);
          if (now !== last) response.write(`data: ${now}\n\n`);
          last = now;
        },
        error: (error: unknown) => {
          // the page opens its stream again and is told what is wrong then
          log.warn(
            { error: error instanceof Error ? error.message : String(error) },
            'an event stream ended',
          );
          response.end();
        },
      });
    const heartbeat = interval(HEARTBEAT_MS).subscribe(() => response.write(': still here\n\n'));
    response.on('close', () => [watching, heartbeat].forEach((subscription) => subscription.unsubscribe()));
  }
}

/** A cookie goes along with other sites' requests too; browsers say where one comes from (ASVS 4.4.2). */
function demandOwnPage(request: Request): void {
  const site = request.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin')
    throw new NotAllowedError('foreign-origin', 'Event streams are for Plumbline’s own pages.');
}
