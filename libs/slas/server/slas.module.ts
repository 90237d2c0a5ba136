import { Module } from '@nestjs/common';
import { MeasurementReadModule } from '@plumbline/measurements/server';
import { BreachKeeping } from './breach-keeping';
import { BreachesController } from './breaches.controller';
import { BreachesRepository } from './breaches.repository';
import { BreachesService } from './breaches.service';
import { ClausesRepository } from './clauses.repository';
import { EvaluateProcessor } from './evaluate.processor';
import { EvaluationRepository } from './evaluation.repository';
import { EvaluationSweep } from './evaluation.sweep';
import { Evaluator } from './evaluator';
import { ExplanationsService } from './explanations.service';
import { FinishedFiles } from './finished-files';
import { MonthFigures } from './month-figures';
import { PortfolioService } from './portfolio.service';
import { ReportingDuties } from './reporting-duties';
import { ResultRows } from './result-rows';
import { ResultsController } from './results.controller';
import { ResultsRepository } from './results.repository';
import { ResultsService } from './results.service';
import { RollupsRepository } from './rollups.repository';
import { TermsRepository } from './terms.repository';
import { TrendsRepository } from './trends.repository';
import { TrendsService } from './trends.service';
import { WindowRowsRepository } from './window-rows.repository';

/** Results, explanations, portfolio and breaches, in the API. */
@Module({
  imports: [MeasurementReadModule],
  controllers: [ResultsController, BreachesController],
  providers: [
    BreachesRepository,
    BreachesService,
    ClausesRepository,
    ExplanationsService,
    PortfolioService,
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
    BreachKeeping,
    EvaluateProcessor,
    EvaluationRepository,
    EvaluationSweep,
    Evaluator,
    FinishedFiles,
    MonthFigures,
    ReportingDuties,
    RollupsRepository,
    TermsRepository,
    WindowRowsRepository,
  ],
  exports: [EvaluateProcessor, EvaluationSweep],
})
export class SlasWorkerModule {}
