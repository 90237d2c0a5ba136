import { Module } from '@nestjs/common';
import { VendorReadModule } from '@plumbline/vendors/server';
import { ApprovalsService } from './approvals.service';
import { BuildCreditsProcessor } from './build-credits.processor';
import { ContractMonthsRepository } from './contract-months.repository';
import { CreditsController } from './credits.controller';
import { CreditsSweep } from './credits.sweep';
import { DisputesService } from './disputes.service';
import { SchemesRepository } from './schemes.repository';
import { SchemesService } from './schemes.service';
import { StatementBuilder } from './statement-builder';
import { StatementSidesRepository } from './statement-sides.repository';
import { StatementsRepository } from './statements.repository';
import { StatementsService } from './statements.service';

const building = [StatementBuilder, StatementsRepository, ContractMonthsRepository];

/** For the HTTP process. */
@Module({
  imports: [VendorReadModule],
  controllers: [CreditsController],
  providers: [
    ...building,
    ApprovalsService,
    DisputesService,
    SchemesRepository,
    SchemesService,
    StatementSidesRepository,
    StatementsService,
  ],
})
export class CreditsModule {}

/** For the job process. */
@Module({
  imports: [VendorReadModule],
  providers: [...building, BuildCreditsProcessor, CreditsSweep],
  exports: [BuildCreditsProcessor, CreditsSweep],
})
export class CreditsWorkerModule {}
