import { Module } from '@nestjs/common';
import { PublicUrl } from '@plumbline/platform/identity';
import { DeliveriesController } from './log/deliveries.controller';
import { DeliveriesService } from './log/deliveries.service';
import { HowToldRepository } from './preferences/how-told';
import { PreferencesController } from './preferences/preferences.controller';
import { PreferencesService } from './preferences/preferences.service';
import { UnsubscribeTokens } from './preferences/unsubscribe-tokens';
import { NotificationsController } from './reading/notifications.controller';
import { NotificationsService } from './reading/notifications.service';
import { DeliveriesRepository } from './spreading/deliveries.repository';
import { NoticesSweep, WaitingMailSweep } from './spreading/notification-sweeps';
import { NoticeLetters } from './spreading/notice-letters';
import { NoticesRepository } from './spreading/notices.repository';
import { PeopleTelling } from './spreading/people-telling';
import { PostNoticesProcessor } from './spreading/post-notices.processor';
import { SpreadNoticeProcessor } from './spreading/spread-notice.processor';
import { CallWebhookProcessor } from './webhooks/call-webhook.processor';
import { HookDeliveriesRepository } from './webhooks/hook-deliveries.repository';
import { OutgoingCalls } from './webhooks/outgoing-calls';
import { OutsideOfWebhooks } from './webhooks/outside-of-webhooks';
import { WebhookErrands } from './webhooks/webhook-errands';
import { WebhooksController } from './webhooks/webhooks.controller';
import { WebhooksRepository } from './webhooks/webhooks.repository';
import { WebhookTelling } from './webhooks/webhook-telling';
import { WebhooksSweep } from './webhooks/webhooks-sweep';
import { WebhooksService } from './webhooks/webhooks.service';

/** What people read, choose and manage of it. */
@Module({
  controllers: [NotificationsController, PreferencesController, DeliveriesController, WebhooksController],
  providers: [
    ...[NotificationsService, PreferencesService, HowToldRepository, UnsubscribeTokens],
    ...[DeliveriesService, DeliveriesRepository, HookDeliveriesRepository],
    ...[WebhooksService, WebhooksRepository, WebhookErrands],
  ],
})
export class NoticesModule {}

/** Telling people what was announced, in the worker. */
@Module({
  providers: [
    ...[HowToldRepository, UnsubscribeTokens, DeliveriesRepository, NoticesRepository, NoticeLetters],
    ...[PeopleTelling, WebhookTelling],
    ...[SpreadNoticeProcessor, PostNoticesProcessor, NoticesSweep, WaitingMailSweep],
    ...[WebhooksRepository, HookDeliveriesRepository, OutsideOfWebhooks, CallWebhookProcessor, WebhooksSweep],
    { provide: OutgoingCalls, useFactory: () => new OutgoingCalls() },
    { provide: PublicUrl, useFactory: () => PublicUrl.fromEnvironment() },
  ],
  exports: [
    ...[SpreadNoticeProcessor, PostNoticesProcessor, NoticesSweep, WaitingMailSweep],
    ...[CallWebhookProcessor, WebhooksSweep],
  ],
})
export class NoticesWorkerModule {}
