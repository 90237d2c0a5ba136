import { Module } from '@nestjs/common';
import { VendorReadModule } from '@plumbline/vendors/server';
import { AgreedTerms } from './agreed-terms';
import { ContractVersionsService } from './contract-versions.service';
import { ContractsController } from './contracts.controller';
import { ContractsRepository } from './contracts.repository';
import { ContractsService } from './contracts.service';
import { TermsRepository } from './terms.repository';

@Module({
  imports: [VendorReadModule],
  controllers: [ContractsController],
  providers: [ContractsService, ContractVersionsService, AgreedTerms, ContractsRepository, TermsRepository],
})
export class ContractsModule {}
