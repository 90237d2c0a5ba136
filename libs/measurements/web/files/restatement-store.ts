import { Injectable, inject, signal } from '@angular/core';
import { listRestatedFigures } from '@plumbline/measurements/schema';
import { viewScorecardEffects } from '@plumbline/scorecards/schema';
import { viewFileEffects } from '@plumbline/slas/schema';
import { TenantApi, TenantContext, cursorList, pageResource } from '@plumbline/ui';

/** A checked file as it was asked about: after another check everything is asked anew. */
interface Checked {
  readonly kpiFileId: string;
  readonly version: number;
}

/** What a checked file that replaces earlier figures would change: each part on its own, as far as the role may read it. */
@Injectable()
export class RestatementStore {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  readonly of = signal<Checked | undefined>(undefined, {
    equal: (a, b) => a?.kpiFileId === b?.kpiFileId && a?.version === b?.version,
  });

  readonly results = pageResource({
    params: () => (this.tenant.can('result.read') ? this.of() : undefined),
    load: ({ kpiFileId }, signal) => this.api.call(viewFileEffects, { params: { kpiFileId } }, { signal }),
    isEmpty: ({ results }) => results.length === 0,
  });
  readonly scorecards = pageResource({
    params: () => (this.tenant.can('scorecard.read') ? this.of() : undefined),
    load: ({ kpiFileId }, signal) =>
      this.api.call(viewScorecardEffects, { params: { kpiFileId } }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });
  /** How many figures there are in all, beyond those that are listed so far. */
  readonly total = signal(0);
  readonly figures = cursorList({
    params: () => this.of(),
    load: async ({ kpiFileId }, cursor, signal) => {
      const query = { limit: 50, cursor };
      const page = await this.api.call(listRestatedFigures, { params: { kpiFileId }, query }, { signal });
      this.total.set(page.total);
      return page;
    },
  });
}
