import { ChangeDetectionStrategy, Component, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  type CalendarFeed,
  listCalendarFeeds,
  makeCalendarFeed,
  revokeCalendarFeed,
} from '@plumbline/contracts/schema';
import {
  ApiProblem,
  Confirm,
  Control,
  Field,
  formSubmitter,
  InstantPipe,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemSummary,
  ProblemView,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { VendorsStore } from './vendors-store';

const words = {
  en: {
    title: 'Deadlines in your calendar',
    lead: 'An address that a calendar program subscribes to. It shows what you may see here, and stops when you no longer may.',
    holds: 'What it shows',
    held: [
      'Dates of contracts: beginnings, renewals, ends, last days to give notice.',
      'Running deadlines of incidents, and days on which a post-incident report is due. Drills are marked [DRILL].',
      'Tasks of yours about incidents, until they are done.',
    ],
    noPhi: 'Incidents appear by reference and rule alone: nothing of what happened leaves the product.',
    vendor: 'Vendor',
    allVendors: 'All that you may see',
    ofAll: 'all vendors',
    lost: 'a vendor that you no longer see',
    contracts: 'Contracts',
    make: 'Make an address',
    name: 'Name',
    nameHint: 'Which calendar it is for',
    once: 'Copy this address now: it is not shown again. Whoever has it can read what it shows.',
    address: 'Address',
    yours: 'Your addresses',
    none: 'You have made no address yet.',
    read: 'last read',
    never: 'never read',
    revoked: 'revoked',
    revoke: 'Revoke',
    revokeOf: (name: string) => `Revoke ${name}`,
    revokeTitle: 'Revoke this address?',
    revokeEffect: (name: string) => `The calendar of “${name}” gets nothing more from now on.`,
    done: (name: string) => `The address “${name}” was revoked.`,
  },
  es: {
    title: 'Plazos en su calendario',
    lead: 'Una dirección a la que se suscribe un programa de calendario. Muestra lo que usted puede ver aquí, y deja de hacerlo cuando ya no pueda.',
    holds: 'Qué muestra',
    held: [
      'Fechas de contratos: inicios, renovaciones, finales, últimos días para dar aviso.',
      'Plazos de incidentes que corren y días en que vence un informe posterior. Los simulacros llevan [SIMULACRO].',
      'Sus tareas sobre incidentes, hasta que estén hechas.',
    ],
    noPhi:
      'Los incidentes aparecen solo con su referencia y su regla: nada de lo que pasó sale del producto.',
    vendor: 'Proveedor',
    allVendors: 'Todos los que usted puede ver',
    ofAll: 'todos los proveedores',
    lost: 'un proveedor que usted ya no ve',
    contracts: 'Contratos',
    make: 'Crear una dirección',
    name: 'Nombre',
    nameHint: 'Para qué calendario es',
    once: 'Copie esta dirección ahora: no se vuelve a mostrar. Quien la tenga puede leer lo que muestra.',
    address: 'Dirección',
    yours: 'Sus direcciones',
    none: 'Aún no ha creado ninguna dirección.',
    read: 'leída por última vez',
    never: 'nunca leída',
    revoked: 'revocada',
    revoke: 'Revocar',
    revokeOf: (name: string) => `Revocar ${name}`,
    revokeTitle: '¿Revocar esta dirección?',
    revokeEffect: (name: string) => `El calendario de «${name}» ya no recibe nada desde ahora.`,
    done: (name: string) => `La dirección «${name}» fue revocada.`,
  },
};

const feedForm = z.strictObject({
  name: z.string().trim().min(1, 'Say which calendar it is for').max(80, 'At most 80 characters'),
  vendorId: z.string(),
});

/** The reader's own calendar addresses: made here, of all vendors or of one, shown once, revoked here. */
@Component({
  selector: 'pl-calendar-page',
  imports: [PageHeader, PageStateView, ProblemSummary, ProblemView, Field, Control, FormField, InstantPipe],
  providers: [VendorsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: text().contracts, link: tenant.link('contracts') }]"
      />
      @if (problem(); as found) {
        <pl-problem [problem]="found" />
      }
      <section class="pl-panel pl-stack" aria-labelledby="pl-holds">
        <h2 id="pl-holds">{{ text().holds }}</h2>
        <ul>
          @for (each of text().held; track each) {
            <li>{{ each }}</li>
          }
        </ul>
        <p class="pl-muted">{{ text().noPhi }}</p>
      </section>
      <section class="pl-panel pl-stack" aria-labelledby="pl-make">
        <h2 id="pl-make">{{ text().make }}</h2>
        @if (address(); as made) {
          <div class="pl-stack" role="status">
            <p>{{ text().once }}</p>
            <label>
              {{ text().address }}
              <input class="pl-input" readonly [value]="made" />
            </label>
          </div>
        }
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().name" [hint]="text().nameHint" [of]="form.name">
            <input plControl autocomplete="off" [formField]="form.name" />
          </pl-field>
          <pl-field [label]="text().vendor" [of]="form.vendorId">
            <select plControl [formField]="form.vendorId">
              <option value="">{{ text().allVendors }}</option>
              @for (vendor of vendors.value(); track vendor.id) {
                <option [value]="vendor.id">{{ vendor.name }}</option>
              }
            </select>
          </pl-field>
          @if (vendors.state().is === 'failed') {
            <pl-page-state [state]="vendors.state()" (retry)="vendors.reload()" />
          }
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().make }}
          </button>
        </form>
      </section>
      <section class="pl-panel pl-stack" aria-labelledby="pl-yours">
        <h2 id="pl-yours">{{ text().yours }}</h2>
        <pl-page-state [state]="feeds.state()" (retry)="feeds.reload()">
          <p plEmpty class="pl-muted">{{ text().none }}</p>
          <ul class="pl-stack">
            @for (feed of feeds.value()?.items; track feed.id) {
              <li class="pl-row">
                <strong class="pl-wrap-anywhere">{{ feed.name }}</strong>
                <span class="pl-wrap-anywhere">{{
                  feed.vendor ? feed.vendor.name || text().lost : text().ofAll
                }}</span>
                <span class="pl-muted">{{ feed.createdAt | plInstant }}</span>
                @if (feed.revokedAt; as at) {
                  <span>{{ text().revoked }} {{ at | plInstant }}</span>
                } @else {
                  <span class="pl-muted">
                    @if (feed.lastReadAt; as at) {
                      {{ text().read }} {{ at | plInstant }}
                    } @else {
                      {{ text().never }}
                    }
                  </span>
                  <button
                    class="pl-button"
                    type="button"
                    [attr.aria-label]="text().revokeOf(feed.name)"
                    (click)="revoke(feed)"
                  >
                    {{ text().revoke }}
                  </button>
                }
              </li>
            }
          </ul>
        </pl-page-state>
      </section>
    </div>
  `,
})
export class CalendarPage {
  /** From the address: the vendor whose page led here. */
  readonly vendorId = input<string>();

  private readonly api = inject(TenantApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly problem = signal<ApiProblem | null>(null);
  /** Of the address made a moment ago; gone with the page. */
  protected readonly address = signal<string | null>(null);

  protected readonly feeds = pageResource({
    params: () => true,
    load: (_, signal) => this.api.call(listCalendarFeeds, {}, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });

  protected readonly vendors = inject(VendorsStore).vendors;

  private readonly model = signal({ name: '', vendorId: '' });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, feedForm));
  protected readonly submitter = formSubmitter(this.form, async () => {
    const made = await this.api.call(makeCalendarFeed, {
      body: { name: this.model().name, vendorId: this.model().vendorId || null },
    });
    this.address.set(made.address);
    this.model.update(({ vendorId }) => ({ name: '', vendorId }));
    this.form().reset();
    this.feeds.reload();
  });

  constructor() {
    // a select shows only what it can choose: once the vendors are there
    effect(() => {
      const asked = this.vendors.value()?.find(({ id }) => id === this.vendorId());
      if (asked) untracked(() => this.model.update((model) => ({ ...model, vendorId: asked.id })));
    });
  }

  protected async revoke(feed: CalendarFeed): Promise<void> {
    const text = this.text();
    const agreed = await this.confirm.ask({
      title: text.revokeTitle,
      effect: text.revokeEffect(feed.name),
      action: text.revoke,
      danger: true,
    });
    if (!agreed) return;
    this.problem.set(null);
    try {
      await this.api.call(
        revokeCalendarFeed,
        { params: { feedId: feed.id } },
        { ifMatch: `"${feed.version}"` },
      );
      this.notices.done(text.done(feed.name));
      this.feeds.reload();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }
}
