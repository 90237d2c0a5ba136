import { AnswersElsewhereService } from '../due-diligence/answers-elsewhere.service';
import { DueDiligenceDecisionEntity } from '../due-diligence/due-diligence-decision.entity';
import { DueDiligenceItemEntity } from '../due-diligence/due-diligence-item.entity';
import { DueDiligenceSeed } from '../due-diligence/due-diligence-seed';
import { DueDiligenceStart } from '../due-diligence/due-diligence-start';
import { DueDiligenceSubmissionEntity } from '../due-diligence/due-diligence-submission.entity';
import { DueDiligenceController } from '../due-diligence/due-diligence.controller';
import { DueDiligenceRepository } from '../due-diligence/due-diligence.repository';
import { DueDiligenceService } from '../due-diligence/due-diligence.service';
import { TemplateVersionEntity } from '../due-diligence/template-version.entity';
import { TemplateVersions } from '../due-diligence/template-versions';
import { TemplatesService } from '../due-diligence/templates.service';
import { VendorGates } from './vendor-gates';
import { VendorMoves } from './vendor-moves';
import { VendorStepEntity } from './vendor-step.entity';
import { VendorStepsController } from './vendor-steps.controller';
import { VendorStepsRepository } from './vendor-steps.repository';
import { VendorStepsService } from './vendor-steps.service';

export const lifeEntities = [
  VendorStepEntity,
  TemplateVersionEntity,
  DueDiligenceItemEntity,
  DueDiligenceSubmissionEntity,
  DueDiligenceDecisionEntity,
] as const;

/** Wherever vendors are entered, also by what a KPI file names: their history and their items begin there. */
export const beginnings = [
  DueDiligenceStart,
  DueDiligenceRepository,
  TemplateVersions,
  VendorStepsRepository,
];

export const lifeControllers = [VendorStepsController, DueDiligenceController];

export const lifeProviders = [
  VendorStepsService,
  VendorGates,
  VendorMoves,
  AnswersElsewhereService,
  DueDiligenceService,
  DueDiligenceSeed,
  TemplatesService,
];
