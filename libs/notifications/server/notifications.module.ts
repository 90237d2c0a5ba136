import { Module } from '@nestjs/common';
import { PublicUrl } from '@plumbline/platform/identity';
import { HowToldRepository } from './preferences/how-told';
import { UnsubscribeTokens } from './preferences/unsubscribe-tokens';
import { DeliveriesRepository } from './spreading/deliveries.repository';
import { NoticesSweep, WaitingMailSweep } from './spreading/notification-sweeps';
import { NoticeLetters } from './spreading/notice-letters';
import { NoticesRepository } from './spreading/notices.repository';
import { PostNoticesProcessor } from './spreading/post-notices.processor';
import { SpreadNoticeProcessor } from './spreading/spread-notice.processor';

/** Telling people what was announced, in the worker. */
@Module({
  providers: [
    HowToldRepository,
    UnsubscribeTokens,
    DeliveriesRepository,
    NoticesRepository,
    NoticeLetters,
    SpreadNoticeProcessor,
    PostNoticesProcessor,
    NoticesSweep,
    WaitingMailSweep,
    { provide: PublicUrl, useFactory: () => PublicUrl.fromEnvironment() },
  ],
  exports: [SpreadNoticeProcessor, PostNoticesProcessor, NoticesSweep, WaitingMailSweep],
})
export class NoticesWorkerModule {}
