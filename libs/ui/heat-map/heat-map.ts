import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Verdict, verdictLook, verdictWords } from '../chips/verdict';
import { texts } from '../i18n/texts';
import { Icon } from '../icon/icon';

export interface HeatCell {
  /** Null where nothing was evaluated: the cell is empty, and says so. */
  readonly state: Verdict | null;
  /** Short, inside the cell: a score, a count. */
  readonly text: string;
  /** What the cell says beyond its state: `5 of 12 targets breached, score 81`. */
  readonly detail: string;
  readonly link: readonly string[] | null;
  readonly query?: Readonly<Record<string, string>>;
}

export interface HeatRow {
  readonly key: string;
  readonly text: string;
  readonly link: readonly string[] | null;
  readonly cells: readonly HeatCell[];
}

/**
 * Rows by columns, each cell a state: a table for screen readers, movement by arrow keys, picture and texture besides
 * colour. `columns` are the headings, one for each cell of a row.
 */
@Component({
  selector: 'pl-heat-map',
  imports: [RouterLink, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './heat-map.html',
  styleUrl: './heat-map.css',
})
export class HeatMap {
  readonly caption = input.required<string>();
  readonly corner = input('');
  readonly columns = input.required<readonly string[]>();
  readonly rows = input.required<readonly HeatRow[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly words = texts(verdictWords);
  protected readonly text = texts({
    en: { none: 'Nothing evaluated', legend: 'What the cells mean' },
    es: { none: 'Nada evaluado', legend: 'Qué significan las celdas' },
  });
  protected readonly current = signal({ row: 0, column: 0 });
  /** The states that occur, in the order of the vocabulary, for the legend. */
  protected readonly legend = computed(() => {
    const present = new Set(this.rows().flatMap((row) => row.cells.map((cell) => cell.state)));
    return (Object.keys(verdictLook) as Verdict[]).filter((state) => present.has(state));
  });

  constructor() {
    // The last column is the newest: where not all fit, it is the one in sight.
    afterRenderEffect(() => {
      this.rows();
      const scroller = this.host.nativeElement.querySelector<HTMLElement>('.scroller');
      if (scroller) scroller.scrollLeft = scroller.scrollWidth;
    });
  }

  protected lookOf(state: Verdict) {
    return verdictLook[state];
  }

  /** What is written in the cell is part of its name, so that it can be called by what is seen (WCAG 2.5.3). */
  protected nameOf(row: HeatRow, column: string, cell: HeatCell): string {
    const state = cell.state === null ? this.text().none : this.words()[cell.state];
    const seen = cell.detail.includes(cell.text) ? '' : ` ${cell.text}`;
    return [`${row.text}, ${column}: ${state}${seen}`, cell.detail].filter((part) => part !== '').join('. ');
  }

  protected isCurrent(row: number, column: number): boolean {
    return this.current().row === row && this.current().column === column;
  }

  protected onKey(event: KeyboardEvent, row: number, column: number): void {
    const lastRow = this.rows().length - 1;
    const lastColumn = this.columns().length - 1;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, lastColumn],
    };
    const to = moves[event.key];
    if (!to) return;
    event.preventDefault();
    const next = { row: clamp(to[0], lastRow), column: clamp(to[1], lastColumn) };
    this.current.set(next);
    this.host.nativeElement.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}"]`)?.focus();
  }
}

function clamp(value: number, last: number): number {
  return Math.min(Math.max(0, value), last);
}
