import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  contentChildren,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { saveFile } from '../feedback/save-file';
import { Reader } from '../i18n/reader';
import { texts } from '../i18n/texts';
import { Icon } from '../icon/icon';
import { arrangeRows } from './arrange-rows';
import { type Column, type SortOrder } from './column';
import { rowWindow } from './row-window';
import { TableCell } from './table-cell';
import { tableWords } from './table-words';
import { toCsv } from './to-csv';

const virtualBeyond = 200;

/**
 * A table of the product: sticky header and first column, sort, filter, choice of columns, movement by rows with the
 * arrow keys (Enter opens), export of what is seen as CSV, more rows by cursor. Beyond 200 rows only those in sight are
 * drawn, in lines of equal height.
 */
@Component({
  selector: 'pl-data-table',
  imports: [NgTemplateOutlet, RouterLink, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './data-table.html',
  styleUrl: './data-table.css',
})
export class DataTable<Row> {
  /** Names the table for screen readers and the exported file. */
  readonly caption = input.required<string>();
  readonly rows = input.required<readonly Row[]>();
  readonly columns = input.required<readonly Column<Row>[]>();
  readonly trackBy = input<(row: Row) => unknown>((row) => row);
  readonly initialSort = input<SortOrder | null>(null);
  /** Filter, column choice and export above the table; off for short tables inside a panel. */
  readonly tools = input(true);
  readonly hasMore = input(false);
  readonly loadingMore = input(false);
  readonly loadMore = output<void>();
  /** Which columns the reader chose, in their order: for a page that keeps them in its address. */
  readonly columnsChosen = output<readonly string[]>();
  /** Enter on a row, or a click beside its links. */
  readonly open = output<Row>();

  private readonly reader = inject(Reader);
  protected readonly words = texts(tableWords);
  private readonly cells = contentChildren<TableCell<Row>>(TableCell);
  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');

  protected readonly filter = signal('');
  protected readonly sort = linkedSignal(() => this.initialSort());
  private readonly chosen = linkedSignal(
    () =>
      new Set(
        this.columns()
          .filter((column) => !column.hidden)
          .map((column) => column.key),
      ),
  );
  private readonly scrolled = signal({ top: 0, height: 600, rowHeight: 32 });
  protected readonly current = signal(0);

  protected readonly shownColumns = computed(() =>
    this.columns().filter((column) => this.chosen().has(column.key)),
  );
  protected readonly arranged = computed(() =>
    arrangeRows(this.rows(), this.columns(), this.filter(), this.sort(), this.reader.locale()),
  );
  protected readonly virtual = computed(() => this.arranged().length > virtualBeyond);
  protected readonly window = computed(() => {
    const count = this.arranged().length;
    const { top, height, rowHeight } = this.scrolled();
    return this.virtual()
      ? rowWindow(count, rowHeight, top, height)
      : { from: 0, to: count, before: 0, after: 0 };
  });
  protected readonly drawn = computed(() => {
    const { from, to } = this.window();
    return this.arranged()
      .slice(from, to)
      .map((row, index) => ({ row, index: from + index }));
  });
  private readonly templates = computed(
    () => new Map(this.cells().map((cell) => [cell.plCell(), cell.template])),
  );
  protected readonly counted = computed(() =>
    this.words().rows(this.arranged().length, this.rows().length, this.hasMore(), this.reader.locale()),
  );

  protected templateOf(key: string) {
    return this.templates().get(key) ?? null;
  }

  protected isShown(key: string): boolean {
    return this.chosen().has(key);
  }

  protected onFilter(event: Event): void {
    this.filter.set((event.target as HTMLInputElement).value);
  }

  protected onChoose(key: string, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.chosen.update((keys) => {
      const next = new Set(keys);
      if (checked) next.add(key);
      else if (next.size > 1) next.delete(key);
      return next;
    });
    this.columnsChosen.emit(this.shownColumns().map((column) => column.key));
  }

  protected sortBy(column: Column<Row>): void {
    const now = this.sort();
    if (now?.key !== column.key) this.sort.set({ key: column.key, descending: false });
    else this.sort.set(now.descending ? null : { key: column.key, descending: true });
  }

  protected sortState(column: Column<Row>): 'ascending' | 'descending' | null {
    const now = this.sort();
    return now?.key === column.key ? (now.descending ? 'descending' : 'ascending') : null;
  }

  protected onScroll(): void {
    const element = this.scroller().nativeElement;
    const row = this.body().nativeElement.querySelector<HTMLElement>('tr[data-index]');
    this.scrolled.set({
      top: element.scrollTop,
      height: element.clientHeight,
      rowHeight: row?.offsetHeight || 32,
    });
  }

  protected onKey(event: KeyboardEvent, row: Row, index: number): void {
    // Keys pressed inside a cell's own control belong to that control; up and down mean nothing to a link or button.
    const moving = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const onRow = event.target === event.currentTarget;
    if (!onRow && !(moving && (event.target as HTMLElement).matches('a, button'))) return;
    const last = this.arranged().length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: last,
      PageDown: index + 10,
      PageUp: index - 10,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.focusRow(Math.min(Math.max(0, to), last));
    } else if (event.key === 'Enter') {
      this.openRow(row, event.currentTarget as HTMLElement);
    }
  }

  protected onClick(event: MouseEvent, row: Row): void {
    if ((event.target as HTMLElement).closest('a, button, input, select, label') === null)
      this.open.emit(row);
  }

  protected download(): void {
    const name = this.caption()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .toLowerCase();
    saveFile(`${name}.csv`, toCsv(this.arranged(), this.shownColumns()), 'text/csv;charset=utf-8');
  }

  private openRow(row: Row, element: HTMLElement): void {
    const link = element.querySelector<HTMLAnchorElement>('a[href]');
    if (link) link.click();
    else this.open.emit(row);
  }

  private focusRow(index: number): void {
    this.current.set(index);
    const find = () => this.body().nativeElement.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
    const row = find();
    if (row) {
      row.focus();
      return;
    }
    this.scroller().nativeElement.scrollTop = index * this.scrolled().rowHeight;
    this.onScroll();
    requestAnimationFrame(() => find()?.focus());
  }
}
