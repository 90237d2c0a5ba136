import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { buildScorecard, publishScorecards, type ScorecardSummary } from '@plumbline/scorecards/schema';
import {
  addMonths,
  ApiProblem,
  type Column,
  Confirm,
  DataTable,
  Empty,
  formatFigure,
  formatMonth,
  MonthPicker,
  monthOf,
  Notices,
  PageHeader,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  Submission,
  TableCell,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { BandChip } from './band-chip';
import { type BoardRow, countBoard, readyRows } from './month-board';
import { readinessLooks, scorecardWords, stateLooks } from './scorecard-words';
import { scorecardsPageWords } from './scorecards-page-words';
import { ScorecardsStore } from './scorecards-store';

@Component({
  selector: 'pl-scorecards-page',
  imports: [
    PageHeader,
    PageStateView,
    ProblemView,
    Empty,
    DataTable,
    TableCell,
    StatusChip,
    BandChip,
    MonthPicker,
    RouterLink,
  ],
  providers: [ScorecardsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scorecards-page.html',
})
export class ScorecardsPage {
  /** From the address: the month shown, or one vendor’s history. */
  readonly period = input<string>();
  readonly vendorId = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ScorecardsStore);
  protected readonly text = texts(scorecardsPageWords);
  protected readonly words = texts(scorecardWords);
  protected readonly readinessLooks = readinessLooks;
  protected readonly stateLooks = stateLooks;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  /** The last month that has ended where the tenant is. */
  private readonly lastMonth = addMonths(monthOf(new Date(), this.tenant.timeZone()), -1);
  protected readonly earliest = addMonths(this.lastMonth, -240);
  protected readonly latest = addMonths(this.lastMonth, 1);
  protected readonly shown = computed(() => {
    const asked = this.period() ?? '';
    return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(asked) ? asked : this.lastMonth;
  });
  protected readonly monthText = computed(() => formatMonth(this.shown(), this.reader.locale(), 'long'));
  protected readonly rows = computed(() => this.store.month.value()?.vendors ?? []);
  protected readonly ready = computed(() => readyRows(this.rows()));
  protected readonly summary = computed(() => this.text().summary(countBoard(this.rows()), this.monthText()));
  /** Ids of vendors whose scorecard is to be published; starts over with each month. */
  protected readonly selected = linkedSignal<readonly BoardRow[], ReadonlySet<string>>({
    source: this.rows,
    computation: () => new Set<string>(),
  });
  protected readonly byVendor = (row: BoardRow): string => row.vendor.id;
  protected readonly byId = (row: ScorecardSummary): string => row.id;

  protected readonly columns = computed((): readonly Column<BoardRow>[] => {
    const text = this.text();
    const select: Column<BoardRow> = { key: 'select', header: text.select, text: () => '', sortBy: false };
    return [
      {
        key: 'vendor',
        header: text.vendor,
        text: ({ vendor }) => vendor.name,
        link: ({ vendor, scorecard }) =>
          scorecard ? this.tenant.link('scorecards', scorecard.id) : this.tenant.link('vendors', vendor.id),
      },
      { key: 'standing', header: text.standing, text: (row) => this.words().readinesses[row.readiness] },
      {
        key: 'results',
        header: text.results,
        text: ({ final, slas }) => text.resultsOf(final, slas),
        sortBy: ({ final, slas }) => (slas === 0 ? 0 : final / slas),
        numeric: true,
      },
      this.scoreColumn(({ scorecard }: BoardRow) => scorecard),
      {
        key: 'band',
        header: text.band,
        text: ({ scorecard }) => (scorecard?.band ? this.words().bands[scorecard.band] : ''),
      },
      this.coverageColumn(({ scorecard }: BoardRow) => scorecard),
      {
        key: 'revision',
        header: text.revision,
        text: ({ scorecard }) => (scorecard ? `${scorecard.revision}` : ''),
        sortBy: ({ scorecard }) => scorecard?.revision ?? null,
        numeric: true,
      },
      ...(this.tenant.can('scorecard.publish') ? [select] : []),
    ];
  });

  protected readonly historyColumns = computed((): readonly Column<ScorecardSummary>[] => {
    const text = this.text();
    return [
      {
        key: 'period',
        header: text.period,
        text: ({ period }) => formatMonth(period, this.reader.locale(), 'long'),
        sortBy: ({ period }) => period,
        link: ({ id }) => this.tenant.link('scorecards', id),
      },
      { key: 'state', header: text.state, text: ({ state }) => this.words().states[state] },
      this.scoreColumn((row: ScorecardSummary) => row),
      { key: 'band', header: text.band, text: ({ band }) => (band ? this.words().bands[band] : '') },
      this.coverageColumn((row: ScorecardSummary) => row),
      { key: 'revision', header: text.revision, text: ({ revision }) => `${revision}`, numeric: true },
    ];
  });

  constructor() {
    effect(() => {
      const vendorId = this.vendorId();
      this.store.vendorId.set(vendorId);
      this.store.period.set(vendorId === undefined ? this.shown() : undefined);
    });
  }

  protected show(period: string): void {
    void this.router.navigate([], { queryParams: { period }, queryParamsHandling: 'merge' });
  }

  protected toggle({ vendor }: BoardRow): void {
    this.selected.update((ids) => {
      const next = new Set(ids);
      if (!next.delete(vendor.id)) next.add(vendor.id);
      return next;
    });
  }

  protected toggleAll(): void {
    const all = this.ready().map(({ vendor }) => vendor.id);
    this.selected.update((ids) => new Set(ids.size === all.length ? [] : all));
  }

  protected async publish(): Promise<void> {
    const chosen = this.ready().filter(({ vendor }) => this.selected().has(vendor.id));
    if (chosen.length === 0 || this.busy()) return;
    const [text, month] = [this.text(), this.monthText()];
    const agreed = await this.confirm.ask({
      title: text.publishTitle(month),
      effect: text.publishEffect(
        month,
        chosen.map(({ vendor, scorecard }) =>
          scorecard?.score === null ? text.withheld(vendor.name) : vendor.name,
        ),
      ),
      action: text.publishAction,
    });
    if (!agreed) return;
    await this.run(async () => {
      const items = chosen.flatMap(({ scorecard }) =>
        scorecard ? [{ id: scorecard.id, version: scorecard.version }] : [],
      );
      const outcome = await this.api.call(
        publishScorecards,
        { body: { items } },
        { submission: this.submission },
      );
      const published = outcome.items.filter((item) => item.published);
      if (published.length > 0) this.notices.done(text.published(published.length, month));
      for (const { id, problem } of outcome.items) {
        const row = chosen.find(({ scorecard }) => scorecard?.id === id);
        if (problem) this.notices.problem(text.refused(row?.vendor.name ?? id, problem.detail));
      }
      this.store.month.reload();
    });
  }

  protected async build({ vendor }: BoardRow): Promise<void> {
    await this.run(async () => {
      const body = { vendorId: vendor.id, period: this.shown() };
      const scorecard = await this.api.call(buildScorecard, { body });
      this.notices.done(this.text().built(vendor.name));
      await this.router.navigate([...this.tenant.link('scorecards', scorecard.id)]);
    });
  }

  private async run(action: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await action();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }

  private scoreColumn<Row>(scorecardOf: (row: Row) => ScorecardSummary | null): Column<Row> {
    return {
      key: 'score',
      header: this.text().score,
      text: (row) => {
        const scorecard = scorecardOf(row);
        if (!scorecard) return '';
        // the band beside it says that a score is withheld
        return scorecard.score === null ? '–' : formatFigure(scorecard.score, 'points', this.reader.locale());
      },
      sortBy: (row) => {
        const score = scorecardOf(row)?.score ?? null;
        return score === null ? null : Number(score);
      },
      exported: (row) => scorecardOf(row)?.score ?? '',
      numeric: true,
    };
  }

  private coverageColumn<Row>(scorecardOf: (row: Row) => ScorecardSummary | null): Column<Row> {
    return {
      key: 'coverage',
      header: this.text().coverage,
      text: (row) => {
        const scorecard = scorecardOf(row);
        return scorecard ? formatFigure(scorecard.coverage, 'ratio', this.reader.locale()) : '';
      },
      sortBy: (row) => Number(scorecardOf(row)?.coverage ?? -1),
      exported: (row) => scorecardOf(row)?.coverage ?? '',
      numeric: true,
    };
  }
}
