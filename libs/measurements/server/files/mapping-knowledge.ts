import { Injectable } from '@nestjs/common';
import type { KpiMapping, Measure } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { MappedCalendars } from '../cases/mapped-calendars';
import { KeptMonths } from '../retention/kept-months';
import { TenantMeasures } from '../tenant-measures';
import { KpiFilesRepository } from './kpi-files.repository';
import type { KnownFigures } from './mapping-check';

/** What of the tenant a mapping can speak of: measures, metrics, and the calendar that it names. */
@Injectable()
export class MappingKnowledge {
  constructor(
    private readonly files: KpiFilesRepository,
    private readonly tenantMeasures: TenantMeasures,
    private readonly calendars: MappedCalendars,
    private readonly kept: KeptMonths,
  ) {}

  /** By position. */
  measures(tx: TenantTransaction): Promise<Measure[]> {
    return this.tenantMeasures.all(tx);
  }

  /** Codes of the metrics that a share can be claimed for. */
  async ratios(tx: TenantTransaction): Promise<ReadonlySet<string>> {
    const metrics = await this.files.metrics(tx);
    return new Set(metrics.flatMap(({ code, unit }) => (unit === 'ratio' ? [code] : [])));
  }

  /** What rows are read by: measures by position, the calendar that the mapping names, and the months that are kept. */
  async forReading(tx: TenantTransaction, mapping: KpiMapping) {
    return {
      measures: await this.measures(tx),
      calendar: await this.calendars.of(tx, mapping),
      kept: await this.kept.bounds(tx),
    };
  }

  async of(tx: TenantTransaction, mapping: KpiMapping): Promise<KnownFigures> {
    const measures = await this.measures(tx);
    const metrics = await this.files.metrics(tx);
    return {
      measures: new Map(measures.map(({ code, unit }) => [code, unit])),
      metrics: new Map(metrics.map(({ code, unit }) => [code, unit])),
      calendar: await this.calendars.of(tx, mapping),
    };
  }
}
