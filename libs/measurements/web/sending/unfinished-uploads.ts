import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type KpiFileUpload, listKpiFileUploads, removeKpiFileUpload } from '@plumbline/measurements/schema';
import {
  ApiProblem,
  formatBytes,
  InstantPipe,
  pageResource,
  ProblemView,
  Reader,
  TenantApi,
  texts,
} from '@plumbline/ui';
import { fingerprintOf } from './file-fingerprint';

const words = {
  en: {
    title: 'Not finished',
    lead: 'The browser may read a file only when you choose it: choose the same one, and it goes on where it stopped.',
    arrived: (part: string, whole: string) => `${part} of ${whole} arrived`,
    kept: 'kept until',
    choose: 'Choose the file again',
    chooseOf: (name: string) => `Choose ${name} again`,
    remove: 'Remove',
    removeOf: (name: string) => `Remove what was sent of ${name}`,
    otherSize: (name: string, size: string, asked: string) =>
      `${name} has ${size}, the unfinished file ${asked}: it is not the same. Nothing was sent.`,
    other: (name: string) =>
      `${name} is not the file that was being sent: it has another name, was changed since, or holds something else. Nothing was sent. Send it as a new file above.`,
  },
  es: {
    title: 'Sin terminar',
    lead: 'El navegador solo puede leer un archivo cuando usted lo elige: elija el mismo y continuará donde se detuvo.',
    arrived: (part: string, whole: string) => `${part} de ${whole} recibidos`,
    kept: 'se conserva hasta',
    choose: 'Elegir el archivo otra vez',
    chooseOf: (name: string) => `Elegir ${name} otra vez`,
    remove: 'Eliminar',
    removeOf: (name: string) => `Eliminar lo enviado de ${name}`,
    otherSize: (name: string, size: string, asked: string) =>
      `${name} tiene ${size}; el archivo sin terminar, ${asked}: no es el mismo. No se envió nada.`,
    other: (name: string) =>
      `${name} no es el archivo que se estaba enviando: tiene otro nombre, se modificó o contiene otra cosa. No se envió nada. Envíelo arriba como archivo nuevo.`,
  },
};

/** A file that was chosen again for an upload, and is the same. */
export interface ChosenAgain {
  readonly file: File;
  readonly upload: KpiFileUpload;
}

/** What the person had begun to send and can go on with, from here or from another machine. */
@Component({
  selector: 'pl-unfinished-uploads',
  imports: [InstantPipe, ProblemView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (shown().length > 0) {
      <section class="pl-panel" aria-labelledby="pl-unfinished">
        <h2 id="pl-unfinished">{{ text().title }}</h2>
        <p class="pl-muted pl-small">{{ text().lead }}</p>
        <ul>
          @for (each of shown(); track each.id) {
            <li>
              <strong class="pl-wrap-anywhere">{{ each.name }}</strong>
              <span class="pl-muted pl-small"
                >{{ text().arrived(size(each.received), size(each.bytes)) }} · {{ text().kept }}
                {{ each.expiresAt | plInstant }}</span
              >
              <div class="pl-row">
                <label class="pl-button choose">
                  {{ text().choose }}
                  <input
                    class="pl-unseen"
                    type="file"
                    [attr.aria-label]="text().chooseOf(each.name)"
                    (change)="choose($event, each)"
                  />
                </label>
                <button
                  class="pl-button"
                  type="button"
                  [attr.aria-label]="text().removeOf(each.name)"
                  (click)="remove(each)"
                >
                  {{ text().remove }}
                </button>
              </div>
            </li>
          }
        </ul>
        <p class="mismatch" role="alert">{{ mismatch() }}</p>
      </section>
    }
    @if (problem(); as problem) {
      <pl-problem [problem]="problem" [canRetry]="true" (retry)="reload()" />
    }
  `,
  styles: `
    h2 {
      margin: 0;
      font-size: var(--pl-text-14);
    }
    ul {
      display: flex;
      flex-direction: column;
      gap: var(--pl-4);
      margin: var(--pl-3) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
    .choose {
      position: relative;
    }
    .choose:focus-within {
      outline: 2px solid var(--pl-accent);
      outline-offset: 2px;
    }
    .mismatch {
      margin: var(--pl-3) 0 0;
      color: var(--pl-bad-text);
    }
    .mismatch:empty {
      display: none;
    }
  `,
})
export class UnfinishedUploads {
  readonly vendorId = input.required<string>();
  /** Ids of those that are being sent on this page. */
  readonly underWay = input<readonly (string | null)[]>([]);
  readonly chosen = output<ChosenAgain>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  protected readonly text = texts(words);
  protected readonly mismatch = signal('');
  private readonly failed = signal<ApiProblem | null>(null);
  private readonly taken = signal<ReadonlySet<string>>(new Set());
  private readonly begun = pageResource({
    params: () => this.vendorId(),
    load: (vendorId, signal) => this.api.call(listKpiFileUploads, { query: { vendorId } }, { signal }),
  });

  /** What was begun before this page was opened and has something to go on with. */
  protected readonly shown = computed(() =>
    (this.begun.value()?.items ?? []).filter(
      ({ id, received }) => received > 0 && !this.taken().has(id) && !this.underWay().includes(id),
    ),
  );
  protected readonly problem = computed(() => {
    const state = this.begun.state();
    return this.failed() ?? (state.is === 'failed' ? state.problem : null);
  });

  protected size(bytes: number): string {
    return formatBytes(bytes, this.reader.locale());
  }

  protected reload(): void {
    this.failed.set(null);
    this.begun.reload();
  }

  protected async choose(event: Event, upload: KpiFileUpload): Promise<void> {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    // the same file, put right and chosen again, must be noticed
    field.value = '';
    if (!file) return;
    this.mismatch.set('');
    if (file.size !== upload.bytes)
      this.mismatch.set(this.text().otherSize(file.name, this.size(file.size), this.size(upload.bytes)));
    else if ((await fingerprintOf(file)) !== upload.fingerprint)
      this.mismatch.set(this.text().other(file.name));
    else {
      this.take(upload);
      this.chosen.emit({ file, upload });
    }
  }

  protected async remove(upload: KpiFileUpload): Promise<void> {
    try {
      await this.api.call(removeKpiFileUpload, { params: { kpiFileUploadId: upload.id } });
      this.take(upload);
    } catch (error) {
      this.failed.set(ApiProblem.from(error));
    }
  }

  private take({ id }: KpiFileUpload): void {
    this.taken.update((taken) => new Set([...taken, id]));
  }
}
