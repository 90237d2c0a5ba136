import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import {
  type FileProblem,
  type GrainName,
  type PreviewRow,
  dimensionNames,
  grains,
  isInterval,
} from '@plumbline/measurements/schema';
import {
  type Column,
  DataTable,
  PageStateView,
  Reader,
  formatDate,
  formatInstant,
  formatMonth,
  formatNumber,
  texts,
} from '@plumbline/ui';
import { ProblemTable } from '../files/problem-table';
import { type MappingStart, MappingStore } from './mapping-store';
import { mappingWords } from './mapping-words';

/** The first rows as the answers so far read them: where a swapped day and month, or a wrong column, shows at once. */
@Component({
  selector: 'pl-row-preview',
  imports: [PageStateView, DataTable, ProblemTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" [attr.aria-label]="text().preview">
      <h2>{{ text().preview }}</h2>
      @if (store.mapping() === null) {
        <p class="pl-muted">{{ text().previewNone }}</p>
      } @else {
        <pl-page-state [state]="store.preview.state()" (retry)="store.preview.reload()">
          <p class="read" role="status">{{ summary() }}</p>
          @if (rows().length > 0) {
            <pl-data-table [caption]="text().preview" [rows]="rows()" [columns]="columns()" [tools]="false" />
          }
          @if (problems().length > 0) {
            <pl-problem-table class="problems" [problems]="problems()" [tools]="false" />
          }
        </pl-page-state>
      }
    </section>
  `,
  styles: `
    .read,
    .problems {
      margin-block: var(--pl-2);
    }
    .problems {
      display: block;
    }
  `,
})
export class RowPreview {
  readonly start = input.required<MappingStart>();
  readonly timezone = input.required<string>();
  readonly grain = input.required<GrainName>();

  private readonly reader = inject(Reader);
  protected readonly store = inject(MappingStore);
  protected readonly text = texts(mappingWords);
  protected readonly rows = computed((): readonly PreviewRow[] => this.store.preview.value()?.rows ?? []);
  protected readonly problems = computed(
    (): readonly FileProblem[] => this.store.preview.value()?.problems ?? [],
  );
  protected readonly summary = computed(() => {
    const preview = this.store.preview.value();
    const count = (rows: number) => formatNumber(rows, this.reader.locale());
    if (!preview) return '';
    const read = this.text().previewRead(count(preview.rowsRead), count(preview.rowsWrong));
    return preview.rowsSkipped === 0
      ? read
      : `${read} ${this.text().previewSkipped(count(preview.rowsSkipped), preview.rowsSkipped === 1)}`;
  });

  protected readonly columns = computed((): readonly Column<PreviewRow>[] => {
    const text = this.text();
    const rows = this.rows();
    const said = dimensionNames.filter((name) => rows.some(({ segment }) => segment[name] !== null));
    const figures = [...new Set(rows.flatMap((row) => Object.keys(row.figures)))];
    const ofCases = rows.some((row) => row.case !== undefined);
    const columns: readonly Column<PreviewRow>[] = [
      { key: 'line', header: text.line, text: ({ line }) => String(line) },
      { key: 'vendor', header: text.vendor, text: ({ vendor }) => vendor },
      ...(ofCases
        ? this.caseColumns()
        : [
            {
              key: 'period',
              header: text.period,
              text: (row: PreviewRow) => this.periodOf(row).replaceAll(' ', '\u00a0'),
            },
          ]),
      ...said.map((name) => ({
        key: name,
        header: text.dimensions[name],
        text: (row: PreviewRow) => row.segment[name] ?? '',
      })),
      ...figures.map((code) => ({
        key: code,
        header: this.labelOf(code),
        text: (row: PreviewRow) => row.figures[code] ?? '',
        numeric: true,
      })),
    ];
    return columns.map((column) => ({ ...column, sortBy: false }));
  });

  private caseColumns(): readonly Column<PreviewRow>[] {
    const { caseColumns: names, caseStates: states } = this.text();
    const date = (day: string | null | undefined) =>
      day ? formatDate(day, this.reader.locale()).replaceAll(' ', '\u00a0') : states.open;
    return [
      { key: 'case', header: names.number, text: (row) => row.case?.number ?? '' },
      { key: 'opened', header: names.opened, text: (row) => date(row.case?.openedOn) },
      { key: 'due', header: names.due, text: (row) => date(row.case?.dueOn) },
      { key: 'closed', header: names.closed, text: (row) => date(row.case?.closedOn) },
      {
        key: 'in-time',
        header: names.inTime,
        text: (row) => (row.case?.inTime == null ? '–' : row.case.inTime ? states.yes : states.no),
      },
    ];
  }

  private periodOf({ localDate, startsAt }: PreviewRow): string {
    const locale = this.reader.locale();
    if (this.grain() === 'month') return formatMonth(localDate.slice(0, 7), locale);
    return isInterval(grains[this.grain()])
      ? formatInstant(startsAt, { locale, timeZone: this.timezone(), zoneName: false })
      : formatDate(localDate, locale);
  }

  private labelOf(code: string): string {
    const claimed = code.startsWith('claimed:') ? code.slice('claimed:'.length) : null;
    if (claimed === null)
      return this.start().measures.find((measure) => measure.code === code)?.label ?? code;
    const metric = this.start().metrics.find((each) => each.code === claimed);
    return this.text().claimed(metric?.name ?? claimed);
  }
}
