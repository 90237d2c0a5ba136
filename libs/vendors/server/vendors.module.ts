import { Module } from '@nestjs/common';
import { DueDiligenceDecisionEntity } from './due-diligence/due-diligence-decision.entity';
import { DueDiligenceItemEntity } from './due-diligence/due-diligence-item.entity';
import { DueDiligenceSeed } from './due-diligence/due-diligence-seed';
import { DueDiligenceStart } from './due-diligence/due-diligence-start';
import { DueDiligenceSubmissionEntity } from './due-diligence/due-diligence-submission.entity';
import { DueDiligenceController } from './due-diligence/due-diligence.controller';
import { DueDiligenceRepository } from './due-diligence/due-diligence.repository';
import { DueDiligenceService } from './due-diligence/due-diligence.service';
import { TemplateVersionEntity } from './due-diligence/template-version.entity';
import { TemplateVersions } from './due-diligence/template-versions';
import { TemplatesService } from './due-diligence/templates.service';
import { VendorGates } from './life/vendor-gates';
import { VendorMoves } from './life/vendor-moves';
import { VendorStepEntity } from './life/vendor-step.entity';
import { VendorStepsController } from './life/vendor-steps.controller';
import { VendorStepsRepository } from './life/vendor-steps.repository';
import { VendorStepsService } from './life/vendor-steps.service';
import { VendorAliasEntity } from './vendor-alias.entity';
import { VendorCodes } from './vendor-codes';
import { VendorDirectory } from './vendor-directory';
import { VendorEntity } from './vendor.entity';
import { VendorsController } from './vendors.controller';
import { VendorsRepository } from './vendors.repository';
import { VendorsService } from './vendors.service';

export const vendorEntities = [
  VendorEntity,
  VendorAliasEntity,
  VendorStepEntity,
  TemplateVersionEntity,
  DueDiligenceItemEntity,
  DueDiligenceSubmissionEntity,
  DueDiligenceDecisionEntity,
] as const;

const dueDiligence = [DueDiligenceStart, DueDiligenceRepository, TemplateVersions];

/** What other things read of vendors, in both processes. */
@Module({
  providers: [VendorCodes, VendorDirectory, ...dueDiligence],
  exports: [VendorCodes, VendorDirectory, ...dueDiligence],
})
export class VendorReadModule {}

/** In the HTTP process; `VendorContracts` and `VendorMemberships` are answered by contracts and people. */
@Module({
  imports: [VendorReadModule],
  controllers: [VendorsController, VendorStepsController, DueDiligenceController],
  providers: [
    VendorsService,
    VendorsRepository,
    VendorStepsService,
    VendorStepsRepository,
    VendorGates,
    VendorMoves,
    DueDiligenceService,
    DueDiligenceSeed,
    TemplatesService,
  ],
})
export class VendorsModule {}
