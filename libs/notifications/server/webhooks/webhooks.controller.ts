import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  addWebhook,
  changeWebhook,
  listWebhooks,
  removeWebhook,
  replayDelivery,
  rotateWebhookSecret,
  testWebhook,
  viewWebhook,
} from '@plumbline/notifications/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { WebhooksService } from './webhooks.service';

@Controller()
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Handles(listWebhooks)
  list(@CurrentActor() actor: Actor) {
    return this.webhooks.list(actor);
  }

  @Handles(viewWebhook)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewWebhook>) {
    return this.webhooks.view(actor, params.webhookId);
  }

  @Handles(addWebhook)
  add(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof addWebhook>) {
    return this.webhooks.add(actor, body);
  }

  @Handles(changeWebhook)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof changeWebhook>,
    @IfMatch() version: number,
  ) {
    return this.webhooks.change(actor, params.webhookId, body, version);
  }

  @Handles(rotateWebhookSecret)
  rotate(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof rotateWebhookSecret>) {
    return this.webhooks.rotate(actor, params.webhookId);
  }

  @Handles(removeWebhook)
  remove(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof removeWebhook>,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.webhooks.remove(actor, params.webhookId, version);
  }

  @Handles(testWebhook)
  test(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof testWebhook>) {
    return this.webhooks.test(actor, params.webhookId);
  }

  @Handles(replayDelivery)
  replay(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof replayDelivery>) {
    return this.webhooks.replay(actor, params.deliveryId);
  }
}
