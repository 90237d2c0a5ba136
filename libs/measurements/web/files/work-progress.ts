import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type KpiFile } from '@plumbline/measurements/schema';
import { Reader, formatNumber, texts } from '@plumbline/ui';

const words = {
  en: {
    progress: 'Progress of the file',
    read: (read: string) => `${read} rows read`,
    readOf: (read: string, total: string) => `${read} of ${total} rows read`,
    merging: (total: string) => `All ${total} rows read; now they are merged, all at once`,
    starting: 'Starts in a moment',
    computing: 'Computing results',
    lost: 'The connection is lost; the work goes on. Connecting again…',
  },
  es: {
    progress: 'Avance del archivo',
    read: (read: string) => `${read} filas leídas`,
    readOf: (read: string, total: string) => `${read} de ${total} filas leídas`,
    merging: (total: string) => `Leídas las ${total} filas; ahora se incorporan, todas a la vez`,
    starting: 'Empieza en un momento',
    computing: 'Calculando resultados',
    lost: 'Se perdió la conexión; el trabajo continúa. Conectando de nuevo…',
  },
};

/** How far the work on a file is, while it goes on. */
@Component({
  selector: 'pl-work-progress',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <progress [attr.max]="1" [attr.value]="share()" [attr.aria-label]="text().progress"></progress>
    <p class="pl-muted pl-small counted">{{ counted() }}</p>
    <p class="pl-small" role="status">{{ connection() === 'waiting' ? text().lost : '' }}</p>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-1);
    }
    progress {
      width: 100%;
      height: var(--pl-2);
      accent-color: var(--pl-accent);
    }
    .counted {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class WorkProgress {
  readonly file = input.required<KpiFile>();
  readonly connection = input.required<'closed' | 'waiting' | 'live'>();
  private readonly reader = inject(Reader);
  protected readonly text = texts(words);

  /** Null while there is nothing to measure by: the bar then only shows that work goes on. */
  protected readonly share = computed(() => {
    const { state, rows } = this.file();
    const measurable = state === 'ingesting' && rows.total !== null && rows.total > 0;
    return measurable ? Math.min(1, rows.read / (rows.total ?? 1)) : null;
  });
  protected readonly counted = computed(() => {
    const { state, rows } = this.file();
    const text = this.text();
    const count = (value: number) => formatNumber(value, this.reader.locale());
    if (state === 'evaluating') return text.computing;
    if (rows.read === 0) return text.starting;
    if (state !== 'ingesting' || rows.total === null) return text.read(count(rows.read));
    return rows.read >= rows.total
      ? text.merging(count(rows.total))
      : text.readOf(count(rows.read), count(rows.total));
  });
}
