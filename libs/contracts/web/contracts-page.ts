import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ContractSummary } from '@plumbline/contracts/schema';
import {
  type Column,
  DataTable,
  Empty,
  formatDate,
  PageHeader,
  PageStateView,
  Reader,
  TableCell,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { contractWords } from './contract-words';
import { ContractsStore } from './contracts-store';
import { standingOf, versionToShow } from './in-force';
import { today } from './today';
import { VersionChip } from './version-chip';

const words = {
  en: {
    title: 'Contracts',
    lead: 'What was agreed with each vendor, from when on, and the SLAs in it.',
    add: 'Add a contract',
    policy: 'Clause policy',
    waivers: 'Waivers',
    packs: 'Packs of SLAs',
    search: 'Find by reference, title or vendor',
    reference: 'Reference',
    subject: 'Title',
    vendor: 'Vendor',
    standing: 'Standing',
    from: 'In force from',
    slas: 'SLAs',
    none: 'No contract yet',
    noneText: 'A contract says which figures are due and what they are held against.',
    notFound: 'No contract matches',
    notFoundText: 'Try another word, or show all contracts.',
    showAll: 'Show all contracts',
  },
  es: {
    title: 'Contratos',
    lead: 'Qué se acordó con cada proveedor, desde cuándo, y los SLA que contiene.',
    add: 'Añadir un contrato',
    policy: 'Política de cláusulas',
    waivers: 'Dispensas',
    packs: 'Paquetes de SLA',
    search: 'Buscar por referencia, título o proveedor',
    reference: 'Referencia',
    subject: 'Título',
    vendor: 'Proveedor',
    standing: 'Situación',
    from: 'En vigor desde',
    slas: 'SLA',
    none: 'Aún no hay contratos',
    noneText: 'Un contrato dice qué cifras se deben y con qué se comparan.',
    notFound: 'Ningún contrato coincide',
    notFoundText: 'Pruebe otra palabra, o muestre todos los contratos.',
    showAll: 'Mostrar todos',
  },
};

@Component({
  selector: 'pl-contracts-page',
  imports: [PageHeader, PageStateView, Empty, DataTable, TableCell, VersionChip, RouterLink],
  providers: [ContractsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="text().title" [lead]="text().lead">
        @if (tenant.can('waiver.read')) {
          <a class="pl-button" [routerLink]="tenant.link('contracts', 'clause-policy')">{{
            text().policy
          }}</a>
          <a class="pl-button" [routerLink]="tenant.link('contracts', 'waivers')">{{ text().waivers }}</a>
        }
        @if (tenant.can('contract.write')) {
          <a class="pl-button" [routerLink]="tenant.link('contracts', 'packs')">{{ text().packs }}</a>
          <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('contracts', 'new')">{{
            text().add
          }}</a>
        }
      </pl-page-header>
      @if (mayBeElsewhere()) {
        <form class="pl-no-print" role="search" (submit)="$event.preventDefault()">
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
        </form>
      }
      <pl-page-state [state]="store.contracts.state()" (retry)="store.contracts.reload()">
        @if (filtered()) {
          <pl-empty plEmpty icon="search" [title]="text().notFound" [text]="text().notFoundText">
            <a class="pl-button" [routerLink]="tenant.link('contracts')">{{ text().showAll }}</a>
          </pl-empty>
        } @else {
          <pl-empty plEmpty icon="contracts" [title]="text().none" [text]="text().noneText">
            @if (tenant.can('contract.write')) {
              <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('contracts', 'new')">{{
                text().add
              }}</a>
            }
          </pl-empty>
        }
        <pl-data-table
          [caption]="text().title"
          [rows]="store.contracts.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="store.contracts.hasMore()"
          [loadingMore]="store.contracts.loadingMore()"
          (loadMore)="store.contracts.loadMore()"
          (open)="show($event)"
        >
          <ng-template plCell="standing" [plCellOf]="store.contracts.items()" let-row>
            @if (shown(row); as version) {
              <pl-version-chip [version]="version" />
            }
          </ng-template>
        </pl-data-table>
      </pl-page-state>
    </div>
  `,
  styles: `
    .find {
      display: block;
      max-width: 24rem;
    }
  `,
})
export class ContractsPage {
  /** From the address. */
  readonly search = input<string>();
  readonly vendorId = input<string>();

  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ContractsStore);
  protected readonly text = texts(words);
  private readonly words = texts(contractWords);
  private readonly day = today(this.tenant.timeZone());
  protected readonly byId = (row: ContractSummary): string => row.id;
  protected readonly shown = (row: ContractSummary) => versionToShow(row.versions, this.day);
  /** The table filters what is there; the server is asked where there is more. */
  protected readonly mayBeElsewhere = computed(
    () => this.store.contracts.hasMore() || this.store.asked()?.search !== undefined,
  );
  protected readonly filtered = computed(() => {
    const asked = this.store.asked();
    return asked?.search !== undefined || asked?.vendorId !== undefined;
  });

  protected readonly columns = computed((): readonly Column<ContractSummary>[] => {
    const text = this.text();
    return [
      {
        key: 'reference',
        header: text.reference,
        text: (row) => row.reference,
        link: (row) => this.tenant.link('contracts', row.id),
      },
      { key: 'title', header: text.subject, text: (row) => row.title },
      {
        key: 'vendor',
        header: text.vendor,
        text: (row) => row.vendor.name,
        link: (row) => this.tenant.link('vendors', row.vendor.id),
      },
      {
        key: 'standing',
        header: text.standing,
        text: (row) => {
          const version = this.shown(row);
          return version ? this.words()[standingOf(version, this.day)] : '';
        },
      },
      {
        key: 'from',
        header: text.from,
        text: (row) => formatDate(this.shown(row)?.effectiveFrom ?? '', this.reader.locale()),
        sortBy: (row) => this.shown(row)?.effectiveFrom ?? null,
        exported: (row) => this.shown(row)?.effectiveFrom ?? '',
      },
      {
        key: 'slas',
        header: text.slas,
        text: (row) => `${this.shown(row)?.slas ?? 0}`,
        sortBy: (row) => this.shown(row)?.slas ?? 0,
        numeric: true,
      },
    ];
  });

  constructor() {
    effect(() =>
      this.store.asked.set({ search: this.search()?.trim() || undefined, vendorId: this.vendorId() }),
    );
  }

  protected find(search: string): void {
    const queryParams = { search: search.trim() || null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected show(row: ContractSummary): void {
    void this.router.navigate([...this.tenant.link('contracts', row.id)]);
  }
}
