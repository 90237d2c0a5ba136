import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { createApiKey } from '@plumbline/people/schema';
import {
  Control,
  Field,
  formSubmitter,
  Notices,
  PageHeader,
  ProblemSummary,
  sayProblem,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { type ApiKeyForm, apiKeyForm, keyLifetimes, peopleOnly } from './api-key-form';
import { peopleWords } from './people-words';
import { permissionWords } from './permission-words';

const words = {
  en: {
    title: 'Make an API key',
    lead: 'It can do what you choose here, and nothing you may not do yourself.',
    name: 'Name',
    nameHint: 'Which program uses it',
    vendor: 'Vendor it acts for',
    scopes: 'What it may do',
    days: 'Good for',
    daysOf: (days: string) => `${days} days`,
    make: 'Make the key',
    made: 'This is the key. It is shown this once: keep it where the program finds it.',
    use: 'Send it as Authorization: Bearer, to /api/v1 of this address.',
    copy: 'Copy the key',
    copied: 'The key was copied.',
    done: 'I have kept it',
  },
  es: {
    title: 'Crear una clave de API',
    lead: 'Puede hacer lo que elija aquí, y nada que usted no pueda hacer.',
    name: 'Nombre',
    nameHint: 'Qué programa la usa',
    vendor: 'Proveedor por el que actúa',
    scopes: 'Qué puede hacer',
    days: 'Válida durante',
    daysOf: (days: string) => `${days} días`,
    make: 'Crear la clave',
    made: 'Esta es la clave. Solo se muestra esta vez: guárdela donde el programa la encuentre.',
    use: 'Envíela como Authorization: Bearer, a /api/v1 de esta dirección.',
    copy: 'Copiar la clave',
    copied: 'La clave se copió.',
    done: 'La he guardado',
  },
};

@Component({
  selector: 'pl-new-api-key-page',
  imports: [PageHeader, ProblemSummary, Field, Control, FormField, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: people().apiKeys, link: tenant.link('people', 'api-keys') }]"
      />
      @if (key(); as made) {
        <section class="pl-panel pl-stack" role="status">
          <p>{{ text().made }}</p>
          <code class="pl-wrap-anywhere">{{ made }}</code>
          <p class="pl-muted pl-small">{{ text().use }}</p>
          <div class="pl-row">
            <button class="pl-button" type="button" (click)="copy(made)">{{ text().copy }}</button>
            <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('people', 'api-keys')">{{
              text().done
            }}</a>
          </div>
        </section>
      } @else {
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().name" [hint]="text().nameHint" [of]="form.name">
            <input plControl autocomplete="off" [formField]="form.name" />
          </pl-field>
          @if (vendors().length > 1) {
            <pl-field [label]="text().vendor" [of]="form.vendorId">
              <select plControl [formField]="form.vendorId">
                @for (each of vendors(); track each.id) {
                  <option [value]="each.id">{{ each.name }}</option>
                }
              </select>
            </pl-field>
          }
          <fieldset [attr.aria-describedby]="noScope() ? 'pl-no-scope' : null">
            <legend>{{ text().scopes }}</legend>
            @for (scope of offered(); track scope) {
              <label>
                <input
                  type="checkbox"
                  [checked]="form.scopes().value().includes(scope)"
                  (change)="toggle(scope)"
                />
                <span>
                  {{ permissions()[scope] ?? scope }}
                  <code class="pl-muted pl-small">{{ scope }}</code>
                </span>
              </label>
            }
            @if (noScope(); as problem) {
              <p id="pl-no-scope" class="problem">{{ problem }}</p>
            }
          </fieldset>
          <pl-field [label]="text().days" [of]="form.days">
            <select plControl [formField]="form.days">
              @for (each of lifetimes; track each) {
                <option [value]="each">{{ text().daysOf(each) }}</option>
              }
            </select>
          </pl-field>
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().make }}
          </button>
        </form>
      }
    </div>
  `,
  styles: `
    fieldset {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
      gap: var(--pl-2);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 var(--pl-1);
      font-weight: 550;
      font-size: var(--pl-text-13);
    }
    label {
      display: flex;
      align-items: baseline;
      gap: var(--pl-2);
      min-height: 1.5rem;
    }
    label code {
      display: block;
    }
    .problem {
      grid-column: 1 / -1;
      color: var(--pl-bad-text);
      font-size: var(--pl-text-13);
    }
  `,
})
export class NewApiKeyPage {
  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly people = texts(peopleWords);
  protected readonly permissions = texts(permissionWords);
  protected readonly lifetimes = keyLifetimes;
  protected readonly vendors = this.tenant.vendors;
  /** The key, from the moment it is made until the page is left; nothing keeps it. */
  protected readonly key = signal<string | null>(null);
  protected readonly offered = computed(() =>
    (this.tenant.membership()?.permissions ?? []).filter((permission) => !peopleOnly.includes(permission)),
  );

  private readonly say = sayProblem();
  private readonly model = signal<ApiKeyForm>({
    name: '',
    scopes: [],
    vendorId: this.tenant.vendors()[0]?.id ?? '',
    days: '90',
  });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, apiKeyForm));
  protected readonly noScope = computed(() => {
    const scopes = this.form.scopes();
    const message = scopes.touched() ? scopes.errors()[0]?.message : undefined;
    return message === undefined ? null : this.say(message);
  });

  protected readonly submitter = formSubmitter(this.form, async () => {
    const { name, scopes, vendorId, days } = this.model();
    const body = { name, scopes, expiresInDays: Number(days), ...(vendorId === '' ? {} : { vendorId }) };
    const made = await this.api.call(createApiKey, { body }, { submission: this.submission });
    this.key.set(made.key);
  });

  protected toggle(scope: string): void {
    this.form
      .scopes()
      .value.update((chosen) =>
        chosen.includes(scope) ? chosen.filter((each) => each !== scope) : [...chosen, scope],
      );
  }

  protected async copy(key: string): Promise<void> {
    await navigator.clipboard.writeText(key);
    this.notices.done(this.text().copied);
  }
}
