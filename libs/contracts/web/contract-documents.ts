import { ChangeDetectionStrategy, Component, effect, inject, input, signal, viewChild } from '@angular/core';
import {
  attachContractDocuments,
  type Contract,
  type ContractDocument,
  type ContractDocumentKind,
  contractDocumentKinds,
  detachContractDocument,
  listContractDocuments,
} from '@plumbline/contracts/schema';
import {
  ApiProblem,
  type AttachedDocument,
  Confirm,
  DocumentLinks,
  DocumentsField,
  InstantPipe,
  Notices,
  pageResource,
  PageStateView,
  ProblemView,
  StatusChip,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { contractWords } from './contract-words';

const words = {
  en: {
    title: 'Documents',
    none: 'No document is attached.',
    kinds: {
      signed: 'Signed contract',
      schedule: 'Schedule',
      baa: 'Business associate agreement',
      other: 'Other',
    } satisfies Record<ContractDocumentKind, string>,
    whole: 'The contract as a whole',
    shared: 'Shared with the vendor',
    internal: 'Internal',
    add: 'Attach documents',
    kind: 'Kind',
    of: 'Belongs to',
    share: 'Share with the vendor',
    files: 'Documents',
    attach: 'Attach',
    attached: 'Attached.',
    detach: 'Take off',
    detachOf: (name: string) => `Take off ${name}`,
    detachTitle: 'Take this document off the contract?',
    detachEffect: (name: string) =>
      `${name} is listed here no more. That it was attached stays in the activity log.`,
  },
  es: {
    title: 'Documentos',
    none: 'No hay documentos adjuntos.',
    kinds: {
      signed: 'Contrato firmado',
      schedule: 'Anexo',
      baa: 'Acuerdo de asociado comercial',
      other: 'Otro',
    },
    whole: 'El contrato entero',
    shared: 'Compartido con el proveedor',
    internal: 'Interno',
    add: 'Adjuntar documentos',
    kind: 'Tipo',
    of: 'Pertenece a',
    share: 'Compartir con el proveedor',
    files: 'Documentos',
    attach: 'Adjuntar',
    attached: 'Adjuntado.',
    detach: 'Quitar',
    detachOf: (name: string) => `Quitar ${name}`,
    detachTitle: '¿Quitar este documento del contrato?',
    detachEffect: (name: string) =>
      `${name} ya no se lista aquí. Que estuvo adjunto queda en el registro de actividad.`,
  },
};

/** Documents of a contract and its versions; the insurer attaches them, and says which the vendor sees. */
@Component({
  selector: 'pl-contract-documents',
  imports: [PageStateView, ProblemView, StatusChip, DocumentLinks, DocumentsField, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-documents">
      <h2 id="pl-documents">{{ text().title }}</h2>
      @if (problem(); as found) {
        <pl-problem [problem]="found" />
      }
      <pl-page-state [state]="documents.state()" (retry)="documents.reload()">
        <p plEmpty class="pl-muted">{{ text().none }}</p>
        <ul class="pl-stack">
          @for (each of documents.value()?.items; track each.id) {
            <li class="pl-row">
              <pl-document-links [documents]="[each.document]" />
              <span class="pl-muted pl-small"
                >{{ text().kinds[each.kind] }} ·
                {{ each.number === null ? text().whole : contractWords().version(each.number) }} ·
                {{ each.attachedBy }}, {{ each.attachedAt | plInstant }}</span
              >
              @if (tenant.side() === 'insurer') {
                <pl-status
                  [hue]="each.shared ? 'note' : 'neutral'"
                  [icon]="each.shared ? 'people' : 'dash'"
                  [text]="each.shared ? text().shared : text().internal"
                />
              }
              @if (tenant.can('contract.write')) {
                <button
                  class="pl-button pl-no-print"
                  data-kind="quiet"
                  type="button"
                  [attr.aria-label]="text().detachOf(each.document.name)"
                  (click)="detach(each)"
                >
                  {{ text().detach }}
                </button>
              }
            </li>
          }
        </ul>
      </pl-page-state>
      @if (tenant.can('contract.write') && tenant.can('document.upload')) {
        <details class="pl-no-print">
          <summary>{{ text().add }}</summary>
          <div class="pl-stack">
            <label>
              {{ text().kind }}
              <select #kind class="pl-input">
                @for (each of kinds; track each) {
                  <option [value]="each">{{ text().kinds[each] }}</option>
                }
              </select>
            </label>
            <label>
              {{ text().of }}
              <select #number class="pl-input">
                <option value="">{{ text().whole }}</option>
                @for (each of contract().versions; track each.number) {
                  <option [value]="each.number">{{ contractWords().version(each.number) }}</option>
                }
              </select>
            </label>
            <label class="check">
              <input
                type="checkbox"
                [checked]="share()"
                [disabled]="chosen().length > 0"
                (change)="share.set(!share())"
              />{{ text().share }}
            </label>
            <pl-documents-field
              [label]="text().files"
              [vendorId]="share() ? contract().vendor.id : null"
              [(documents)]="chosen"
            />
            <div>
              <button
                class="pl-button"
                type="button"
                [disabled]="busy() || chosen().length === 0 || (field()?.busy() ?? false)"
                (click)="attach(kind.value, number.value)"
              >
                {{ text().attach }}
              </button>
            </div>
          </div>
        </details>
      }
    </section>
  `,
  styles: `
    summary {
      min-height: 1.5rem;
      cursor: pointer;
    }
    label.check {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      min-height: 1.5rem;
    }
    select {
      max-width: 24rem;
    }
  `,
})
export class ContractDocuments {
  readonly contract = input.required<Contract>();

  private readonly api = inject(TenantApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private submission = new Submission();
  protected readonly field = viewChild(DocumentsField);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly contractWords = texts(contractWords);
  protected readonly kinds = contractDocumentKinds;
  protected readonly share = signal(true);
  protected readonly chosen = signal<readonly AttachedDocument[]>([]);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  private readonly asked = signal<string | undefined>(undefined);
  protected readonly documents = pageResource({
    params: () => this.asked(),
    load: (contractId, signal) =>
      this.api.call(listContractDocuments, { params: { contractId } }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });

  constructor() {
    effect(() => this.asked.set(this.contract().id));
  }

  protected attach(kind: string, number: string): Promise<void> {
    return this.run(async () => {
      const body = {
        kind: kind as ContractDocumentKind,
        number: number === '' ? null : Number(number),
        documentIds: this.chosen().map(({ id }) => id),
      };
      const attached = await this.api.call(
        attachContractDocuments,
        { params: { contractId: this.contract().id }, body },
        { submission: this.submission },
      );
      this.submission = new Submission();
      this.documents.set(attached);
      this.chosen.set([]);
      this.notices.done(this.text().attached);
    });
  }

  protected async detach({ id: attachmentId, document }: ContractDocument): Promise<void> {
    const text = this.text();
    const effect = text.detachEffect(document.name);
    if (!(await this.confirm.ask({ title: text.detachTitle, effect, action: text.detach }))) return;
    await this.run(async () => {
      await this.api.call(detachContractDocument, {
        params: { contractId: this.contract().id, attachmentId },
      });
      this.documents.reload();
    });
  }

  private async run(action: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await action();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
