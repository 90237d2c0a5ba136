import { Global, Module } from '@nestjs/common';
import { Mail } from './mail';
import { MAIL_TRANSPORT, MailSender } from './mail-sender';
import { mailTransportFromEnvironment } from './mail-transport';
import { Notifications } from './notifications';

/** For both processes: putting messages into the post, and announcing what people are told of. */
@Global()
@Module({ providers: [Mail, Notifications], exports: [Mail, Notifications] })
export class NotificationsModule {}

/** For the job process: sending them. */
@Module({
  providers: [MailSender, { provide: MAIL_TRANSPORT, useFactory: () => mailTransportFromEnvironment() }],
  exports: [MailSender],
})
export class NotificationsWorkerModule {}
