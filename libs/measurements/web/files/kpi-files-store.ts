import { Injectable, computed, inject, signal } from '@angular/core';
import {
  type KpiFileState,
  type KpiFileSummary,
  busyStates,
  kpiFile,
  listKpiFiles,
  watchKpiFiles,
} from '@plumbline/measurements/schema';
import { listVendors } from '@plumbline/vendors/schema';
import { TenantApi, TenantContext, cursorList, eventStream, pageResource } from '@plumbline/ui';
import { newestOf } from './newest-of';

/** As many as one stream carries. */
const watchedAtOnce = 10;

export interface FileFilter {
  readonly vendorId: string | undefined;
  readonly state: KpiFileState | undefined;
}

/** The files of the page's filter, newest first; those at work are kept up to date while the page is open. */
@Injectable()
export class KpiFilesStore {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  /** Undefined until the page has read its address. */
  readonly filter = signal<FileFilter | undefined>(undefined, {
    equal: (a, b) => a?.vendorId === b?.vendorId && a?.state === b?.state && !a === !b,
  });

  readonly files = cursorList({
    params: () => this.filter(),
    load: (filter, cursor, signal) =>
      this.api.call(listKpiFiles, { query: { ...filter, cursor } }, { signal }),
  });

  /** To filter by; a partner with one vendor has nothing to choose. */
  readonly vendors = pageResource({
    params: () => (this.tenant.side() === 'insurer' ? true : undefined),
    load: async (_, signal) =>
      (await this.api.call(listVendors, { query: { limit: 200 } }, { signal })).items,
  });
  readonly vendorChoices = computed(() =>
    this.tenant.side() === 'insurer' ? (this.vendors.value() ?? []) : this.tenant.vendors(),
  );

  private readonly watched = computed(
    () =>
      this.files
        .items()
        .filter(({ state }) => (busyStates as readonly KpiFileState[]).includes(state))
        .slice(0, watchedAtOnce)
        .map(({ id }) => `kpi-file:${id}`),
    { equal: (a, b) => a.join() === b.join() },
  );
  private readonly live = eventStream(
    () =>
      this.watched().length === 0
        ? null
        : this.api.urlOf(watchKpiFiles, { query: { topics: [...this.watched()] } }),
    kpiFile,
  );
  private readonly told = newestOf(this.live.value);

  readonly items = computed((): readonly KpiFileSummary[] =>
    this.files.items().map((file) => this.told().get(file.id) ?? file),
  );
}
