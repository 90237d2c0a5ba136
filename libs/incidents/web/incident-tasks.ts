import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  addIncidentTask,
  changeIncidentTask,
  type Incident,
  type Side,
  sides,
} from '@plumbline/incidents/schema';
import {
  type ApiProblem,
  Control,
  Field,
  formSubmitter,
  InstantPipe,
  ProblemSummary,
  ProblemView,
  StatusChip,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { IncidentStore, versionOf } from './incident-store';
import { incidentWords } from './incident-words';
import { InsurersPeople } from './insurers-people';
import { toInstant } from './local-time';

const words = {
  en: {
    title: 'Tasks',
    none: 'Nothing is to be done yet.',
    open: 'Open',
    overdue: 'Overdue',
    done: 'Done',
    due: 'due',
    doneBy: (by: string) => `done by ${by}`,
    markDone: (title: string) => `Done: ${title}`,
    reopen: (title: string) => `Open again: ${title}`,
    finish: 'Done',
    again: 'Open again',
    add: 'Add a task',
    what: 'What is to be done',
    side: 'Whose task',
    owner: 'Person',
    anybody: 'Anybody of that side',
    dueAt: 'Until',
    save: 'Add task',
  },
  es: {
    title: 'Tareas',
    none: 'Aún no hay nada por hacer.',
    open: 'Pendiente',
    overdue: 'Vencida',
    done: 'Hecha',
    due: 'hasta',
    doneBy: (by: string) => `hecha por ${by}`,
    markDone: (title: string) => `Hecha: ${title}`,
    reopen: (title: string) => `Reabrir: ${title}`,
    finish: 'Hecha',
    again: 'Reabrir',
    add: 'Añadir una tarea',
    what: 'Qué hay que hacer',
    side: 'De quién es',
    owner: 'Persona',
    anybody: 'Cualquiera de ese lado',
    dueAt: 'Hasta',
    save: 'Añadir tarea',
  },
};

const blank = { title: '', ownerSide: 'vendor' as Side, ownerId: '', dueAt: '' };

@Component({
  selector: 'pl-incident-tasks',
  imports: [Field, Control, FormField, ProblemSummary, ProblemView, StatusChip, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-incident-tasks">
      <h2 id="pl-incident-tasks">{{ text().title }}</h2>
      @if (problem(); as found) {
        <pl-problem [problem]="found" />
      }
      <ul class="rows">
        @for (task of incident().tasks; track task.id) {
          <li>
            <span class="line">
              @if (task.doneAt) {
                <pl-status hue="good" icon="check" [text]="text().done" />
              } @else if (isOverdue(task)) {
                <pl-status hue="bad" icon="cross" [text]="text().overdue" />
              } @else {
                <pl-status hue="note" icon="circle" [text]="text().open" />
              }
              <strong>{{ task.title }}</strong>
            </span>
            <span class="pl-muted pl-small">
              {{ words().sides[task.ownerSide] }}{{ task.owner.name ? ' · ' + task.owner.name : '' }}
              @if (task.dueAt) {
                · {{ text().due }} {{ task.dueAt | plInstant }}
              }
              @if (task.doneAt) {
                · {{ text().doneBy(task.doneBy ?? '') }}, {{ task.doneAt | plInstant }}
              }
            </span>
            @if (mayAdd()) {
              <div>
                <button
                  class="pl-button"
                  type="button"
                  [disabled]="busy()"
                  [attr.aria-label]="(task.doneAt ? text().reopen : text().markDone)(task.title)"
                  (click)="toggle(task)"
                >
                  {{ task.doneAt ? text().again : text().finish }}
                </button>
              </div>
            }
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
            <pl-field [label]="text().what" [of]="form.title">
              <input plControl autocomplete="off" [formField]="form.title" />
            </pl-field>
            <pl-field [label]="text().side" [of]="form.ownerSide">
              <select plControl [formField]="form.ownerSide">
                @for (side of sides; track side) {
                  <option [value]="side">{{ words().sides[side] }}</option>
                }
              </select>
            </pl-field>
            @if (model().ownerSide === 'insurer' && people.all().length > 0) {
              <pl-field [label]="text().owner" [optional]="true" [of]="form.ownerId">
                <select plControl [formField]="form.ownerId">
                  <option value="">{{ text().anybody }}</option>
                  @for (person of people.all(); track person.id) {
                    <option [value]="person.id">{{ person.name }}</option>
                  }
                </select>
              </pl-field>
            }
            <pl-field [label]="text().dueAt" [optional]="true" [of]="form.dueAt">
              <input plControl type="datetime-local" [formField]="form.dueAt" />
            </pl-field>
            <button class="pl-button" [disabled]="submitter.busy()">{{ text().save }}</button>
          </form>
        </details>
      }
    </section>
  `,
  styleUrl: './panel.css',
})
export class IncidentTasks {
  readonly incident = input.required<Incident>();

  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  private readonly store = inject(IncidentStore);
  private readonly submission = new Submission();
  protected readonly people = inject(InsurersPeople);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly sides = sides;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly mayAdd = computed(
    () => this.tenant.can('incident.report') && this.incident().state !== 'closed',
  );
  protected readonly model = signal({ ...blank });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(
      path,
      z.object({
        title: z.string().trim().min(1).max(200),
        ownerSide: z.enum(sides),
        ownerId: z.string(),
        dueAt: z.string(),
      }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { title, ownerSide, ownerId, dueAt } = this.model();
    const incident = await this.api.call(
      addIncidentTask,
      {
        params: { incidentId: this.incident().id },
        body: {
          title,
          ownerSide,
          ownerId: ownerSide === 'insurer' && ownerId !== '' ? ownerId : null,
          dueAt: dueAt === '' ? null : toInstant(dueAt),
        },
      },
      { submission: this.submission },
    );
    this.form().reset({ ...blank });
    this.store.show(incident);
  });

  protected isOverdue({ dueAt }: Incident['tasks'][number]): boolean {
    return dueAt !== null && Date.parse(dueAt) < Date.parse(this.incident().now);
  }

  protected async toggle(task: Incident['tasks'][number]): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      const incident = await this.api.call(
        changeIncidentTask,
        {
          params: { incidentId: this.incident().id, taskId: task.id },
          body: { done: task.doneAt === null },
        },
        versionOf(task),
      );
      this.store.show(incident);
    } catch (error) {
      this.problem.set(this.store.refused(error));
    } finally {
      this.busy.set(false);
    }
  }
}
