import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import {
  listRegulatoryFloors,
  type RegulatoryFloor,
  switchRegulatoryFloor,
} from '@plumbline/contracts/schema';
import {
  ApiProblem,
  DatePipe,
  InstantPipe,
  languageOf,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  Submission,
  TenantApi,
  TenantContext,
  texts,
  writeTarget,
} from '@plumbline/ui';
import { MetricsStore } from '../metrics-store';
import { parityPageWords } from './parity-words';

const words = {
  en: {
    title: 'Regulatory floors',
    lead: 'Limits that a regulation sets, as they ship, with their source. Switched on, every contract is held against them too.',
    parity: 'SLA parity',
    on: 'On',
    off: 'Off',
    source: 'Source',
    asOf: (day: string) => `text of ${day}; check later amendments`,
    limit: 'Limit',
    within: (seconds: number) => `within ${seconds} s`,
    says: 'What it says, in our words',
    mind: 'To be minded',
    measuredBy: 'Measured by',
    choose: 'Choose a metric',
    demanded: 'Demanded of vendors that run',
    reason: 'Reason',
    switchOn: 'Switch on',
    switchOff: 'Switch off',
    history: 'Who switched it',
    none: 'Nobody so far.',
    switched: { on: 'Switched on', off: 'Switched off' },
    done: (title: string, on: boolean) => `${title} is ${on ? 'on' : 'off'}; contracts are compared anew.`,
  },
  es: {
    title: 'Mínimos regulatorios',
    lead: 'Límites que fija una norma, tal como se entregan, con su fuente. Activados, cada contrato se compara también con ellos.',
    parity: 'Paridad de SLA',
    on: 'Activado',
    off: 'Desactivado',
    source: 'Fuente',
    asOf: (day: string) => `texto del ${day}; compruebe las modificaciones posteriores`,
    limit: 'Límite',
    within: (seconds: number) => `en ${seconds} s`,
    says: 'Qué dice, con nuestras palabras',
    mind: 'A tener en cuenta',
    measuredBy: 'Se mide con',
    choose: 'Elija una métrica',
    demanded: 'Se exige a proveedores que prestan',
    reason: 'Motivo',
    switchOn: 'Activar',
    switchOff: 'Desactivar',
    history: 'Quién lo cambió',
    none: 'Nadie hasta ahora.',
    switched: { on: 'Activado', off: 'Desactivado' },
    done: (title: string, on: boolean) =>
      `${title} está ${on ? 'activado' : 'desactivado'}; los contratos se comparan de nuevo.`,
  },
};

interface Typed {
  readonly metricId: string;
  readonly reason: string;
}

/** Floors that ship with the product, and the switch of each. */
@Component({
  selector: 'pl-floors-page',
  imports: [PageHeader, PageStateView, ProblemView, StatusChip, DatePipe, InstantPipe],
  providers: [MetricsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: text().parity, link: tenant.link('parity') }]"
      />
      <pl-page-state [state]="floors.state()" (retry)="floors.reload()">
        @for (floor of floors.value()?.items ?? []; track floor.code) {
          <section class="pl-panel pl-stack" [attr.aria-labelledby]="floor.code">
            <h2 class="pl-row" [id]="floor.code">
              {{ floor.title[language()] }}
              <pl-status
                [hue]="floor.on ? 'good' : 'neutral'"
                [icon]="floor.on ? 'check' : 'dash'"
                [text]="floor.on ? text().on : text().off"
              />
            </h2>
            <dl class="pl-facts">
              <dt>{{ text().limit }}</dt>
              <dd>
                {{ limitOf(floor) }}
                @if (floor.thresholdSeconds; as seconds) {
                  {{ text().within(seconds) }}
                }
              </dd>
              <dt>{{ text().says }}</dt>
              <dd>{{ floor.says[language()] }}</dd>
              <dt>{{ text().mind }}</dt>
              <dd>{{ floor.mind[language()] }}</dd>
              <dt>{{ text().source }}</dt>
              <dd>{{ floor.citation }}. {{ floor.source }} ({{ text().asOf(floor.asOf | plDate) }})</dd>
              <dt>{{ text().demanded }}</dt>
              <dd>{{ servicesOf(floor) }}</dd>
              @if (floor.metric; as metric) {
                <dt>{{ text().measuredBy }}</dt>
                <dd>{{ metric.name }}</dd>
              }
            </dl>
            @if (tenant.can('parity.write')) {
              <form class="pl-row switch" novalidate (submit)="flip($event, floor)">
                @if (!floor.on) {
                  <label>
                    {{ text().measuredBy }}
                    <select class="pl-input" (change)="type(floor, 'metricId', $event)">
                      <option value="">{{ text().choose }}</option>
                      @for (metric of metricsFor(floor); track metric.id) {
                        <option [value]="metric.id" [selected]="metric.id === typed(floor).metricId">
                          {{ metric.name }}
                        </option>
                      }
                    </select>
                  </label>
                }
                <label class="reason">
                  {{ text().reason }}
                  <input
                    class="pl-input"
                    maxlength="1000"
                    [value]="typed(floor).reason"
                    (input)="type(floor, 'reason', $event)"
                  />
                </label>
                <button class="pl-button" [disabled]="busy() || !ready(floor)">
                  {{ floor.on ? text().switchOff : text().switchOn }}
                </button>
              </form>
              @if (problem(); as shown) {
                @if (shown.code === floor.code) {
                  <pl-problem [problem]="shown.problem" />
                }
              }
            }
            <details>
              <summary>{{ text().history }}</summary>
              <ul>
                @for (each of floor.history; track each.number) {
                  <li>
                    {{ each.on ? text().switched.on : text().switched.off }}: {{ each.reason }}
                    <span class="pl-muted">{{ each.setBy }}, {{ each.setAt | plInstant }}</span>
                  </li>
                } @empty {
                  <li class="pl-muted">{{ text().none }}</li>
                }
              </ul>
            </details>
          </section>
        }
      </pl-page-state>
    </div>
  `,
  styles: `
    section + section {
      margin-top: var(--pl-3);
    }
    .switch {
      align-items: end;
    }
    .switch label {
      display: grid;
      gap: var(--pl-1);
    }
    .reason {
      flex: 1 1 14rem;
      max-width: 34rem;
    }
    summary {
      min-height: 1.5rem;
      cursor: pointer;
    }
  `,
})
export class FloorsPage {
  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  private readonly metrics = inject(MetricsStore);
  private readonly submissions = new Map<string, Submission>();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(parityPageWords);
  protected readonly language = computed(() => languageOf(this.reader.locale()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<{ readonly code: string; readonly problem: ApiProblem } | null>(null);
  private readonly typedOf = signal<Readonly<Record<string, Typed>>>({});

  protected readonly floors = pageResource({
    params: () => true,
    load: (_, signal) => this.api.call(listRegulatoryFloors, {}, { signal }),
  });

  /** Metrics of the floor's unit that are better the same way: others measure something else. */
  protected metricsFor({ unit, direction }: RegulatoryFloor) {
    const known = this.metrics.metrics.value() ?? [];
    return known.filter((metric) => metric.unit === unit && metric.direction === direction);
  }

  protected typed({ code, suggestedMetricId }: RegulatoryFloor): Typed {
    return this.typedOf()[code] ?? { metricId: suggestedMetricId ?? '', reason: '' };
  }

  protected type(floor: RegulatoryFloor, field: keyof Typed, event: Event): void {
    const value = (event.target as HTMLInputElement | HTMLSelectElement).value;
    this.typedOf.update((all) => ({ ...all, [floor.code]: { ...this.typed(floor), [field]: value } }));
  }

  protected ready(floor: RegulatoryFloor): boolean {
    const { metricId, reason } = this.typed(floor);
    return reason.trim() !== '' && (floor.on || metricId !== '');
  }

  protected limitOf({ target, unit }: RegulatoryFloor): string {
    return writeTarget(target, unit, this.reader.locale());
  }

  protected servicesOf({ services }: RegulatoryFloor): string {
    const words = this.words();
    return services.map((service) => words.services[service]).join(', ') || words.everyVendor;
  }

  protected async flip(event: Event, floor: RegulatoryFloor): Promise<void> {
    event.preventDefault();
    if (this.busy() || !this.ready(floor)) return;
    const { metricId, reason } = this.typed(floor);
    const on = !floor.on;
    const submission = this.submissions.get(floor.code) ?? new Submission();
    this.submissions.set(floor.code, submission);
    this.busy.set(true);
    this.problem.set(null);
    try {
      const body = { on, metricId: on ? metricId : null, reason };
      const switched = await this.api.call(
        switchRegulatoryFloor,
        { params: { floor: floor.code }, body },
        { submission },
      );
      this.submissions.delete(floor.code);
      this.typedOf.update((all) => ({ ...all, [floor.code]: { metricId, reason: '' } }));
      const items = (this.floors.value()?.items ?? []).map((each) =>
        each.code === switched.code ? switched : each,
      );
      this.floors.set({ items });
      this.notices.done(this.text().done(switched.title[this.language()], on));
    } catch (error) {
      this.problem.set({ code: floor.code, problem: ApiProblem.from(error) });
    } finally {
      this.busy.set(false);
    }
  }
}
