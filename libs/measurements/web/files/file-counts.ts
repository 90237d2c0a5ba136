import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type KpiFile } from '@plumbline/measurements/schema';
import { Reader, formatNumber, texts } from '@plumbline/ui';
import { isCompared } from './is-compared';

const words = {
  en: {
    total: 'Rows read',
    cases: 'Cases',
    new: 'New',
    restated: 'Replace an earlier value',
    unchanged: 'Known already',
    wrong: 'Wrong',
    vendors: 'Vendors',
    segments: 'Segments',
  },
  es: {
    total: 'Filas leídas',
    cases: 'Casos',
    new: 'Nuevas',
    restated: 'Sustituyen un valor anterior',
    unchanged: 'Ya conocidas',
    wrong: 'Incorrectas',
    vendors: 'Proveedores',
    segments: 'Segmentos',
  },
};

/** What was found in a file, counted. */
@Component({
  selector: 'pl-file-counts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl>
      @for (each of counts(); track each.text) {
        <div [class.bad]="each.bad">
          <dt>{{ each.text }}</dt>
          <dd>{{ each.count }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(8.5rem, 45%), 1fr));
      gap: var(--pl-3) var(--pl-4);
    }
    div {
      display: flex;
      flex-direction: column;
      justify-content: space-between;
      padding-inline-start: var(--pl-3);
      border-inline-start: 3px solid var(--pl-line);
    }
    .bad {
      border-inline-start-color: var(--pl-bad-mark);
    }
    dt {
      font-size: var(--pl-text-13);
      color: var(--pl-ink-muted);
    }
    dd {
      font-size: var(--pl-text-20);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class FileCounts {
  readonly file = input.required<KpiFile>();
  private readonly reader = inject(Reader);
  private readonly text = texts(words);

  protected readonly counts = computed(() => {
    const { rows, effect } = this.file();
    const text = this.text();
    const count = (value: number | null, name: string, bad = false) =>
      value === null ? [] : [{ text: name, count: formatNumber(value, this.reader.locale()), bad }];
    return [
      ...count(rows.total, text.total),
      ...count(effect?.cases ?? null, text.cases),
      ...(isCompared(this.file())
        ? [
            ...count(rows.new, text.new),
            ...count(rows.restated, text.restated),
            ...count(rows.unchanged, text.unchanged),
          ]
        : []),
      ...count(rows.wrong, text.wrong, rows.wrong > 0),
      ...count(effect?.vendors || null, text.vendors),
      ...count(effect?.vendors ? effect.segments : null, text.segments),
    ];
  });
}
