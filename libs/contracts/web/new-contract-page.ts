import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { createContract } from '@plumbline/contracts/schema';
import {
  Control,
  Field,
  formSubmitter,
  keepDraft,
  Notices,
  PageHeader,
  PageStateView,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { contractFormSchema } from './contract-form-schema';
import { MetricsStore } from './metrics-store';
import { TermsEditor } from './terms-editor';
import { emptyTerms, type TermsModel, toTermsInput } from './terms-model';
import { today } from './today';
import { VendorsStore } from './vendors-store';

const words = {
  en: {
    title: 'Add a contract',
    contracts: 'Contracts',
    document: 'The document',
    vendor: 'Vendor',
    choose: 'Choose a vendor',
    reference: 'Reference',
    referenceHint: 'The number on the document; unique here',
    subject: 'Title',
    save: 'Save as draft',
    saved: (reference: string) => `${reference} was saved as a draft.`,
  },
  es: {
    title: 'Añadir un contrato',
    contracts: 'Contratos',
    document: 'El documento',
    vendor: 'Proveedor',
    choose: 'Elija un proveedor',
    reference: 'Referencia',
    referenceHint: 'El número del documento; único aquí',
    subject: 'Título',
    save: 'Guardar como borrador',
    saved: (reference: string) => `${reference} se guardó como borrador.`,
  },
};

export interface ContractModel {
  vendorId: string;
  reference: string;
  title: string;
  terms: TermsModel;
}

@Component({
  selector: 'pl-new-contract-page',
  imports: [PageHeader, PageStateView, ProblemSummary, Field, Control, FormField, TermsEditor],
  providers: [MetricsStore, VendorsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [breadcrumbs]="[{ text: text().contracts, link: tenant.link('contracts') }]"
      />
      <pl-page-state [state]="metrics.metrics.state()" (retry)="metrics.metrics.reload()">
        <form class="pl-form wide" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <section class="pl-stack" aria-labelledby="pl-document">
            <h2 id="pl-document">{{ text().document }}</h2>
            <pl-field [label]="text().vendor" [of]="form.vendorId">
              <select plControl [formField]="form.vendorId">
                <option value="">{{ text().choose }}</option>
                @for (vendor of vendors.vendors.value() ?? []; track vendor.id) {
                  <option [value]="vendor.id">{{ vendor.name }} ({{ vendor.code }})</option>
                }
              </select>
            </pl-field>
            <pl-field [label]="text().reference" [hint]="text().referenceHint" [of]="form.reference">
              <input plControl [formField]="form.reference" />
            </pl-field>
            <pl-field [label]="text().subject" [of]="form.title">
              <input plControl [formField]="form.title" />
            </pl-field>
          </section>
          <pl-terms-editor
            [form]="form.terms"
            [value]="model().terms"
            (valueChange)="setTerms($event)"
            [metrics]="metrics.metrics.value() ?? []"
            [phiAccess]="phiAccess()"
          />
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().save }}
          </button>
        </form>
      </pl-page-state>
    </div>
  `,
  styles: `
    .wide.pl-form {
      max-width: 64rem;
    }
    section > pl-field {
      max-width: 34rem;
    }
  `,
})
export class NewContractPage {
  /** From the address: whose contract it is. */
  readonly vendorId = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly metrics = inject(MetricsStore);
  protected readonly text = texts(words);
  protected readonly vendors = inject(VendorsStore);

  protected readonly model = signal<ContractModel>({
    vendorId: '',
    reference: '',
    title: '',
    terms: emptyTerms(this.tenant.timeZone(), today(this.tenant.timeZone()).slice(0, 7)),
  });
  private readonly known = () => this.metrics.metrics.value() ?? [];
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, contractFormSchema(this.known)),
  );
  private readonly draft = keepDraft(this.model, `${this.tenant.slug}:contract-new`);
  protected readonly phiAccess = computed(
    () => this.vendors.vendors.value()?.find(({ id }) => id === this.model().vendorId)?.phiAccess ?? false,
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { terms, ...contract } = this.model();
    const body = { ...contract, terms: toTermsInput(terms, this.known()) };
    const made = await this.api.call(createContract, { body }, { submission: this.submission });
    this.draft.discard();
    this.notices.done(this.text().saved(made.reference));
    await this.router.navigate([...this.tenant.link('contracts', made.id)]);
  });

  constructor() {
    effect(() => {
      const vendorId = this.vendorId();
      if (vendorId !== undefined) this.model.update((now) => ({ ...now, vendorId }));
    });
  }

  protected setTerms(terms: TermsModel): void {
    this.model.update((now) => ({ ...now, terms }));
  }
}
