import { Injectable, effect, inject, signal } from '@angular/core';
import {
  type KpiMapping,
  type MappingSuggestion,
  type Measure,
  type MetricSummary,
  listMeasures,
  listMetrics,
  previewKpiFile,
  suggestKpiMapping,
} from '@plumbline/measurements/schema';
import { type CalendarSummary, listCalendars } from '@plumbline/calendars/schema';
import { viewVendor } from '@plumbline/vendors/schema';
import { Reader, TenantApi, pageResource } from '@plumbline/ui';
import { allPages } from '../all-pages';
import { measureSaid } from '../measure-said';

/** What the form starts from. */
export interface MappingStart {
  readonly suggestion: MappingSuggestion;
  readonly measures: readonly Measure[];
  readonly metrics: readonly MetricSummary[];
  readonly calendars: readonly CalendarSummary[];
  /** The zone of the vendor whose file it is: offered, never taken. */
  readonly vendorZone: string;
}

/** Another table of the file than the one that was found. */
export interface ChosenTable {
  readonly sheet?: string;
  readonly headerLine?: number;
}

const previewAfterMs = 600;

/** What is known before the columns of one file are explained, and what a mapping would make of its first rows. */
@Injectable()
export class MappingStore {
  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  readonly file = signal<{ readonly id: string; readonly vendorId: string } | undefined>(undefined);
  /** The mapping as it stands in the form; null while something is missing. */
  readonly mapping = signal<KpiMapping | null>(null);
  /** What somebody chose instead of what was found. */
  readonly chosen = signal<ChosenTable>({});
  private readonly previewed = signal<KpiMapping | null>(null);

  readonly start = pageResource({
    params: () => {
      const file = this.file();
      return file && { ...file, query: this.chosen() };
    },
    load: async ({ id, vendorId, query }, signal): Promise<MappingStart> => {
      const [suggestion, measures, metrics, calendars, vendor] = await Promise.all([
        this.api.call(suggestKpiMapping, { params: { kpiFileId: id }, query }, { signal }),
        allPages((cursor) => this.api.call(listMeasures, { query: { limit: 200, cursor } }, { signal })),
        allPages((cursor) => this.api.call(listMetrics, { query: { limit: 200, cursor } }, { signal })),
        allPages((cursor) => this.api.call(listCalendars, { query: { limit: 200, cursor } }, { signal })),
        this.api.call(viewVendor, { params: { vendorId } }, { signal }),
      ]);
      return {
        ...{ suggestion, metrics, calendars, vendorZone: vendor.timezone },
        measures: measures.map((measure) => measureSaid(measure, this.reader.locale())),
      };
    },
  });

  readonly preview = pageResource({
    params: () => {
      const [file, mapping] = [this.file(), this.previewed()];
      return file && mapping ? { file, mapping } : undefined;
    },
    load: ({ file, mapping }, signal) =>
      this.api.call(previewKpiFile, { params: { kpiFileId: file.id }, body: { mapping } }, { signal }),
  });

  constructor() {
    effect((onCleanup) => {
      const mapping = this.mapping();
      const timer = setTimeout(() => this.previewed.set(mapping), mapping === null ? 0 : previewAfterMs);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
