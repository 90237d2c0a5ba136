import { calendarEntities } from '@plumbline/calendars/server';
import { AdvanceClocksProcessor, ClocksSweep, ClocksWorkerModule } from '@plumbline/clocks/server';
import {
  CompareParityProcessor,
  ContractDatesSweep,
  ContractsWorkerModule,
  ParitySweep,
  ParityWorkerModule,
  RemindOfContractProcessor,
} from '@plumbline/contracts/server';
import type { Type } from '@nestjs/common';
import {
  BuildCreditsProcessor,
  creditEntities,
  CreditsSweep,
  CreditsWorkerModule,
} from '@plumbline/credits/server';
import { IncidentsWorkerModule } from '@plumbline/incidents/server';
import {
  measurementEntities,
  measurementProcessors,
  MeasurementsWorkerModule,
  measurementSweeps,
} from '@plumbline/measurements/server';
import type { JobProcessor, SweepSource } from '@plumbline/platform/jobs';
import {
  NoticesSweep,
  NoticesWorkerModule,
  PostNoticesProcessor,
  SpreadNoticeProcessor,
  WaitingMailSweep,
} from '@plumbline/notifications/server';
import {
  BuildScorecardsProcessor,
  scorecardEntities,
  ScorecardsSweep,
  ScorecardsWorkerModule,
} from '@plumbline/scorecards/server';
import { EvaluateProcessor, EvaluationSweep, SlasWorkerModule } from '@plumbline/slas/server';
import { vendorEntities } from '@plumbline/vendors/server';

/** What a thing's server contributes to the job process; `module` provides and exports the processors and sources. */
export interface WorkerThing {
  readonly module: Type;
  readonly entities: readonly (new () => object)[];
  readonly processors: readonly Type<JobProcessor>[];
  readonly sweepSources: readonly Type<SweepSource>[];
}

export const things: readonly WorkerThing[] = [
  {
    module: MeasurementsWorkerModule,
    entities: [...measurementEntities, ...calendarEntities],
    processors: measurementProcessors,
    sweepSources: measurementSweeps,
  },
  {
    module: SlasWorkerModule,
    entities: vendorEntities,
    processors: [EvaluateProcessor],
    sweepSources: [EvaluationSweep],
  },
  {
    module: ContractsWorkerModule,
    entities: [],
    processors: [RemindOfContractProcessor],
    sweepSources: [ContractDatesSweep],
  },
  {
    module: ParityWorkerModule,
    entities: [],
    processors: [CompareParityProcessor],
    sweepSources: [ParitySweep],
  },
  {
    module: ScorecardsWorkerModule,
    entities: scorecardEntities,
    processors: [BuildScorecardsProcessor],
    sweepSources: [ScorecardsSweep],
  },
  {
    module: CreditsWorkerModule,
    entities: creditEntities,
    processors: [BuildCreditsProcessor],
    sweepSources: [CreditsSweep],
  },
  {
    module: NoticesWorkerModule,
    entities: [],
    processors: [SpreadNoticeProcessor, PostNoticesProcessor],
    sweepSources: [NoticesSweep, WaitingMailSweep],
  },
  {
    module: ClocksWorkerModule,
    entities: [],
    processors: [AdvanceClocksProcessor],
    sweepSources: [ClocksSweep],
  },
  {
    module: IncidentsWorkerModule,
    entities: [],
    processors: [],
    sweepSources: [],
  },
];
