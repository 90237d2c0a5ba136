import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import {
  type Incident,
  linkIncident,
  linkKinds,
  listIncidents,
  type LinkKind,
  unlinkIncident,
} from '@plumbline/incidents/schema';
import {
  type ApiProblem,
  Control,
  Field,
  formSubmitter,
  Icon,
  InstantPipe,
  pageResource,
  ProblemSummary,
  ProblemView,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { IncidentStore } from './incident-store';
import { incidentWords } from './incident-words';

const words = {
  en: {
    title: 'Linked incidents',
    lead: 'Of whichever vendor; only your side sees links.',
    none: 'No other incident is linked.',
    add: 'Link an incident',
    other: 'Incident',
    choose: 'Choose',
    kind: 'How they belong together',
    save: 'Link',
    remove: (reference: string) => `Take away the link to ${reference}`,
  },
  es: {
    title: 'Incidentes vinculados',
    lead: 'De cualquier proveedor; los vínculos solo los ve su lado.',
    none: 'No hay otro incidente vinculado.',
    add: 'Vincular un incidente',
    other: 'Incidente',
    choose: 'Elija',
    kind: 'Cómo se relacionan',
    save: 'Vincular',
    remove: (reference: string) => `Quitar el vínculo con ${reference}`,
  },
};

const blank = { incidentId: '', kind: 'related' as LinkKind };

@Component({
  selector: 'pl-incident-links',
  imports: [Field, Control, FormField, ProblemSummary, ProblemView, Icon, InstantPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-incident-links">
      <h2 id="pl-incident-links">{{ text().title }}</h2>
      <p class="pl-muted">{{ text().lead }}</p>
      @if (problem(); as found) {
        <pl-problem [problem]="found" />
      }
      <ul class="rows">
        @for (each of incident().links; track each.id) {
          <li>
            <span class="line">
              <a [routerLink]="tenant.link('incidents', each.incident.id)"
                >{{ each.incident.reference }} {{ each.incident.title }}</a
              >
              <span>{{ each.incident.vendor }} · {{ words().links[each.kind] }}</span>
              @if (mayLink()) {
                <button
                  class="pl-button"
                  data-kind="icon"
                  type="button"
                  [disabled]="busy()"
                  [attr.aria-label]="text().remove(each.incident.reference)"
                  (click)="remove(each.id)"
                >
                  <pl-icon name="close" />
                </button>
              }
            </span>
            <span class="pl-muted pl-small">{{ each.by }}, {{ each.recordedAt | plInstant }}</span>
          </li>
        } @empty {
          <li class="pl-muted">{{ text().none }}</li>
        }
      </ul>
      @if (mayLink()) {
        <details (toggle)="opened.set(true)">
          <summary>{{ text().add }}</summary>
          <form class="pl-form" novalidate (submit)="submitter.submit($event)">
            <pl-problem-summary [form]="form" [submitter]="submitter" />
            <pl-field [label]="text().other" [of]="form.incidentId">
              <select plControl [formField]="form.incidentId">
                <option value="">{{ text().choose }}</option>
                @for (each of others(); track each.id) {
                  <option [value]="each.id">
                    {{ each.reference }} {{ each.title }} ({{ each.vendor.name }})
                  </option>
                }
              </select>
            </pl-field>
            <pl-field [label]="text().kind" [of]="form.kind">
              <select plControl [formField]="form.kind">
                @for (kind of linkKinds; track kind) {
                  <option [value]="kind">{{ words().links[kind] }}</option>
                }
              </select>
            </pl-field>
            <button class="pl-button" [disabled]="submitter.busy()">{{ text().save }}</button>
          </form>
        </details>
      }
    </section>
  `,
  styleUrl: './panel.css',
})
export class IncidentLinks {
  readonly incident = input.required<Incident>();

  private readonly api = inject(TenantApi);
  private readonly store = inject(IncidentStore);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly linkKinds = linkKinds;
  protected readonly mayLink = computed(
    () => this.tenant.can('incident.manage') && this.incident().state !== 'closed',
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  /** The others are asked for when somebody wants to choose. */
  protected readonly opened = signal(false);
  private readonly newest = pageResource({
    params: () =>
      this.opened()
        ? { drills: this.incident().isDrill ? ('true' as const) : ('false' as const) }
        : undefined,
    load: ({ drills }, signal) => this.api.call(listIncidents, { query: { limit: 200, drills } }, { signal }),
  });
  protected readonly others = computed(() =>
    (this.newest.value()?.items ?? []).filter(
      ({ id, isDrill }) => id !== this.incident().id && isDrill === this.incident().isDrill,
    ),
  );
  private readonly model = signal({ ...blank });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () =>
      z.object({ incidentId: z.string().min(1, this.text().choose), kind: z.enum(linkKinds) }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const incident = await this.api.call(
      linkIncident,
      { params: { incidentId: this.incident().id }, body: this.model() },
      { submission: this.submission },
    );
    this.form().reset({ ...blank });
    this.store.show(incident);
  });

  protected async remove(linkId: string): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const params = { incidentId: this.incident().id, linkId };
      this.store.show(await this.api.call(unlinkIncident, { params }));
    } catch (error) {
      this.problem.set(this.store.refused(error));
    } finally {
      this.busy.set(false);
    }
  }
}
