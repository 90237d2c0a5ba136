import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { changeContractDraft } from '@plumbline/contracts/schema';
import {
  formSubmitter,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemSummary,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { viewVendor } from '@plumbline/vendors/schema';
import { ContractStore } from './contract-store';
import { contractWords } from './contract-words';
import { MetricsStore } from './metrics-store';
import { TermsEditor } from './terms-editor';
import { termsFormSchema } from './terms-form-schema';
import { emptyTerms, type TermsModel, toTermsInput, toTermsModel } from './terms-model';
import { today } from './today';

const words = {
  en: {
    title: (number: string, reference: string) => `Draft ${number} of ${reference}`,
    loading: 'Draft',
    contracts: 'Contracts',
    fill: 'Fill with SLAs',
    save: 'Save the draft',
    saved: (number: string) => `Draft ${number} was saved.`,
  },
  es: {
    title: (number: string, reference: string) => `Borrador ${number} de ${reference}`,
    loading: 'Borrador',
    contracts: 'Contratos',
    fill: 'Llenar con SLA',
    save: 'Guardar el borrador',
    saved: (number: string) => `El borrador ${number} se guardó.`,
  },
};

@Component({
  selector: 'pl-draft-page',
  imports: [PageHeader, PageStateView, ProblemSummary, TermsEditor, RouterLink],
  providers: [ContractStore, MetricsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      @let contract = store.contract.value();
      <pl-page-header
        [title]="contract ? text().title(number(), contract.reference) : text().loading"
        [breadcrumbs]="[
          { text: text().contracts, link: tenant.link('contracts') },
          { text: contract?.reference ?? '…', link: tenant.link('contracts', contractId()) },
        ]"
      >
        <a
          class="pl-button"
          [routerLink]="tenant.link('contracts', contractId(), 'versions', number(), 'schedule')"
          >{{ text().fill }}</a
        >
      </pl-page-header>
      <pl-page-state [state]="state()" (retry)="reload()">
        <form class="pl-form wide" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-terms-editor
            [form]="form"
            [(value)]="model"
            [metrics]="known()"
            [phiAccess]="vendor.value()?.phiAccess ?? false"
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
  `,
})
export class DraftPage {
  readonly contractId = input.required<string>();
  readonly number = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly metrics = inject(MetricsStore);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ContractStore);
  protected readonly text = texts(words);
  protected readonly words = texts(contractWords);
  protected readonly vendor = pageResource({
    params: () => this.store.contract.value()?.vendor.id,
    load: (vendorId, signal) => this.api.call(viewVendor, { params: { vendorId } }, { signal }),
  });

  protected readonly known = () => this.metrics.metrics.value() ?? [];
  protected readonly model = signal<TermsModel>(
    emptyTerms(this.tenant.timeZone(), today(this.tenant.timeZone()).slice(0, 7)),
  );
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, termsFormSchema(this.known)),
  );
  /** The form is shown once the draft and the metrics it names are there. */
  protected readonly state = computed(() => {
    const metrics = this.metrics.metrics.state();
    return metrics.is === 'ready' ? this.store.version.state() : metrics;
  });
  protected readonly submitter = formSubmitter(this.form, async () => {
    const [contractId, number] = [this.contractId(), this.number()];
    const changed = await this.api.call(
      changeContractDraft,
      { params: { contractId, number }, body: toTermsInput(this.model(), this.known()) },
      { ifMatch: `"${this.store.version.value()?.version ?? 0}"` },
    );
    this.store.version.set(changed);
    this.notices.done(this.text().saved(number));
    await this.router.navigate([...this.tenant.link('contracts', contractId)], {
      queryParams: { version: number },
    });
  });

  constructor() {
    effect(() => {
      this.store.id.set(this.contractId());
      this.store.number.set(Number(this.number()));
    });
    effect(() => {
      const [version, metrics] = [this.store.version.value(), this.metrics.metrics.value()];
      if (version && metrics) this.model.set(toTermsModel(version, metrics));
    });
  }

  protected reload(): void {
    this.metrics.metrics.reload();
    this.store.version.reload();
  }
}
