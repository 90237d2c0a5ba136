import { Module } from '@nestjs/common';
import { SlasReadModule } from '@plumbline/slas/server';
import { VendorReadModule } from '@plumbline/vendors/server';
import { BuildScorecardsProcessor } from './build-scorecards.processor';
import { MonthLinesRepository } from './month-lines.repository';
import { PublicationsService } from './publications.service';
import { ScorecardBuilder } from './scorecard-builder';
import { ScorecardEffectsController } from './scorecard-effects.controller';
import { ScorecardEffectsService } from './scorecard-effects.service';
import { ScorecardsController } from './scorecards.controller';
import { ScorecardsRepository } from './scorecards.repository';
import { ScorecardsService } from './scorecards.service';
import { ScorecardsSweep } from './scorecards.sweep';

const building = [ScorecardBuilder, ScorecardsRepository, MonthLinesRepository];

/** For the HTTP process. */
@Module({
  imports: [VendorReadModule, SlasReadModule],
  controllers: [ScorecardsController, ScorecardEffectsController],
  providers: [...building, ScorecardsService, PublicationsService, ScorecardEffectsService],
})
export class ScorecardsModule {}

/** For the job process. */
@Module({
  imports: [VendorReadModule],
  providers: [...building, BuildScorecardsProcessor, ScorecardsSweep],
  exports: [BuildScorecardsProcessor, ScorecardsSweep],
})
export class ScorecardsWorkerModule {}
