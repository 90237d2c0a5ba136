import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import {
  formSubmitter,
  Notices,
  PageHeader,
  PageStateView,
  ProblemSummary,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { changeVendor, vendorChange } from '@plumbline/vendors/schema';
import { type VendorAnswers, VendorFields } from './vendor-fields';
import { VendorStore } from './vendor-store';

const words = {
  en: {
    title: (name: string) => `Change ${name}`,
    loading: 'Change a vendor',
    vendors: 'Vendors',
    save: 'Save changes',
    saved: (name: string) => `${name} was changed.`,
  },
  es: {
    title: (name: string) => `Cambiar ${name}`,
    loading: 'Cambiar un proveedor',
    vendors: 'Proveedores',
    save: 'Guardar cambios',
    saved: (name: string) => `${name} se ha cambiado.`,
  },
};

@Component({
  selector: 'pl-change-vendor-page',
  imports: [PageHeader, PageStateView, ProblemSummary, VendorFields],
  providers: [VendorStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      @let vendor = store.vendor.value();
      <pl-page-header
        [title]="vendor ? text().title(vendor.name) : text().loading"
        [breadcrumbs]="[
          { text: text().vendors, link: tenant.link('vendors') },
          { text: vendor?.name ?? '…', link: tenant.link('vendors', vendorId()) },
        ]"
      />
      <pl-page-state [state]="store.vendor.state()" (retry)="store.vendor.reload()">
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-vendor-fields [form]="form" />
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().save }}
          </button>
        </form>
      </pl-page-state>
    </div>
  `,
})
export class ChangeVendorPage {
  readonly vendorId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(VendorStore);
  protected readonly text = texts(words);

  private readonly model = signal<VendorAnswers>({
    name: '',
    services: [],
    criticality: 'medium',
    phiAccess: false,
    timezone: this.tenant.timeZone(),
    reportsForOthers: false,
  });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, vendorChange));
  protected readonly submitter = formSubmitter(this.form, async () => {
    const vendorId = this.vendorId();
    const vendor = await this.api.call(
      changeVendor,
      { params: { vendorId }, body: this.model() },
      { ifMatch: `"${this.store.vendor.value()?.version ?? 0}"` },
    );
    this.notices.done(this.text().saved(vendor.name));
    await this.router.navigate([...this.tenant.link('vendors', vendorId)]);
  });

  constructor() {
    effect(() => this.store.id.set(this.vendorId()));
    effect(() => {
      const vendor = this.store.vendor.value();
      if (!vendor) return;
      const { name, services, criticality, phiAccess, timezone, reportsForOthers } = vendor;
      this.model.set({ name, services, criticality, phiAccess, timezone, reportsForOthers });
    });
  }
}
