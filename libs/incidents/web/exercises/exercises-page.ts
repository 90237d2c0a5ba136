import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Exercise, listExercises, listScenarios } from '@plumbline/incidents/schema';
import {
  type Column,
  cursorList,
  DataTable,
  Empty,
  formatInstant,
  Icon,
  PageHeader,
  pageResource,
  PageStateView,
  Reader,
  StatusChip,
  TableCell,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { exerciseWords } from './exercise-words';
import { scenarioSaid } from './scenario-said';
import { StartForm } from './start-form';

/** Scenarios to play, and what was played. */
@Component({
  selector: 'pl-exercises-page',
  imports: [PageHeader, PageStateView, Empty, DataTable, TableCell, StatusChip, Icon, RouterLink, StartForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: text().incidents, link: tenant.link('incidents') }]"
      >
        @if (tenant.can('incident-exercise.run')) {
          <a class="pl-button" [routerLink]="tenant.link('incidents', 'exercises', 'scenarios', 'new')"
            ><pl-icon name="plus" />{{ text().addScenario }}</a
          >
        }
      </pl-page-header>
      <section class="pl-stack" aria-labelledby="pl-held">
        <h2 id="pl-held">{{ text().held }}</h2>
        <pl-page-state [state]="exercises.state()" (retry)="exercises.reload()">
          <pl-empty plEmpty icon="activity" [title]="text().none" [text]="text().noneText" />
          <pl-data-table
            [caption]="text().held"
            [rows]="exercises.items()"
            [columns]="columns()"
            [trackBy]="byId"
            [tools]="false"
            [hasMore]="exercises.hasMore()"
            [loadingMore]="exercises.loadingMore()"
            (loadMore)="exercises.loadMore()"
          >
            <ng-template plCell="state" [plCellOf]="exercises.items()" let-row>
              <pl-status
                [hue]="row.endedAt === null ? 'note' : 'neutral'"
                [icon]="row.endedAt === null ? 'hourglass' : 'check'"
                [text]="row.endedAt === null ? text().running : text().ended"
              />
            </ng-template>
          </pl-data-table>
        </pl-page-state>
      </section>
      <section class="pl-stack" aria-labelledby="pl-scenarios">
        <h2 id="pl-scenarios">{{ text().scenarios }}</h2>
        <pl-page-state [state]="scenarios.state()" (retry)="scenarios.reload()">
          <div class="pl-grid">
            @for (each of shown(); track each.scenario.code) {
              <article class="pl-panel pl-stack">
                <div class="pl-row">
                  <h3>{{ each.said.title }}</h3>
                  <span class="pl-muted pl-small">{{
                    each.scenario.shipped ? text().shipped : text().own
                  }}</span>
                </div>
                <p>{{ each.said.story }}</p>
                @if (each.said.injects.length > 0) {
                  <details>
                    <summary>{{ text().injects }}</summary>
                    <ul class="rows">
                      @for (inject of each.said.injects; track $index) {
                        <li>
                          {{ inject.text }}
                          <span class="pl-muted pl-small">{{ text().after(inject.afterMinutes) }}</span>
                        </li>
                      }
                    </ul>
                  </details>
                }
                @if (tenant.can('incident-exercise.run')) {
                  <pl-start-form [scenario]="each.scenario" />
                }
              </article>
            }
          </div>
        </pl-page-state>
      </section>
    </div>
  `,
  styleUrl: '../panel.css',
})
export class ExercisesPage {
  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(exerciseWords);
  protected readonly byId = ({ id }: Exercise) => id;
  protected readonly scenarios = pageResource({
    params: () => true as const,
    load: (_, signal) => this.api.call(listScenarios, {}, { signal }),
  });
  protected readonly exercises = cursorList({
    params: () => true as const,
    load: (_, cursor, signal) => this.api.call(listExercises, { query: { cursor } }, { signal }),
  });
  protected readonly shown = computed(() =>
    (this.scenarios.value()?.items ?? []).map((scenario) => ({
      scenario,
      said: scenarioSaid(scenario, this.reader.locale()),
    })),
  );
  protected readonly columns = computed((): readonly Column<Exercise>[] => {
    const [text, locale, timeZone] = [this.text(), this.reader.locale(), this.tenant.timeZone()];
    return [
      {
        key: 'scenario',
        header: text.scenario,
        text: ({ scenario }) => scenarioSaid(scenario, locale).title,
        link: ({ id }) => this.tenant.link('incidents', 'exercises', id),
      },
      { key: 'vendor', header: text.with, text: ({ vendor }) => vendor.name },
      {
        key: 'startedAt',
        header: text.startedAt,
        text: ({ startedAt }) => formatInstant(startedAt, { locale, timeZone }),
        sortBy: ({ startedAt }) => startedAt,
      },
      { key: 'state', header: text.report, text: ({ endedAt }) => (endedAt ? text.ended : text.running) },
      {
        key: 'clocks',
        header: text.clocks,
        text: ({ report }) => text.clocksSaid(report.clocksMet, report.clocksLate, report.clocksRunning),
      },
    ];
  });
}
