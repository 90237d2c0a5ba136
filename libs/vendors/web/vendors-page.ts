import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type Column,
  DataTable,
  Empty,
  PageHeader,
  PageStateView,
  StatusChip,
  TableCell,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { type VendorState, vendorStates, type VendorSummary } from '@plumbline/vendors/schema';
import { vendorStateLook, vendorWords } from './vendor-words';
import { VendorsStore } from './vendors-store';

const words = {
  en: {
    title: 'Vendors',
    lead: 'Who works for this insurer, how closely each is watched, and where it stands.',
    add: 'Add a vendor',
    import: 'Import a list',
    search: 'Find by name or code',
    state: 'State',
    all: 'All states',
    name: 'Name',
    code: 'Code',
    tier: 'Tier',
    services: 'Services',
    phi: 'PHI',
    zone: 'Time zone',
    none: 'No vendor yet',
    noneText: 'Enter the first one; contracts, KPI files and scorecards belong to it.',
    notFound: 'No vendor matches',
    notFoundText: 'Try another name, or show all states.',
    showAll: 'Show all vendors',
  },
  es: {
    title: 'Proveedores',
    lead: 'Quién trabaja para esta aseguradora, con qué atención se le sigue y en qué punto está.',
    add: 'Añadir un proveedor',
    import: 'Importar una lista',
    search: 'Buscar por nombre o código',
    state: 'Estado',
    all: 'Todos los estados',
    name: 'Nombre',
    code: 'Código',
    tier: 'Nivel',
    services: 'Servicios',
    phi: 'Datos de salud',
    zone: 'Zona horaria',
    none: 'Aún no hay proveedores',
    noneText: 'Introduzca el primero; de él dependen contratos, archivos KPI y cuadros de mando.',
    notFound: 'Ningún proveedor coincide',
    notFoundText: 'Pruebe otro nombre, o muestre todos los estados.',
    showAll: 'Mostrar todos',
  },
};

@Component({
  selector: 'pl-vendors-page',
  imports: [PageHeader, PageStateView, Empty, DataTable, TableCell, StatusChip, RouterLink],
  providers: [VendorsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="text().title" [lead]="text().lead">
        @if (tenant.can('vendor.write')) {
          <a class="pl-button" [routerLink]="tenant.link('vendors', 'import')">{{ text().import }}</a>
          <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('vendors', 'new')">{{
            text().add
          }}</a>
        }
      </pl-page-header>
      <form class="pl-row pl-no-print" role="search" (submit)="$event.preventDefault()">
        @if (mayBeElsewhere()) {
          <label class="find">
            <span class="pl-unseen">{{ text().search }}</span>
            <input
              #search
              class="pl-input"
              type="search"
              maxlength="100"
              [placeholder]="text().search"
              [value]="store.asked()?.search ?? ''"
              (change)="find(search.value)"
            />
          </label>
        }
        <label class="pl-row">
          {{ text().state }}
          <select class="pl-input" (change)="onState($event)">
            <option value="">{{ text().all }}</option>
            @for (each of states; track each) {
              <option [value]="each" [selected]="each === store.asked()?.state">
                {{ vendor().states[each] }}
              </option>
            }
          </select>
        </label>
      </form>
      <pl-page-state [state]="store.vendors.state()" (retry)="store.vendors.reload()">
        @if (filtered()) {
          <pl-empty plEmpty icon="search" [title]="text().notFound" [text]="text().notFoundText">
            <a class="pl-button" [routerLink]="tenant.link('vendors')">{{ text().showAll }}</a>
          </pl-empty>
        } @else {
          <pl-empty plEmpty icon="vendors" [title]="text().none" [text]="text().noneText">
            @if (tenant.can('vendor.write')) {
              <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('vendors', 'new')">{{
                text().add
              }}</a>
            }
          </pl-empty>
        }
        <pl-data-table
          [caption]="text().title"
          [rows]="store.vendors.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="store.vendors.hasMore()"
          [loadingMore]="store.vendors.loadingMore()"
          (loadMore)="store.vendors.loadMore()"
          (open)="show($event)"
        >
          <ng-template plCell="state" [plCellOf]="store.vendors.items()" let-row>
            <pl-status
              [hue]="looks[row.state].hue"
              [icon]="looks[row.state].icon"
              [text]="vendor().states[row.state]"
            />
          </ng-template>
        </pl-data-table>
      </pl-page-state>
    </div>
  `,
  styles: `
    .find {
      flex: 1 1 14rem;
      max-width: 24rem;
    }
    select.pl-input {
      width: auto;
    }
  `,
})
export class VendorsPage {
  /** From the address: part of a name or code, and a state. */
  readonly search = input<string>();
  readonly state = input<string>();

  private readonly router = inject(Router);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(VendorsStore);
  protected readonly text = texts(words);
  protected readonly vendor = texts(vendorWords);
  protected readonly states = vendorStates;
  protected readonly looks = vendorStateLook;
  protected readonly byId = (row: VendorSummary): string => row.id;
  /** The table filters what is there; the server is asked where there is more. */
  protected readonly mayBeElsewhere = computed(
    () => this.store.vendors.hasMore() || this.store.asked()?.search !== undefined,
  );
  protected readonly filtered = computed(() => {
    const asked = this.store.asked();
    return asked?.search !== undefined || asked?.state !== undefined;
  });

  protected readonly columns = computed((): readonly Column<VendorSummary>[] => {
    const [text, vendor] = [this.text(), this.vendor()];
    return [
      {
        key: 'name',
        header: text.name,
        text: (row) => row.name,
        link: (row) => this.tenant.link('vendors', row.id),
      },
      { key: 'code', header: text.code, text: (row) => row.code },
      { key: 'state', header: text.state, text: (row) => vendor.states[row.state] },
      {
        key: 'tier',
        header: text.tier,
        text: (row) => `${row.tier}`,
        sortBy: (row) => row.tier,
        numeric: true,
      },
      {
        key: 'services',
        header: text.services,
        text: (row) => row.services.map((service) => vendor.services[service]).join(', '),
      },
      { key: 'phi', header: text.phi, text: (row) => (row.phiAccess ? vendor.phi : vendor.noPhi) },
      { key: 'zone', header: text.zone, text: (row) => row.timezone, hidden: true },
    ];
  });

  constructor() {
    effect(() =>
      this.store.asked.set({
        search: this.search()?.trim() || undefined,
        state: vendorStates.find((each) => each === this.state()),
      }),
    );
  }

  protected find(search: string): void {
    this.ask({ search: search.trim() || null });
  }

  protected onState(event: Event): void {
    this.ask({ state: ((event.target as HTMLSelectElement).value as VendorState) || null });
  }

  protected show(row: VendorSummary): void {
    void this.router.navigate([...this.tenant.link('vendors', row.id)]);
  }

  private ask(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
