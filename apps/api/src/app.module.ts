import { type DynamicModule, Module } from '@nestjs/common';
import { ActivityLogModule } from '@plumbline/platform/activity-log';
import { DatabaseModule, databaseUrlsFromEnvironment } from '@plumbline/platform/database';
import { FilesModule } from '@plumbline/platform/files';
import { IdentityModule, SealModule } from '@plumbline/platform/identity';
import { JobsModule } from '@plumbline/platform/jobs';
import { NotificationsModule } from '@plumbline/platform/notifications';
import { type Clock, TimeModule } from '@plumbline/platform/tenancy';
import { HealthController } from './health.controller';
import { OpenApiController } from './open-api.controller';
import { things } from './things';

/** The HTTP process: the platform, and every thing's handlers. Nothing is decided here. */
@Module({})
export class AppModule {
  static with(clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TimeModule.forRoot(clock),
        DatabaseModule.forRoot({
          urls: databaseUrlsFromEnvironment(),
          entities: [...new Set(things.flatMap((thing) => thing.entities))],
          poolSize: 20,
        }),
        JobsModule,
        FilesModule,
        SealModule,
        ActivityLogModule,
        NotificationsModule,
        IdentityModule,
        ...things.map((thing) => thing.module),
      ],
      controllers: [HealthController, OpenApiController],
    };
  }
}
