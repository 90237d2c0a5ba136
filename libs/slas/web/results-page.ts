import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { verdictStates } from '@plumbline/sla-engine';
import type { ResultState, ResultSummary } from '@plumbline/slas/schema';
import {
  type Column,
  DataTable,
  Empty,
  ExplainPanel,
  Figure,
  formatWindow,
  PageHeader,
  PageStateView,
  Reader,
  TableCell,
  TenantContext,
  texts,
  VerdictChip,
  verdictWords,
  writeTarget,
} from '@plumbline/ui';
import { MonthFilter, monthOrNothing } from './month-filter';
import { ResultsStore } from './results-store';
import { segmentText } from './segment-text';
import { VendorFilter } from './vendor-filter';
import { WindowFilter, windowKindOrNothing } from './window-filter';

const words = {
  en: {
    title: 'Results',
    lead: 'Each agreed target, window by window, as the files that came stand now. Press a figure to see what is behind it.',
    state: 'State',
    allStates: 'All states',
    window: 'Window',
    vendor: 'Vendor',
    sla: 'Target',
    segment: 'Part of the service',
    whole: 'All of it',
    value: 'Value',
    agreed: 'Agreed',
    revision: 'Revision',
    metric: 'Metric',
    none: 'No results yet',
    noneText: 'They appear when a contract is active and its vendor’s KPI file was loaded.',
    upload: 'Upload a KPI file',
    noMatch: 'No result matches',
    noMatchText: 'Take a filter away to see more.',
    showAll: 'Show all results',
  },
  es: {
    title: 'Resultados',
    lead: 'Cada objetivo acordado, ventana a ventana, según los archivos recibidos. Pulse una cifra para ver qué hay detrás.',
    state: 'Estado',
    allStates: 'Todos los estados',
    window: 'Ventana',
    vendor: 'Proveedor',
    sla: 'Objetivo',
    segment: 'Parte del servicio',
    whole: 'Todo',
    value: 'Valor',
    agreed: 'Acordado',
    revision: 'Revisión',
    metric: 'Métrica',
    none: 'Aún no hay resultados',
    noneText: 'Aparecen cuando un contrato está activo y se ha cargado el archivo KPI de su proveedor.',
    upload: 'Subir un archivo KPI',
    noMatch: 'Ningún resultado coincide',
    noMatchText: 'Quite un filtro para ver más.',
    showAll: 'Mostrar todos los resultados',
  },
};

@Component({
  selector: 'pl-results-page',
  imports: [
    PageHeader,
    PageStateView,
    Empty,
    DataTable,
    TableCell,
    Figure,
    VerdictChip,
    VendorFilter,
    MonthFilter,
    WindowFilter,
    RouterLink,
  ],
  providers: [ResultsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="text().title" [lead]="text().lead" />
      <div class="pl-row pl-no-print">
        <pl-month-filter [month]="store.asked()?.month" (monthChange)="ask({ month: $event })" />
        <pl-window-filter [kind]="store.asked()?.window" (kindChange)="ask({ window: $event })" />
        <pl-vendor-filter [chosen]="store.asked()?.vendorId" (chosenChange)="ask({ vendorId: $event })" />
        <label class="pl-row">
          {{ text().state }}
          <select class="pl-input" (change)="onState($event)">
            <option value="" [selected]="!store.asked()?.state">{{ text().allStates }}</option>
            @for (each of states; track each) {
              <option [value]="each" [selected]="each === store.asked()?.state">
                {{ stateWords()[each] }}
              </option>
            }
          </select>
        </label>
      </div>
      <pl-page-state [state]="store.results.state()" (retry)="store.results.reload()">
        @if (filtered()) {
          <pl-empty plEmpty icon="search" [title]="text().noMatch" [text]="text().noMatchText">
            <a class="pl-button" [routerLink]="tenant.link('results')">{{ text().showAll }}</a>
          </pl-empty>
        } @else {
          <pl-empty plEmpty icon="results" [title]="text().none" [text]="text().noneText">
            @if (tenant.can('kpi-file.upload')) {
              <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('kpi-files', 'upload')">{{
                text().upload
              }}</a>
            }
          </pl-empty>
        }
        <pl-data-table
          [caption]="text().title"
          [rows]="store.results.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="store.results.hasMore()"
          [loadingMore]="store.results.loadingMore()"
          (loadMore)="store.results.loadMore()"
          (open)="show($event)"
        >
          <ng-template plCell="value" [plCellOf]="store.results.items()" let-row>
            <pl-figure
              [label]="nameOf(row)"
              [value]="row.value"
              [unit]="row.metric.unit"
              [target]="row.target"
              [showTarget]="false"
              (explain)="explain.open(row.id)"
            />
          </ng-template>
          <ng-template plCell="state" [plCellOf]="store.results.items()" let-row>
            <pl-verdict [state]="row.state" />
          </ng-template>
        </pl-data-table>
      </pl-page-state>
    </div>
  `,
  styles: `
    select.pl-input {
      width: auto;
    }
  `,
})
export class ResultsPage {
  /** From the address. */
  readonly month = input<string>();
  readonly vendorId = input<string>();
  readonly metricId = input<string>();
  readonly state = input<string>();
  readonly window = input<string>();

  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly explain = inject(ExplainPanel);
  protected readonly store = inject(ResultsStore);
  protected readonly text = texts(words);
  protected readonly stateWords = texts(verdictWords);
  protected readonly states: readonly ResultState[] = verdictStates;
  protected readonly byId = (row: ResultSummary): string => row.id;
  protected readonly filtered = computed(() =>
    Object.values(this.store.asked() ?? {}).some((value) => value !== undefined),
  );

  protected readonly columns = computed((): readonly Column<ResultSummary>[] => {
    const [text, locale, states] = [this.text(), this.reader.locale(), this.stateWords()];
    return [
      {
        key: 'sla',
        header: text.sla,
        text: (row) => row.sla.name,
        link: (row) => this.tenant.link('results', row.id),
      },
      {
        key: 'window',
        header: text.window,
        text: (row) => formatWindow(row, locale),
        sortBy: ({ window }) => `${window.last} ${window.first}`,
        exported: ({ month, window }) => (window.code === 'month' ? month : `${window.first}/${window.last}`),
      },
      {
        key: 'vendor',
        header: text.vendor,
        text: (row) => row.vendor.name,
        link: (row) => this.tenant.link('vendors', row.vendor.id),
      },
      {
        key: 'segment',
        header: text.segment,
        text: (row) => segmentText(row.sla.segment, text.whole),
      },
      {
        key: 'value',
        header: text.value,
        numeric: true,
        text: (row) => row.value ?? '–',
        sortBy: (row) => (row.value === null ? null : Number(row.value)),
        exported: (row) => row.value ?? '',
      },
      {
        key: 'agreed',
        header: text.agreed,
        numeric: true,
        sortBy: false,
        text: (row) => writeTarget(row.target, row.metric.unit, locale),
      },
      { key: 'state', header: text.state, text: (row) => states[row.state], exported: (row) => row.state },
      {
        key: 'revision',
        header: text.revision,
        numeric: true,
        text: (row) => `${row.revision}`,
        sortBy: (row) => row.revision,
      },
      { key: 'metric', header: text.metric, text: (row) => row.metric.name, hidden: true },
    ];
  });

  constructor() {
    effect(() =>
      this.store.asked.set({
        month: monthOrNothing(this.month()),
        vendorId: this.vendorId() || undefined,
        metricId: this.metricId() || undefined,
        state: verdictStates.find((each) => each === this.state()),
        window: windowKindOrNothing(this.window()),
      }),
    );
  }

  protected nameOf(row: ResultSummary): string {
    return `${row.sla.name}, ${row.vendor.name}, ${formatWindow(row, this.reader.locale(), 'long')}`;
  }

  protected onState(event: Event): void {
    this.ask({ state: (event.target as HTMLSelectElement).value || null });
  }

  protected show(row: ResultSummary): void {
    void this.router.navigate([...this.tenant.link('results', row.id)]);
  }

  protected ask(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
