import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type KpiFileState } from '@plumbline/measurements/schema';
import { Icon, type Texts, texts } from '@plumbline/ui';

export const fileSteps = ['send', 'columns', 'check', 'confirm', 'load'] as const;
export type FileStep = (typeof fileSteps)[number];

/** How far a file is on its way; null where the way has ended without a load. */
export function stepOf(state: KpiFileState): FileStep | null {
  switch (state) {
    case 'received':
      return 'columns';
    case 'checking':
    case 'waiting_for_vendors':
      return 'check';
    case 'checked':
      return 'confirm';
    case 'queued':
    case 'ingesting':
    case 'evaluating':
      return 'load';
    default:
      return null;
  }
}

const words: Texts<Record<FileStep | 'steps' | 'done', string>> = {
  en: {
    steps: 'Steps of a KPI file',
    send: 'Send',
    columns: 'Columns',
    check: 'Check',
    confirm: 'Confirm',
    load: 'Results',
    done: 'done',
  },
  es: {
    steps: 'Pasos de un archivo KPI',
    send: 'Enviar',
    columns: 'Columnas',
    check: 'Comprobar',
    confirm: 'Confirmar',
    load: 'Resultados',
    done: 'hecho',
  },
};

/** Where on its way a file is. */
@Component({
  selector: 'pl-file-steps',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol class="steps" [attr.aria-label]="text().steps">
      @for (each of steps(); track each.step) {
        <li [attr.aria-current]="each.now ? 'step' : null" [class.done]="each.done">
          <span class="mark" aria-hidden="true">
            @if (each.done) {
              <pl-icon name="check" />
            } @else {
              {{ $index + 1 }}
            }
          </span>
          {{ text()[each.step] }}
          @if (each.done) {
            <span class="pl-unseen">({{ text().done }})</span>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-1) var(--pl-4);
      font-size: var(--pl-text-13);
      color: var(--pl-ink-muted);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--pl-1);
    }
    .mark {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      width: 1.375rem;
      height: 1.375rem;
      border: 1px solid var(--pl-line-strong);
      border-radius: 50%;
      font-size: var(--pl-text-12);
      font-variant-numeric: tabular-nums;
    }
    li[aria-current] {
      color: var(--pl-ink);
      font-weight: 600;
    }
    li[aria-current] .mark {
      border-color: var(--pl-accent);
      background: var(--pl-accent);
      color: var(--pl-on-accent);
    }
    .done .mark {
      border-color: var(--pl-good-mark);
      color: var(--pl-good-mark);
    }
  `,
})
export class FileSteps {
  /** The step that is being taken; null: all are done. */
  readonly step = input.required<FileStep | null>();
  protected readonly text = texts(words);
  protected readonly steps = computed(() => {
    const now = this.step();
    const at = now === null ? fileSteps.length : fileSteps.indexOf(now);
    return fileSteps.map((step, index) => ({ step, now: index === at, done: index < at }));
  });
}
