import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { renderTrace, type Trace } from '@plumbline/sla-engine';
import { Icon, Notices, Reader, texts } from '@plumbline/ui';

/** An amount, the steps that led to it, and the requests by which the engine's command arrives at it again. */
export interface ExplainedMoney {
  readonly title: string;
  readonly amount: string;
  readonly trace: Trace;
  readonly requests: readonly { readonly op: string; readonly input: unknown }[];
}

const words = {
  en: {
    close: 'Close',
    steps: 'How it was computed',
    none: 'Nothing was due: no step led to money.',
    copy: 'Copy as JSON',
    copied: 'The requests to the engine were copied.',
    failed: 'Copying did not work.',
    recompute: 'The JSON is a request to the engine as a command: it arrives at the same amount.',
  },
  es: {
    close: 'Cerrar',
    steps: 'Cómo se ha calculado',
    none: 'No se debía nada: ningún paso llevó a dinero.',
    copy: 'Copiar como JSON',
    copied: 'Se han copiado las peticiones al motor.',
    failed: 'No se ha podido copiar.',
    recompute: 'El JSON es una petición al motor como comando: llega al mismo importe.',
  },
};

/** The right-hand drawer (the whole page on a phone) with the arithmetic behind an amount (semantics rule 29). */
@Component({
  selector: 'pl-money-drawer',
  imports: [Icon],
  host: { class: 'pl-drawer' },
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      <h2 id="pl-money-title" tabindex="-1">{{ money.title }}</h2>
      <button
        class="pl-button"
        data-kind="icon"
        type="button"
        [attr.aria-label]="text().close"
        (click)="dialog.close()"
      >
        <pl-icon name="close" />
      </button>
    </header>
    <div class="body pl-stack">
      <p class="amount">{{ money.amount }}</p>
      <h3>{{ text().steps }}</h3>
      <ol class="steps">
        @for (sentence of sentences(); track $index) {
          <li>{{ sentence }}</li>
        } @empty {
          <li>{{ text().none }}</li>
        }
      </ol>
    </div>
    <footer>
      <button class="pl-button" type="button" (click)="copy()">
        <pl-icon name="copy" />{{ text().copy }}
      </button>
      <span class="pl-muted pl-small">{{ text().recompute }}</span>
    </footer>
  `,
  styles: `
    .amount {
      font-size: var(--pl-text-28);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .steps {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
      padding-inline-start: var(--pl-6, 1.5rem);
      list-style: decimal;
      overflow-wrap: anywhere;
    }
  `,
})
export class MoneyDrawer {
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  protected readonly dialog = inject(DialogRef);
  protected readonly money = inject<ExplainedMoney>(DIALOG_DATA);
  protected readonly text = texts(words);
  protected readonly sentences = computed(() =>
    renderTrace(this.money.trace, this.reader.locale().startsWith('es') ? 'es' : 'en'),
  );

  protected async copy(): Promise<void> {
    const lines = this.money.requests.map((request, index) => JSON.stringify({ id: index + 1, ...request }));
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
      this.notices.done(this.text().copied);
    } catch {
      this.notices.problem(this.text().failed);
    }
  }
}
