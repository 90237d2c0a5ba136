import { Module } from '@nestjs/common';
import { VendorAliasEntity } from './vendor-alias.entity';
import { VendorCodes } from './vendor-codes';
import { VendorDirectory } from './vendor-directory';
import { VendorEntity } from './vendor.entity';
import { VendorsController } from './vendors.controller';
import { VendorsRepository } from './vendors.repository';
import { VendorsService } from './vendors.service';

export const vendorEntities = [VendorEntity, VendorAliasEntity] as const;

/** What other things read of vendors, in both processes. */
@Module({ providers: [VendorCodes, VendorDirectory], exports: [VendorCodes, VendorDirectory] })
export class VendorReadModule {}

@Module({
  imports: [VendorReadModule],
  controllers: [VendorsController],
  providers: [VendorsService, VendorsRepository],
})
export class VendorsModule {}
