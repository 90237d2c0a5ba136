import { Module } from '@nestjs/common';
import { DatabaseModule, databaseUrlsFromEnvironment } from '@plumbline/platform/database';
import { JobsModule } from '@plumbline/platform/jobs';
import { HealthController } from './health.controller';
import { TimeModule } from '@plumbline/platform/tenancy';
import { things } from './things';

/** The HTTP process: the platform, and every thing's handlers. Nothing is decided here. */
@Module({
  imports: [
    TimeModule,
    DatabaseModule.forRoot({
      urls: databaseUrlsFromEnvironment(),
      entities: things.flatMap((thing) => thing.entities),
      poolSize: 20,
    }),
    JobsModule,
    ...things.map((thing) => thing.module),
  ],
  controllers: [HealthController],
})
export class AppModule {}
