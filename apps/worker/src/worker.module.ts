import { type DynamicModule, Module } from '@nestjs/common';
import { ActivityLogModule, ActivityLogWorkerModule } from '@plumbline/platform/activity-log';
import { DatabaseModule, databaseUrlsFromEnvironment } from '@plumbline/platform/database';
import { FilesModule } from '@plumbline/platform/files';
import { SealModule } from '@plumbline/platform/identity';
import {
  JOB_PROCESSORS,
  type JobProcessor,
  JobRunner,
  JobsModule,
  Relay,
  Sweep,
  SWEEP_SOURCES,
  type SweepSource,
} from '@plumbline/platform/jobs';
import { NotificationsModule, NotificationsWorkerModule } from '@plumbline/platform/notifications';
import { type Clock, TimeModule } from '@plumbline/platform/tenancy';
import { things } from './things';

const processors = things.flatMap((thing) => thing.processors);
const sweepSources = things.flatMap((thing) => thing.sweepSources);

/** The job process: every thing's processors, the outbox relay, the sweep and the post. */
@Module({})
export class WorkerModule {
  static with(clock: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        TimeModule.forRoot(clock),
        DatabaseModule.forRoot({
          urls: databaseUrlsFromEnvironment(),
          entities: [...new Set(things.flatMap((thing) => thing.entities))],
          poolSize: 10,
        }),
        JobsModule,
        FilesModule,
        SealModule,
        ActivityLogModule,
        ActivityLogWorkerModule,
        NotificationsModule,
        NotificationsWorkerModule,
        ...things.map((thing) => thing.module),
      ],
      providers: [
        { provide: JOB_PROCESSORS, inject: [...processors], useFactory: (...all: JobProcessor[]) => all },
        { provide: SWEEP_SOURCES, inject: [...sweepSources], useFactory: (...all: SweepSource[]) => all },
        Relay,
        Sweep,
        JobRunner,
      ],
    };
  }
}
