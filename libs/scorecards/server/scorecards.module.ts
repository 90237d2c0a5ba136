import { Module } from '@nestjs/common';
import { VendorReadModule } from '@plumbline/vendors/server';
import { BuildScorecardsProcessor } from './build-scorecards.processor';
import { MonthLinesRepository } from './month-lines.repository';
import { PublicationsService } from './publications.service';
import { ScorecardBuilder } from './scorecard-builder';
import { ScorecardsController } from './scorecards.controller';
import { ScorecardsRepository } from './scorecards.repository';
import { ScorecardsService } from './scorecards.service';
import { ScorecardsSweep } from './scorecards.sweep';

const building = [ScorecardBuilder, ScorecardsRepository, MonthLinesRepository];

/** For the HTTP process. */
@Module({
  imports: [VendorReadModule],
  controllers: [ScorecardsController],
  providers: [...building, ScorecardsService, PublicationsService],
})
export class ScorecardsModule {}

/** For the job process. */
@Module({
  imports: [VendorReadModule],
  providers: [...building, BuildScorecardsProcessor, ScorecardsSweep],
  exports: [BuildScorecardsProcessor, ScorecardsSweep],
})
export class ScorecardsWorkerModule {}
