import { Module } from '@nestjs/common';
import { DocumentReadModule } from '@plumbline/documents/server';
import { PublicUrl } from '@plumbline/platform/identity';
import { VendorReadModule } from '@plumbline/vendors/server';
import { ApprovalsService } from './approvals.service';
import { BuildCreditsProcessor } from './build-credits.processor';
import { ContractMonthsRepository } from './contract-months.repository';
import { CreditsController } from './credits.controller';
import { CreditsSweep } from './credits.sweep';
import { DisputeDocuments } from './dispute-documents';
import { DisputesService } from './disputes.service';
import { CreditLettersSweep } from './letters/credit-letters.sweep';
import { WriteCreditLetterProcessor } from './letters/write-credit-letter.processor';
import { SchemesRepository } from './schemes.repository';
import { SchemesService } from './schemes.service';
import { StatementBuilder } from './statement-builder';
import { StatementSidesRepository } from './statement-sides.repository';
import { StatementsRepository } from './statements.repository';
import { StatementsService } from './statements.service';

const building = [StatementBuilder, StatementsRepository, ContractMonthsRepository];

/** For the HTTP process. */
@Module({
  imports: [VendorReadModule, DocumentReadModule],
  controllers: [CreditsController],
  providers: [
    ...building,
    ApprovalsService,
    DisputeDocuments,
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
  providers: [
    ...building,
    BuildCreditsProcessor,
    CreditsSweep,
    CreditLettersSweep,
    { provide: PublicUrl, useFactory: () => PublicUrl.fromEnvironment() },
    WriteCreditLetterProcessor,
  ],
  exports: [BuildCreditsProcessor, CreditsSweep, CreditLettersSweep, WriteCreditLetterProcessor],
})
export class CreditsWorkerModule {}
