import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { insurerRoles, invite, isVendorRole, vendorRoles } from '@plumbline/people/schema';
import {
  Control,
  Field,
  formSubmitter,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { listVendors } from '@plumbline/vendors/schema';
import { type InvitationForm, invitationForm } from './invitation-form';
import { peopleWords } from './people-words';

const words = {
  en: {
    title: 'Invite somebody',
    lead: 'They get a mail with a link that works once, within seven days.',
    email: 'E-mail',
    role: 'Role',
    vendor: 'Vendor',
    choose: 'Choose a vendor',
    invite: 'Send the invitation',
    sent: (email: string) => `An invitation to ${email} is on its way.`,
    insurer: 'The insurer’s roles',
    partner: 'A vendor’s roles',
  },
  es: {
    title: 'Invitar a alguien',
    lead: 'Recibirá un correo con un enlace que sirve una vez, durante siete días.',
    email: 'Correo',
    role: 'Función',
    vendor: 'Proveedor',
    choose: 'Elija un proveedor',
    invite: 'Enviar la invitación',
    sent: (email: string) => `La invitación a ${email} está en camino.`,
    insurer: 'Funciones de la aseguradora',
    partner: 'Funciones de un proveedor',
  },
};

@Component({
  selector: 'pl-invite-page',
  imports: [PageHeader, PageStateView, ProblemSummary, Field, Control, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: people().people, link: tenant.link('people') }]"
      />
      <pl-page-state [state]="vendors.state()" (retry)="vendors.reload()">
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().email" [of]="form.email">
            <input
              plControl
              type="email"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              [formField]="form.email"
            />
          </pl-field>
          <pl-field [label]="text().role" [hint]="purpose()" [of]="form.role">
            <select plControl [formField]="form.role">
              @if (isInsurer) {
                <optgroup [label]="text().insurer">
                  @for (each of insurerRoles; track each) {
                    <option [value]="each">{{ people().roles[each] }}</option>
                  }
                </optgroup>
              }
              <optgroup [label]="text().partner">
                @for (each of vendorRoles; track each) {
                  <option [value]="each">{{ people().roles[each] }}</option>
                }
              </optgroup>
            </select>
          </pl-field>
          @if (forVendor()) {
            <pl-field [label]="text().vendor" [of]="form.vendorId">
              <select plControl [formField]="form.vendorId">
                <option value="">{{ text().choose }}</option>
                @for (each of vendors.value() ?? []; track each.id) {
                  <option [value]="each.id">{{ each.name }}</option>
                }
              </select>
            </pl-field>
          }
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().invite }}
          </button>
        </form>
      </pl-page-state>
    </div>
  `,
})
export class InvitePage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly people = texts(peopleWords);
  protected readonly insurerRoles = insurerRoles;
  protected readonly vendorRoles = vendorRoles;
  protected readonly isInsurer = this.tenant.side() === 'insurer';

  /** The insurer chooses among all vendors, a vendor's administrator among their own. */
  protected readonly vendors = pageResource({
    params: () => true,
    load: async (_, signal): Promise<readonly { readonly id: string; readonly name: string }[]> =>
      this.isInsurer
        ? (await this.api.call(listVendors, { query: { limit: 200 } }, { signal })).items
        : this.tenant.vendors(),
  });

  private readonly model = signal<InvitationForm>({
    email: '',
    role: this.isInsurer ? 'vendor_manager' : 'vendor_contributor',
    vendorId: this.tenant.vendors().length === 1 ? (this.tenant.vendors()[0]?.id ?? '') : '',
  });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, invitationForm));
  protected readonly forVendor = computed(() => isVendorRole(this.model().role));
  protected readonly purpose = computed(() => this.people().purposes[this.model().role]);

  protected readonly submitter = formSubmitter(this.form, async () => {
    const { email, role, vendorId } = this.model();
    const body = { email: email.trim(), role, ...(isVendorRole(role) ? { vendorId } : {}) };
    const invitation = await this.api.call(invite, { body }, { submission: this.submission });
    this.notices.done(this.text().sent(invitation.email));
    await this.router.navigate([...this.tenant.link('people', 'invitations')]);
  });
}
