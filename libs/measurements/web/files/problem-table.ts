import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type FileProblem } from '@plumbline/measurements/schema';
import { type Column, DataTable, Reader, formatNumber, texts } from '@plumbline/ui';
import { rowProblemSaid } from '../findings-said';

const SHOWN_VALUE = 40;

export const problemWords = {
  en: {
    caption: 'Rows that cannot be read',
    line: 'Line',
    column: 'Column',
    wholeRow: 'The whole row',
    value: 'Value',
    blank: '(blank)',
    reason: 'What is wrong',
    nameless: (position: number) => `Column ${position}`,
  },
  es: {
    caption: 'Filas que no se pueden leer',
    line: 'Línea',
    column: 'Columna',
    wholeRow: 'Toda la fila',
    value: 'Valor',
    blank: '(en blanco)',
    reason: 'Qué está mal',
    nameless: (position: number) => `Columna ${position}`,
  },
};

export type ProblemWords = (typeof problemWords)['en'];

/** The columns of a list of row problems, in the words of whoever wrote the file: its lines, its headers, its values. */
export function problemColumns(words: ProblemWords, locale: string): readonly Column<FileProblem>[] {
  return [
    {
      key: 'line',
      header: words.line,
      text: ({ line }) => formatNumber(line, locale),
      sortBy: ({ line }) => line,
      exported: ({ line }) => String(line),
    },
    {
      key: 'column',
      header: words.column,
      text: ({ column, columnName }) =>
        column === null ? words.wholeRow : columnName || words.nameless(column),
      sortBy: ({ column }) => column ?? 0,
    },
    {
      key: 'value',
      header: words.value,
      text: ({ value }) => (value === null ? '' : value === '' ? words.blank : shortened(value)),
      exported: ({ value }) => value ?? '',
    },
    { key: 'reason', header: words.reason, text: (problem) => rowProblemSaid(problem, locale) },
  ];
}

/** A value is shown to tell which is meant; a long one must not push the reason out of sight. */
function shortened(value: string): string {
  return value.length > SHOWN_VALUE ? `${value.slice(0, SHOWN_VALUE)}…` : value;
}

/** What is wrong with which row: line, column, value and reason. */
@Component({
  selector: 'pl-problem-table',
  imports: [DataTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-data-table
      [caption]="text().caption"
      [rows]="problems()"
      [columns]="columns()"
      [trackBy]="ordinal"
      [tools]="tools()"
      [hasMore]="hasMore()"
      [loadingMore]="loadingMore()"
      (loadMore)="loadMore.emit()"
    />
  `,
})
export class ProblemTable {
  readonly problems = input.required<readonly FileProblem[]>();
  readonly tools = input(true);
  readonly hasMore = input(false);
  readonly loadingMore = input(false);
  readonly loadMore = output<void>();

  private readonly reader = inject(Reader);
  protected readonly text = texts(problemWords);
  protected readonly columns = computed(() => problemColumns(this.text(), this.reader.locale()));
  protected readonly ordinal = (problem: FileProblem) => problem.ordinal;
}
