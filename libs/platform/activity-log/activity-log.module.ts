import { Global, Module } from '@nestjs/common';
import { ActivityLog } from './activity-log';

/** For both processes: whatever changes something says so in the log. */
@Global()
@Module({ providers: [ActivityLog], exports: [ActivityLog] })
export class ActivityLogModule {}
