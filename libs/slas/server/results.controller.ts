import { Controller } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import {
  cutResult,
  explainResult,
  exportExplanation,
  listCountedCases,
  listExplainedRows,
  listResults,
  viewPortfolio,
  viewResult,
  viewTrend,
} from '@plumbline/slas/schema';
import { ExplanationsService } from './explanations.service';
import { PortfolioService } from './portfolio.service';
import { ResultsService } from './results.service';
import { TrendsService } from './trends.service';

@Controller()
export class ResultsController {
  constructor(
    private readonly results: ResultsService,
    private readonly explanations: ExplanationsService,
    private readonly trends: TrendsService,
    private readonly portfolios: PortfolioService,
  ) {}

  @Handles(listResults)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof listResults>) {
    return this.results.list(actor, query);
  }

  @Handles(viewResult)
  view(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof viewResult>) {
    return this.results.view(actor, params.resultId);
  }

  @Handles(cutResult)
  cut(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof cutResult>) {
    return this.results.cut(actor, params.resultId, query.by);
  }

  @Handles(explainResult)
  explain(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof explainResult>) {
    return this.explanations.explain(actor, params.resultId);
  }

  @Handles(listExplainedRows)
  rows(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof listExplainedRows>) {
    return this.explanations.rows(actor, params.resultId, query);
  }

  @Handles(listCountedCases)
  cases(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof listCountedCases>) {
    return this.explanations.cases(actor, params.resultId, query);
  }

  @Handles(exportExplanation)
  export(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof exportExplanation>) {
    return this.explanations.export(actor, params.resultId);
  }

  @Handles(viewTrend)
  trend(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof viewTrend>) {
    return this.trends.view(actor, params.slaId, query);
  }

  @Handles(viewPortfolio)
  portfolio(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof viewPortfolio>) {
    return this.portfolios.view(actor, query);
  }
}
