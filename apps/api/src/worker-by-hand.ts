import { calendarEntities } from '@plumbline/calendars/server';
import { AdvanceClocksProcessor, ClocksWorkerModule } from '@plumbline/clocks/server';
import { BuildCreditsProcessor, creditEntities, CreditsWorkerModule } from '@plumbline/credits/server';
import { IncidentsWorkerModule } from '@plumbline/incidents/server';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  measurementEntities,
  measurementProcessors,
  MeasurementsWorkerModule,
} from '@plumbline/measurements/server';
import { NoticesWorkerModule, SpreadNoticeProcessor } from '@plumbline/notifications/server';
import { ActivityLogModule } from '@plumbline/platform/activity-log';
import { DatabaseModule, databaseUrlsFromEnvironment } from '@plumbline/platform/database';
import { FilesModule } from '@plumbline/platform/files';
import { SealModule } from '@plumbline/platform/identity';
import { type JobProcessor, JobsModule } from '@plumbline/platform/jobs';
import { NotificationsModule } from '@plumbline/platform/notifications';
import { type Tenant, TimeModule } from '@plumbline/platform/tenancy';
import {
  BuildScorecardsProcessor,
  scorecardEntities,
  ScorecardsWorkerModule,
} from '@plumbline/scorecards/server';
import { EvaluateProcessor, SlasWorkerModule } from '@plumbline/slas/server';
import { vendorEntities } from '@plumbline/vendors/server';
import type { ApiUnderTest } from './api-under-test';

@Module({})
class Jobs {}

/** The jobs of the product beside an API under test, done when a spec says so: neither queue nor sweep. */
export class WorkerByHand {
  private readonly done = new Set<string>();

  private constructor(
    private readonly api: ApiUnderTest,
    private readonly jobs: INestApplicationContext,
  ) {}

  static async start(api: ApiUnderTest): Promise<WorkerByHand> {
    const entities = [
      ...[...vendorEntities, ...calendarEntities, ...measurementEntities],
      ...[...scorecardEntities, ...creditEntities],
    ];
    const jobs = await NestFactory.createApplicationContext(
      {
        module: Jobs,
        imports: [
          TimeModule.forRoot(api.clock),
          DatabaseModule.forRoot({ urls: databaseUrlsFromEnvironment(), entities, poolSize: 2 }),
          ...[JobsModule, FilesModule, SealModule, ActivityLogModule, NotificationsModule],
          ...[MeasurementsWorkerModule, SlasWorkerModule, ScorecardsWorkerModule, CreditsWorkerModule],
          ...[ClocksWorkerModule, IncidentsWorkerModule, NoticesWorkerModule],
        ],
      },
      { logger: ['error'] },
    );
    return new WorkerByHand(api, jobs);
  }

  stop(): Promise<void> {
    return this.jobs.close();
  }

  /** Acts on the clocks that are due, as the sweep would ask for it. */
  advanceClocks(tenant: Tenant): Promise<void> {
    return this.jobs.get(AdvanceClocksProcessor, { strict: false }).process(tenant);
  }

  /** Does what the tenant's outbox asks for, in order, until nothing more is asked. */
  async work(tenant: Tenant): Promise<void> {
    const processors = [
      ...measurementProcessors,
      ...[EvaluateProcessor, BuildScorecardsProcessor, BuildCreditsProcessor, SpreadNoticeProcessor],
    ].map((type): JobProcessor => this.jobs.get(type, { strict: false }));
    for (;;) {
      const { rows } = await this.api.database.door.withRole('relay', (client) =>
        client.query<{ id: string; topic: string; row_id: string }>(
          'select id, topic, row_id from outbox where tenant_id = $1 order by created_at, id',
          [tenant.id],
        ),
      );
      const next = rows.find(({ id }) => !this.done.has(id));
      if (!next) return;
      this.done.add(next.id);
      await processors.find(({ topic }) => topic === next.topic)?.process(tenant, next.row_id);
    }
  }
}
