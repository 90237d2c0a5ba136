import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { estimateAffected, type Incident } from '@plumbline/incidents/schema';
import {
  Control,
  Field,
  formSubmitter,
  InstantPipe,
  NumberPipe,
  ProblemSummary,
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
    title: 'People affected',
    none: 'Nobody has said yet how many people are affected.',
    asOf: 'As of',
    people: 'People',
    how: 'Known as',
    by: 'Said by',
    add: 'Say how many',
    note: 'Note',
    save: 'Add estimate',
    whole: 'Enter a whole number.',
  },
  es: {
    title: 'Personas afectadas',
    none: 'Nadie ha dicho aún a cuántas personas afecta.',
    asOf: 'A fecha de',
    people: 'Personas',
    how: 'Como',
    by: 'Dicho por',
    add: 'Decir cuántas',
    note: 'Nota',
    save: 'Añadir estimación',
    whole: 'Indique un número entero.',
  },
};

const kinds = ['estimate', 'at_least', 'confirmed'] as const;
const blank = { people: '', exactness: 'estimate' as (typeof kinds)[number], note: '' };

/** What was said over time, the newest first; earlier estimates stay. */
@Component({
  selector: 'pl-incident-affected',
  imports: [Field, Control, FormField, ProblemSummary, InstantPipe, NumberPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-incident-affected">
      <h2 id="pl-incident-affected">{{ text().title }}</h2>
      <ul class="rows">
        @for (each of newestFirst(); track each.id) {
          <li>
            <span class="line">
              <strong class="pl-number">{{ each.people | plNumber }}</strong>
              <span>({{ words().exactness[each.exactness] }})</span>
            </span>
            @if (each.note) {
              <p class="said">{{ each.note }}</p>
            }
            <span class="pl-muted pl-small"
              >{{ text().asOf }} {{ each.asOf | plInstant }} · {{ text().by }} {{ each.by }} ({{
                words().sides[each.side]
              }})</span
            >
          </li>
        } @empty {
          <li class="pl-muted">{{ text().none }}</li>
        }
      </ul>
      @if (mayAdd()) {
        <details>
          <summary>{{ text().add }}</summary>
          <form class="pl-form" novalidate (submit)="submitter.submit($event)">
            <pl-problem-summary [form]="form" [submitter]="submitter" />
            <pl-field [label]="text().people" [of]="form.people">
              <input plControl inputmode="numeric" autocomplete="off" [formField]="form.people" />
            </pl-field>
            <pl-field [label]="text().how" [of]="form.exactness">
              <select plControl [formField]="form.exactness">
                @for (kind of kinds; track kind) {
                  <option [value]="kind">{{ words().exactness[kind] }}</option>
                }
              </select>
            </pl-field>
            <pl-field [label]="text().note" [optional]="true" [of]="form.note">
              <input plControl autocomplete="off" [formField]="form.note" />
            </pl-field>
            <button class="pl-button" [disabled]="submitter.busy()">{{ text().save }}</button>
          </form>
        </details>
      }
    </section>
  `,
  styleUrl: './panel.css',
})
export class IncidentAffected {
  readonly incident = input.required<Incident>();

  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  private readonly store = inject(IncidentStore);
  private readonly submission = new Submission();
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly kinds = kinds;
  protected readonly newestFirst = computed(() =>
    this.incident().estimates.toSorted((a, b) => Date.parse(b.asOf) - Date.parse(a.asOf)),
  );
  protected readonly mayAdd = computed(
    () => this.tenant.can('incident.report') && this.incident().state !== 'closed',
  );
  private readonly model = signal({ ...blank });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () =>
      z.object({
        people: z.string().regex(/^\d{1,9}$/, this.text().whole),
        exactness: z.enum(kinds),
        note: z.string().max(500),
      }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { people, exactness, note } = this.model();
    const incident = await this.api.call(
      estimateAffected,
      {
        params: { incidentId: this.incident().id },
        body: { people: Number(people), exactness, ...(note.trim() === '' ? {} : { note: note.trim() }) },
      },
      { submission: this.submission },
    );
    this.form().reset({ ...blank });
    this.store.show(incident);
  });
}
