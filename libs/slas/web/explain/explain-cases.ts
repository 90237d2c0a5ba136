import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { caseMeasures } from '@plumbline/measurements/schema';
import { type CountedCase, type Explanation, listCountedCases } from '@plumbline/slas/schema';
import {
  type Column,
  DataTable,
  PageStateView,
  Reader,
  TenantApi,
  TenantContext,
  cursorList,
  formatDate,
  texts,
} from '@plumbline/ui';
import { caseWords } from './case-words';

const measuresOfCases: ReadonlySet<string> = new Set(Object.values(caseMeasures));

/** Whether a figure may be made of cases: then it is worth asking for them. */
export function mayCountCases({ metric, result }: Explanation): boolean {
  return result.grain === 'day' && metric.measures.some(({ code }) => measuresOfCases.has(code));
}

/** The cases behind a figure as they stood when it was computed, each with the way back to its file and lines. */
@Component({
  selector: 'pl-explain-cases',
  imports: [DataTable, PageStateView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="pl-muted pl-small">{{ text().lead }}</p>
    <pl-page-state [state]="cases.state()" (retry)="cases.reload()">
      <p plEmpty class="pl-muted">{{ text().none }}</p>
      <pl-data-table
        [caption]="text().title"
        [rows]="cases.items()"
        [columns]="columns()"
        [hasMore]="cases.hasMore()"
        [loadingMore]="cases.loadingMore()"
        (loadMore)="cases.loadMore()"
      />
    </pl-page-state>
  `,
})
export class ExplainCases {
  readonly resultId = input.required<string>();
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  private readonly reader = inject(Reader);
  protected readonly text = texts(caseWords);

  protected readonly cases = cursorList({
    params: () => this.resultId(),
    load: (resultId, cursor, signal) =>
      this.api.call(listCountedCases, { params: { resultId }, query: { limit: 100, cursor } }, { signal }),
  });

  protected readonly columns = computed((): readonly Column<CountedCase>[] => {
    const text = this.text();
    const date = (day: string) => formatDate(day, this.reader.locale()).replaceAll(' ', '\u00a0');
    const day = (key: string, header: string, of: (each: CountedCase) => string): Column<CountedCase> => ({
      ...{ key, header, sortBy: of, exported: of },
      text: (each) => date(of(each)),
    });
    return [
      { key: 'number', header: text.number, text: ({ number }) => number, sortBy: ({ number }) => number },
      day('counted', text.counted, ({ countedOn }) => countedOn),
      day('opened', text.opened, ({ openedOn }) => openedOn),
      day('due', text.due, ({ dueOn }) => dueOn),
      {
        key: 'closed',
        header: text.closed,
        text: ({ closedOn }) => (closedOn === null ? text.open : date(closedOn)),
        sortBy: ({ closedOn }) => closedOn,
        exported: ({ closedOn }) => closedOn ?? '',
      },
      { key: 'in-time', header: text.inTime, text: ({ inTime }) => (inTime ? text.yes : text.no) },
      {
        key: 'file',
        header: text.file,
        text: ({ file }) => file?.name ?? '–',
        link: ({ file }) => (file ? this.tenant.link('kpi-files', file.id) : null),
      },
      {
        key: 'lines',
        header: text.lines,
        text: ({ lines }) =>
          lines.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', '),
      },
    ];
  });
}
