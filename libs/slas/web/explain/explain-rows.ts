import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ExplainedRow, type Explanation, listExplainedRows } from '@plumbline/slas/schema';
import {
  TenantApi,
  formatInstant,
  zoneCity,
  formatNumber,
  Reader,
  texts,
  PageStateView,
  TenantContext,
  cursorList,
  type Column,
  DataTable,
  TableCell,
} from '@plumbline/ui';
import { explainWords } from './explain-words';

type Place = ExplainedRow['elsewhere'][string];

/** The rows behind a figure as they stood when it was computed, each with the way back to its file and line. */
@Component({
  selector: 'pl-explain-rows',
  imports: [DataTable, TableCell, PageStateView, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (dropped(); as said) {
      <p class="pl-muted" role="note">{{ said }}</p>
    }
    <pl-page-state [state]="rows.state()" (retry)="rows.reload()">
      <p plEmpty class="pl-muted">{{ dropped() ? '' : text().noRows }}</p>
      <pl-data-table
        [caption]="text().rows"
        [rows]="rows.items()"
        [columns]="columns()"
        [hasMore]="rows.hasMore()"
        [loadingMore]="rows.loadingMore()"
        (loadMore)="rows.loadMore()"
      >
        @for (measure of explanation().metric.measures; track measure.code) {
          <ng-template [plCell]="columnOf(measure.code)" [plCellOf]="rows.items()" let-row>
            {{ amountOf(row, measure.code) }}
            @if (placeOf(row, measure.code); as place) {
              <span class="pl-muted pl-small">
                @if (place.file; as file) {
                  <a [routerLink]="tenant.link('kpi-files', file.id)">{{ file.name }}</a>,
                }
                {{ text().atLine(place.line) }}
              </span>
            }
          </ng-template>
        }
      </pl-data-table>
    </pl-page-state>
  `,
})
export class ExplainRows {
  readonly resultId = input.required<string>();
  readonly explanation = input.required<Explanation>();
  private readonly api = inject(TenantApi);
  protected readonly tenant = inject(TenantContext);
  private readonly reader = inject(Reader);
  protected readonly text = texts(explainWords);

  protected readonly rows = cursorList({
    params: () => this.resultId(),
    load: (resultId, cursor, signal) =>
      this.api.call(listExplainedRows, { params: { resultId }, query: { limit: 100, cursor } }, { signal }),
  });

  /** Rows that are gone are not rows that never came. */
  protected readonly dropped = computed(() => {
    const at = this.explanation().rowsDroppedAt;
    if (at === null) return null;
    const [locale, timeZone] = [this.reader.locale(), this.explanation().window.zone];
    return this.text().rowsDropped(formatInstant(at, { locale, timeZone }));
  });

  protected readonly columns = computed((): readonly Column<ExplainedRow>[] => {
    const text = this.text();
    const locale = this.reader.locale();
    const timeZone = this.explanation().window.zone;
    return [
      {
        key: 'file',
        header: text.file,
        text: (row) => row.file?.name ?? '–',
        link: (row) => (row.file ? this.tenant.link('kpi-files', row.file.id) : null),
      },
      {
        key: 'line',
        header: text.line,
        numeric: true,
        text: (row) => String(row.line),
        sortBy: (row) => row.line,
      },
      {
        key: 'start',
        header: text.start(zoneCity(timeZone)),
        text: (row) => formatInstant(row.startsAt, { locale, timeZone, zoneName: false }),
        sortBy: (row) => row.startsAt,
        exported: (row) => row.startsAt,
      },
      ...this.explanation().metric.measures.map((measure): Column<ExplainedRow> => ({
        key: this.columnOf(measure.code),
        header: measure.label,
        numeric: true,
        text: (row) => this.amountOf(row, measure.code),
        sortBy: (row) => (row.amounts[measure.code] == null ? null : Number(row.amounts[measure.code])),
        exported: (row) => row.amounts[measure.code] ?? '',
      })),
      { key: 'counted', header: text.counted, text: (row) => (row.counted ? text.yes : text.no) },
    ];
  });

  protected columnOf(measure: string): string {
    return `measure-${measure}`;
  }

  protected amountOf(row: ExplainedRow, measure: string): string {
    const amount = row.amounts[measure];
    return amount == null ? '–' : formatNumber(amount, this.reader.locale());
  }

  /** Where an amount stands, where that is not the row's own line: `elsewhere.csv, line 12`. */
  protected placeOf(row: ExplainedRow, measure: string): Place | null {
    const place = row.elsewhere[measure];
    return place ? { line: place.line, file: place.file?.id === row.file?.id ? null : place.file } : null;
  }
}
