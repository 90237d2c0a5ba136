import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller';
import { ActivityRepository } from './activity.repository';
import { ActivityService } from './activity.service';

/** Reading the activity log; writing it is the platform's (libs/platform/activity-log). */
@Module({ controllers: [ActivityController], providers: [ActivityRepository, ActivityService] })
export class ActivityModule {}
