import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { handOverIncident, type Incident } from '@plumbline/incidents/schema';
import {
  Control,
  Field,
  formSubmitter,
  InstantPipe,
  Notices,
  ProblemSummary,
  SessionStore,
  Submission,
  TenantApi,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { IncidentStore } from './incident-store';
import { InsurersPeople } from './insurers-people';

const words = {
  en: {
    to: 'Hand over to',
    choose: 'Choose',
    note: 'What they should know',
    send: 'Hand over',
    done: (name: string) => `${name} is told with a link to the incident.`,
    earlier: 'Handed over',
    line: (by: string, to: string) => `${by} to ${to}`,
  },
  es: {
    to: 'Pasar a',
    choose: 'Elija',
    note: 'Lo que debe saber',
    send: 'Pasar',
    done: (name: string) => `Se avisa a ${name} con un enlace al incidente.`,
    earlier: 'Pasado antes',
    line: (by: string, to: string) => `${by} a ${to}`,
  },
};

/** Hands an incident over to a colleague, who is told with a link; earlier ones stay. */
@Component({
  selector: 'pl-hand-over',
  imports: [Field, Control, FormField, ProblemSummary, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="pl-form" novalidate (submit)="submitter.submit($event)">
      <pl-problem-summary [form]="form" [submitter]="submitter" />
      <pl-field [label]="text().to" [of]="form.toPersonId">
        <select plControl [formField]="form.toPersonId">
          <option value="">{{ text().choose }}</option>
          @for (person of others(); track person.id) {
            <option [value]="person.id">{{ person.name }}</option>
          }
        </select>
      </pl-field>
      <pl-field [label]="text().note" [optional]="true" [of]="form.note">
        <input plControl autocomplete="off" [formField]="form.note" />
      </pl-field>
      <button class="pl-button" [disabled]="submitter.busy()">{{ text().send }}</button>
    </form>
    @if (incident().handOvers.length > 0) {
      <h3>{{ text().earlier }}</h3>
      <ul class="handed">
        @for (each of incident().handOvers; track each.id) {
          <li>
            {{ text().line(each.by, each.to.name) }}
            <span class="pl-muted pl-small"> · {{ each.recordedAt | plInstant }}</span>
            @if (each.note) {
              <p>{{ each.note }}</p>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-3);
    }
    li {
      overflow-wrap: anywhere;
    }
  `,
})
export class HandOver {
  readonly incident = input.required<Incident>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly me = inject(SessionStore);
  private readonly people = inject(InsurersPeople);
  private readonly store = inject(IncidentStore);
  private readonly submission = new Submission();
  protected readonly text = texts(words);
  protected readonly others = computed(() =>
    this.people.all().filter(({ id }) => id !== this.me.session()?.person.id),
  );
  private readonly model = signal({ toPersonId: '', note: '' });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () =>
      z.object({
        toPersonId: z.string().min(1, this.text().choose),
        note: z.string().max(500),
      }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { toPersonId, note } = this.model();
    const incident = await this.api.call(
      handOverIncident,
      {
        params: { incidentId: this.incident().id },
        body: { toPersonId, ...(note.trim() === '' ? {} : { note: note.trim() }) },
      },
      { submission: this.submission },
    );
    const name = this.others().find(({ id }) => id === toPersonId)?.name ?? '';
    this.form().reset({ toPersonId: '', note: '' });
    this.notices.done(this.text().done(name));
    this.store.show(incident);
  });
}
