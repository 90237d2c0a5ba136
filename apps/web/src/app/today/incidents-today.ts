import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Clock, listClocks } from '@plumbline/clocks/schema';
import { listIncidents, listWaitingTasks } from '@plumbline/incidents/schema';
import {
  clockWords,
  type Hue,
  Icon,
  type IconName,
  InstantPipe,
  languageOf,
  pageResource,
  PageStateView,
  Reader,
  sayInstant,
  sayTime,
  ServerTime,
  stateAt,
  TenantApi,
  TenantContext,
  texts,
  type Urgency,
  urgencyAt,
} from '@plumbline/ui';

const words = {
  en: {
    title: 'Incidents',
    none: 'No incident waits, and no deadline runs.',
    acknowledge: 'acknowledge it',
    task: 'task',
    until: 'until',
    drill: 'Drill',
    all: 'All open incidents',
    report: 'Report an incident',
  },
  es: {
    title: 'Incidentes',
    none: 'Ningún incidente espera y no corre ningún plazo.',
    acknowledge: 'confírmelo',
    task: 'tarea',
    until: 'hasta',
    drill: 'Simulacro',
    all: 'Todos los incidentes abiertos',
    report: 'Informar de un incidente',
  },
};

const looks: Readonly<Record<Urgency, { readonly hue: Hue; readonly icon: IconName }>> = {
  calm: { hue: 'note', icon: 'today' },
  half: { hue: 'note', icon: 'hourglass' },
  soon: { hue: 'warn', icon: 'triangle' },
  last: { hue: 'bad', icon: 'alert' },
  late: { hue: 'bad', icon: 'cross' },
};

/** How many of each the first page names. */
const shown = 6;

/** Incidents to acknowledge, deadlines soonest first, tasks that wait. */
@Component({
  selector: 'pl-incidents-today',
  imports: [RouterLink, Icon, InstantPipe, PageStateView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="incidents-today">
      <h2 id="incidents-today">{{ text().title }}</h2>
      <pl-page-state [state]="clocks.state()" (retry)="clocks.reload()">
        <ul class="list">
          @for (incident of toAcknowledge(); track incident.id) {
            <li>
              <a [routerLink]="tenant.link('incidents', incident.id)">
                <span class="mark" data-hue="warn"><pl-icon name="alert" /></span>
                <span class="what"
                  >{{ incident.isDrill ? text().drill + ' · ' : '' }}{{ incident.reference }}
                  {{ incident.title }} · {{ text().acknowledge }}</span
                >
                <span class="when">{{ incident.vendor.name }} · {{ incident.reportedAt | plInstant }}</span>
              </a>
            </li>
          }
          @for (line of running(); track line.clock.id) {
            <li>
              <a [routerLink]="tenant.link('incidents', line.clock.subject.id)">
                <span class="mark" [attr.data-hue]="line.look.hue"><pl-icon [name]="line.look.icon" /></span>
                <span class="what">{{ line.left }} · {{ line.clock.subject.label }}</span>
                <span class="when">{{ line.policy }} · {{ line.at }}</span>
              </a>
            </li>
          }
          @for (task of waiting(); track task.id) {
            <li>
              <a [routerLink]="tenant.link('incidents', task.incident.id)">
                <span class="mark" data-hue="note"><pl-icon name="check" /></span>
                <span class="what"
                  >{{ task.incident.isDrill ? text().drill + ' · ' : '' }}{{ text().task }}:
                  {{ task.title }}</span
                >
                <span class="when">
                  {{ task.incident.reference }} · {{ task.incident.vendor }}
                  @if (task.dueAt) {
                    · {{ text().until }} {{ task.dueAt | plInstant }}
                  }
                </span>
              </a>
            </li>
          }
          @if (toAcknowledge().length + running().length + waiting().length === 0) {
            <li class="pl-muted">{{ text().none }}</li>
          }
        </ul>
      </pl-page-state>
      <p class="pl-row">
        <a class="more" [routerLink]="tenant.link('incidents')" [queryParams]="{ open: 'true' }">{{
          text().all
        }}</a>
        @if (tenant.can('incident.report')) {
          <a class="more" [routerLink]="tenant.link('incidents', 'report')">{{ text().report }}</a>
        }
      </p>
    </section>
  `,
  styleUrl: './today-page.css',
})
export class IncidentsToday {
  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly time = inject(ServerTime);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  private readonly clock = texts(clockWords);
  protected readonly clocks = pageResource({
    params: () => true as const,
    load: async (_, signal) => {
      const page = await this.api.call(listClocks, { query: { limit: shown } }, { signal });
      const [first] = page.items;
      if (first) this.time.heard(first.now);
      return page;
    },
  });
  private readonly reported = pageResource({
    params: () => (this.tenant.can('incident.manage') ? (true as const) : undefined),
    load: async (_, signal) => {
      const [real, drills] = await Promise.all(
        (['false', 'true'] as const).map((of) =>
          this.api.call(
            listIncidents,
            { query: { state: 'reported', drills: of, limit: shown } },
            { signal },
          ),
        ),
      );
      return [...(real?.items ?? []), ...(drills?.items ?? [])];
    },
  });
  private readonly tasks = pageResource({
    params: () => (this.tenant.can('incident.report') ? (true as const) : undefined),
    load: (_, signal) => this.api.call(listWaitingTasks, {}, { signal }),
  });
  protected readonly toAcknowledge = computed(() => (this.reported.value() ?? []).slice(0, shown));
  protected readonly waiting = computed(() => (this.tasks.value()?.items ?? []).slice(0, shown));
  protected readonly running = computed(() =>
    (this.clocks.value()?.items ?? []).map((clock) => this.line(clock)),
  );

  constructor() {
    this.time.watch(inject(DestroyRef));
  }

  private line(clock: Clock) {
    const [now, locale, text] = [this.time.now(), this.reader.locale(), this.clock()];
    const view = {
      state: clock.state,
      name: '',
      source: null,
      startedAt: clock.startedAt,
      deadlineAt: clock.deadlineAt,
      metAt: clock.metAt,
    } as const;
    const left = sayTime(Math.abs(Date.parse(clock.deadlineAt) - now), text.units);
    const other = this.tenant.side() === 'insurer' ? clock.vendor.timezone : this.tenant.timeZone();
    return {
      clock,
      look: looks[urgencyAt(view, now)],
      left: stateAt(view, now) === 'late' ? text.overdue(left) : text.due(left),
      policy: languageOf(locale) === 'es' ? clock.policy.nameEs : clock.policy.name,
      at: sayInstant(clock.deadlineAt, now, [this.reader.timeZone, other], locale),
    };
  }
}
