import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  addSupplement,
  bases,
  type Basis,
  type Incident,
  type MilestoneRecord,
  newSupplement,
  recordMilestone,
  type StatedMilestone,
  statedMilestones,
  vendorsMilestones,
} from '@plumbline/incidents/schema';
import {
  Control,
  Field,
  formSubmitter,
  Icon,
  InstantPipe,
  Notices,
  ProblemSummary,
  Reader,
  ServerTime,
  StatusChip,
  Submission,
  TenantApi,
  TenantContext,
  texts,
  zoneCity,
} from '@plumbline/ui';
import * as z from 'zod';
import { IncidentStore } from './incident-store';
import { incidentWords } from './incident-words';
import { toInstant, toLocalTime } from './local-time';

const words = {
  en: {
    title: 'Timeline',
    lead: 'What happened when, and when it was recorded here. Nothing is overwritten: a correction stands beside what was said before.',
    known: 'Known since then',
    recorded: (by: string, side: string) => `recorded by ${by} (${side})`,
    corrected: 'Corrected later',
    record: 'Record a milestone',
    milestone: 'Milestone',
    at: 'When',
    atHint: (zone: string) => `Your time, ${zone}.`,
    basis: 'Discovery as',
    basisHint:
      'Asserted: when the vendor says it knew. Deemed: when it would have known with reasonable diligence (45 CFR 164.410).',
    note: 'Note',
    save: 'Record',
    saved: 'The milestone was recorded.',
    supplement: 'Add what is known now',
    text: 'What is known',
    knownAt: 'Known since',
    add: 'Add supplement',
    added: 'The supplement was added.',
    notATime: 'Enter day and time.',
  },
  es: {
    title: 'Cronología',
    lead: 'Qué pasó y cuándo, y cuándo se registró aquí. Nada se sobrescribe: una corrección queda junto a lo dicho antes.',
    known: 'Se sabe desde entonces',
    recorded: (by: string, side: string) => `registrado por ${by} (${side})`,
    corrected: 'Corregido después',
    record: 'Registrar un hito',
    milestone: 'Hito',
    at: 'Cuándo',
    atHint: (zone: string) => `Su hora, ${zone}.`,
    basis: 'Descubrimiento',
    basisHint:
      'Declarado: cuando el proveedor dice que lo supo. Atribuido: cuando lo habría sabido con diligencia razonable (45 CFR 164.410).',
    note: 'Nota',
    save: 'Registrar',
    saved: 'Se registró el hito.',
    supplement: 'Añadir lo que se sabe ahora',
    text: 'Qué se sabe',
    knownAt: 'Se sabe desde',
    add: 'Añadir complemento',
    added: 'Se añadió el complemento.',
    notATime: 'Indique día y hora.',
  },
};

interface Line {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly side: Incident['reportedBySide'];
  readonly recordedAt: string;
  readonly milestone: MilestoneRecord | null;
  readonly text: string | null;
}

/** Milestones and supplements in the order of what happened, each with when it was recorded (semantics rule 11). */
@Component({
  selector: 'pl-incident-timeline',
  imports: [Field, Control, FormField, ProblemSummary, StatusChip, Icon, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-incident-timeline">
      <h2 id="pl-incident-timeline">{{ text().title }}</h2>
      <p class="pl-muted">{{ text().lead }}</p>
      <ol class="rows">
        @for (line of lines(); track line.id) {
          <li>
            <span class="line">
              <time [attr.datetime]="line.at">{{ line.at | plInstant }}</time>
              @if (line.milestone; as milestone) {
                <strong [class.corrected]="!milestone.current">{{
                  words().milestones[milestone.milestone]
                }}</strong>
                @if (milestone.milestone === 'discovered') {
                  <pl-status
                    [icon]="milestone.basis === 'deemed' ? 'scale' : 'person'"
                    [text]="words().bases[milestone.basis]"
                  />
                }
                @if (!milestone.current) {
                  <pl-status icon="edit" [text]="text().corrected" />
                }
              } @else {
                <span class="line pl-muted"><pl-icon name="plus" />{{ text().known }}</span>
              }
            </span>
            @if (line.text) {
              <p class="said">{{ line.text }}</p>
            }
            <span class="pl-muted pl-small"
              >{{ text().recorded(line.by, words().sides[line.side]) }},
              {{ line.recordedAt | plInstant }}</span
            >
          </li>
        }
      </ol>
      @if (mayAdd()) {
        <details>
          <summary>{{ text().supplement }}</summary>
          <form class="pl-form" novalidate (submit)="adding.submit($event)">
            <pl-problem-summary [form]="supplement" [submitter]="adding" />
            <pl-field [label]="text().text" [of]="supplement.text">
              <textarea plControl rows="3" [formField]="supplement.text"></textarea>
            </pl-field>
            <pl-field [label]="text().knownAt" [hint]="text().atHint(zone)" [of]="supplement.knownAt">
              <input plControl type="datetime-local" [formField]="supplement.knownAt" />
            </pl-field>
            <button class="pl-button" [disabled]="adding.busy()">{{ text().add }}</button>
          </form>
        </details>
        <details>
          <summary>{{ text().record }}</summary>
          <form class="pl-form" novalidate (submit)="recording.submit($event)">
            <pl-problem-summary [form]="milestone" [submitter]="recording" />
            <pl-field [label]="text().milestone" [of]="milestone.milestone">
              <select plControl [formField]="milestone.milestone">
                @for (each of offered(); track each) {
                  <option [value]="each">{{ words().milestones[each] }}</option>
                }
              </select>
            </pl-field>
            @if (milestoneModel().milestone === 'discovered' && tenant.side() === 'insurer') {
              <pl-field [label]="text().basis" [hint]="text().basisHint" [of]="milestone.basis">
                <select plControl [formField]="milestone.basis">
                  @for (each of bases; track each) {
                    <option [value]="each">{{ words().bases[each] }}</option>
                  }
                </select>
              </pl-field>
            }
            <pl-field [label]="text().at" [hint]="text().atHint(zone)" [of]="milestone.at">
              <input plControl type="datetime-local" [formField]="milestone.at" />
            </pl-field>
            <pl-field [label]="text().note" [optional]="true" [of]="milestone.note">
              <input plControl autocomplete="off" [formField]="milestone.note" />
            </pl-field>
            <button class="pl-button" [disabled]="recording.busy()">{{ text().save }}</button>
          </form>
        </details>
      }
    </section>
  `,
  styleUrl: './panel.css',
})
export class IncidentTimeline {
  readonly incident = input.required<Incident>();

  private readonly api = inject(TenantApi);
  private readonly store = inject(IncidentStore);
  private readonly notices = inject(Notices);
  private readonly time = inject(ServerTime);
  private readonly submissions = { milestone: new Submission(), supplement: new Submission() };
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly bases = bases;
  protected readonly zone = zoneCity(inject(Reader).timeZone);
  protected readonly mayAdd = computed(
    () => this.tenant.can('incident.report') && this.incident().state !== 'closed',
  );
  protected readonly offered = computed((): readonly StatedMilestone[] =>
    this.tenant.side() === 'vendor' ? vendorsMilestones : statedMilestones,
  );
  protected readonly lines = computed((): readonly Line[] => {
    const { milestones, supplements } = this.incident();
    return [
      ...milestones.map((record) => ({ ...record, milestone: record, text: record.note })),
      ...supplements.map((record) => ({ ...record, at: record.knownAt, milestone: null })),
    ].toSorted(
      (a, b) => Date.parse(a.at) - Date.parse(b.at) || Date.parse(a.recordedAt) - Date.parse(b.recordedAt),
    );
  });

  protected readonly milestoneModel = signal(this.blankMilestone());
  protected readonly milestone = form(this.milestoneModel, (path) =>
    validateStandardSchema(path, () =>
      z.object({
        milestone: z.enum(statedMilestones),
        basis: z.enum(bases),
        at: this.timeEntered(),
        note: z.string().max(500),
      }),
    ),
  );
  protected readonly recording = formSubmitter(this.milestone, async () => {
    const { milestone, basis, at, note } = this.milestoneModel();
    const incident = await this.api.call(
      recordMilestone,
      {
        params: { incidentId: this.incident().id },
        body: {
          milestone,
          basis: milestone === 'discovered' ? basis : 'asserted',
          at: toInstant(at),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        },
      },
      { submission: this.submissions.milestone },
    );
    this.milestone().reset(this.blankMilestone());
    this.notices.done(this.text().saved);
    this.store.show(incident);
  });

  private readonly supplementModel = signal(this.blankSupplement());
  protected readonly supplement = form(this.supplementModel, (path) =>
    validateStandardSchema(path, () =>
      z.object({ text: newSupplement.shape.text, knownAt: this.timeEntered() }),
    ),
  );
  protected readonly adding = formSubmitter(this.supplement, async () => {
    const { text, knownAt } = this.supplementModel();
    const incident = await this.api.call(
      addSupplement,
      { params: { incidentId: this.incident().id }, body: { text, knownAt: toInstant(knownAt) } },
      { submission: this.submissions.supplement },
    );
    this.supplement().reset(this.blankSupplement());
    this.notices.done(this.text().added);
    this.store.show(incident);
  });

  private timeEntered() {
    return z.string().refine((local) => !Number.isNaN(Date.parse(local)), { error: this.text().notATime });
  }

  private blankMilestone(): { milestone: StatedMilestone; basis: Basis; at: string; note: string } {
    return { milestone: 'contained', basis: 'asserted', at: toLocalTime(this.time.now()), note: '' };
  }

  private blankSupplement(): { text: string; knownAt: string } {
    return { text: '', knownAt: toLocalTime(this.time.now()) };
  }
}
