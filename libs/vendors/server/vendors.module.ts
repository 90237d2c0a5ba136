import { Module } from '@nestjs/common';
import { VendorAliasEntity } from './vendor-alias.entity';
import { VendorCodes } from './vendor-codes';
import { VendorEntity } from './vendor.entity';
import { VendorsController } from './vendors.controller';
import { VendorsRepository } from './vendors.repository';
import { VendorsService } from './vendors.service';

export const vendorEntities = [VendorEntity, VendorAliasEntity] as const;

/** What other things read of vendors, in both processes. */
@Module({ providers: [VendorCodes], exports: [VendorCodes] })
export class VendorCodesModule {}

@Module({
  imports: [VendorCodesModule],
  controllers: [VendorsController],
  providers: [VendorsService, VendorsRepository],
})
export class VendorsModule {}
