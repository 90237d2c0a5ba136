import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type KpiFile } from '@plumbline/measurements/schema';
import {
  FileDrop,
  formatBytes,
  formatPercent,
  Icon,
  ProblemView,
  Reader,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { Sending } from './sending';

/** As the server takes them. */
const largest = 2 * 1024 ** 3;
/** A large file does not keep the small ones waiting. */
const atOnce = 2;

const words = {
  en: {
    label: 'KPI files (CSV or XLSX)',
    hint: 'CSV up to 2 GB, XLSX up to 20 MB, also in ZIP or gzip. One row names the columns.',
    list: 'Files being sent',
    states: {
      waiting: 'Waits for its turn',
      sending: 'Being sent',
      sent: 'Arrived',
      failed: 'Not sent',
      stopped: 'Stopped; nothing of it was kept',
    },
    share: (share: string) => `${share} sent`,
    arrived: 'All sent; being stored and looked at.',
    sendingOf: (name: string) => `Sending ${name}`,
    stop: 'Stop',
    stopOf: (name: string) => `Stop sending ${name}`,
    again: 'Send again',
    againOf: (name: string) => `Send ${name} again`,
    open: 'Open',
    openOf: (name: string) => `Open ${name}`,
    summary: (sent: number, all: number, failed: number) =>
      `${sent} of ${all} files arrived${failed > 0 ? `, ${failed} not sent` : ''}.`,
  },
  es: {
    label: 'Archivos KPI (CSV o XLSX)',
    hint: 'CSV hasta 2 GB, XLSX hasta 20 MB, también en ZIP o gzip. Una fila da nombre a las columnas.',
    list: 'Archivos que se envían',
    states: {
      waiting: 'Espera su turno',
      sending: 'Enviándose',
      sent: 'Recibido',
      failed: 'No enviado',
      stopped: 'Detenido; no se conservó nada',
    },
    share: (share: string) => `${share} enviado`,
    arrived: 'Todo enviado; se está guardando y revisando.',
    sendingOf: (name: string) => `Enviando ${name}`,
    stop: 'Detener',
    stopOf: (name: string) => `Detener el envío de ${name}`,
    again: 'Enviar de nuevo',
    againOf: (name: string) => `Enviar ${name} de nuevo`,
    open: 'Abrir',
    openOf: (name: string) => `Abrir ${name}`,
    summary: (sent: number, all: number, failed: number) =>
      `${sent} de ${all} archivos recibidos${failed > 0 ? `, ${failed} sin enviar` : ''}.`,
  },
};

/** Takes files, several at once, each with its own progress and outcome; one that fails leaves the others alone. */
@Component({
  selector: 'pl-send-files',
  imports: [FileDrop, ProblemView, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(window:beforeunload)': 'hold($event)' },
  template: `
    <pl-file-drop
      [label]="text().label"
      accept=".csv,.tsv,.txt,.xlsx,.zip,.gz"
      [maxBytes]="largest"
      [hint]="text().hint"
      [multiple]="true"
      (chosen)="add($event)"
    />
    @if (all().length > 0) {
      <ul class="pl-stack" [attr.aria-label]="text().list">
        @for (each of all(); track each) {
          <li class="pl-panel">
            <div class="pl-row between">
              <strong class="pl-wrap-anywhere">{{ each.file.name }}</strong>
              <span class="pl-muted pl-small">{{ size(each.file) }} · {{ text().states[each.state()] }}</span>
            </div>
            @if (each.state() === 'sending') {
              <progress
                max="1"
                [value]="each.share()"
                [attr.aria-label]="text().sendingOf(each.file.name)"
              ></progress>
              <span class="pl-muted pl-small">{{ shareText(each) }}</span>
            }
            @if (each.problem(); as problem) {
              <pl-problem [problem]="problem" />
            }
            <div class="pl-row">
              @switch (each.state()) {
                @case ('sent') {
                  <a
                    class="pl-button"
                    [routerLink]="tenant.link('kpi-files', each.received()!.id)"
                    [attr.aria-label]="text().openOf(each.file.name)"
                    ><pl-icon name="file" />{{ text().open }}</a
                  >
                }
                @case ('failed') {
                  <button
                    class="pl-button"
                    type="button"
                    [attr.aria-label]="text().againOf(each.file.name)"
                    (click)="again(each)"
                  >
                    {{ text().again }}
                  </button>
                }
                @case ('stopped') {
                  <button
                    class="pl-button"
                    type="button"
                    [attr.aria-label]="text().againOf(each.file.name)"
                    (click)="again(each)"
                  >
                    {{ text().again }}
                  </button>
                }
                @default {
                  <button
                    class="pl-button"
                    type="button"
                    [attr.aria-label]="text().stopOf(each.file.name)"
                    (click)="each.stop()"
                  >
                    {{ text().stop }}
                  </button>
                }
              }
            </div>
          </li>
        }
      </ul>
    }
    <p class="pl-muted pl-small" role="status">{{ summary() }}</p>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-3);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
    .between {
      justify-content: space-between;
    }
    progress {
      width: 100%;
      accent-color: var(--pl-accent);
    }
    p:empty {
      display: none;
    }
  `,
})
export class SendFiles {
  readonly vendorId = input.required<string>();
  /** The one file that was chosen has arrived; of several, each is opened from the list. */
  readonly sent = output<KpiFile>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly largest = largest;
  protected readonly all = signal<readonly Sending[]>([]);
  private left = false;

  protected readonly summary = computed(() => {
    const all = this.all();
    if (all.length < 2) return '';
    const count = (state: string) => all.filter((each) => each.state() === state).length;
    return this.text().summary(count('sent'), all.length, count('failed'));
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.left = true;
      for (const each of this.all()) each.stop();
    });
  }

  protected size(file: File): string {
    return formatBytes(file.size, this.reader.locale());
  }

  protected shareText(each: Sending): string {
    const share = each.share();
    return share === 1
      ? this.text().arrived
      : this.text().share(formatPercent(share, this.reader.locale(), 0));
  }

  protected add(file: File): void {
    this.all.update((all) => [...all, new Sending(file)]);
    this.sendNext();
  }

  protected again(each: Sending): void {
    each.again();
    this.sendNext();
  }

  /** The browser asks before it throws away what is under way. */
  protected hold(event: Event): void {
    if (this.all().some((each) => ['waiting', 'sending'].includes(each.state()))) event.preventDefault();
  }

  private sendNext(): void {
    const busy = this.all().filter((each) => each.state() === 'sending').length;
    const next = this.all().find((each) => each.state() === 'waiting');
    if (this.left || !next || busy >= atOnce) return;
    void next.send(this.api, this.vendorId()).then(() => {
      if (this.left) return;
      const received = next.received();
      if (received && this.all().length === 1) this.sent.emit(received);
      this.sendNext();
    });
    this.sendNext();
  }
}
