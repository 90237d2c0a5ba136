import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type KpiFile, kpiFile, largestFile } from '@plumbline/measurements/schema';
import {
  ApiProblem,
  FileDrop,
  ProblemView,
  Reader,
  Submission,
  TenantApi,
  formatBytes,
  formatPercent,
  texts,
} from '@plumbline/ui';

const words = {
  en: {
    label: 'KPI file (CSV or XLSX)',
    hint: 'CSV up to 2 GB, XLSX up to 20 MB, also in ZIP or gzip. One row names the columns.',
    sending: (name: string, size: string) => `Sending ${name} (${size})`,
    sent: (share: string) => `${share} sent`,
    arrived: 'All sent; being stored and looked at.',
    cancel: 'Stop sending',
  },
  es: {
    label: 'Archivo KPI (CSV o XLSX)',
    hint: 'CSV hasta 2 GB, XLSX hasta 20 MB, también en ZIP o gzip. Una fila da nombre a las columnas.',
    sending: (name: string, size: string) => `Enviando ${name} (${size})`,
    sent: (share: string) => `${share} enviado`,
    arrived: 'Todo enviado; se está guardando y examinando.',
    cancel: 'Detener el envío',
  },
};

/** Takes one file and hands it in for a vendor, with its progress; a file that did not arrive can be sent again. */
@Component({
  selector: 'pl-send-file',
  imports: [FileDrop, ProblemView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (sending(); as file) {
      <div class="pl-panel sending" role="status">
        <strong>{{ text().sending(file.name, size(file)) }}</strong>
        <progress
          max="1"
          [value]="share()"
          [attr.aria-label]="text().sending(file.name, size(file))"
        ></progress>
        <span class="pl-muted pl-small">{{ shareText() }}</span>
        <button class="pl-button" type="button" (click)="stop()">{{ text().cancel }}</button>
      </div>
    } @else {
      <pl-file-drop
        [label]="text().label"
        accept=".csv,.tsv,.txt,.xlsx,.zip,.gz"
        [maxBytes]="largest"
        [hint]="text().hint"
        (chosen)="send($event)"
      />
    }
    @if (problem(); as problem) {
      <pl-problem [problem]="problem" [canRetry]="true" (retry)="again()" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-3);
    }
    .sending {
      display: flex;
      flex-direction: column;
      align-items: start;
      gap: var(--pl-2);
      overflow-wrap: anywhere;
    }
    progress {
      width: 100%;
      accent-color: var(--pl-accent);
    }
  `,
})
export class SendFile {
  readonly vendorId = input.required<string>();
  readonly sent = output<KpiFile>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly submission = new Submission();
  private last: File | null = null;
  private abort: AbortController | null = null;
  protected readonly largest = largestFile;
  protected readonly text = texts(words);
  protected readonly sending = signal<File | null>(null);
  protected readonly share = signal(0);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly shareText = computed(() =>
    this.share() === 1
      ? this.text().arrived
      : this.text().sent(formatPercent(this.share(), this.reader.locale(), 0)),
  );

  protected size(file: File): string {
    return formatBytes(file.size, this.reader.locale());
  }

  protected again(): void {
    if (this.last) void this.send(this.last);
  }

  protected stop(): void {
    this.abort?.abort();
  }

  protected async send(file: File): Promise<void> {
    const form = new FormData();
    form.append('file', file, file.name);
    const abort = new AbortController();
    this.abort = abort;
    this.last = file;
    this.problem.set(null);
    this.share.set(0);
    this.sending.set(file);
    try {
      const received = await this.api.upload('/kpi-files', form, kpiFile, {
        query: { vendorId: this.vendorId() },
        submission: this.submission,
        signal: abort.signal,
        onProgress: (share) => this.share.set(share),
      });
      this.sent.emit(received);
    } catch (error) {
      if (!abort.signal.aborted) this.problem.set(ApiProblem.from(error));
    } finally {
      this.sending.set(null);
    }
  }
}
