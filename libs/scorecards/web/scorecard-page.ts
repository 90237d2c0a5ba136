import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  buildScorecard,
  exportScorecard,
  exportScorecardLines,
  publishScorecard,
  type Scorecard,
  type ScorecardComment,
} from '@plumbline/scorecards/schema';
import type { RevisionReason } from '@plumbline/slas/schema';
import {
  ApiProblem,
  Confirm,
  Diff,
  FigurePipe,
  formatFigure,
  formatInstant,
  formatMonth,
  formatNumber,
  Icon,
  Notices,
  PageHeader,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
  VerdictChip,
  verdictWords,
} from '@plumbline/ui';
import { BandChip } from './band-chip';
import { differenceRows } from './difference-rows';
import { ScorecardComments } from './scorecard-comments';
import { ScorecardIncidents } from './scorecard-incidents';
import { ScorecardLines } from './scorecard-lines';
import { scorecardPageWords } from './scorecard-page-words';
import { ScorecardStore } from './scorecard-store';
import { scorecardWords, stateLooks } from './scorecard-words';

@Component({
  selector: 'pl-scorecard-page',
  imports: [
    PageHeader,
    PageStateView,
    ProblemView,
    StatusChip,
    VerdictChip,
    BandChip,
    Diff,
    Icon,
    FigurePipe,
    ScorecardLines,
    ScorecardComments,
    ScorecardIncidents,
    RouterLink,
  ],
  providers: [ScorecardStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scorecard-page.html',
  styles: `
    .score {
      font-size: var(--pl-text-28);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      letter-spacing: -0.02em;
    }
  `,
})
export class ScorecardPage {
  readonly scorecardId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly verdicts = texts(verdictWords);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ScorecardStore);
  protected readonly text = texts(scorecardPageWords);
  protected readonly words = texts(scorecardWords);
  protected readonly looks = stateLooks;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  private readonly scorecard = computed(() => this.store.scorecard.value());
  protected readonly month = computed(() =>
    formatMonth(this.scorecard()?.period ?? '', this.reader.locale(), 'long'),
  );
  protected readonly urls = computed(() => {
    const params = { scorecardId: this.scorecardId() };
    return {
      json: this.api.urlOf(exportScorecard, { params }),
      csv: this.api.urlOf(exportScorecardLines, { params }),
    };
  });
  protected readonly total = computed(() => {
    const score = this.scorecard()?.score ?? null;
    return score === null ? this.words().withheld : formatFigure(score, 'points', this.reader.locale());
  });
  /** How the score came about, in one sentence with its numbers. */
  protected readonly arithmetic = computed(() => {
    const scorecard = this.scorecard();
    if (!scorecard) return '';
    const [text, locale] = [this.text(), this.reader.locale()];
    const share = (value: string) => formatFigure(value, 'ratio', locale);
    if (scorecard.score === null) {
      return text.withheldBelow(share(scorecard.coverage), share(scorecard.minimumCoverage));
    }
    const { earned, covered } = scorecard.arithmetic;
    const number = (value: string) => formatNumber(value, locale, { max: 2 });
    return text.arithmetic(number(earned), number(covered), number(scorecard.score));
  });
  protected readonly coverage = computed(() => {
    const coverage = this.scorecard()?.coverage ?? '0';
    return this.text().coverage(formatFigure(coverage, 'ratio', this.reader.locale()));
  });
  protected readonly when = computed(() => {
    const scorecard = this.scorecard();
    if (!scorecard) return '';
    const options = { locale: this.reader.locale(), timeZone: this.tenant.timeZone() };
    return scorecard.publishedAt === null
      ? this.text().builtAt(formatInstant(scorecard.builtAt, options))
      : this.text().publishedBy(
          scorecard.publishedByName ?? '',
          formatInstant(scorecard.publishedAt, options),
        );
  });
  protected readonly changes = computed(() => {
    const difference = this.scorecard()?.difference;
    if (!difference) return [];
    const text = this.text();
    const words = {
      score: text.scoreRow,
      coverage: text.coverageRow,
      withheld: this.words().withheld,
      none: text.noFigure,
      states: this.verdicts(),
    };
    return differenceRows(difference, words, this.reader.locale());
  });

  constructor() {
    effect(() => this.store.id.set(this.scorecardId()));
  }

  protected reasonOf({ code, file }: RevisionReason): string {
    const { reasons, unknownFile } = this.text();
    if (code !== 'kpi_file') return reasons[code];
    const because = file?.restatementReason ? `: ${file.restatementReason}` : '';
    return `${reasons.kpi_file(file?.name ?? unknownFile)}${because}`;
  }

  protected onComment(comment: ScorecardComment): void {
    const scorecard = this.scorecard();
    if (scorecard) this.store.scorecard.set({ ...scorecard, comments: [...scorecard.comments, comment] });
  }

  protected async publish(scorecard: Scorecard): Promise<void> {
    const [text, month, vendor] = [this.text(), this.month(), scorecard.vendor.name];
    const agreed = await this.confirm.ask({
      title: text.publishTitle(month),
      effect: text.publishEffect(vendor, month, scorecard.revision),
      action: text.publish,
    });
    if (!agreed) return;
    await this.run(async () => {
      const published = await this.api.call(
        publishScorecard,
        { params: { scorecardId: scorecard.id } },
        { ifMatch: `"${scorecard.version}"` },
      );
      this.store.scorecard.set(published);
      this.notices.done(text.published(vendor, month));
    });
  }

  /** Brings a draft up to date with the results; a newer revision is shown where there is one. */
  protected async refresh({ vendor, period }: Scorecard): Promise<void> {
    await this.run(async () => {
      const newest = await this.api.call(buildScorecard, { body: { vendorId: vendor.id, period } });
      this.notices.done(this.text().refreshed);
      if (newest.id === this.scorecardId()) this.store.scorecard.set(newest);
      else await this.router.navigate([...this.tenant.link('scorecards', newest.id)]);
    });
  }

  protected print(): void {
    window.print();
  }

  private async run(action: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await action();
    } catch (error) {
      const problem = ApiProblem.from(error);
      this.problem.set(problem);
      // somebody else was faster: the page shows what is there now, under the word of what happened
      if (problem.status === 409 || problem.status === 412) this.store.scorecard.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
