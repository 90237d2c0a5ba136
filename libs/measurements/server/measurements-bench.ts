import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { calendarEntities, CalendarsRepository, CalendarVersions } from '@plumbline/calendars/server';
import type { Confirmation, KpiFile, KpiMapping } from '@plumbline/measurements/schema';
import { kpiMapping } from '@plumbline/measurements/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { FileStore } from '@plumbline/platform/files';
import type { LiveEvents } from '@plumbline/platform/jobs';
import { type Actor, FixedClock, type Tenant } from '@plumbline/platform/tenancy';
import { actorIn, openTestDatabase, type TestDatabase } from '@plumbline/platform/testing';
import { VendorCodes, VendorDirectory, vendorEntities } from '@plumbline/vendors/server';
import { MappedCalendars } from './cases/mapped-calendars';
import { KpiFileMappingsService } from './files/kpi-file-mappings.service';
import { KpiFileUploads, type Upload } from './files/kpi-file-uploads';
import { KpiFiles } from './files/kpi-files';
import { MappingKnowledge } from './files/mapping-knowledge';
import { KpiFilesRepository } from './files/kpi-files.repository';
import { KpiFilesService } from './files/kpi-files.service';
import { CheckKpiFileProcessor } from './loading/check-kpi-file.processor';
import { IngestKpiFileProcessor } from './loading/ingest-kpi-file.processor';
import { KpiFileJobs } from './loading/kpi-file-jobs';
import { KpiFileLoader } from './loading/kpi-file-loader';
import { measurementEntities } from './measurements.module';
import { TenantMeasures } from './tenant-measures';
import { MetricsRepository } from './metrics/metrics.repository';
import { MetricsService } from './metrics/metrics.service';
import { RestatedFiguresService } from './files/restated-figures.service';
import { KeptMonths } from './retention/kept-months';
import { RestatementsRepository } from './restatements.repository';
import { seedMetricLibrary } from './seed-metric-library';

/** What a mapping says as people write it: what has a default may be left out. */
export type StatedMapping = Parameters<typeof kpiMapping.parse>[0] & object;

/** A tenant of a spec's own with the metric library and one vendor. */
export interface MeasuredTenant {
  readonly tenant: Tenant;
  readonly manager: Actor;
  readonly vendor: { readonly id: string; readonly code: string };
  readonly partner: Actor;
}

/** KPI files on a real database and a real file store, without HTTP and queues: jobs are run by hand. */
export class MeasurementsBench {
  readonly clock = new FixedClock(Temporal.Instant.from('2026-04-02T12:00:00Z'));
  readonly published: string[] = [];
  readonly files: KpiFilesService;
  readonly uploads: KpiFileUploads;
  readonly mappings: KpiFileMappingsService;
  readonly moves: KpiFiles;
  readonly metrics: MetricsService;
  readonly jobs: KpiFileJobs;
  readonly check: CheckKpiFileProcessor;
  readonly ingest: IngestKpiFileProcessor;
  readonly store: FileStore;
  readonly restatements = new RestatementsRepository();
  readonly restated: RestatedFiguresService;

  private constructor(
    readonly database: TestDatabase,
    readonly folder: string,
    keepMonths: number,
  ) {
    const { door } = database;
    const { clock } = this;
    const live = {
      publish: async (_: string, topic: string) => void this.published.push(topic),
    } as unknown as LiveEvents;
    const log = new ActivityLog(clock);
    const repository = new KpiFilesRepository();
    const measures = new TenantMeasures();
    const calendars = new MappedCalendars(new CalendarVersions(new CalendarsRepository()));
    const kept = new KeptMonths(clock, keepMonths);
    const knowledge = new MappingKnowledge(repository, measures, calendars, kept);
    const vendors = new VendorDirectory();
    const codes = new VendorCodes(log, clock);
    this.store = new FileStore(folder, Buffer.alloc(32, 7));
    this.moves = new KpiFiles(repository, log, live, clock);
    this.files = new KpiFilesService(door, repository, this.moves, vendors, codes, this.store, clock);
    this.uploads = new KpiFileUploads(door, this.store, repository, vendors, codes, log, clock);
    this.mappings = new KpiFileMappingsService(
      door,
      repository,
      this.moves,
      vendors,
      knowledge,
      this.store,
      clock,
    );
    this.metrics = new MetricsService(door, new MetricsRepository(), log, clock);
    this.restated = new RestatedFiguresService(door, repository, this.restatements, vendors);
    const loader = new KpiFileLoader(door, this.store, codes, knowledge, clock);
    this.jobs = new KpiFileJobs(door, repository, this.restatements, vendors, loader, live, clock);
    this.check = new CheckKpiFileProcessor(this.jobs);
    this.ingest = new IngestKpiFileProcessor(this.jobs);
  }

  /** `keepMonths` of a database of the spec's own: what is dropped is dropped for everybody. */
  static async open(keepMonths = 240): Promise<MeasurementsBench> {
    const folder = await mkdtemp(join(tmpdir(), 'plumbline-kpi-files-'));
    return new MeasurementsBench(
      await openTestDatabase([...vendorEntities, ...measurementEntities, ...calendarEntities]),
      folder,
      keepMonths,
    );
  }

  async close(): Promise<void> {
    await this.database.close();
    await rm(this.folder, { recursive: true });
  }

  async tenant(timezone = 'America/New_York', reportsForOthers = false): Promise<MeasuredTenant> {
    const tenant = await this.database.tenant(timezone);
    const manager = actorIn(tenant, 'vendor_manager');
    const vendor = await this.database.vendor(tenant);
    await this.database.door.withTenant(manager, async (tx) => {
      await seedMetricLibrary(tx, this.clock.date());
      await tx.query('update vendor set reports_for_others = $3 where tenant_id = $1 and id = $2', [
        tenant.id,
        vendor.id,
        reportsForOthers,
      ]);
    });
    return { tenant, manager, vendor, partner: actorIn(tenant, 'vendor_contributor', [vendor.id]) };
  }

  upload(
    { partner, vendor }: MeasuredTenant,
    text: string | Buffer,
    autoConfirm = false,
    name = 'file.csv',
  ): Promise<KpiFile> {
    return this.receive({ partner, vendor }, text, { name, whenKnown: autoConfirm ? 'load' : 'ask' });
  }

  async receive(
    { partner, vendor }: Pick<MeasuredTenant, 'partner' | 'vendor'>,
    text: string | Buffer,
    how: Partial<Upload>,
  ): Promise<KpiFile> {
    return this.uploads.receive(partner, {
      vendor: await this.uploads.admit(partner, vendor),
      name: 'file.csv',
      content: Readable.from([Buffer.from(text)]),
      arrival: { via: 'page', address: null, key: null },
      whenKnown: 'ask',
      ...how,
    });
  }

  /** Uploads, maps and checks a file. */
  async checked(
    of: MeasuredTenant,
    text: string | Buffer,
    mapping: StatedMapping,
    name = 'file.csv',
  ): Promise<KpiFile> {
    const file = await this.upload(of, text, false, name);
    await this.mappings.map(
      of.partner,
      file.id,
      { mapping: kpiMapping.parse(mapping) as KpiMapping, name: 'Test' },
      file.version,
    );
    await this.check.process(of.tenant, file.id);
    return this.files.view(of.partner, file.id);
  }

  /** Confirms a checked file, with whatever is doubtful about it, and loads it. */
  async loaded(of: MeasuredTenant, file: KpiFile, how: Partial<Confirmation> = {}): Promise<KpiFile> {
    const acceptWarnings = file.warnings.map(({ code }) => code);
    await this.files.confirm(
      of.partner,
      file.id,
      { wrongRows: 'refuse', acceptWarnings, ...how },
      file.version,
    );
    await this.ingest.process(of.tenant, file.id);
    return this.files.view(of.partner, file.id);
  }

  /** What stands in a table of the tenant, as the insurer sees it. */
  query<Row>(of: MeasuredTenant, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.database.door.withTenant(of.manager, (tx) =>
      tx.query<Row>(sql, [of.tenant.id, ...parameters]),
    );
  }
}
