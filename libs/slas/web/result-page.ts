import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Cut, cutDimensions, type Result, type Standing } from '@plumbline/slas/schema';
import {
  type Column,
  DataTable,
  Empty,
  ExplainPanel,
  Figure,
  FigurePipe,
  formatDelta,
  formatFigure,
  formatNumber,
  type Hue,
  type IconName,
  InstantPipe,
  NumberPipe,
  PageHeader,
  PageStateView,
  formatWindow,
  Reader,
  StatusChip,
  TableCell,
  TargetBar,
  TenantContext,
  texts,
  TrendChart,
  VerdictChip,
  verdictWords,
} from '@plumbline/ui';
import { claimedDifference, claimedWords } from './claimed-difference';
import { ExcusingNote } from './excusing-note';
import { ResultStore } from './result-store';
import { resultWords } from './result-words';
import { revisionWords } from './revision-words';
import { segmentText } from './segment-text';
import { trendPoint } from './trend-point';

@Component({
  selector: 'pl-result-page',
  imports: [
    PageHeader,
    PageStateView,
    Empty,
    DataTable,
    TableCell,
    Figure,
    FigurePipe,
    InstantPipe,
    NumberPipe,
    StatusChip,
    TargetBar,
    TrendChart,
    VerdictChip,
    ExcusingNote,
    RouterLink,
  ],
  providers: [ResultStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './result-page.html',
  styles: `
    .figure {
      display: flex;
      justify-content: flex-start;
    }
    .revisions li {
      padding-block: var(--pl-2);
      border-bottom: 1px solid var(--pl-line);
    }
    .revisions li:last-child {
      border-bottom: 0;
    }
    select.pl-input {
      width: auto;
    }
  `,
})
export class ResultPage {
  readonly resultId = input.required<string>();
  /** From the address: the dimension of the cuts. */
  readonly by = input<string>();

  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly explain = inject(ExplainPanel);
  protected readonly store = inject(ResultStore);
  protected readonly text = texts(resultWords);
  protected readonly revisions = texts(revisionWords);
  private readonly states = texts(verdictWords);
  private readonly claimedWords = texts(claimedWords);
  protected readonly dimensions = cutDimensions;
  protected readonly standingLooks: Readonly<Record<Standing, { hue: Hue; icon: IconName }>> = {
    ahead: { hue: 'good', icon: 'arrowUp' },
    level: { hue: 'neutral', icon: 'dash' },
    behind: { hue: 'bad', icon: 'arrowDown' },
    undecided: { hue: 'note', icon: 'help' },
  };

  protected readonly segment = computed(() => {
    const result = this.store.result.value();
    return result ? segmentText(result.sla.segment, this.text().whole) : '';
  });
  protected readonly claimedText = computed(() => {
    const result = this.store.result.value();
    if (!result?.claimedValue) return null;
    return claimedDifference(result.claimedValue, result, this.claimedWords(), this.reader.locale());
  });
  /** The one limit, so that a value beside it shows as many digits as tell it apart. */
  protected readonly edge = computed(() => {
    const target = this.store.result.value()?.target;
    return target && 'value' in target ? target.value : null;
  });
  protected readonly points = computed(() =>
    (this.store.trend.value()?.points ?? []).map((point) => trendPoint(point, this.reader.locale())),
  );

  protected readonly cutColumns = computed((): readonly Column<Cut>[] => {
    const [text, locale] = [this.text(), this.reader.locale()];
    const { unit, direction } = this.store.result.value()?.metric ?? { unit: 'ratio', direction: 'higher' };
    const columns = text.cutColumns;
    const whole = this.store.cuts.value()?.whole.value ?? null;
    return [
      { key: 'name', header: columns.name, text: (row) => row.name ?? text.unsaid },
      {
        key: 'value',
        header: columns.value,
        numeric: true,
        text: (row) => (row.value === null ? '–' : formatFigure(row.value, unit, locale, this.edge())),
        sortBy: (row) => (row.value === null ? null : Number(row.value)),
        exported: (row) => row.value ?? '',
      },
      { key: 'state', header: columns.state, text: (row) => this.states()[row.state] },
      {
        key: 'difference',
        header: columns.difference,
        sortBy: (row) => (row.difference === null ? null : Number(row.difference)),
        text: (row) => formatDelta(row.value, whole, unit, direction, locale)?.text ?? '–',
      },
      { key: 'standing', header: columns.standing, text: (row) => text.standings[row.standing] },
      {
        key: 'share',
        header: columns.share,
        numeric: true,
        text: (row) => (row.shareOfVolume === null ? '–' : formatFigure(row.shareOfVolume, 'ratio', locale)),
        sortBy: (row) => (row.shareOfVolume === null ? null : Number(row.shareOfVolume)),
      },
      {
        key: 'rows',
        header: columns.rows,
        numeric: true,
        text: (row) => formatNumber(row.rowsCounted, locale),
        sortBy: (row) => row.rowsCounted,
      },
    ];
  });

  constructor() {
    effect(() => this.store.id.set(this.resultId()));
    effect(() => this.store.by.set(cutDimensions.find((each) => each === this.by()) ?? 'language'));
  }

  protected intervalText(interval: { readonly lower: string; readonly upper: string }): string {
    const unit = this.store.result.value()?.metric.unit ?? 'ratio';
    const write = (value: string) => formatFigure(value, unit, this.reader.locale(), this.edge());
    return this.text().interval(write(interval.lower), write(interval.upper));
  }

  protected onBy(event: Event): void {
    const by = (event.target as HTMLSelectElement).value;
    void this.router.navigate([], { queryParams: { by }, queryParamsHandling: 'merge' });
  }

  protected windowOf(result: Result): string {
    return formatWindow(result, this.reader.locale(), 'long');
  }
}
