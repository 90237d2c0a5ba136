import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ScorecardLine } from '@plumbline/scorecards/schema';
import { viewTrend } from '@plumbline/slas/schema';
import {
  addMonths,
  formatWindow,
  pageResource,
  PageStateView,
  Reader,
  TenantApi,
  TrendChart,
} from '@plumbline/ui';

const months = 14;

/** A line window by window, up to the month of its scorecard. */
@Component({
  selector: 'pl-line-trend',
  imports: [PageStateView, TrendChart],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-page-state [state]="trend.state()" (retry)="trend.reload()">
      <pl-trend-chart [name]="line().name" [unit]="line().metric.unit" [points]="points()" />
    </pl-page-state>
  `,
})
export class LineTrend {
  readonly line = input.required<ScorecardLine>();
  readonly period = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  protected readonly trend = pageResource({
    params: () => ({ slaId: this.line().slaId, to: this.period() }),
    load: ({ slaId, to }, signal) =>
      this.api.call(
        viewTrend,
        { params: { slaId }, query: { from: addMonths(to, 1 - months), to } },
        { signal },
      ),
  });
  protected readonly points = computed(() =>
    (this.trend.value()?.points ?? []).map((point) => ({
      month: point.month,
      ...(point.window.code === 'month' ? {} : { label: formatWindow(point, this.reader.locale()) }),
      value: point.figure?.value ?? null,
      state: point.figure?.state ?? null,
      target: point.target,
    })),
  );
}
