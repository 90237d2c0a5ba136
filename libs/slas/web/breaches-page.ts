import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { breachKinds, type BreachSummary } from '@plumbline/slas/schema';
import {
  type Column,
  DataTable,
  Empty,
  ExplainPanel,
  Figure,
  formatInstant,
  formatMonth,
  PageHeader,
  PageStateView,
  Reader,
  StatusChip,
  TableCell,
  TenantContext,
  texts,
  writeTarget,
} from '@plumbline/ui';
import { breachLook, breachName, breachWords } from './breach-words';
import { BreachesStore } from './breaches-store';
import { MonthFilter, monthOrNothing } from './month-filter';
import { VendorFilter } from './vendor-filter';

const words = {
  en: {
    title: 'Breaches',
    lead: 'Targets that were missed and months that were not reported in time. A corrected file closes a breach; it stays in the list.',
    standing: 'Standing',
    all: 'Open and closed',
    kind: 'Kind',
    allKinds: 'All kinds',
    what: 'What was missed',
    month: 'Month',
    vendor: 'Vendor',
    value: 'Figure now',
    agreed: 'Agreed',
    since: 'Breached at',
    none: 'No breach',
    noneText: 'Nothing was missed so far, as far as files have come.',
    results: 'Show the results',
    noMatch: 'No breach matches',
    noMatchText: 'Take a filter away to see more.',
    showAll: 'Show all breaches',
  },
  es: {
    title: 'Incumplimientos',
    lead: 'Objetivos incumplidos y meses no informados a tiempo. Un archivo corregido cierra un incumplimiento; sigue en la lista.',
    standing: 'Situación',
    all: 'Abiertos y cerrados',
    kind: 'Tipo',
    allKinds: 'Todos los tipos',
    what: 'Qué se incumplió',
    month: 'Mes',
    vendor: 'Proveedor',
    value: 'Cifra actual',
    agreed: 'Acordado',
    since: 'Incumplido desde',
    none: 'Ningún incumplimiento',
    noneText: 'Hasta ahora no se ha incumplido nada, según los archivos recibidos.',
    results: 'Ver los resultados',
    noMatch: 'Ningún incumplimiento coincide',
    noMatchText: 'Quite un filtro para ver más.',
    showAll: 'Mostrar todos los incumplimientos',
  },
};

@Component({
  selector: 'pl-breaches-page',
  imports: [
    PageHeader,
    PageStateView,
    Empty,
    DataTable,
    TableCell,
    Figure,
    StatusChip,
    VendorFilter,
    MonthFilter,
    RouterLink,
  ],
  providers: [BreachesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="text().title" [lead]="text().lead" />
      <div class="pl-row pl-no-print">
        <pl-month-filter [month]="store.asked()?.month" (monthChange)="ask({ month: $event })" />
        <pl-vendor-filter [chosen]="store.asked()?.vendorId" (chosenChange)="ask({ vendorId: $event })" />
        <label class="pl-row">
          {{ text().standing }}
          <select class="pl-input" (change)="onChoice('open', $event)">
            <option value="" [selected]="!store.asked()?.open">{{ text().all }}</option>
            <option value="true" [selected]="store.asked()?.open === 'true'">{{ breach().open }}</option>
            <option value="false" [selected]="store.asked()?.open === 'false'">{{ breach().closed }}</option>
          </select>
        </label>
        <label class="pl-row">
          {{ text().kind }}
          <select class="pl-input" (change)="onChoice('kind', $event)">
            <option value="" [selected]="!store.asked()?.kind">{{ text().allKinds }}</option>
            @for (each of kinds; track each) {
              <option [value]="each" [selected]="each === store.asked()?.kind">
                {{ breach().kinds[each] }}
              </option>
            }
          </select>
        </label>
      </div>
      <pl-page-state [state]="store.breaches.state()" (retry)="store.breaches.reload()">
        @if (filtered()) {
          <pl-empty plEmpty icon="search" [title]="text().noMatch" [text]="text().noMatchText">
            <a class="pl-button" [routerLink]="tenant.link('breaches')">{{ text().showAll }}</a>
          </pl-empty>
        } @else {
          <pl-empty plEmpty icon="check" [title]="text().none" [text]="text().noneText">
            <a class="pl-button" [routerLink]="tenant.link('results')">{{ text().results }}</a>
          </pl-empty>
        }
        <pl-data-table
          [caption]="text().title"
          [rows]="store.breaches.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="store.breaches.hasMore()"
          [loadingMore]="store.breaches.loadingMore()"
          (loadMore)="store.breaches.loadMore()"
          (open)="show($event)"
        >
          <ng-template plCell="value" [plCellOf]="store.breaches.items()" let-row>
            @if (row.result; as result) {
              <pl-figure
                [label]="nameOf(row)"
                [value]="result.value"
                [unit]="result.unit"
                [target]="row.sla?.target ?? null"
                [showTarget]="false"
                (explain)="explain.open(result.id)"
              />
            } @else {
              –
            }
          </ng-template>
          <ng-template plCell="standing" [plCellOf]="store.breaches.items()" let-row>
            <pl-status
              [hue]="look(row).hue"
              [icon]="look(row).icon"
              [text]="row.closedAt === null ? breach().open : breach().closed"
            />
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
export class BreachesPage {
  /** From the address. */
  readonly month = input<string>();
  readonly vendorId = input<string>();
  readonly kind = input<string>();
  readonly open = input<string>();

  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly explain = inject(ExplainPanel);
  protected readonly store = inject(BreachesStore);
  protected readonly text = texts(words);
  protected readonly breach = texts(breachWords);
  protected readonly kinds = breachKinds;
  protected readonly look = breachLook;
  protected readonly byId = (row: BreachSummary): string => row.id;
  protected readonly filtered = computed(() =>
    Object.values(this.store.asked() ?? {}).some((value) => value !== undefined),
  );

  protected readonly columns = computed((): readonly Column<BreachSummary>[] => {
    const [text, breach, locale] = [this.text(), this.breach(), this.reader.locale()];
    const timeZone = this.tenant.timeZone();
    return [
      {
        key: 'what',
        header: text.what,
        text: (row) => breachName(row, breach),
        link: (row) => this.tenant.link('breaches', row.id),
      },
      {
        key: 'month',
        header: text.month,
        text: (row) => formatMonth(row.month, locale),
        sortBy: (row) => row.month,
        exported: (row) => row.month,
      },
      {
        key: 'vendor',
        header: text.vendor,
        text: (row) => row.vendor.name,
        link: (row) => this.tenant.link('vendors', row.vendor.id),
      },
      {
        key: 'standing',
        header: text.standing,
        text: (row) => (row.closedAt === null ? breach.open : breach.closed),
      },
      {
        key: 'value',
        header: text.value,
        numeric: true,
        text: (row) => row.result?.value ?? '–',
        sortBy: (row) => (row.result?.value == null ? null : Number(row.result.value)),
        exported: (row) => row.result?.value ?? '',
      },
      {
        key: 'agreed',
        header: text.agreed,
        numeric: true,
        sortBy: false,
        text: (row) => (row.sla && row.result ? writeTarget(row.sla.target, row.result.unit, locale) : '–'),
      },
      {
        key: 'since',
        header: text.since,
        text: (row) => formatInstant(row.breachedAt, { locale, timeZone }),
        sortBy: (row) => row.breachedAt,
        exported: (row) => row.breachedAt,
      },
      { key: 'kind', header: text.kind, text: (row) => breach.kinds[row.kind], hidden: true },
    ];
  });

  constructor() {
    effect(() => {
      const open = this.open();
      this.store.asked.set({
        month: monthOrNothing(this.month()),
        vendorId: this.vendorId() || undefined,
        kind: breachKinds.find((each) => each === this.kind()),
        open: open === 'true' || open === 'false' ? open : undefined,
      });
    });
  }

  protected nameOf(row: BreachSummary): string {
    const what = breachName(row, this.breach());
    return `${what}, ${row.vendor.name}, ${formatMonth(row.month, this.reader.locale(), 'long')}`;
  }

  protected onChoice(name: 'open' | 'kind', event: Event): void {
    this.ask({ [name]: (event.target as HTMLSelectElement).value || null });
  }

  protected show(row: BreachSummary): void {
    void this.router.navigate([...this.tenant.link('breaches', row.id)]);
  }

  protected ask(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
