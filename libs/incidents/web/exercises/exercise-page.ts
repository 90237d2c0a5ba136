import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { endExercise, viewExercise } from '@plumbline/incidents/schema';
import {
  Control,
  Field,
  formSubmitter,
  InstantPipe,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemSummary,
  Reader,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { incidentWords } from '../incident-words';
import { exerciseWords } from './exercise-words';
import { findingsOf, linesOf } from './findings';
import { scenarioSaid } from './scenario-said';

/** One exercise: what is played, what its clocks say, and the report that ends it. */
@Component({
  selector: 'pl-exercise-page',
  imports: [
    PageHeader,
    PageStateView,
    StatusChip,
    RouterLink,
    Field,
    Control,
    FormField,
    ProblemSummary,
    InstantPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      @let now = exercise.value();
      <pl-page-header
        [title]="now ? said()?.title + ', ' + now.vendor.name : text().loading"
        [breadcrumbs]="[
          { text: text().incidents, link: tenant.link('incidents') },
          { text: text().title, link: tenant.link('incidents', 'exercises') },
        ]"
      >
        @if (now) {
          <ng-container plAside>
            <pl-status hue="note" icon="activity" [text]="words().drill" />
            <pl-status
              [hue]="now.endedAt === null ? 'note' : 'neutral'"
              [icon]="now.endedAt === null ? 'hourglass' : 'check'"
              [text]="now.endedAt === null ? text().running : text().ended"
            />
          </ng-container>
        }
        @if (now) {
          <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('incidents', now.incident.id)">{{
            text().openDrill
          }}</a>
        }
      </pl-page-header>
      <pl-page-state [state]="exercise.state()" (retry)="exercise.reload()">
        @if (now) {
          <div class="pl-grid">
            <section class="pl-panel pl-stack" aria-labelledby="pl-story">
              <h2 id="pl-story">{{ text().story }}</h2>
              <p>{{ said()?.story }}</p>
              @if ((said()?.injects ?? []).length > 0) {
                <h3>{{ text().injects }}</h3>
                <ul class="rows">
                  @for (inject of said()?.injects ?? []; track $index) {
                    <li>
                      {{ inject.text }}
                      <span class="pl-muted pl-small">{{ text().after(inject.afterMinutes) }}</span>
                    </li>
                  }
                </ul>
              }
            </section>
            <section class="pl-panel pl-stack" aria-labelledby="pl-report">
              <h2 id="pl-report">{{ text().report }}</h2>
              <dl class="pl-facts">
                <dt>{{ text().startedAt }}</dt>
                <dd>{{ now.startedAt | plInstant }}, {{ text().startedBy(now.startedBy) }}</dd>
                @if (now.endedAt) {
                  <dt>{{ text().endedAt }}</dt>
                  <dd>{{ now.endedAt | plInstant }}, {{ text().endedBy(now.endedBy ?? '') }}</dd>
                }
                <dt>{{ text().toNotify }}</dt>
                <dd>{{ minutes(now.report.minutesToNotify) }}</dd>
                <dt>{{ text().toAcknowledge }}</dt>
                <dd>{{ minutes(now.report.minutesToAcknowledge) }}</dd>
                <dt>{{ text().toContain }}</dt>
                <dd>{{ minutes(now.report.minutesToContain) }}</dd>
                <dt>{{ text().clocks }}</dt>
                <dd>
                  {{
                    text().clocksSaid(now.report.clocksMet, now.report.clocksLate, now.report.clocksRunning)
                  }}
                </dd>
              </dl>
              @if (now.endedAt) {
                <h3>{{ text().participants }}</h3>
                <p>{{ now.report.participants.join(', ') || '–' }}</p>
                <h3>{{ text().findings }}</h3>
                <ul class="rows">
                  @for (finding of now.report.findings; track $index) {
                    <li>
                      {{ finding.text }}
                      @if (finding.action; as action) {
                        <span class="pl-muted">{{ text().follows(action) }}</span>
                      }
                    </li>
                  } @empty {
                    <li class="pl-muted">{{ text().noFindings }}</li>
                  }
                </ul>
                <h3>{{ text().conclusion }}</h3>
                <p class="said">{{ now.report.conclusion }}</p>
              }
            </section>
            @if (now.endedAt === null && tenant.can('incident-exercise.run')) {
              <section class="pl-panel pl-stack" aria-labelledby="pl-end">
                <h2 id="pl-end">{{ text().end }}</h2>
                <form class="pl-form" novalidate (submit)="submitter.submit($event)">
                  <pl-problem-summary [form]="form" [submitter]="submitter" />
                  <pl-field
                    [label]="text().participants"
                    [hint]="text().participantsHint"
                    [optional]="true"
                    [of]="form.participants"
                  >
                    <textarea plControl rows="3" [formField]="form.participants"></textarea>
                  </pl-field>
                  <pl-field
                    [label]="text().findings"
                    [hint]="text().findingsHint"
                    [optional]="true"
                    [of]="form.findings"
                  >
                    <textarea plControl rows="3" [formField]="form.findings"></textarea>
                  </pl-field>
                  <pl-field [label]="text().conclusion" [of]="form.conclusion">
                    <textarea plControl rows="3" [formField]="form.conclusion"></textarea>
                  </pl-field>
                  <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
                    {{ text().save }}
                  </button>
                </form>
              </section>
            }
          </div>
        }
      </pl-page-state>
    </div>
  `,
  styleUrl: '../panel.css',
})
export class ExercisePage {
  readonly exerciseId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(exerciseWords);
  protected readonly words = texts(incidentWords);
  protected readonly exercise = pageResource({
    params: () => this.exerciseId(),
    load: (exerciseId, signal) => this.api.call(viewExercise, { params: { exerciseId } }, { signal }),
  });
  protected readonly said = computed(() => {
    const exercise = this.exercise.value();
    return exercise ? scenarioSaid(exercise.scenario, this.reader.locale()) : null;
  });
  private readonly model = signal({ participants: '', findings: '', conclusion: '' });
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () =>
      z.object({
        participants: z.string(),
        findings: z.string(),
        conclusion: z.string().trim().min(1, this.text().text).max(4000),
      }),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { participants, findings, conclusion } = this.model();
    const version = this.exercise.value()?.version ?? 0;
    const ended = await this.api.call(
      endExercise,
      {
        params: { exerciseId: this.exerciseId() },
        body: { participants: linesOf(participants), findings: findingsOf(findings), conclusion },
      },
      { ifMatch: `"${version}"` },
    );
    this.exercise.set(ended);
    this.notices.done(this.text().saved);
  });

  protected minutes(minutes: number | null): string {
    return minutes === null ? '–' : this.text().minutes(minutes);
  }
}
