import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import {
  Control,
  Field,
  formSubmitter,
  keepDraft,
  Notices,
  PageHeader,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { createVendor, firstVendorStates, newVendor, type NewVendor } from '@plumbline/vendors/schema';
import { bodySchema, orNull } from './profile/body-schema';
import { VendorFields } from './vendor-fields';
import { vendorWords } from './vendor-words';

const words = {
  en: {
    title: 'Add a vendor',
    vendors: 'Vendors',
    code: 'Code',
    codeHint: 'What KPI files call it; stays as it is',
    state: 'State',
    activeReason: 'Why it is active already',
    activeHint: 'It passes no gate here: no due diligence was looked at. The reason stays in its history.',
    add: 'Add vendor',
    added: (name: string) => `${name} was added.`,
  },
  es: {
    title: 'Añadir un proveedor',
    vendors: 'Proveedores',
    code: 'Código',
    codeHint: 'Como lo llaman los archivos KPI; no cambia',
    state: 'Estado',
    activeReason: 'Por qué ya está activo',
    activeHint:
      'Aquí no pasa ningún control: no se miró ninguna diligencia debida. El motivo queda en su historial.',
    add: 'Añadir proveedor',
    added: (name: string) => `${name} se ha añadido.`,
  },
};

type NewVendorModel = Omit<NewVendor, 'activeReason'> & { activeReason: string };

/** A reason that was typed before another state was chosen is not sent. */
const toBody = ({ activeReason, ...vendor }: NewVendorModel): NewVendor => ({
  ...vendor,
  activeReason: vendor.state === 'active' ? orNull(activeReason) : null,
});

@Component({
  selector: 'pl-new-vendor-page',
  imports: [PageHeader, ProblemSummary, Field, Control, FormField, VendorFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [breadcrumbs]="[{ text: text().vendors, link: tenant.link('vendors') }]"
      />
      <form class="pl-form" novalidate (submit)="submitter.submit($event)">
        <pl-problem-summary [form]="form" [submitter]="submitter" />
        <pl-field [label]="text().code" [hint]="text().codeHint" [of]="form.code">
          <input plControl spellcheck="false" [formField]="form.code" />
        </pl-field>
        <pl-field [label]="text().state" [of]="form.state">
          <select plControl [formField]="form.state">
            @for (each of states; track each) {
              <option [value]="each">{{ vendor().states[each] }}</option>
            }
          </select>
        </pl-field>
        @if (form.state().value() === 'active') {
          <pl-field [label]="text().activeReason" [hint]="text().activeHint" [of]="form.activeReason">
            <input plControl [formField]="form.activeReason" />
          </pl-field>
        }
        <pl-vendor-fields [form]="form" />
        <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">{{ text().add }}</button>
      </form>
    </div>
  `,
})
export class NewVendorPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly vendor = texts(vendorWords);
  protected readonly states = firstVendorStates;

  private readonly model = signal<NewVendorModel>({
    activeReason: '',
    code: '',
    name: '',
    state: 'onboarding',
    services: [],
    criticality: 'medium',
    phiAccess: false,
    timezone: this.tenant.timeZone(),
    reportsForOthers: false,
  });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, bodySchema(newVendor, toBody)),
  );
  private readonly draft = keepDraft(this.model, `${this.tenant.slug}:vendor-new`);
  protected readonly submitter = formSubmitter(this.form, async () => {
    const vendor = await this.api.call(
      createVendor,
      { body: toBody(this.model()) },
      { submission: this.submission },
    );
    this.draft.discard();
    this.notices.done(this.text().added(vendor.name));
    await this.router.navigate([...this.tenant.link('vendors', vendor.id)]);
  });
}
