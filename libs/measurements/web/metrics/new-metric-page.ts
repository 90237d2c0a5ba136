import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, form, validateTree } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { createMetric, newMetric } from '@plumbline/measurements/schema';
import { directions, metricFamilies, metricUnits } from '@plumbline/sla-engine';
import {
  ApiProblem,
  Control,
  Field,
  Notices,
  PageHeader,
  PageStateView,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  formSubmitter,
  keepDraft,
  texts,
} from '@plumbline/ui';
import { fieldAt } from '../field-at';
import { withFieldPaths } from '../with-field-paths';
import { type MetricDraft, blankTerms, metricDraftPath, termsOfDraft } from './metric-draft';
import { problemsOfMetric } from './metric-problems';
import { metricWords } from './metric-words';
import { MeasuresStore } from './measures-store';
import { TermsFields } from './terms-fields';
import { termsWords } from './terms-words';

const words = {
  en: {
    title: 'Define a metric',
    metrics: 'Metrics',
    name: 'Name',
    nameHint: 'As contracts and scorecards call it',
    code: 'Code',
    codeHint: 'For files and the API: lower-case letters, digits and underscores. It never changes.',
    family: 'Family',
    familyHint: 'On a scorecard, speed may outweigh quality and compliance only for a recorded reason.',
    unit: 'Unit',
    direction: 'Direction',
    source: 'Source',
    sourceHint: 'The clause, standard or requirement it comes from',
    send: 'Define the metric',
    effect: 'It can be used in contracts at once and reads every month there is data for.',
    done: (name: string) => `${name} was defined.`,
  },
  es: {
    title: 'Definir una métrica',
    metrics: 'Métricas',
    name: 'Nombre',
    nameHint: 'Como la llaman los contratos y los cuadros de mando',
    code: 'Código',
    codeHint: 'Para archivos y la API: minúsculas, cifras y guiones bajos. No cambia nunca.',
    family: 'Familia',
    familyHint:
      'En un cuadro de mando, la rapidez solo puede pesar más que la calidad y el cumplimiento por un motivo registrado.',
    unit: 'Unidad',
    direction: 'Sentido',
    source: 'Fuente',
    sourceHint: 'La cláusula, norma o exigencia de la que procede',
    send: 'Definir la métrica',
    effect: 'Se puede usar en contratos enseguida y lee todos los meses de los que hay datos.',
    done: (name: string) => `Se definió ${name}.`,
  },
};

@Component({
  selector: 'pl-new-metric-page',
  imports: [PageHeader, PageStateView, ProblemSummary, Field, Control, FormField, TermsFields],
  providers: [MeasuresStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [breadcrumbs]="[{ text: text().metrics, link: tenant.link('metrics') }]"
      />
      <pl-page-state [state]="store.measures.state()" (retry)="store.measures.reload()">
        <form class="pl-form" (submit)="submitter.submit($event)" novalidate>
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().name" [hint]="text().nameHint" [of]="form.name">
            <input plControl autocomplete="off" [formField]="form.name" />
          </pl-field>
          <pl-field [label]="text().code" [hint]="text().codeHint" [of]="form.code">
            <input plControl spellcheck="false" autocomplete="off" [formField]="form.code" />
          </pl-field>
          <pl-field [label]="text().family" [hint]="text().familyHint" [of]="form.family">
            <select plControl [formField]="form.family">
              @for (each of families; track each) {
                <option [value]="each">{{ metricText().families[each] }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().unit" [of]="form.unit">
            <select plControl [formField]="form.unit">
              @for (each of units; track each) {
                <option [value]="each">{{ metricText().units[each] }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().direction" [of]="form.direction">
            <select plControl [formField]="form.direction">
              @for (each of directions; track each) {
                <option [value]="each">{{ metricText().directions[each] }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().source" [hint]="text().sourceHint" [of]="form.source">
            <input plControl autocomplete="off" [formField]="form.source" />
          </pl-field>
          <pl-terms-fields [field]="form.terms" [measures]="store.measures.value() ?? []" />
          <p>{{ text().effect }}</p>
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().send }}
          </button>
        </form>
      </pl-page-state>
    </div>
  `,
})
export class NewMetricPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(MeasuresStore);
  protected readonly text = texts(words);
  protected readonly metricText = texts(metricWords);
  private readonly termsText = texts(termsWords);
  protected readonly families = metricFamilies;
  protected readonly units = metricUnits;
  protected readonly directions = directions;

  private readonly model = signal<MetricDraft>({
    code: '',
    name: '',
    family: 'speed',
    unit: 'ratio',
    direction: 'higher',
    source: '',
    terms: blankTerms(),
  });
  private readonly draft = keepDraft(this.model, `${this.tenant.slug}:metric-new`);
  protected readonly form = form(this.model, (path) => {
    validateTree(path, ({ value, fieldTree }) => {
      const { error } = newMetric.safeParse(bodyOf(value()));
      return problemsOfMetric(error, value(), this.termsText()).map(({ path: at, text }) => ({
        kind: 'metric',
        message: text,
        fieldTree: fieldAt(fieldTree, at),
      }));
    });
  });

  protected readonly submitter = formSubmitter(this.form, async () => {
    try {
      const body = newMetric.parse(bodyOf(this.model()));
      const metric = await this.api.call(createMetric, { body }, { submission: this.submission });
      this.draft.discard();
      this.notices.done(this.text().done(metric.name));
      await this.router.navigate([...this.tenant.link('metrics', metric.id)]);
    } catch (error) {
      throw withFieldPaths(ApiProblem.from(error), metricDraftPath);
    }
  });
}

function bodyOf({ terms, ...described }: MetricDraft): unknown {
  return { ...described, terms: termsOfDraft(terms) };
}
