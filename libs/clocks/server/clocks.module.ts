import { Global, Module } from '@nestjs/common';
import { VendorReadModule } from '@plumbline/vendors/server';
import { AdvanceClocksProcessor } from './advance-clocks.processor';
import { ClockSubjects } from './clock-subjects';
import { ClocksController } from './clocks.controller';
import { ClocksRepository } from './clocks.repository';
import { ClocksService } from './clocks.service';
import { ClocksSweep } from './clocks.sweep';
import { RunningClocks } from './running-clocks';

/** What other things do with clocks, in both processes; global, as there is one list of what clocks run for. */
@Global()
@Module({
  imports: [VendorReadModule],
  providers: [ClockSubjects, ClocksRepository, ClocksService, RunningClocks],
  exports: [ClockSubjects, ClocksRepository, ClocksService, RunningClocks],
})
export class RunningClocksModule {}

@Module({ imports: [RunningClocksModule], controllers: [ClocksController] })
export class ClocksModule {}

/** For the job process. */
@Module({
  imports: [RunningClocksModule],
  providers: [AdvanceClocksProcessor, ClocksSweep],
  exports: [AdvanceClocksProcessor, ClocksSweep],
})
export class ClocksWorkerModule {}
