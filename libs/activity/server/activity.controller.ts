import { Controller, StreamableFile } from '@nestjs/common';
import { exportActivity, listActivity, viewCheckpoint } from '@plumbline/activity/schema';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { ActivityService } from './activity.service';

@Controller()
export class ActivityController {
  constructor(private readonly activity: ActivityService) {}

  @Handles(listActivity)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listActivity>) {
    return this.activity.list(actor, query);
  }

  @Handles(viewCheckpoint)
  checkpoint(@CurrentActor() actor: Actor) {
    return this.activity.checkpoint(actor);
  }

  @Handles(exportActivity)
  async export(
    @CurrentActor() actor: Actor,
    @Input() { query }: InputOf<typeof exportActivity>,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.activity.export(actor, query.from), {
      type: 'application/x-ndjson',
      disposition: `attachment; filename="activity-log-${actor.tenantSlug}.ndjson"`,
    });
  }
}
