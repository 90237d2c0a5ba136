import { Module } from '@nestjs/common';
import { MeasurementReadModule } from '@plumbline/measurements/server';
import { VendorReadModule } from '@plumbline/vendors/server';
import { AgreedTerms } from './agreed-terms';
import { ContractCopiesService } from './contract-copies.service';
import { ContractVersionsService } from './contract-versions.service';
import { ContractsController } from './contracts.controller';
import { ContractsRepository } from './contracts.repository';
import { ContractsService } from './contracts.service';
import { KpiFileTemplatesController } from './kpi-file-templates.controller';
import { KpiFileTemplatesService } from './kpi-file-templates.service';
import { ParityModule } from './parity/parity.module';
import { TermsRepository } from './terms.repository';

@Module({
  imports: [VendorReadModule, MeasurementReadModule, ParityModule],
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
