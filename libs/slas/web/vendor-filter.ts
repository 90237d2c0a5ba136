import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { pageResource, TenantApi, TenantContext, texts } from '@plumbline/ui';
import { listVendors } from '@plumbline/vendors/schema';

/** Narrows a list to one vendor. Not shown to people of a single vendor: they see nothing else. */
@Component({
  selector: 'pl-vendor-filter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (tenant.vendors().length !== 1) {
      <label class="pl-row">
        {{ text().vendor }}
        <select class="pl-input" (change)="choose($event)">
          <option value="" [selected]="!chosen()">{{ text().all }}</option>
          @for (vendor of vendors.value()?.items ?? []; track vendor.id) {
            <option [value]="vendor.id" [selected]="vendor.id === chosen()">{{ vendor.name }}</option>
          }
        </select>
      </label>
    }
  `,
  styles: `
    select.pl-input {
      width: auto;
      max-width: 16rem;
    }
  `,
})
export class VendorFilter {
  readonly chosen = input<string>();
  /** A vendor's id, or null for all. */
  readonly chosenChange = output<string | null>();

  private readonly api = inject(TenantApi);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts({
    en: { vendor: 'Vendor', all: 'All vendors' },
    es: { vendor: 'Proveedor', all: 'Todos los proveedores' },
  });
  protected readonly vendors = pageResource({
    params: () => (this.tenant.vendors().length === 1 ? undefined : true),
    load: (_, signal) => this.api.call(listVendors, { query: { limit: 200 } }, { signal }),
  });

  protected choose(event: Event): void {
    this.chosenChange.emit((event.target as HTMLSelectElement).value || null);
  }
}
