import { Module } from '@nestjs/common';
import { CalendarReadModule } from '@plumbline/calendars/server';
import { StoredFileEntity } from '@plumbline/platform/files';
import { SftpKeys } from '@plumbline/platform/identity';
import { VendorReadModule } from '@plumbline/vendors/server';
import { MappedCalendars } from './cases/mapped-calendars';
import { ClaimedFigures } from './claimed-figures';
import { KpiFileEntity } from './files/kpi-file.entity';
import { KpiFileEventsController } from './files/kpi-file-events.controller';
import { KpiFileMappingsService } from './files/kpi-file-mappings.service';
import { KpiFileReceipts } from './files/kpi-file-receipts';
import { KpiFileUploads } from './files/kpi-file-uploads';
import { KpiFiles } from './files/kpi-files';
import { KpiFilesController } from './files/kpi-files.controller';
import { KpiFilesRepository } from './files/kpi-files.repository';
import { KpiFilesService } from './files/kpi-files.service';
import { MappingKnowledge } from './files/mapping-knowledge';
import { CheckKpiFileProcessor } from './loading/check-kpi-file.processor';
import { IngestKpiFileProcessor } from './loading/ingest-kpi-file.processor';
import { KpiFileJobs } from './loading/kpi-file-jobs';
import { KpiFileLoader } from './loading/kpi-file-loader';
import { UncheckedFiles, UnloadedFiles } from './loading/kpi-file-sweeps';
import { RestatedFiguresController } from './files/restated-figures.controller';
import { RestatedFiguresService } from './files/restated-figures.service';
import { RestatementsRepository } from './restatements.repository';
import { KEEP_MONTHS, keepMonthsFromEnvironment } from './retention/keep-months';
import { KeptMonths } from './retention/kept-months';
import { OldMonths } from './retention/old-months';
import { KpiFileUploadsController } from './resuming/kpi-file-uploads.controller';
import { UnfinishedUploads } from './resuming/unfinished-uploads';
import { UnfinishedUploadsRepository } from './resuming/unfinished-uploads.repository';
import {
  CompleteKpiFileUploadProcessor,
  ExpiredUploads,
  ExpireKpiFileUploadProcessor,
  WholeUploads,
} from './resuming/upload-jobs';
import { UploadPieces } from './resuming/upload-pieces';
import { SftpMailboxes } from './sftp/sftp-mailboxes';
import { ImportTablesModule } from './reading/import-tables';
import { SftpServer } from './sftp/sftp-server';
import { SftpSignIn } from './sftp/sftp-sign-in';
import { TenantMeasures } from './tenant-measures';
import { MetricLibrarySeed } from './metrics/metric-library-seed';
import { MetricsController } from './metrics/metrics.controller';
import { MetricsRepository } from './metrics/metrics.repository';
import { MetricsService } from './metrics/metrics.service';

export const measurementEntities = [KpiFileEntity, StoredFileEntity] as const;

/** What other things read of metrics, measurements and KPI files, in both processes. */
@Module({
  imports: [VendorReadModule, CalendarReadModule],
  providers: [
    ClaimedFigures,
    MappedCalendars,
    TenantMeasures,
    KpiFiles,
    KpiFilesRepository,
    RestatementsRepository,
    KeptMonths,
    MappingKnowledge,
    { provide: KEEP_MONTHS, useFactory: () => keepMonthsFromEnvironment() },
  ],
  exports: [
    ClaimedFigures,
    TenantMeasures,
    KpiFiles,
    KpiFilesRepository,
    RestatementsRepository,
    KeptMonths,
    MappingKnowledge,
    KEEP_MONTHS,
  ],
})
export class MeasurementReadModule {}

/** Metrics and KPI files, in the HTTP process. */
@Module({
  imports: [VendorReadModule, MeasurementReadModule, ImportTablesModule],
  controllers: [
    MetricsController,
    KpiFilesController,
    KpiFileUploadsController,
    KpiFileEventsController,
    RestatedFiguresController,
  ],
  providers: [
    MetricsService,
    MetricsRepository,
    MetricLibrarySeed,
    KpiFilesService,
    KpiFileMappingsService,
    KpiFileReceipts,
    KpiFileUploads,
    UnfinishedUploads,
    UnfinishedUploadsRepository,
    UploadPieces,
    RestatedFiguresService,
  ],
})
export class MeasurementsModule {}

/** Checking and loading KPI files, receiving them over SFTP, and dropping rows that are no longer kept, in the worker. */
@Module({
  imports: [VendorReadModule, MeasurementReadModule],
  providers: [
    KpiFileLoader,
    KpiFileJobs,
    CheckKpiFileProcessor,
    IngestKpiFileProcessor,
    CompleteKpiFileUploadProcessor,
    ExpireKpiFileUploadProcessor,
    UncheckedFiles,
    UnloadedFiles,
    ExpiredUploads,
    WholeUploads,
    OldMonths,
    KpiFileReceipts,
    KpiFileUploads,
    UnfinishedUploads,
    UnfinishedUploadsRepository,
    UploadPieces,
    SftpKeys,
    SftpMailboxes,
    SftpServer,
    SftpSignIn,
  ],
  exports: [
    CheckKpiFileProcessor,
    IngestKpiFileProcessor,
    CompleteKpiFileUploadProcessor,
    ExpireKpiFileUploadProcessor,
    UncheckedFiles,
    UnloadedFiles,
    ExpiredUploads,
    WholeUploads,
  ],
})
export class MeasurementsWorkerModule {}

export const measurementProcessors = [
  CheckKpiFileProcessor,
  IngestKpiFileProcessor,
  CompleteKpiFileUploadProcessor,
  ExpireKpiFileUploadProcessor,
] as const;
export const measurementSweeps = [UncheckedFiles, UnloadedFiles, ExpiredUploads, WholeUploads] as const;
