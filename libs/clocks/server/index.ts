export { AdvanceClocksProcessor, CLAIMED_AT_ONCE } from './advance-clocks.processor';
export type { ClockRow, ClockRule } from './clock-row';
export { type AdvancedClock, type ClockSubjectKind, ClockSubjects } from './clock-subjects';
export { ClocksModule, ClocksWorkerModule, RunningClocksModule } from './clocks.module';
export { ClocksRepository } from './clocks.repository';
export { ClocksService } from './clocks.service';
export { ClocksSweep } from './clocks.sweep';
export { clockState } from './clock-answers';
export { type ApplicableRule, type Reached, RunningClocks, type Subject } from './running-clocks';
