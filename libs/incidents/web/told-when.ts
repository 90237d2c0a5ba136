import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Incident } from '@plumbline/incidents/schema';
import { Icon, Reader, sayInstant, ServerTime, TenantContext, texts } from '@plumbline/ui';
import { policyName } from './clock-views';
import { counterpartZone } from './counterpart-zone';

const words = {
  en: {
    title: 'Who is told when',
    atOnce: (at: string) => `At once (${at})`,
    security: 'the insurer’s security',
    stage: (percent: number, at: string) => `${percent} % of the time, ${at}`,
    missed: (at: string) => `If it is missed, ${at}`,
    of: (policy: string) => `By “${policy}”, the deadline that comes first.`,
    noticed: 'told',
    none: 'No deadline runs: nobody is told any more.',
    and: ', ',
  },
  es: {
    title: 'A quién se avisa y cuándo',
    atOnce: (at: string) => `Al momento (${at})`,
    security: 'seguridad de la aseguradora',
    stage: (percent: number, at: string) => `${percent} % del tiempo, ${at}`,
    missed: (at: string) => `Si se incumple, ${at}`,
    of: (policy: string) => `Según «${policy}», el plazo que vence primero.`,
    noticed: 'avisado',
    none: 'No corre ningún plazo: ya no se avisa a nadie.',
    and: ', ',
  },
};

/** Each stage of the deadline that comes first, with who hears of it. */
@Component({
  selector: 'pl-told-when',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ text().title }}</h2>
    <ol class="told">
      <li>
        <pl-icon name="check" />
        <span
          ><strong>{{ text().atOnce(said(incident().reportedAt)) }}</strong
          ><br />{{ text().security }}</span
        >
      </li>
      @for (row of rows(); track row.stage) {
        <li>
          <pl-icon [name]="row.noticedAt === null ? 'bell' : 'check'" />
          <span>
            <strong>{{ row.text }}</strong><br />{{ row.names }}
            @if (row.noticedAt !== null) {
              <span class="pl-muted">({{ text().noticed }})</span>
            }
          </span>
        </li>
      }
    </ol>
    <p class="pl-muted pl-small">{{ by() }}</p>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
    li {
      display: flex;
      gap: var(--pl-2);
      padding-block: var(--pl-2);
      border-bottom: 1px solid var(--pl-line);
      overflow-wrap: anywhere;
    }
    pl-icon {
      flex: none;
      margin-top: 0.1em;
      color: var(--pl-ink-muted);
    }
  `,
})
export class ToldWhen {
  readonly incident = input.required<Incident>();

  private readonly reader = inject(Reader);
  private readonly time = inject(ServerTime);
  private readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  private readonly first = computed(
    () =>
      this.incident()
        .clocks.filter(({ state }) => state === 'running')
        .toSorted((a, b) => Date.parse(a.deadlineAt) - Date.parse(b.deadlineAt))[0],
  );
  protected readonly rows = computed(() => {
    const { vendorLadder } = this.incident().escalation;
    const text = this.text();
    return (this.first()?.stages ?? []).map(({ stage, at, noticedAt }) => {
      const reached = vendorLadder.filter(({ tellsFromStage }) => tellsFromStage <= stage);
      return {
        stage,
        noticedAt,
        text: (stage === 100 ? text.missed : (said: string) => text.stage(stage, said))(this.said(at)),
        names: [text.security, ...reached.map(({ name }) => name)].join(text.and),
      };
    });
  });
  protected readonly by = computed(() => {
    const clock = this.first();
    return clock ? this.text().of(policyName(clock.policy, this.reader.locale())) : this.text().none;
  });

  protected said(instant: string): string {
    const zones = [this.reader.timeZone, counterpartZone(this.tenant, this.incident())];
    return sayInstant(instant, this.time.now(), zones, this.reader.locale());
  }
}
