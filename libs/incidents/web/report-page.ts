import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { phiAnswers, reportIncident } from '@plumbline/incidents/schema';
import {
  Control,
  Field,
  formSubmitter,
  keepDraft,
  PageHeader,
  pageResource,
  ProblemSummary,
  ProblemView,
  Reader,
  ServerTime,
  Submission,
  TenantApi,
  TenantContext,
  texts,
  zoneCity,
} from '@plumbline/ui';
import { listVendors, services } from '@plumbline/vendors/schema';
import { incidentWords } from './incident-words';
import { blankReport, reportOf, reportSchema, tellings } from './report-model';

const words = {
  en: {
    title: 'Report an incident',
    incidents: 'Incidents',
    lead: 'Four answers are enough: the clocks start and security is told at once. Details follow as supplements.',
    vendor: 'Vendor',
    choose: 'Choose',
    what: 'What happened',
    whatHint: 'In a line. No names, no member data.',
    discovered: 'Discovered',
    discoveredHint: (zone: string) => `Your time, ${zone}. The clocks start here.`,
    service: 'Service',
    phi: 'Health information (PHI) suspected?',
    told: 'Has the vendor told you?',
    tellings: { now: 'Just now', earlier: 'Earlier', not: 'No, we found it' },
    toldAt: 'Told at',
    send: 'Report',
    notATime: 'Enter day and time.',
    draft: 'What you typed before is still here.',
  },
  es: {
    title: 'Informar de un incidente',
    incidents: 'Incidentes',
    lead: 'Bastan cuatro respuestas: los plazos empiezan y se avisa a seguridad al momento. Los detalles se añaden después.',
    vendor: 'Proveedor',
    choose: 'Elija',
    what: 'Qué ha pasado',
    whatHint: 'En una línea. Sin nombres ni datos de afiliados.',
    discovered: 'Descubierto',
    discoveredHint: (zone: string) => `Su hora, ${zone}. Aquí empiezan los plazos.`,
    service: 'Servicio',
    phi: '¿Puede haber datos de salud?',
    told: '¿Le ha avisado el proveedor?',
    tellings: { now: 'Ahora mismo', earlier: 'Antes', not: 'No, lo hemos visto nosotros' },
    toldAt: 'Avisado a las',
    send: 'Informar',
    notATime: 'Indique día y hora.',
    draft: 'Lo que había escrito sigue aquí.',
  },
};

/** The minimum, on a phone, in under a minute (V4). What is typed survives leaving the page. */
@Component({
  selector: 'pl-report-page',
  imports: [PageHeader, Field, Control, FormField, ProblemSummary, ProblemView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: text().incidents, link: tenant.link('incidents') }]"
      />
      <form class="pl-form" novalidate (submit)="submitter.submit($event)">
        <pl-problem-summary [form]="form" [submitter]="submitter" />
        @if (draft.restored) {
          <p class="pl-muted pl-small" role="status">{{ text().draft }}</p>
        }
        @if (known.state(); as state) {
          @if (state.is === 'failed') {
            <pl-problem [problem]="state.problem" [canRetry]="true" (retry)="known.reload()" />
          }
        }
        @if (asksVendor()) {
          <pl-field [label]="text().vendor" [of]="form.vendorId">
            <select plControl [formField]="form.vendorId">
              <option value="">{{ text().choose }}</option>
              @for (vendor of vendors(); track vendor.id) {
                <option [value]="vendor.id">{{ vendor.name }}</option>
              }
            </select>
          </pl-field>
        }
        <pl-field [label]="text().what" [hint]="text().whatHint" [of]="form.what">
          <input plControl autocomplete="off" [formField]="form.what" />
        </pl-field>
        <pl-field [label]="text().discovered" [hint]="text().discoveredHint(zone)" [of]="form.discoveredAt">
          <input plControl type="datetime-local" [formField]="form.discoveredAt" />
        </pl-field>
        <pl-field [label]="text().service" [of]="form.service">
          <select plControl [formField]="form.service">
            <option value="">{{ text().choose }}</option>
            @for (service of offered(); track service) {
              <option [value]="service">{{ words().services[service] }}</option>
            }
          </select>
        </pl-field>
        <fieldset>
          <legend>{{ text().phi }}</legend>
          <div class="answers">
            @for (answer of phiAnswers; track answer) {
              <label
                ><input type="radio" [value]="answer" [formField]="form.phi" />{{
                  words().phi[answer]
                }}</label
              >
            }
          </div>
        </fieldset>
        @if (tenant.side() === 'insurer') {
          <fieldset>
            <legend>{{ text().told }}</legend>
            <div class="answers">
              @for (telling of tellings; track telling) {
                <label
                  ><input type="radio" [value]="telling" [formField]="form.told" />{{
                    text().tellings[telling]
                  }}</label
                >
              }
            </div>
          </fieldset>
          @if (model().told === 'earlier') {
            <pl-field [label]="text().toldAt" [of]="form.toldAt">
              <input plControl type="datetime-local" [formField]="form.toldAt" />
            </pl-field>
          }
        }
        <button class="pl-button send" data-kind="primary" [disabled]="submitter.busy()">
          {{ text().send }}
        </button>
      </form>
    </div>
  `,
  styleUrl: './form.css',
})
export class ReportPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly phiAnswers = phiAnswers;
  protected readonly tellings = tellings;
  protected readonly zone = zoneCity(inject(Reader).timeZone);

  protected readonly known = pageResource({
    params: () => (this.tenant.can('vendor.read') ? (true as const) : undefined),
    load: (_, signal) => this.api.call(listVendors, { query: { limit: 200 } }, { signal }),
  });
  protected readonly vendors = computed(() => this.known.value()?.items ?? []);
  protected readonly asksVendor = computed(() => this.tenant.vendors().length !== 1);

  protected readonly model = signal(blankReport(inject(ServerTime).now()));
  protected readonly draft = keepDraft(this.model, `${this.tenant.slug}:incident-report`);
  /** What the vendor runs; everything where that is not known. */
  protected readonly offered = computed(() => {
    const only = this.tenant.vendors()[0]?.id;
    const vendorId = this.asksVendor() ? this.model().vendorId : only;
    const runs = this.vendors().find(({ id }) => id === vendorId)?.services ?? [];
    return runs.length === 0 ? services : runs;
  });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () => reportSchema(this.text(), this.asksVendor())),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const body = reportOf(this.model(), this.tenant.side(), this.asksVendor());
    const { id } = await this.api.call(reportIncident, { body }, { submission: this.submission });
    this.draft.discard();
    await this.router.navigate(this.tenant.link('incidents', id, 'receipt'));
  });

  constructor() {
    // a vendor that runs one service leaves nothing to choose
    effect(() => {
      const [only, ...others] = this.offered();
      if (others.length === 0 && only) this.model.update((now) => ({ ...now, service: only }));
    });
  }
}
