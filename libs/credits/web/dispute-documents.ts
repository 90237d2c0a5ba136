import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import {
  attachCreditDisputeDocuments,
  type CreditDispute,
  type CreditStatement,
} from '@plumbline/credits/schema';
import { downloadDocument } from '@plumbline/documents/schema';
import {
  ApiProblem,
  type AttachedDocument,
  DocumentsField,
  Icon,
  InstantPipe,
  Notices,
  ProblemView,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';

const words = {
  en: {
    title: (name: string) => `Documents about ${name}`,
    by: (by: string, side: 'insurer' | 'vendor') => `${by}, ${side === 'vendor' ? 'vendor' : 'insurer'}`,
    add: 'Attach documents',
    files: 'Documents, which the other side reads too',
    attach: 'Attach',
    attached: 'Attached; the other side sees it now.',
  },
  es: {
    title: (name: string) => `Documentos sobre ${name}`,
    by: (by: string, side: 'insurer' | 'vendor') =>
      `${by}, ${side === 'vendor' ? 'proveedor' : 'aseguradora'}`,
    add: 'Adjuntar documentos',
    files: 'Documentos, que la otra parte también lee',
    attach: 'Adjuntar',
    attached: 'Adjuntado; la otra parte ya lo ve.',
  },
};

/** What either side handed in about a disputed line, and the means to hand in more while it is open. */
@Component({
  selector: 'pl-dispute-documents',
  imports: [DocumentsField, Icon, InstantPipe, ProblemView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (dispute().documents.length > 0) {
      <ul [attr.aria-label]="text().title(dispute().name)">
        @for (each of dispute().documents; track each.document.id) {
          <li>
            <pl-icon name="file" />
            <a class="pl-wrap-anywhere" [href]="urlOf(each.document.id)" download>{{ each.document.name }}</a>
            <span class="pl-muted pl-small"
              >{{ text().by(each.attachedBy, each.side) }} · {{ each.attachedAt | plInstant }}</span
            >
          </li>
        }
      </ul>
    }
    @if (mayAttach()) {
      <details class="pl-no-print">
        <summary>{{ text().add }}</summary>
        <div class="pl-stack">
          @if (problem(); as found) {
            <pl-problem [problem]="found" [canRetry]="false" />
          }
          <pl-documents-field
            [label]="text().files"
            [vendorId]="statement().vendor.id"
            [(documents)]="chosen"
          />
          <div>
            <button
              class="pl-button"
              type="button"
              [disabled]="busy() || chosen().length === 0 || (field()?.busy() ?? false)"
              (click)="attach()"
            >
              {{ text().attach }}
            </button>
          </div>
        </div>
      </details>
    }
  `,
  styles: `
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
      flex-wrap: wrap;
      align-items: center;
      gap: var(--pl-2);
      min-width: 0;
    }
    summary {
      min-height: 1.5rem;
      cursor: pointer;
    }
  `,
})
export class DisputeDocuments {
  readonly statement = input.required<CreditStatement>();
  readonly dispute = input.required<CreditDispute>();
  readonly changed = output<CreditStatement>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly tenant = inject(TenantContext);
  private submission = new Submission();
  protected readonly text = texts(words);
  protected readonly field = viewChild(DocumentsField);
  protected readonly chosen = signal<readonly AttachedDocument[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly mayAttach = computed(
    () =>
      this.dispute().state === 'open' &&
      this.statement().state === 'shared' &&
      this.tenant.can('document.upload') &&
      (this.tenant.can('credit.dispute') || this.tenant.can('credit.manage')),
  );

  protected urlOf(documentId: string): string {
    return this.api.urlOf(downloadDocument, { params: { documentId } });
  }

  protected async attach(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const statement = await this.api.call(
        attachCreditDisputeDocuments,
        {
          params: { statementId: this.statement().id, disputeId: this.dispute().id },
          body: { documents: this.chosen().map(({ id }) => id) },
        },
        { submission: this.submission },
      );
      this.submission = new Submission();
      this.chosen.set([]);
      this.notices.done(this.text().attached);
      this.changed.emit(statement);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
