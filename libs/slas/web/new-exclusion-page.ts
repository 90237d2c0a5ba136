import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { listContracts, viewContractVersion } from '@plumbline/contracts/schema';
import { listMeasures, viewMetric } from '@plumbline/measurements/schema';
import { newExclusion, requestExclusion } from '@plumbline/slas/schema';
import {
  Control,
  Field,
  formSubmitter,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import {
  countsUnits,
  exclusionFormSchema,
  type ExclusionModel,
  saysTheSame,
  toRequest,
} from './exclusion-form';
import { exclusionWords } from './exclusion-words';

const words = {
  en: {
    title: 'Ask for an exclusion or a waiver',
    exclusions: 'Exclusions and waivers',
    contract: 'Contract',
    choose: 'Choose a contract',
    effect: 'What is asked for',
    exclude: 'Take the rows of a time out of the results',
    waive: 'Let a breach go without consequence',
    sla: 'SLA',
    every: 'Every SLA of the contract',
    kind: 'Why',
    clause: 'Clause that allows it',
    firstDate: 'First day',
    lastDate: 'Last day',
    from: 'From',
    to: 'To',
    halfHour: 'Full or half hour; empty: the whole day. Figures by the day lose whole days only.',
    forecast: 'Agreed forecast and band',
    forecastHint:
      'Where it is stated, only the units below are taken out of the month; left empty, all rows of the time are',
    beyond: (measure: string) => `Beyond the band: ${measure}`,
    reason: 'What happened, and what shows it',
    reasonHint: 'Somebody else of the insurer reads it and decides',
    send: 'Ask for it',
    sent: 'It was asked for; somebody else of the insurer decides.',
  },
  es: {
    title: 'Pedir una exclusión o una dispensa',
    exclusions: 'Exclusiones y dispensas',
    contract: 'Contrato',
    choose: 'Elija un contrato',
    effect: 'Qué se pide',
    exclude: 'Quitar de los resultados las filas de un tiempo',
    waive: 'Dejar un incumplimiento sin consecuencias',
    sla: 'SLA',
    every: 'Todos los SLA del contrato',
    kind: 'Por qué',
    clause: 'Cláusula que lo permite',
    firstDate: 'Primer día',
    lastDate: 'Último día',
    from: 'Desde',
    to: 'Hasta',
    halfHour: 'Hora en punto o media; vacío: el día entero. Las cifras por día solo pierden días enteros.',
    forecast: 'Previsión acordada y su banda',
    forecastHint:
      'Si se indica, solo se quitan del mes las unidades de abajo; vacío, todas las filas de ese tiempo',
    beyond: (measure: string) => `Por encima de la banda: ${measure}`,
    reason: 'Qué ha pasado, y qué lo demuestra',
    reasonHint: 'Otra persona de la aseguradora lo lee y decide',
    send: 'Pedirla',
    sent: 'Está pedida; otra persona de la aseguradora decide.',
  },
};

@Component({
  selector: 'pl-new-exclusion-page',
  imports: [PageHeader, PageStateView, ProblemSummary, Field, Control, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [breadcrumbs]="[{ text: text().exclusions, link: tenant.link('exclusions') }]"
      />
      <pl-page-state [state]="contracts.state()" (retry)="contracts.reload()">
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().effect" [of]="form.effect">
            <select plControl [formField]="form.effect">
              <option value="exclude">{{ text().exclude }}</option>
              <option value="waive">{{ text().waive }}</option>
            </select>
          </pl-field>
          <pl-field [label]="text().contract" [of]="form.contractId">
            <select plControl [formField]="form.contractId">
              <option value="">{{ text().choose }}</option>
              @for (contract of contracts.value()?.items ?? []; track contract.id) {
                <option [value]="contract.id">{{ contract.reference }} · {{ contract.vendor.name }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().sla" [of]="form.slaId">
            <select plControl [formField]="form.slaId">
              <option value="">{{ text().every }}</option>
              @for (sla of slas(); track sla.id) {
                <option [value]="sla.id">{{ sla.name }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().kind" [of]="form.kind">
            <select plControl [formField]="form.kind">
              @for (kind of kinds; track kind) {
                <option [value]="kind">{{ words().kinds[kind] }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().clause" [optional]="model().kind !== 'other'" [of]="form.clause">
            <input plControl [formField]="form.clause" />
          </pl-field>
          <pl-field [label]="text().firstDate" [of]="form.firstDate">
            <input plControl type="date" [formField]="form.firstDate" />
          </pl-field>
          <pl-field [label]="text().lastDate" [of]="form.lastDate">
            <input plControl type="date" [formField]="form.lastDate" />
          </pl-field>
          @if (model().effect === 'exclude') {
            <pl-field [label]="text().from" [optional]="true" [hint]="text().halfHour" [of]="form.from">
              <input plControl type="time" step="1800" [formField]="form.from" />
            </pl-field>
            <pl-field [label]="text().to" [optional]="true" [of]="form.to">
              <input plControl type="time" step="1800" [formField]="form.to" />
            </pl-field>
          }
          @if (stated().length > 0) {
            <pl-field
              [label]="text().forecast"
              [hint]="text().forecastHint"
              [optional]="true"
              [of]="form.forecast"
            >
              <input plControl [formField]="form.forecast" />
            </pl-field>
            @for (measure of form.amounts; track $index) {
              <pl-field
                [label]="text().beyond(stated()[$index]?.label ?? '')"
                [optional]="true"
                [of]="measure.amount"
              >
                <input plControl inputmode="decimal" [formField]="measure.amount" />
              </pl-field>
            }
          }
          <pl-field [label]="text().reason" [hint]="text().reasonHint" [of]="form.reason">
            <textarea plControl rows="3" [formField]="form.reason"></textarea>
          </pl-field>
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().send }}
          </button>
        </form>
      </pl-page-state>
    </div>
  `,
})
export class NewExclusionPage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(exclusionWords);
  protected readonly kinds = ['client_outage', 'beyond_forecast', 'force_majeure', 'other'] as const;

  protected readonly contracts = pageResource({
    params: () => true as const,
    load: (_, signal) => this.api.call(listContracts, { query: { limit: 200 } }, { signal }),
  });
  protected readonly model = signal<ExclusionModel>({
    ...{ contractId: '', slaId: '', effect: 'exclude', kind: 'client_outage', clause: '' },
    ...{ firstDate: '', lastDate: '', from: '', to: '', reason: '', forecast: '', amounts: [] },
  });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, exclusionFormSchema));
  /** The version that was in force on the first day, or the newest while no day is said. */
  private readonly version = computed(
    () => {
      const { contractId, firstDate } = this.model();
      const versions = this.contracts.value()?.items.find(({ id }) => id === contractId)?.versions ?? [];
      const agreed = versions.filter(({ state }) => state === 'active');
      const then = agreed.findLast(({ effectiveFrom }) => firstDate === '' || effectiveFrom <= firstDate);
      return then ? { contractId, number: then.number } : undefined;
    },
    { equal: saysTheSame },
  );
  private readonly known = pageResource({
    params: () => this.version(),
    load: (params, signal) => this.api.call(viewContractVersion, { params }, { signal }),
  });
  protected readonly slas = computed(() => this.known.value()?.slas ?? []);
  /** What the SLA's metric counts on the first day, where units of it can be stated. */
  private readonly counted = computed(
    () => {
      const { slaId, firstDate } = this.model();
      const sla = countsUnits(this.model()) ? this.slas().find(({ id }) => id === slaId) : undefined;
      return sla ? { metricId: sla.metricId, month: firstDate.slice(0, 7) } : undefined;
    },
    { equal: saysTheSame },
  );
  private readonly measures = pageResource({
    params: () => this.counted(),
    load: async ({ metricId, month }, signal) => {
      const [{ versions }, all] = await Promise.all([
        this.api.call(viewMetric, { params: { metricId } }, { signal }),
        this.api.call(listMeasures, { query: { limit: 200 } }, { signal }),
      ]);
      const then =
        versions.findLast(({ effectiveFrom }) => month === '' || effectiveFrom <= month) ?? versions[0];
      const terms = then ? [...then.terms.numerator, ...then.terms.denominator] : [];
      return [...new Set(terms.map(({ measure }) => measure))].map((code) => ({
        code,
        label: all.items.find((measure) => measure.code === code)?.label ?? code,
      }));
    },
  });
  protected readonly stated = computed(() =>
    countsUnits(this.model()) ? (this.measures.value() ?? []) : [],
  );
  /** One text, so that typing alone changes nothing here. */
  private readonly codes = computed(() =>
    this.stated()
      .map(({ code }) => code)
      .join(' '),
  );

  constructor() {
    effect(() => {
      const codes = this.codes() === '' ? [] : this.codes().split(' ');
      untracked(() => {
        const known = new Map(this.model().amounts.map((each) => [each.measure, each]));
        const amounts = codes.map((measure) => known.get(measure) ?? { measure, amount: '' });
        if (amounts.length > 0 || known.size > 0) this.model.update((model) => ({ ...model, amounts }));
      });
    });
  }

  protected readonly submitter = formSubmitter(this.form, async () => {
    const body = newExclusion.parse(toRequest(this.model()));
    await this.api.call(requestExclusion, { body }, { submission: this.submission });
    this.notices.done(this.text().sent);
    await this.router.navigate([...this.tenant.link('exclusions')]);
  });
}
