import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { giveIncidentNotice, type Incident, incidentNotice, phiAnswers } from '@plumbline/incidents/schema';
import {
  Control,
  Field,
  formSubmitter,
  Notices,
  ProblemSummary,
  Submission,
  TenantApi,
  texts,
} from '@plumbline/ui';
import { type Service, services } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { IncidentStore } from './incident-store';
import { incidentWords } from './incident-words';
import { toInstant, toLocalTime } from './local-time';

const words = {
  en: {
    title: 'Give notice',
    lead: 'The insurer entered this incident itself. Your notice with these four answers meets the clock.',
    what: 'What happened',
    discovered: 'Discovered',
    service: 'Service',
    phi: 'Health information (PHI) suspected?',
    send: 'Notify the insurer',
    sent: 'The insurer is notified.',
    notATime: 'Enter day and time.',
  },
  es: {
    title: 'Dar aviso',
    lead: 'La aseguradora registró este incidente por su cuenta. Su aviso con estas cuatro respuestas cumple el plazo.',
    what: 'Qué ha pasado',
    discovered: 'Descubierto',
    service: 'Servicio',
    phi: '¿Puede haber datos de salud?',
    send: 'Avisar a la aseguradora',
    sent: 'La aseguradora está avisada.',
    notATime: 'Indique día y hora.',
  },
};

/** The notice of a vendor whose insurer knew first; what the insurer entered stands in the form already. */
@Component({
  selector: 'pl-give-notice',
  imports: [Field, Control, FormField, ProblemSummary],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-give-notice">
      <h2 id="pl-give-notice">{{ text().title }}</h2>
      <p>{{ text().lead }}</p>
      <form class="pl-form" novalidate (submit)="submitter.submit($event)">
        <pl-problem-summary [form]="form" [submitter]="submitter" />
        <pl-field [label]="text().what" [of]="form.what">
          <input plControl autocomplete="off" [formField]="form.what" />
        </pl-field>
        <pl-field [label]="text().discovered" [of]="form.discoveredAt">
          <input plControl type="datetime-local" [formField]="form.discoveredAt" />
        </pl-field>
        <pl-field [label]="text().service" [of]="form.service">
          <select plControl [formField]="form.service">
            @for (service of services; track service) {
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
        <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
          {{ text().send }}
        </button>
      </form>
    </section>
  `,
  styleUrls: ['./panel.css', './form.css'],
})
export class GiveNotice {
  readonly incident = input.required<Incident>();

  private readonly api = inject(TenantApi);
  private readonly store = inject(IncidentStore);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly services = services;
  protected readonly phiAnswers = phiAnswers;
  private readonly entered = computed(() => {
    const { title, discoveredAt, service, phi } = this.incident();
    return { what: title, discoveredAt: toLocalTime(Date.parse(discoveredAt)), service, phi };
  });
  private readonly model = linkedSignal(() => ({
    ...this.entered(),
    service: this.entered().service as string,
  }));
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () =>
      z.object({
        what: incidentNotice.shape.what,
        discoveredAt: z
          .string()
          .refine((local) => !Number.isNaN(Date.parse(local)), { error: this.text().notATime }),
        service: z.string(),
        phi: z.enum(phiAnswers),
      }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { what, discoveredAt, service, phi } = this.model();
    const incident = await this.api.call(
      giveIncidentNotice,
      {
        params: { incidentId: this.incident().id },
        body: { what, discoveredAt: toInstant(discoveredAt), service: service as Service, phiSuspected: phi },
      },
      { submission: this.submission },
    );
    this.notices.done(this.text().sent);
    this.store.show(incident);
  });
}
