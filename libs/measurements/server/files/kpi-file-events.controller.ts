import { Controller, Req, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { type KpiFile, watchKpiFiles } from '@plumbline/measurements/schema';
import { NotAllowedError } from '@plumbline/platform/errors';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import { LiveEvents, log } from '@plumbline/platform/jobs';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Request, Response } from 'express';
import { auditTime, concatMap, interval, merge, type Subscription } from 'rxjs';
import { KpiFilesService } from './kpi-files.service';

/** At most so often, however fast the hints come. */
const LEAST_MS = 200;
/** A lost hint costs no more than this. */
const LOOK_EVERY_MS = 5_000;
const HEARTBEAT_MS = 15_000;

/** Progress in the page: every event is the file itself, read again under the reader's own rights. */
@Controller()
export class KpiFileEventsController {
  constructor(
    private readonly files: KpiFilesService,
    private readonly live: LiveEvents,
  ) {}

  @Handles(watchKpiFiles)
  async watch(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof watchKpiFiles>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    demandOwnPage(request);
    const ids = query.topics.map((topic) => topic.slice('kpi-file:'.length));
    // before the first byte: a file that is not the reader's is 404, not an empty stream
    const first = await Promise.all(ids.map((id) => this.files.view(actor, id)));
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    for (const file of first) send(response, file);
    const watching = ids.map((id, index) => this.follow(actor, id, first[index]?.version ?? 0, response));
    const heartbeat = interval(HEARTBEAT_MS).subscribe(() => response.write(': still here\n\n'));
    response.on('close', () =>
      [...watching, heartbeat].forEach((subscription) => subscription.unsubscribe()),
    );
  }

  private follow(actor: Actor, id: string, version: number, response: Response): Subscription {
    let last = `${version}`;
    return merge(
      this.live.hints(actor.tenantId, `kpi-file:${id}`).pipe(auditTime(LEAST_MS)),
      interval(LOOK_EVERY_MS),
    )
      .pipe(concatMap(() => this.files.view(actor, id)))
      .subscribe({
        next: (file) => {
          const now = `${file.version} ${file.rows.read}`;
          if (now !== last) send(response, file);
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
  }
}

function send(response: Response, file: KpiFile): void {
  response.write(`data: ${JSON.stringify(file)}\n\n`);
}

/** A cookie goes along with other sites' requests too; browsers say where one comes from (ASVS 4.4.2). */
function demandOwnPage(request: Request): void {
  const site = request.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin')
    throw new NotAllowedError('foreign-origin', 'Event streams are for Plumbline’s own pages.');
}
