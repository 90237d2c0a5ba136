import { Module } from '@nestjs/common';
import { MeasurementReadModule } from '@plumbline/measurements/server';
import { PublicUrl } from '@plumbline/platform/identity';
import { BreachKeeping } from './breach-keeping';
import { BreachesController } from './breaches.controller';
import { BreachesRepository } from './breaches.repository';
import { BreachesService } from './breaches.service';
import { ClausesRepository } from './clauses.repository';
import { CountedCases } from './counted-cases';
import { EvaluateProcessor } from './evaluate.processor';
import { EvaluationRepository } from './evaluation.repository';
import { EvaluationSweep } from './evaluation.sweep';
import { Evaluator } from './evaluator';
import { ExclusionsController } from './exclusions.controller';
import { ExclusionsRepository } from './exclusions.repository';
import { ExclusionsService } from './exclusions.service';
import { ExplanationsService } from './explanations.service';
import { FileEffectsController } from './file-effects.controller';
import { FileEffectsService } from './file-effects.service';
import { FileLinesController } from './file-lines.controller';
import { FileLinesService } from './file-lines.service';
import { FinishedFiles } from './finished-files';
import { ForeseenResults } from './foreseen-results';
import { LineCases } from './line-cases';
import { MonthComparison } from './month-comparison';
import { MonthFigures } from './month-figures';
import { PortfolioService } from './portfolio.service';
import { ReportingCalendarController } from './reporting-calendar.controller';
import { ReportingCalendarService } from './reporting-calendar.service';
import { ReportingDuties } from './reporting-duties';
import { ReportingLetters } from './reporting-letters';
import { ResultRows } from './result-rows';
import { ResultsController } from './results.controller';
import { ResultsRepository } from './results.repository';
import { ResultsService } from './results.service';
import { RollupsRepository } from './rollups.repository';
import { TermsRepository } from './terms.repository';
import { TrendsRepository } from './trends.repository';
import { TrendsService } from './trends.service';
import { WindowEvaluation } from './window-evaluation';
import { WindowFigures } from './window-figures';
import { WindowRollupsRepository } from './window-rollups.repository';
import { WindowRowsRepository } from './window-rows.repository';

const judging = [
  EvaluationRepository,
  ExclusionsRepository,
  MonthComparison,
  MonthFigures,
  RollupsRepository,
  TermsRepository,
];

const windows = [WindowEvaluation, WindowFigures, WindowRollupsRepository];

/** What other things read of results to come, in both processes. */
@Module({
  imports: [MeasurementReadModule],
  providers: [...judging, ForeseenResults, WindowRowsRepository],
  exports: [ForeseenResults],
})
export class SlasReadModule {}

/** Results, explanations, portfolio and breaches, in the API. */
@Module({
  imports: [MeasurementReadModule, SlasReadModule],
  controllers: [
    ResultsController,
    BreachesController,
    ExclusionsController,
    FileEffectsController,
    FileLinesController,
    ReportingCalendarController,
  ],
  providers: [
    BreachesRepository,
    BreachesService,
    ClausesRepository,
    CountedCases,
    ExclusionsRepository,
    ExclusionsService,
    ExplanationsService,
    FileEffectsService,
    FileLinesService,
    LineCases,
    PortfolioService,
    ReportingCalendarService,
    ResultRows,
    ResultsRepository,
    ResultsService,
    TermsRepository,
    TrendsRepository,
    TrendsService,
    WindowRowsRepository,
  ],
})
export class SlasModule {}

/** Evaluation, in the worker. */
@Module({
  imports: [MeasurementReadModule],
  providers: [
    ...judging,
    ...windows,
    BreachKeeping,
    EvaluateProcessor,
    EvaluationSweep,
    Evaluator,
    FinishedFiles,
    ReportingDuties,
    ReportingLetters,
    { provide: PublicUrl, useFactory: () => PublicUrl.fromEnvironment() },
    WindowRowsRepository,
  ],
  exports: [EvaluateProcessor, EvaluationSweep],
})
export class SlasWorkerModule {}
