import { Injectable, InjectionToken, inject } from '@angular/core';
import { listContracts } from '@plumbline/contracts/schema';
import { type IconName, TenantApi, TenantContext } from '@plumbline/ui';
import { listVendors } from '@plumbline/vendors/schema';

export interface Found {
  readonly text: string;
  readonly kind: 'vendor' | 'contract';
  readonly icon: IconName;
  readonly link: readonly string[];
}

const limit = 8;

/** How long typing has to pause before the server is asked. */
export const PALETTE_PAUSE_MS = new InjectionToken<number>('PALETTE_PAUSE_MS', { factory: () => 150 });

/** Searches what has a name: vendors and contracts, each as far as the person may read it. */
@Injectable()
export class PaletteSearch {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  private readonly pauseMs = inject(PALETTE_PAUSE_MS);

  /** Waits until typing pauses; an overtaken search is cancelled by its signal before it asks. */
  async find(search: string, signal: AbortSignal): Promise<readonly Found[]> {
    await new Promise((resolve) => setTimeout(resolve, this.pauseMs));
    signal.throwIfAborted();
    const [vendors, contracts] = await Promise.all([
      this.vendors(search, signal),
      this.contracts(search, signal),
    ]);
    return [...vendors, ...contracts];
  }

  private async vendors(search: string, signal: AbortSignal): Promise<readonly Found[]> {
    if (!this.tenant.can('vendor.read')) return [];
    const { items } = await this.api.call(listVendors, { query: { search, limit } }, { signal });
    return items.map(({ id, name }) => ({
      text: name,
      kind: 'vendor',
      icon: 'vendors',
      link: this.tenant.link('vendors', id),
    }));
  }

  private async contracts(search: string, signal: AbortSignal): Promise<readonly Found[]> {
    if (!this.tenant.can('contract.read')) return [];
    const { items } = await this.api.call(listContracts, { query: { search, limit } }, { signal });
    return items.map(({ id, reference, title }) => ({
      text: `${reference}, ${title}`,
      kind: 'contract',
      icon: 'contracts',
      link: this.tenant.link('contracts', id),
    }));
  }
}
