import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { form, validateTree } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { type Metric, addMetricVersion, metricTerms, newMetricVersion } from '@plumbline/measurements/schema';
import {
  ApiProblem,
  MonthPicker,
  Notices,
  PageHeader,
  PageStateView,
  ProblemSummary,
  Reader,
  TenantApi,
  TenantContext,
  addMonths,
  formSubmitter,
  formatMonth,
  monthOf,
  texts,
} from '@plumbline/ui';
import { etagOf } from '../etag-of';
import { fieldAt } from '../field-at';
import { withFieldPaths } from '../with-field-paths';
import { type TermsDraft, blankTerms, draftOfTerms, metricDraftPath, termsOfDraft } from './metric-draft';
import { problemsOfMetric } from './metric-problems';
import { MeasuresStore } from './measures-store';
import { MetricStore } from './metric-store';
import { TermsFields } from './terms-fields';
import { termsWords } from './terms-words';

const monthsAhead = 36;

const words = {
  en: {
    title: (name: string) => `Change the definition of ${name}`,
    metrics: 'Metrics',
    from: 'First month it reads',
    send: 'Agree on this version',
    effect: (number: number, month: string, before: string) =>
      `Version ${number} reads ${month} and every month after it; ${before} and earlier keep the definition they have.`,
    done: (name: string, month: string) => `${name} has a new definition from ${month} on.`,
  },
  es: {
    title: (name: string) => `Cambiar la definición de ${name}`,
    metrics: 'Métricas',
    from: 'Primer mes que lee',
    send: 'Acordar esta versión',
    effect: (number: number, month: string, before: string) =>
      `La versión ${number} lee ${month} y todos los meses posteriores; ${before} y los anteriores conservan su definición.`,
    done: (name: string, month: string) => `${name} tiene una definición nueva desde ${month}.`,
  },
};

interface VersionDraft {
  effectiveFrom: string;
  terms: TermsDraft;
}

@Component({
  selector: 'pl-new-version-page',
  imports: [PageHeader, PageStateView, ProblemSummary, MonthPicker, TermsFields],
  providers: [MetricStore, MeasuresStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-page-state [state]="store.metric.state()" (retry)="store.metric.reload()">
      @if (store.metric.value(); as metric) {
        <div class="pl-stack">
          <pl-page-header
            [title]="text().title(metric.name)"
            [breadcrumbs]="[
              { text: text().metrics, link: tenant.link('metrics') },
              { text: metric.name, link: tenant.link('metrics', metric.id) },
            ]"
          />
          <pl-page-state [state]="library.measures.state()" (retry)="library.measures.reload()">
            <form class="pl-form" (submit)="submitter.submit($event)" novalidate>
              <pl-problem-summary [form]="form" [submitter]="submitter" />
              <div>
                <p class="label" aria-hidden="true">{{ text().from }}</p>
                <pl-month-picker
                  [label]="text().from"
                  [min]="earliest()"
                  [max]="latest()"
                  [value]="model().effectiveFrom"
                  (valueChange)="form.effectiveFrom().value.set($event)"
                />
              </div>
              <pl-terms-fields [field]="form.terms" [measures]="library.measures.value() ?? []" />
              <p>{{ effect() }}</p>
              <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
                {{ text().send }}
              </button>
            </form>
          </pl-page-state>
        </div>
      }
    </pl-page-state>
  `,
  styles: `
    .label {
      font-weight: 550;
      font-size: var(--pl-text-13);
    }
  `,
})
export class NewVersionPage {
  readonly metricId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(MetricStore);
  protected readonly library = inject(MeasuresStore);
  protected readonly text = texts(words);
  private readonly termsText = texts(termsWords);
  private readonly thisMonth = monthOf(new Date(), this.tenant.timeZone());

  /** A definition changes from a month to come on, after the newest version's own beginning (semantics rule 14). */
  protected readonly earliest = computed(() => {
    const last = this.store.metric.value()?.versions.at(-1)?.effectiveFrom ?? this.thisMonth;
    return addMonths(last > this.thisMonth ? last : this.thisMonth, 1);
  });
  protected readonly latest = computed(() => addMonths(this.earliest(), monthsAhead));

  protected readonly model = linkedSignal<Metric | undefined, VersionDraft>({
    source: this.store.metric.value,
    computation: (metric) => ({
      effectiveFrom: this.earliest(),
      terms: draftOfNewest(metric),
    }),
  });
  protected readonly form = form(this.model, (path) => {
    validateTree(path, ({ value, fieldTree }) => {
      const draft = { unit: this.store.metric.value()?.unit ?? 'ratio', terms: value().terms };
      const { error, data } = newMetricVersion.safeParse(bodyOf(value()));
      const newest = this.store.metric.value()?.versions.at(-1)?.terms;
      if (data && newest && JSON.stringify(data.terms) === JSON.stringify(metricTerms.parse(newest)))
        return [{ kind: 'unchanged', message: this.termsText().unchanged, fieldTree }];
      return problemsOfMetric(error, draft, this.termsText()).map(({ path: at, text }) => ({
        kind: 'metric',
        message: text,
        fieldTree: fieldAt(fieldTree, at),
      }));
    });
  });

  protected readonly effect = computed(() => {
    const { effectiveFrom } = this.model();
    const month = (value: string) => formatMonth(value, this.reader.locale(), 'long');
    const number = (this.store.metric.value()?.versions.at(-1)?.number ?? 0) + 1;
    return this.text().effect(number, month(effectiveFrom), month(addMonths(effectiveFrom, -1)));
  });

  protected readonly submitter = formSubmitter(this.form, async () => {
    const metric = this.store.metric.value();
    if (!metric) return;
    try {
      const body = newMetricVersion.parse(bodyOf(this.model()));
      const changed = await this.api.call(
        addMetricVersion,
        { params: { metricId: metric.id }, body },
        { ifMatch: etagOf(metric) },
      );
      const month = formatMonth(body.effectiveFrom, this.reader.locale(), 'long');
      this.notices.done(this.text().done(changed.name, month));
      await this.router.navigate([...this.tenant.link('metrics', metric.id)]);
    } catch (error) {
      throw withFieldPaths(ApiProblem.from(error), metricDraftPath);
    }
  });

  constructor() {
    effect(() => this.store.id.set(this.metricId()));
  }
}

function draftOfNewest(metric: Metric | undefined): TermsDraft {
  const newest = metric?.versions.at(-1);
  return newest ? draftOfTerms(newest.terms) : blankTerms();
}

function bodyOf({ effectiveFrom, terms }: VersionDraft): unknown {
  return { effectiveFrom, terms: termsOfDraft(terms) };
}
