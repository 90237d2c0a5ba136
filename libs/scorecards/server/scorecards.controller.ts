import { Controller, StreamableFile } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, IfMatch, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import {
  buildScorecard,
  commentOnScorecard,
  exportScorecard,
  exportScorecardLines,
  listScorecards,
  publishScorecard,
  publishScorecards,
  type Scorecard,
  viewScorecard,
  viewScorecardMonth,
} from '@plumbline/scorecards/schema';
import { PublicationsService } from './publications.service';
import { scorecardCsv, scorecardFileName } from './scorecard-csv';
import { ScorecardsService } from './scorecards.service';

@Controller()
export class ScorecardsController {
  constructor(
    private readonly scorecards: ScorecardsService,
    private readonly publications: PublicationsService,
  ) {}

  @Handles(listScorecards)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listScorecards>) {
    return this.scorecards.list(actor, query);
  }

  @Handles(viewScorecardMonth)
  month(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewScorecardMonth>) {
    return this.scorecards.month(actor, params.period);
  }

  @Handles(buildScorecard)
  build(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof buildScorecard>) {
    return this.scorecards.build(actor, body);
  }

  @Handles(viewScorecard)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewScorecard>) {
    return this.scorecards.view(actor, params.scorecardId);
  }

  @Handles(publishScorecard)
  publish(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof publishScorecard>,
    @IfMatch() version: number,
  ) {
    return this.publications.publish(actor, params.scorecardId, version);
  }

  @Handles(publishScorecards)
  publishSeveral(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof publishScorecards>) {
    return this.publications.publishSeveral(actor, body.items);
  }

  @Handles(commentOnScorecard)
  comment(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof commentOnScorecard>) {
    return this.scorecards.comment(actor, params.scorecardId, body);
  }

  @Handles(exportScorecard)
  async export(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof exportScorecard>) {
    const exported = await this.scorecards.export(actor, params.scorecardId);
    return download(exported.scorecard, 'json', 'application/json', JSON.stringify(exported, null, 2));
  }

  @Handles(exportScorecardLines)
  async exportLines(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof exportScorecardLines>) {
    const scorecard = await this.scorecards.view(actor, params.scorecardId);
    return download(scorecard, 'csv', 'text/csv; charset=utf-8', scorecardCsv(scorecard));
  }
}

function download(scorecard: Scorecard, extension: string, type: string, text: string): StreamableFile {
  const name = scorecardFileName(scorecard, extension);
  return new StreamableFile(Buffer.from(text), { type, disposition: `attachment; filename="${name}"` });
}
