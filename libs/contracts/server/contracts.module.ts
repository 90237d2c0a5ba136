import { Global, Module } from '@nestjs/common';
import { MeasurementReadModule } from '@plumbline/measurements/server';
import { VendorContracts, VendorReadModule } from '@plumbline/vendors/server';
import { AgreedTerms } from './agreed-terms';
import { ContractCopiesService } from './contract-copies.service';
import { ContractVersionsService } from './contract-versions.service';
import { ContractsController } from './contracts.controller';
import { ContractsRepository } from './contracts.repository';
import { ContractsService } from './contracts.service';
import { KpiFileTemplatesController } from './kpi-file-templates.controller';
import { KpiFileTemplatesService } from './kpi-file-templates.service';
import { TermsRepository } from './terms.repository';
import { VendorContractStanding } from './vendor-contract-standing';

/** Answers what the gates of vendors ask of contracts; global, because vendors cannot import what depends on them. */
@Global()
@Module({
  imports: [VendorReadModule],
  providers: [
    { provide: VendorContracts, useClass: VendorContractStanding },
    ContractsRepository,
    TermsRepository,
  ],
  exports: [VendorContracts],
})
export class ContractGateModule {}

@Module({
  imports: [VendorReadModule, MeasurementReadModule, ContractGateModule],
  controllers: [ContractsController, KpiFileTemplatesController],
  providers: [
    ContractsService,
    ContractVersionsService,
    ContractCopiesService,
    KpiFileTemplatesService,
    AgreedTerms,
    ContractsRepository,
    TermsRepository,
  ],
})
export class ContractsModule {}
