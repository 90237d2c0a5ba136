import { Injectable, computed, inject, signal } from '@angular/core';
import {
  type KpiFile,
  kpiFile,
  listKpiFileProblems,
  viewKpiFile,
  watchKpiFiles,
  withdrawKpiFile,
} from '@plumbline/measurements/schema';
import { TenantApi, cursorList, eventStream, pageResource } from '@plumbline/ui';
import { etagOf } from '../etag-of';
import { isFinal } from './state-words';

const problemsAPage = 200;

/** One file, kept up to date by the server for as long as something may still happen to it. */
@Injectable()
export class KpiFileStore {
  private readonly api = inject(TenantApi);
  readonly id = signal<string | undefined>(undefined);

  readonly loaded = pageResource({
    params: () => this.id(),
    load: (kpiFileId, signal) => this.api.call(viewKpiFile, { params: { kpiFileId } }, { signal }),
  });

  private readonly watched = computed(() => {
    const file = this.loaded.value();
    return file && !isFinal(file.state) ? file.id : null;
  });
  private readonly live = eventStream(() => {
    const id = this.watched();
    return id === null ? null : this.api.urlOf(watchKpiFiles, { query: { topics: `kpi-file:${id}` } });
  }, kpiFile);
  /** `waiting`: what is shown may be older than what is so. */
  readonly connection = this.live.connection;

  readonly file = computed(() => newer(this.loaded.value(), this.live.value()));

  private readonly problemsOf = computed(
    () => {
      const file = this.file();
      return file && file.problemsListed > 0 && file.state !== 'checking'
        ? { kpiFileId: file.id, version: file.version }
        : undefined;
    },
    { equal: (a, b) => a?.kpiFileId === b?.kpiFileId && a?.version === b?.version },
  );
  readonly problems = cursorList({
    params: () => this.problemsOf(),
    load: ({ kpiFileId }, cursor, signal) =>
      this.api.call(
        listKpiFileProblems,
        { params: { kpiFileId }, query: { limit: problemsAPage, cursor } },
        { signal },
      ),
  });

  /** Puts in what a change answered. */
  changed(file: KpiFile): void {
    if (file.id === this.id()) this.loaded.set(file);
  }

  async withdraw(file: KpiFile): Promise<void> {
    this.changed(
      await this.api.call(withdrawKpiFile, { params: { kpiFileId: file.id } }, { ifMatch: etagOf(file) }),
    );
  }
}

/** The later word on one file: by version, and of the same version what the stream told, which counts rows. */
function newer(loaded: KpiFile | undefined, told: KpiFile | undefined): KpiFile | undefined {
  if (!loaded || !told || loaded.id !== told.id) return loaded;
  return told.version >= loaded.version ? told : loaded;
}
