import { Module } from '@nestjs/common';
import { InternalTargetsRepository } from './internal-targets.repository';
import { InternalTargetsService } from './internal-targets.service';
import { ParityController } from './parity.controller';
import { ParityFindingsRepository } from './parity-findings.repository';
import { ParityFindingsService } from './parity-findings.service';
import { ParityKeeper } from './parity-keeper';
import { ParityMatrixService } from './parity-matrix.service';
import { CompareParityProcessor, ParitySweep } from './parity.processor';
import { ParityRuns } from './parity-runs';
import { ParityTermsRepository } from './parity-terms.repository';
import { RegulatoryFloorsRepository } from './regulatory-floors.repository';
import { RegulatoryFloorsService } from './regulatory-floors.service';

const comparing = [
  InternalTargetsRepository,
  ParityFindingsRepository,
  ParityRuns,
  ParityTermsRepository,
  RegulatoryFloorsRepository,
];

/** Internal targets, floors and the matrix, in the API. */
@Module({
  controllers: [ParityController],
  providers: [
    ...comparing,
    InternalTargetsService,
    ParityFindingsService,
    ParityMatrixService,
    RegulatoryFloorsService,
  ],
})
export class ParityModule {}

/** What became weaker, in the worker. */
@Module({
  providers: [...comparing, ParityKeeper, CompareParityProcessor, ParitySweep],
  exports: [CompareParityProcessor, ParitySweep],
})
export class ParityWorkerModule {}
