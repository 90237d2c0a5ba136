import { ChangeDetectionStrategy, Component, computed, inject, input, model, signal } from '@angular/core';
import { ApiProblem } from '../api/api-problem';
import { TenantApi } from '../api/tenant-api';
import { ProblemView } from '../page/problem-view';
import { FileDrop } from '../file-drop/file-drop';
import { formatBytes } from '../formatting/format-bytes';
import { Reader } from '../i18n/reader';
import { texts } from '../i18n/texts';
import { Icon } from '../icon/icon';
import { attachable, type AttachedDocument, attachedDocument } from './attached-document';

const words = {
  en: {
    hint: 'PDF, PNG, JPEG, DOCX, XLSX, CSV or text, up to 25 MB each.',
    sending: (name: string, percent: number) => `${name}: ${percent} %`,
    added: (name: string) => `${name} is attached.`,
    remove: (name: string) => `Remove ${name}`,
  },
  es: {
    hint: 'PDF, PNG, JPEG, DOCX, XLSX, CSV o texto, hasta 25 MB cada uno.',
    sending: (name: string, percent: number) => `${name}: ${percent} %`,
    added: (name: string) => `${name} está adjunto.`,
    remove: (name: string) => `Quitar ${name}`,
  },
};

/**
 * Documents of a form: each is sent when it is chosen, and the form names them by their ids when it is sent. What is removed
 * before that is referred to by nothing.
 *
 * @example
 * <pl-documents-field label="Evidence" [vendorId]="vendor.id" [(documents)]="documents" />
 */
@Component({
  selector: 'pl-documents-field',
  imports: [FileDrop, Icon, ProblemView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-file-drop
      [multiple]="true"
      [label]="label()"
      [accept]="attachable.accept"
      [maxBytes]="attachable.maxBytes"
      [hint]="text().hint"
      (chosen)="send($event)"
    />
    <p class="pl-small" role="status">{{ status() }}</p>
    @if (problem(); as found) {
      <pl-problem [problem]="found" [canRetry]="false" />
    }
    @if (documents().length > 0) {
      <ul>
        @for (each of documents(); track each.id) {
          <li>
            <pl-icon name="file" />
            <span class="pl-wrap-anywhere">{{ each.name }}</span>
            <span class="pl-muted pl-small">{{ size(each) }}</span>
            <button
              class="pl-button"
              data-kind="icon"
              type="button"
              [attr.aria-label]="text().remove(each.name)"
              (click)="remove(each)"
            >
              <pl-icon name="close" />
            </button>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
    ul {
      display: flex;
      flex-direction: column;
      gap: var(--pl-1);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      min-width: 0;
    }
  `,
})
export class DocumentsField {
  /** For screen readers: `Evidence`. */
  readonly label = input.required<string>();
  /** The vendor that may see them too; null: the insurer's side only. */
  readonly vendorId = input.required<string | null>();
  readonly documents = model<readonly AttachedDocument[]>([]);

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly under = signal<ReadonlyMap<string, number>>(new Map());
  private readonly last = signal<string | null>(null);
  protected readonly text = texts(words);
  protected readonly attachable = attachable;
  protected readonly problem = signal<ApiProblem | null>(null);
  /** Whether something is still on its way: the form waits for it. */
  readonly busy = computed(() => this.under().size > 0);
  protected readonly status = computed(() => {
    const sending = [...this.under()].map(([name, share]) =>
      this.text().sending(name, Math.round(share * 100)),
    );
    const last = this.last();
    return sending.length > 0 ? sending.join(' · ') : last === null ? '' : this.text().added(last);
  });

  protected async send(file: File): Promise<void> {
    this.problem.set(null);
    this.progress(file.name, 0);
    const form = new FormData();
    form.append('file', file);
    const vendorId = this.vendorId() ?? undefined;
    try {
      const document = await this.api.upload('/documents', form, attachedDocument, {
        query: { vendorId },
        onProgress: (share) => this.progress(file.name, share),
      });
      this.documents.update((now) => [...now, document]);
      this.last.set(file.name);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.under.update((now) => new Map([...now].filter(([name]) => name !== file.name)));
    }
  }

  protected remove({ id }: AttachedDocument): void {
    this.documents.update((now) => now.filter((each) => each.id !== id));
    this.last.set(null);
  }

  protected size({ bytes }: AttachedDocument): string {
    return formatBytes(bytes, this.reader.locale());
  }

  private progress(name: string, share: number): void {
    this.under.update((now) => new Map([...now, [name, share]]));
  }
}
