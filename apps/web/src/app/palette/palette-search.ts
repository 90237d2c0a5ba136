import { Injectable, InjectionToken, inject } from '@angular/core';
import { type IconName, TenantApi, type TenantContext } from '@plumbline/ui';
import * as z from 'zod';

export interface Found {
  readonly text: string;
  readonly detail: string;
  readonly icon: IconName;
  readonly link: readonly string[];
}

const named = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
/** How long typing has to pause before the server is asked. */
export const PALETTE_PAUSE_MS = new InjectionToken<number>('PALETTE_PAUSE_MS', { factory: () => 150 });

/** Searches what has a name: vendors and contracts, each as far as the person may read it. */
@Injectable()
export class PaletteSearch {
  private readonly api = inject(TenantApi);
  private readonly pauseMs = inject(PALETTE_PAUSE_MS);

  /** Waits until typing pauses; an overtaken search is cancelled by its signal before it asks. */
  async find(query: string, tenant: TenantContext, signal: AbortSignal): Promise<readonly Found[]> {
    await new Promise((resolve) => setTimeout(resolve, this.pauseMs));
    signal.throwIfAborted();
    const kinds = [
      { path: 'vendors', permission: 'vendor.read', icon: 'vendors', detail: 'Vendor' },
      { path: 'contracts', permission: 'contract.read', icon: 'contracts', detail: 'Contract' },
    ] as const;
    const answers = await Promise.all(
      kinds
        .filter(({ permission }) => tenant.can(permission))
        .map(async ({ path, icon, detail }) => {
          const { items } = await this.api.get(`/${path}`, named, {
            query: { search: query, limit: 8 },
            signal,
          });
          return items.map(({ id, name }) => ({ text: name, detail, icon, link: tenant.link(path, id) }));
        }),
    );
    return answers.flat();
  }
}
