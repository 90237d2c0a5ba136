import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type MetricSummary } from '@plumbline/measurements/schema';
import {
  type Column,
  DataTable,
  Empty,
  PageHeader,
  PageStateView,
  ProblemView,
  Reader,
  TenantContext,
  formatMonth,
  texts,
} from '@plumbline/ui';
import { definitionInWords, definitionWords } from './definition-words';
import { metricWords } from './metric-words';
import { MeasuresStore } from './measures-store';
import { MetricsStore } from './metrics-store';

const words = {
  en: {
    title: 'Metrics',
    lead: 'What the figures of contracts mean: what is counted, over what, and by which rules.',
    add: 'Define a metric',
    none: 'No metric yet',
    noneText: 'A metric says what is divided by what. Contracts set targets for metrics.',
    name: 'Metric',
    family: 'Family',
    unit: 'Unit',
    direction: 'Direction',
    definition: 'Definition in force',
    upcoming: 'Changes from',
    source: 'Source',
    code: 'Code',
  },
  es: {
    title: 'Métricas',
    lead: 'Qué significan las cifras de los contratos: qué se cuenta, entre qué se divide y con qué reglas.',
    add: 'Definir una métrica',
    none: 'Aún no hay métricas',
    noneText: 'Una métrica dice qué se divide entre qué. Los contratos fijan objetivos para métricas.',
    name: 'Métrica',
    family: 'Familia',
    unit: 'Unidad',
    direction: 'Sentido',
    definition: 'Definición vigente',
    upcoming: 'Cambia desde',
    source: 'Fuente',
    code: 'Código',
  },
};

@Component({
  selector: 'pl-metrics-page',
  imports: [PageHeader, PageStateView, ProblemView, Empty, DataTable, RouterLink],
  providers: [MetricsStore, MeasuresStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="text().title" [lead]="text().lead">
        @if (tenant.can('metric.write')) {
          <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('metrics', 'new')">{{
            text().add
          }}</a>
        }
      </pl-page-header>
      <pl-page-state [state]="store.metrics.state()" (retry)="store.metrics.reload()">
        <pl-empty plEmpty icon="metrics" [title]="text().none" [text]="text().noneText">
          @if (tenant.can('metric.write')) {
            <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('metrics', 'new')">{{
              text().add
            }}</a>
          }
        </pl-empty>
        <pl-data-table
          [caption]="text().title"
          [rows]="store.metrics.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="store.metrics.hasMore()"
          [loadingMore]="store.metrics.loadingMore()"
          (loadMore)="store.metrics.loadMore()"
          (open)="open($event)"
        />
        @if (store.metrics.moreProblem(); as problem) {
          <pl-problem [problem]="problem" [canRetry]="true" (retry)="store.metrics.loadMore()" />
        }
      </pl-page-state>
    </div>
  `,
})
export class MetricsPage {
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(MetricsStore);
  private readonly measures = inject(MeasuresStore);
  protected readonly text = texts(words);
  private readonly metricText = texts(metricWords);
  private readonly definitionText = texts(definitionWords);
  protected readonly byId = (metric: MetricSummary) => metric.id;

  protected readonly columns = computed((): readonly Column<MetricSummary>[] => {
    const text = this.text();
    const { families, units, directions } = this.metricText();
    const locale = this.reader.locale();
    const labelOf = this.measures.labelOf();
    return [
      {
        key: 'name',
        header: text.name,
        text: ({ name }) => name,
        link: ({ id }) => this.tenant.link('metrics', id),
      },
      { key: 'family', header: text.family, text: ({ family }) => families[family] },
      { key: 'unit', header: text.unit, text: ({ unit }) => units[unit] },
      { key: 'direction', header: text.direction, text: ({ direction }) => directions[direction] },
      {
        key: 'definition',
        header: text.definition,
        text: ({ current }) =>
          definitionInWords(current.terms, labelOf, this.definitionText(), locale).sentence,
      },
      {
        key: 'upcoming',
        header: text.upcoming,
        text: ({ upcoming }) => (upcoming ? formatMonth(upcoming.effectiveFrom, locale) : ''),
        sortBy: ({ upcoming }) => upcoming?.effectiveFrom ?? null,
        hidden: this.store.metrics.items().every(({ upcoming }) => upcoming === null),
      },
      { key: 'source', header: text.source, text: ({ source }) => source },
      { key: 'code', header: text.code, text: ({ code }) => code, hidden: true },
    ];
  });

  protected open(metric: MetricSummary): void {
    void this.router.navigate([...this.tenant.link('metrics', metric.id)]);
  }
}
