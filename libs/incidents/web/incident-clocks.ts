import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Clock as RunningClock } from '@plumbline/clocks/schema';
import type { Incident } from '@plumbline/incidents/schema';
import { renderTrace, type Trace } from '@plumbline/sla-engine';
import {
  Clock,
  type ClockView,
  Icon,
  InstantPipe,
  languageOf,
  Reader,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { clockView, inOrder, policyName } from './clock-views';
import { counterpartZone } from './counterpart-zone';
import { incidentWords } from './incident-words';

const words = {
  en: {
    title: 'Clocks',
    none: 'No deadline applies as far as is known now.',
    explain: 'Explain',
    rule: 'Rule',
    owedBy: 'Owed by',
    starts: 'Starts at',
    met: 'Met by',
    version: (version: number) => `version ${version}`,
    leg: (amount: string, from: string) => `${amount} from “${from}”`,
    source: 'Open the source',
    arithmetic: 'How the deadline follows',
    stages: 'Stages',
    stage: (percent: number) => `${percent} %`,
    deadline: 'Deadline',
    told: 'told',
    notYet: 'not reached or not acted on',
    zone: 'Counted in',
    cancelled: 'Ended because',
    waitsFor: (milestones: string) => `Waits for: ${milestones}.`,
    or: ' or ',
  },
  es: {
    title: 'Plazos',
    none: 'Por ahora no se aplica ningún plazo.',
    explain: 'Explicar',
    rule: 'Regla',
    owedBy: 'Obliga a',
    starts: 'Empieza en',
    met: 'Se cumple con',
    version: (version: number) => `versión ${version}`,
    leg: (amount: string, from: string) => `${amount} desde «${from}»`,
    source: 'Abrir la fuente',
    arithmetic: 'De dónde sale el plazo',
    stages: 'Etapas',
    stage: (percent: number) => `${percent} %`,
    deadline: 'Vencimiento',
    told: 'avisado',
    notYet: 'sin llegar o sin avisar',
    zone: 'Se cuenta en',
    cancelled: 'Terminó porque',
    waitsFor: (milestones: string) => `Espera: ${milestones}.`,
    or: ' o ',
  },
};

interface Shown {
  readonly clock: RunningClock;
  readonly view: ClockView;
  readonly steps: readonly string[];
}

/** The incident's clocks side by side, each with its rule, start, arithmetic and stages; then those that wait to begin. */
@Component({
  selector: 'pl-incident-clocks',
  imports: [Clock, Icon, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-stack" aria-labelledby="pl-incident-clocks">
      <h2 id="pl-incident-clocks">{{ text().title }}</h2>
      <div class="pl-grid">
        @for (each of shown(); track each.clock.id) {
          <pl-clock [clock]="each.view" [counterpartZone]="zone()" [drill]="incident().isDrill">
            <details>
              <summary>{{ text().explain }}</summary>
              <dl class="pl-facts">
                <dt>{{ text().rule }}</dt>
                <dd>
                  @for (leg of each.clock.legs; track $index) {
                    <p>
                      {{ text().leg(words().units[leg.unit](leg.amount), words().milestones[leg.startsAt]) }}
                    </p>
                  }
                  <p class="pl-muted pl-small">{{ text().version(each.clock.policy.version) }}</p>
                  @if (each.clock.policy.source.url; as url) {
                    <a [href]="url" target="_blank" rel="noopener noreferrer"
                      ><pl-icon name="external" />{{ text().source }}</a
                    >
                  }
                </dd>
                <dt>{{ text().owedBy }}</dt>
                <dd>{{ words().sides[each.clock.policy.owedBy] }}</dd>
                <dt>{{ text().starts }}</dt>
                <dd>{{ words().milestones[each.clock.startsAt] }}, {{ each.clock.startedAt | plInstant }}</dd>
                <dt>{{ text().met }}</dt>
                <dd>{{ words().milestones[each.clock.metBy] }}</dd>
                <dt>{{ text().zone }}</dt>
                <dd>{{ each.clock.timezone }}</dd>
                @if (each.clock.cancelReason; as reason) {
                  <dt>{{ text().cancelled }}</dt>
                  <dd>{{ reason }}</dd>
                }
              </dl>
              <h3>{{ text().arithmetic }}</h3>
              <ol class="steps">
                @for (step of each.steps; track $index) {
                  <li>{{ step }}</li>
                }
              </ol>
              <h3>{{ text().stages }}</h3>
              <ul class="stages">
                @for (stage of each.clock.stages; track stage.stage) {
                  <li>
                    <pl-icon [name]="stage.noticedAt === null ? 'circle' : 'check'" />
                    <span
                      >{{ stage.stage === 100 ? text().deadline : text().stage(stage.stage) }} ·
                      {{ stage.at | plInstant }}
                      <span class="pl-muted">
                        @if (stage.noticedAt; as noticed) {
                          {{ text().told }} {{ noticed | plInstant }}
                        } @else {
                          {{ text().notYet }}
                        }
                      </span></span
                    >
                  </li>
                }
              </ul>
            </details>
          </pl-clock>
        } @empty {
          @if (waiting().length === 0) {
            <p class="pl-muted">{{ text().none }}</p>
          }
        }
        @for (each of waiting(); track each.code) {
          <pl-clock [clock]="each.view" [drill]="incident().isDrill">
            <p class="pl-muted pl-small">{{ text().waitsFor(each.milestones) }}</p>
          </pl-clock>
        }
      </div>
    </section>
  `,
  styles: `
    summary {
      display: inline-flex;
      align-items: center;
      min-height: 1.5rem;
      color: var(--pl-accent);
      cursor: pointer;
    }
    summary::before {
      content: '▸' / '';
      width: 1em;
    }
    details[open] > summary::before {
      content: '▾' / '';
    }
    details[open] {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
    .steps {
      margin: 0;
      padding-inline-start: var(--pl-5);
      list-style: decimal;
      overflow-wrap: anywhere;
      font-size: var(--pl-text-13);
    }
    .stages li {
      display: flex;
      gap: var(--pl-2);
      font-size: var(--pl-text-13);
      font-variant-numeric: tabular-nums;
    }
    .stages pl-icon {
      flex: none;
      color: var(--pl-ink-muted);
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: var(--pl-1);
      min-height: 1.5rem;
    }
    dd {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    h3 {
      margin-top: var(--pl-2);
    }
  `,
})
export class IncidentClocks {
  readonly incident = input.required<Incident>();

  private readonly reader = inject(Reader);
  private readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  protected readonly zone = computed(() => counterpartZone(this.tenant, this.incident()));
  protected readonly shown = computed((): readonly Shown[] => {
    const locale = this.reader.locale();
    return inOrder(this.incident().clocks).map((clock) => ({
      clock,
      view: clockView(clock, locale),
      steps: renderTrace(clock.trace as Trace, languageOf(locale)),
    }));
  });
  protected readonly waiting = computed(() =>
    this.incident().waiting.map(({ policy, legs }) => ({
      code: policy.code,
      milestones: legs.map(({ startsAt }) => this.words().milestones[startsAt]).join(this.text().or),
      view: {
        state: 'waiting',
        name: policyName(policy, this.reader.locale()),
        source: policy.source.title,
        startedAt: null,
        deadlineAt: null,
        metAt: null,
      } satisfies ClockView,
    })),
  );
}
