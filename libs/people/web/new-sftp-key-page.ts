import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { addSftpKey } from '@plumbline/people/schema';
import { listVendors } from '@plumbline/vendors/schema';
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
import { peopleWords } from './people-words';
import { type SftpKeyForm, sftpKeyForm } from './sftp-key-form';

const words = {
  en: {
    title: 'Add an SFTP key',
    lead: 'Whoever holds the private half may hand in KPI files of this vendor and read their receipts, nothing else.',
    name: 'Name',
    nameHint: 'Which machine uses it',
    vendor: 'Vendor whose files it hands in',
    choose: 'Choose the vendor',
    publicKey: 'Public key',
    publicKeyHint: 'One line, as in id_ed25519.pub: Ed25519, ECDSA, or RSA of 2048 bits and more',
    confirm: 'A file that nothing speaks against is loaded',
    confirms: { 'by-a-person': 'When a person confirms it', automatically: 'Automatically' },
    add: 'Add the key',
    added: (name: string) => `The key ${name} was added.`,
  },
  es: {
    title: 'Añadir una clave SFTP',
    lead: 'Quien tenga la mitad privada puede entregar archivos KPI de este proveedor y leer sus recibos, nada más.',
    name: 'Nombre',
    nameHint: 'Qué máquina la usa',
    vendor: 'Proveedor cuyos archivos entrega',
    choose: 'Elija el proveedor',
    publicKey: 'Clave pública',
    publicKeyHint: 'Una línea, como en id_ed25519.pub: Ed25519, ECDSA o RSA de 2048 bits o más',
    confirm: 'Un archivo sin nada en contra se carga',
    confirms: { 'by-a-person': 'Cuando lo confirma una persona', automatically: 'Automáticamente' },
    add: 'Añadir la clave',
    added: (name: string) => `Se añadió la clave ${name}.`,
  },
};

@Component({
  selector: 'pl-new-sftp-key-page',
  imports: [PageHeader, PageStateView, ProblemSummary, Field, Control, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: people().sftpKeys, link: tenant.link('people', 'sftp-keys') }]"
      />
      <pl-page-state [state]="vendors.state()" (retry)="vendors.reload()">
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().name" [hint]="text().nameHint" [of]="form.name">
            <input plControl autocomplete="off" [formField]="form.name" />
          </pl-field>
          <pl-field [label]="text().vendor" [of]="form.vendorId">
            <select plControl [formField]="form.vendorId">
              <option value="">{{ text().choose }}</option>
              @for (each of vendors.value(); track each.id) {
                <option [value]="each.id">{{ each.name }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().publicKey" [hint]="text().publicKeyHint" [of]="form.publicKey">
            <textarea
              plControl
              rows="4"
              spellcheck="false"
              autocomplete="off"
              [formField]="form.publicKey"
            ></textarea>
          </pl-field>
          <pl-field [label]="text().confirm" [of]="form.confirm">
            <select plControl [formField]="form.confirm">
              <option value="by-a-person">{{ text().confirms['by-a-person'] }}</option>
              <option value="automatically">{{ text().confirms.automatically }}</option>
            </select>
          </pl-field>
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().add }}
          </button>
        </form>
      </pl-page-state>
    </div>
  `,
})
export class NewSftpKeyPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly people = texts(peopleWords);

  /** A partner's own vendors; the insurer's people choose among all. */
  protected readonly vendors = pageResource({
    params: () => this.tenant.side(),
    load: async (side, signal): Promise<readonly { readonly id: string; readonly name: string }[]> => {
      if (side === 'vendor') return this.tenant.vendors();
      const all: { readonly id: string; readonly name: string }[] = [];
      let cursor: string | undefined;
      do {
        const page = await this.api.call(listVendors, { query: { limit: 200, cursor } }, { signal });
        all.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return all;
    },
    isEmpty: () => false,
  });

  private readonly model = signal<SftpKeyForm>({
    name: '',
    vendorId: this.tenant.side() === 'vendor' ? (this.tenant.vendors()[0]?.id ?? '') : '',
    publicKey: '',
    confirm: 'by-a-person',
  });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, sftpKeyForm));

  protected readonly submitter = formSubmitter(this.form, async () => {
    const added = await this.api.call(addSftpKey, { body: this.model() }, { submission: this.submission });
    this.notices.done(this.text().added(added.name));
    await this.router.navigate([...this.tenant.link('people', 'sftp-keys')]);
  });
}
