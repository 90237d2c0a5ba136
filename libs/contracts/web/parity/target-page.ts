import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, validateStandardSchema } from '@angular/forms/signals';
import {
  addInternalTargetVersion,
  type InternalTargetVersion,
  viewInternalTarget,
} from '@plumbline/contracts/schema';
import {
  formatDate,
  formatInstant,
  formSubmitter,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemSummary,
  Reader,
  StatusChip,
  Submission,
  TenantApi,
  TenantContext,
  texts,
  writeTarget,
} from '@plumbline/ui';
import { today } from '../today';
import { segmentText } from './parity-cells';
import { parityPageWords } from './parity-words';
import { TargetFields } from './target-fields';
import { emptyTarget, targetFormSchema, toTargetModel, toVersionInput } from './target-model';

const words = {
  en: {
    title: 'Internal target',
    parity: 'SLA parity',
    targets: 'Internal targets',
    versions: 'Versions, newest first',
    number: (number: number) => `Version ${number}`,
    from: 'from',
    nothing: 'Nothing expected any more',
    inForce: 'In force',
    by: (who: string, when: string) => `${who}, ${when}`,
    demanded: (services: string) => `Demanded of: ${services}`,
    only: (version: number) => `Only for metric version ${version}`,
    change: 'Expect something else',
    save: 'Add this version',
    saved: (number: number) => `Version ${number} was added; contracts are compared anew.`,
  },
  es: {
    title: 'Objetivo interno',
    parity: 'Paridad de SLA',
    targets: 'Objetivos internos',
    versions: 'Versiones, la más nueva primero',
    number: (number: number) => `Versión ${number}`,
    from: 'desde',
    nothing: 'Ya no se espera nada',
    inForce: 'En vigor',
    by: (who: string, when: string) => `${who}, ${when}`,
    demanded: (services: string) => `Se exige a: ${services}`,
    only: (version: number) => `Solo para la versión ${version} de la métrica`,
    change: 'Esperar otra cosa',
    save: 'Añadir esta versión',
    saved: (number: number) => `Se añadió la versión ${number}; los contratos se comparan de nuevo.`,
  },
};

/** One internal target: every version with its reason, and the next one. */
@Component({
  selector: 'pl-target-page',
  imports: [PageHeader, PageStateView, ProblemSummary, StatusChip, TargetFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="title()"
        [breadcrumbs]="[
          { text: text().parity, link: tenant.link('parity') },
          { text: text().targets, link: tenant.link('parity', 'targets') },
        ]"
      />
      <pl-page-state [state]="target.state()" (retry)="target.reload()">
        @if (target.value(); as shown) {
          <div class="pl-stack">
            <section class="pl-stack" aria-labelledby="target-versions">
              <h2 id="target-versions">{{ text().versions }}</h2>
              <ol class="versions">
                @for (version of newestFirst(); track version.number) {
                  <li class="pl-panel">
                    <p class="pl-row">
                      <strong>{{ text().number(version.number) }}</strong>
                      <span class="pl-number">{{ limitOf(version) }}</span>
                      <span>{{ text().from }} {{ dateOf(version.effectiveFrom) }}</span>
                      @if (version.number === shown.inForce) {
                        <pl-status hue="good" icon="check" [text]="text().inForce" />
                      }
                    </p>
                    <p>{{ version.reason }}</p>
                    <p class="pl-muted pl-small">
                      {{ text().by(version.setBy, instantOf(version.setAt)) }} ·
                      {{ text().demanded(servicesOf(version)) }}
                      @if (version.metricVersion; as only) {
                        · {{ text().only(only) }}
                      }
                    </p>
                  </li>
                }
              </ol>
            </section>
            @if (tenant.can('parity.write')) {
              <form class="pl-form wide" novalidate (submit)="submitter.submit($event)">
                <h2>{{ text().change }}</h2>
                <pl-problem-summary [form]="form" [submitter]="submitter" />
                <pl-target-fields [form]="form" [metrics]="metrics()" />
                <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
                  {{ text().save }}
                </button>
              </form>
            }
          </div>
        }
      </pl-page-state>
    </div>
  `,
  styles: `
    .wide.pl-form {
      max-width: 52rem;
    }
    .versions {
      display: grid;
      gap: var(--pl-3);
      max-width: 52rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class TargetPage {
  readonly internalTargetId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  private submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(parityPageWords);
  private readonly month = today(this.tenant.timeZone()).slice(0, 7);

  protected readonly target = pageResource({
    params: () => this.internalTargetId(),
    load: (internalTargetId, signal) =>
      this.api.call(viewInternalTarget, { params: { internalTargetId } }, { signal }),
  });
  protected readonly metrics = computed(() => {
    const metric = this.target.value()?.metric;
    return metric ? [{ ...metric, family: 'speed' as const }] : [];
  });
  protected readonly newestFirst = computed(() => [...(this.target.value()?.versions ?? [])].reverse());
  protected readonly title = computed(() => {
    const target = this.target.value();
    if (!target) return this.text().title;
    return `${target.metric.name} · ${segmentText(target.segment, this.words().everything)}`;
  });

  protected readonly model = signal(emptyTarget(this.month));
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(
      path,
      targetFormSchema(() => this.metrics(), 'version'),
    ),
  );
  protected readonly submitter = formSubmitter(this.form, async () => {
    const target = this.target.value();
    if (!target) return;
    const changed = await this.api.call(
      addInternalTargetVersion,
      { params: { internalTargetId: target.id }, body: toVersionInput(this.model(), target.metric) },
      { ifMatch: `"${target.version}"`, submission: this.submission },
    );
    this.submission = new Submission();
    this.target.set(changed);
    this.notices.done(this.text().saved(changed.versions.length));
  });

  constructor() {
    effect(() => {
      const target = this.target.value();
      const newest = target?.versions.at(-1);
      if (!target || !newest) return;
      const begun = newest.effectiveFrom.slice(0, 7);
      const month = begun > this.month ? begun : this.month;
      this.model.set(
        toTargetModel(newest, target.metric.id, { inPercent: target.metric.unit === 'ratio', month }),
      );
    });
  }

  protected limitOf({ target }: InternalTargetVersion): string {
    const unit = this.target.value()?.metric.unit ?? 'ratio';
    return target ? writeTarget(target, unit, this.reader.locale()) : this.text().nothing;
  }

  protected servicesOf({ services }: InternalTargetVersion): string {
    const words = this.words();
    return services.map((service) => words.services[service]).join(', ') || words.everyVendor;
  }

  protected dateOf(date: string): string {
    return formatDate(date, this.reader.locale());
  }

  protected instantOf(at: string): string {
    return formatInstant(at, { locale: this.reader.locale(), timeZone: this.reader.timeZone });
  }
}
