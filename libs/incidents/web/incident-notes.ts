import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { addIncidentNote, type Incident, newSupplement } from '@plumbline/incidents/schema';
import {
  Control,
  Field,
  formSubmitter,
  InstantPipe,
  ProblemSummary,
  StatusChip,
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
    title: 'Notes',
    none: 'Nothing has been noted.',
    shared: 'Both sides read this',
    own: 'Only your side reads this',
    text: 'Note',
    whom: 'Who reads it?',
    choices: { own: 'Only our side', shared: 'Both sides' },
    saveOwn: 'Note for our side',
    saveShared: 'Write to both sides',
  },
  es: {
    title: 'Notas',
    none: 'No hay notas.',
    shared: 'La leen ambos lados',
    own: 'Solo la lee su lado',
    text: 'Nota',
    whom: '¿Quién la lee?',
    choices: { own: 'Solo nuestro lado', shared: 'Ambos lados' },
    saveOwn: 'Anotar para nuestro lado',
    saveShared: 'Escribir a ambos lados',
  },
};

const blank = { text: '', whom: 'own' as 'own' | 'shared' };

/** Shared notes and those of one's own side, told apart by chip, frame and ground; a note is one's own side's unless said. */
@Component({
  selector: 'pl-incident-notes',
  imports: [Field, Control, FormField, ProblemSummary, StatusChip, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-incident-notes">
      <h2 id="pl-incident-notes">{{ text().title }}</h2>
      <ul class="notes">
        @for (note of incident().notes; track note.id) {
          <li [class.own]="!note.shared">
            <span class="line">
              <pl-status
                [hue]="note.shared ? 'note' : 'warn'"
                [icon]="note.shared ? 'people' : 'shield'"
                [text]="note.shared ? text().shared : text().own"
              />
              <strong>{{ note.by }}</strong>
              <span class="pl-muted pl-small"
                >{{ words().sides[note.side] }} · {{ note.recordedAt | plInstant }}</span
              >
            </span>
            <p class="said">{{ note.text }}</p>
          </li>
        } @empty {
          <li class="pl-muted">{{ text().none }}</li>
        }
      </ul>
      @if (tenant.can('incident.report') && incident().state !== 'closed') {
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().text" [of]="form.text">
            <textarea plControl rows="2" [formField]="form.text"></textarea>
          </pl-field>
          <fieldset>
            <legend>{{ text().whom }}</legend>
            <div class="answers">
              @for (choice of choices; track choice) {
                <label
                  ><input type="radio" [value]="choice" [formField]="form.whom" />{{
                    text().choices[choice]
                  }}</label
                >
              }
            </div>
          </fieldset>
          <button class="pl-button" [disabled]="submitter.busy()">
            {{ model().whom === 'shared' ? text().saveShared : text().saveOwn }}
          </button>
        </form>
      }
    </section>
  `,
  styleUrls: ['./panel.css', './form.css'],
  styles: `
    .notes {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
    .notes li {
      padding: var(--pl-2) var(--pl-3);
      border: 1px solid var(--pl-line);
      border-radius: var(--pl-radius);
    }
    .notes li.own {
      border: 2px dashed var(--pl-warn-mark);
      background: var(--pl-sunken);
    }
  `,
})
export class IncidentNotes {
  readonly incident = input.required<Incident>();

  private readonly api = inject(TenantApi);
  private readonly store = inject(IncidentStore);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly choices = ['own', 'shared'] as const;
  protected readonly model = signal({ ...blank });
  private readonly shared = computed(() => this.model().whom === 'shared');
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(
      path,
      z.object({ text: newSupplement.shape.text, whom: z.enum(['own', 'shared']) }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const incident = await this.api.call(
      addIncidentNote,
      {
        params: { incidentId: this.incident().id },
        body: { text: this.model().text, shared: this.shared() },
      },
      { submission: this.submission },
    );
    this.form().reset({ ...blank });
    this.store.show(incident);
  });
}
