import { Module } from '@nestjs/common';
import { DocumentReadModule } from '@plumbline/documents/server';
import { MeasurementReadModule } from '@plumbline/measurements/server';
import { PublicUrl } from '@plumbline/platform/identity';
import { VendorReadModule } from '@plumbline/vendors/server';
import { AgreedRegionsModule } from './agreed-regions';
import { AgreedTerms } from './agreed-terms';
import { ContractCopiesService } from './contract-copies.service';
import { ContractVersionsService } from './contract-versions.service';
import { ContractsController } from './contracts.controller';
import { ContractsRepository } from './contracts.repository';
import { ContractsService } from './contracts.service';
import { CalendarFeedsService } from './dates/calendar-feeds.service';
import { CalendarReader } from './dates/calendar-reader';
import { CalendarSourcesModule } from './dates/calendar-sources';
import { ContractDatesController } from './dates/contract-dates.controller';
import { ContractDatesRepository } from './dates/contract-dates.repository';
import { ContractDatesService } from './dates/contract-dates.service';
import { ContractDatesSweep } from './dates/contract-dates.sweep';
import { ContractLetters } from './dates/contract-letters';
import { RemindOfContractProcessor } from './dates/remind-of-contract.processor';
import { ContractDocumentsController } from './documents/contract-documents.controller';
import { ContractDocumentsService } from './documents/contract-documents.service';
import { KpiFileTemplatesController } from './kpi-file-templates.controller';
import { KpiFileTemplatesService } from './kpi-file-templates.service';
import { ParityModule } from './parity/parity.module';
import { SlaPacksRepository } from './templates/sla-packs.repository';
import { SlaPacksService } from './templates/sla-packs.service';
import { SlaSchedulesService } from './templates/sla-schedules.service';
import { SlaTemplatesController } from './templates/templates.controller';
import { TermsRepository } from './terms.repository';
import { VendorContractStandingModule } from './vendor-contract-standing';
import { VersionAnswers } from './version-answers';
import { ClausePoliciesService } from './waivers/clause-policies.service';
import { ClausePolicyEffectsService } from './waivers/clause-policy-effects';
import { ClausePolicySeed } from './waivers/clause-policy-seed';
import { VersionStanding } from './waivers/version-standing';
import { WaiversController } from './waivers/waivers.controller';
import { WaiversRepository } from './waivers/waivers.repository';
import { WaiversService } from './waivers/waivers.service';

@Module({
  imports: [
    VendorReadModule,
    MeasurementReadModule,
    AgreedRegionsModule,
    DocumentReadModule,
    VendorContractStandingModule,
    ParityModule,
    CalendarSourcesModule,
  ],
  controllers: [
    ContractsController,
    KpiFileTemplatesController,
    WaiversController,
    ContractDatesController,
    ContractDocumentsController,
    SlaTemplatesController,
  ],
  providers: [
    ContractsService,
    ContractVersionsService,
    ContractCopiesService,
    KpiFileTemplatesService,
    AgreedTerms,
    ContractsRepository,
    TermsRepository,
    SlaPacksRepository,
    SlaPacksService,
    SlaSchedulesService,
    VersionAnswers,
    VersionStanding,
    WaiversService,
    WaiversRepository,
    ClausePoliciesService,
    ClausePolicyEffectsService,
    ClausePolicySeed,
    CalendarFeedsService,
    CalendarReader,
    ContractDocumentsService,
    ContractDatesService,
    ContractDatesRepository,
  ],
})
export class ContractsModule {}

/** Reminders of contracts' dates, in the worker. */
@Module({
  providers: [
    ContractDatesRepository,
    ContractDatesService,
    ContractDatesSweep,
    ContractLetters,
    RemindOfContractProcessor,
    { provide: PublicUrl, useFactory: () => PublicUrl.fromEnvironment() },
  ],
  exports: [RemindOfContractProcessor, ContractDatesSweep],
})
export class ContractsWorkerModule {}
