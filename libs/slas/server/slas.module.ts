import { Module } from '@nestjs/common';
import { MeasurementTotals } from '@plumbline/measurements/server';
import { BreachKeeping } from './breach-keeping';
import { EvaluateProcessor } from './evaluate.processor';
import { EvaluationRepository } from './evaluation.repository';
import { EvaluationSweep } from './evaluation.sweep';
import { Evaluator } from './evaluator';
import { FinishedFiles } from './finished-files';
import { MonthFigures } from './month-figures';
import { ReportingDuties } from './reporting-duties';
import { RollupsRepository } from './rollups.repository';
import { TermsRepository } from './terms.repository';
import { WindowRowsRepository } from './window-rows.repository';

/** Evaluation, in the worker. */
@Module({
  providers: [
    BreachKeeping,
    EvaluateProcessor,
    EvaluationRepository,
    EvaluationSweep,
    Evaluator,
    FinishedFiles,
    MeasurementTotals,
    MonthFigures,
    ReportingDuties,
    RollupsRepository,
    TermsRepository,
    WindowRowsRepository,
  ],
  exports: [EvaluateProcessor, EvaluationSweep],
})
export class SlasWorkerModule {}
