import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  type Incident,
  incidentTriage,
  type PhiAnswer,
  phiAnswers,
  severities,
  type Severity,
  triageIncident,
} from '@plumbline/incidents/schema';
import {
  Control,
  Field,
  formSubmitter,
  InstantPipe,
  Notices,
  ProblemSummary,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { IncidentStore, versionOf } from './incident-store';
import { incidentWords } from './incident-words';

const words = {
  en: {
    title: 'What is known',
    service: 'Service',
    phi: 'Health information (PHI)',
    severity: 'Severity',
    places: 'Places',
    reported: 'Reported',
    reportedBy: (by: string, side: string) => `${by} (${side})`,
    acknowledged: 'Acknowledged',
    after: (minutes: string) => `after ${minutes}`,
    nobody: 'Nobody yet',
    owner: 'With',
    discovery: 'Discovery that counts',
    asserted: 'Asserted',
    deemed: 'Deemed',
    notified: 'Insurer notified',
    notNotified: 'The vendor has not told the insurer',
    triage: 'Triage',
    again: 'Triage again',
    hint: 'A higher severity may shorten deadlines and never restarts them.',
    choose: 'Choose',
    placesHint: 'Where people are affected, such as US-VA or DE, separated by commas.',
    placesWrong: 'Enter places such as US-VA or DE.',
    name: 'Title',
    save: 'Save',
    saved: 'Triage was saved.',
    minutes: (count: number) =>
      count < 120 ? `${count} min` : `${Math.floor(count / 60)} h ${count % 60} min`,
  },
  es: {
    title: 'Lo que se sabe',
    service: 'Servicio',
    phi: 'Datos de salud',
    severity: 'Gravedad',
    places: 'Lugares',
    reported: 'Informado',
    reportedBy: (by: string, side: string) => `${by} (${side})`,
    acknowledged: 'Confirmado',
    after: (minutes: string) => `a los ${minutes}`,
    nobody: 'Nadie todavía',
    owner: 'Lo lleva',
    discovery: 'Descubrimiento que cuenta',
    asserted: 'Declarado',
    deemed: 'Atribuido',
    notified: 'Aseguradora avisada',
    notNotified: 'El proveedor no ha avisado a la aseguradora',
    triage: 'Clasificar',
    again: 'Clasificar de nuevo',
    hint: 'Una gravedad mayor puede acortar plazos y nunca los reinicia.',
    choose: 'Elija',
    placesHint: 'Dónde hay personas afectadas, como US-VA o DE, separados por comas.',
    placesWrong: 'Indique lugares como US-VA o DE.',
    name: 'Título',
    save: 'Guardar',
    saved: 'Se guardó la clasificación.',
    minutes: (count: number) =>
      count < 120 ? `${count} min` : `${Math.floor(count / 60)} h ${count % 60} min`,
  },
};

/** The facts of an incident, and the form that triages it. */
@Component({
  selector: 'pl-incident-triage',
  imports: [Field, Control, FormField, ProblemSummary, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-incident-facts">
      <h2 id="pl-incident-facts">{{ text().title }}</h2>
      @let now = incident();
      <dl class="pl-facts">
        <dt>{{ text().service }}</dt>
        <dd>{{ words().services[now.service] }}</dd>
        <dt>{{ text().phi }}</dt>
        <dd>{{ words().phi[now.phi] }}</dd>
        <dt>{{ text().severity }}</dt>
        <dd>{{ now.severity ? words().severities[now.severity] : words().untriaged }}</dd>
        <dt>{{ text().places }}</dt>
        <dd>{{ now.places.join(', ') || '–' }}</dd>
        <dt>{{ text().discovery }}</dt>
        <dd>
          {{ now.discovery.at | plInstant }} ({{ words().bases[now.discovery.basis] }})
          @if (now.discovery.asserted && now.discovery.deemed) {
            <span class="pl-muted pl-small">
              {{ text().asserted }} {{ now.discovery.asserted | plInstant }} · {{ text().deemed }}
              {{ now.discovery.deemed | plInstant }}
            </span>
          }
        </dd>
        <dt>{{ text().reported }}</dt>
        <dd>
          {{ now.reportedAt | plInstant }},
          {{ text().reportedBy(now.reportedBy, words().sides[now.reportedBySide]) }}
        </dd>
        <dt>{{ text().notified }}</dt>
        <dd>{{ now.notifiedAt ? (now.notifiedAt | plInstant) : text().notNotified }}</dd>
        <dt>{{ text().acknowledged }}</dt>
        <dd>
          @if (now.acknowledgedAt) {
            {{ now.acknowledgedAt | plInstant }}, {{ now.acknowledgedBy }}
            @if (now.secondsToAcknowledge !== null) {
              ({{ text().after(text().minutes(minutesOf(now.secondsToAcknowledge))) }})
            }
          } @else {
            {{ text().nobody }}
          }
        </dd>
        @if (now.owner; as owner) {
          <dt>{{ text().owner }}</dt>
          <dd>{{ owner.name }}</dd>
        }
      </dl>
      @if (mayTriage()) {
        <details>
          <summary>{{ now.severity ? text().again : text().triage }}</summary>
          <form class="pl-form" novalidate (submit)="submitter.submit($event)">
            <p class="pl-muted pl-small">{{ text().hint }}</p>
            <pl-problem-summary [form]="form" [submitter]="submitter" />
            <pl-field [label]="text().severity" [of]="form.severity">
              <select plControl [formField]="form.severity">
                <option value="">{{ text().choose }}</option>
                @for (severity of severities; track severity) {
                  <option [value]="severity">{{ words().severities[severity] }}</option>
                }
              </select>
            </pl-field>
            <pl-field [label]="text().phi" [of]="form.phi">
              <select plControl [formField]="form.phi">
                @for (answer of phiAnswers; track answer) {
                  <option [value]="answer">{{ words().phi[answer] }}</option>
                }
              </select>
            </pl-field>
            <pl-field [label]="text().places" [hint]="text().placesHint" [optional]="true" [of]="form.places">
              <input plControl autocomplete="off" [formField]="form.places" />
            </pl-field>
            <pl-field [label]="text().name" [of]="form.title">
              <input plControl autocomplete="off" [formField]="form.title" />
            </pl-field>
            <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
              {{ text().save }}
            </button>
          </form>
        </details>
      }
    </section>
  `,
  styleUrl: './panel.css',
})
export class IncidentTriage {
  readonly incident = input.required<Incident>();

  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  private readonly store = inject(IncidentStore);
  private readonly notices = inject(Notices);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly severities = severities;
  protected readonly phiAnswers = phiAnswers;
  protected readonly mayTriage = computed(
    () => this.tenant.can('incident.manage') && this.incident().state !== 'closed',
  );
  private readonly model = signal({
    severity: '' as Severity | '',
    phi: 'unknown' as PhiAnswer,
    places: '',
    title: '',
  });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () =>
      z.object({
        severity: z.string().min(1, this.text().choose),
        phi: z.enum(phiAnswers),
        places: z.string().refine((line) => incidentTriage.shape.places.safeParse(placesOf(line)).success, {
          error: this.text().placesWrong,
        }),
        title: z.string().trim().min(1).max(200),
      }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { severity, phi, places, title } = this.model();
    const incident = await this.api.call(
      triageIncident,
      {
        params: { incidentId: this.incident().id },
        body: { severity: severity as Severity, phi, places: placesOf(places), title },
      },
      versionOf(this.incident()),
    );
    this.notices.done(this.text().saved);
    this.store.show(incident);
  });

  constructor() {
    // what is known stands in the form already
    effect(() => {
      const { severity, phi, places, title } = this.incident();
      this.model.set({ severity: severity ?? '', phi, places: places.join(', '), title });
    });
  }

  protected minutesOf(seconds: number): number {
    return Math.floor(seconds / 60);
  }
}

function placesOf(line: string): string[] {
  return line
    .split(',')
    .map((place) => place.trim().toUpperCase())
    .filter((place) => place !== '');
}
