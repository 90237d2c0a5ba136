import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Empty,
  HeatMap,
  MonthPicker,
  PageHeader,
  PageStateView,
  Reader,
  TenantContext,
  addMonths,
  formatMonth,
  texts,
} from '@plumbline/ui';
import { type PortfolioOrder, portfolioOrders, portfolioRows } from './portfolio-rows';
import { PortfolioStore } from './portfolio-store';

const words = {
  en: {
    title: 'Portfolio',
    lead: 'Every vendor, month by month: the worst state among its targets, and its score where a scorecard was built.',
    until: 'Last month shown',
    order: 'Order',
    orders: { name: 'By name', worst: 'Most breaches first' },
    caption: 'Vendors by month',
    corner: 'Vendor',
    none: 'No vendor yet',
    noneText: 'Once a vendor has a contract and a KPI file, its months appear here.',
    add: 'Add a vendor',
    targets: (breached: number, total: number) =>
      breached === 0 ? `No breach among ${total} targets` : `${breached} of ${total} targets breached`,
    score: (score: string) => `score ${score}`,
    summary: (month: string, breached: number, total: number) =>
      breached === 0
        ? `${month}: no vendor of ${total} breached a target.`
        : `${month}: ${breached} of ${total} vendors breached a target.`,
  },
  es: {
    title: 'Cartera',
    lead: 'Cada proveedor, mes a mes: el peor estado entre sus objetivos, y su puntuación donde hay cuadro de mando.',
    until: 'Último mes mostrado',
    order: 'Orden',
    orders: { name: 'Por nombre', worst: 'Más incumplimientos primero' },
    caption: 'Proveedores por mes',
    corner: 'Proveedor',
    none: 'Aún no hay proveedores',
    noneText: 'Cuando un proveedor tenga contrato y archivo KPI, sus meses aparecerán aquí.',
    add: 'Añadir un proveedor',
    targets: (breached: number, total: number) =>
      breached === 0
        ? `Sin incumplimientos entre ${total} objetivos`
        : `${breached} de ${total} objetivos incumplidos`,
    score: (score: string) => `puntuación ${score}`,
    summary: (month: string, breached: number, total: number) =>
      breached === 0
        ? `${month}: ninguno de ${total} proveedores incumplió.`
        : `${month}: ${breached} de ${total} proveedores incumplieron.`,
  },
};

@Component({
  selector: 'pl-portfolio-page',
  imports: [PageHeader, PageStateView, Empty, HeatMap, MonthPicker, RouterLink],
  providers: [PortfolioStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="text().title" [lead]="text().lead" />
      <div class="pl-row pl-no-print">
        <pl-month-picker
          [label]="text().until"
          [value]="store.to()"
          (valueChange)="show({ to: $event })"
          [min]="earliest"
          [max]="store.thisMonth"
        />
        <label class="pl-row">
          {{ text().order }}
          <select class="pl-input order" (change)="onOrder($event)">
            @for (each of orders; track each) {
              <option [value]="each" [selected]="each === chosenOrder()">{{ text().orders[each] }}</option>
            }
          </select>
        </label>
      </div>
      <pl-page-state [state]="store.portfolio.state()" (retry)="store.portfolio.reload()">
        <pl-empty plEmpty icon="vendors" [title]="text().none" [text]="text().noneText">
          @if (tenant.can('vendor.write')) {
            <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('vendors', 'new')">{{
              text().add
            }}</a>
          }
        </pl-empty>
        <div class="pl-panel pl-stack">
          <p>{{ summary() }}</p>
          <pl-heat-map
            [caption]="text().caption"
            [corner]="text().corner"
            [columns]="months()"
            [rows]="rows()"
          />
        </div>
      </pl-page-state>
    </div>
  `,
  styles: `
    select.order.pl-input {
      width: auto;
    }
  `,
})
export class PortfolioPage {
  /** From the address: the last month shown, `YYYY-MM`. */
  readonly to = input<string>();
  /** From the address: `name` or `worst`. */
  readonly order = input<string>();

  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(PortfolioStore);
  protected readonly text = texts(words);
  protected readonly orders = portfolioOrders;
  protected readonly earliest = addMonths(this.store.thisMonth, -180);
  protected readonly chosenOrder = computed(
    (): PortfolioOrder => portfolioOrders.find((each) => each === this.order()) ?? 'name',
  );

  protected readonly months = computed(() =>
    (this.store.portfolio.value()?.months ?? []).map((month) => formatMonth(month, this.reader.locale())),
  );
  protected readonly rows = computed(() => {
    const portfolio = this.store.portfolio.value();
    if (!portfolio) return [];
    const link = (...segments: string[]) => this.tenant.link(...segments);
    return portfolioRows(portfolio, this.chosenOrder(), this.text(), this.reader.locale(), link);
  });
  protected readonly summary = computed(() => {
    const portfolio = this.store.portfolio.value();
    const month = portfolio?.months.at(-1);
    if (!portfolio || month === undefined) return '';
    const breached = portfolio.vendors.filter(
      ({ cells }) => (cells.find((cell) => cell.month === month)?.breached ?? 0) > 0,
    ).length;
    return this.text().summary(
      formatMonth(month, this.reader.locale(), 'long'),
      breached,
      portfolio.vendors.length,
    );
  });

  constructor() {
    effect(() => this.store.asked.set(/^\d{4}-\d{2}$/.test(this.to() ?? '') ? this.to() : undefined));
  }

  protected onOrder(event: Event): void {
    this.show({ order: (event.target as HTMLSelectElement).value });
  }

  protected show(queryParams: { to?: string; order?: string }): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
