import { Injectable } from '@nestjs/common';
import type { JobProcessor, SweepSource } from '@plumbline/platform/jobs';
import { type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { UnfinishedUploads } from './unfinished-uploads';

type Connection = Parameters<SweepSource['waiting']>[0];

/** A file of 2 GiB is whole in less: who is silent longer after the last byte is not at it any more. */
const SILENT_MS = 120_000;
const AT_ONCE = 500;

/** Removes an upload that nobody went on with in time, with its bytes. */
@Injectable()
export class ExpireKpiFileUploadProcessor implements JobProcessor {
  readonly topic = 'expire-kpi-file-upload' as const;
  readonly concurrency = 1;

  constructor(private readonly uploads: UnfinishedUploads) {}

  process(tenant: Tenant, rowId: string): Promise<void> {
    return this.uploads.expire(workerActor(tenant, this.topic), rowId);
  }
}

/** Makes the KPI file of an upload whose process died between its last byte and that. */
@Injectable()
export class CompleteKpiFileUploadProcessor implements JobProcessor {
  readonly topic = 'complete-kpi-file-upload' as const;
  readonly concurrency = 1;

  constructor(private readonly uploads: UnfinishedUploads) {}

  process(tenant: Tenant, rowId: string): Promise<void> {
    return this.uploads.completeFor(workerActor(tenant, this.topic), rowId);
  }
}

@Injectable()
export class ExpiredUploads implements SweepSource {
  readonly topic = 'expire-kpi-file-upload' as const;

  async waiting(client: Connection, now: Date) {
    const { rows } = await client.query<{ tenantId: string; rowId: string }>(
      `select tenant_id as "tenantId", id as "rowId" from kpi_file_upload where expires_at <= $1 order by expires_at limit $2`,
      [now, AT_ONCE],
    );
    return rows;
  }
}

@Injectable()
export class WholeUploads implements SweepSource {
  readonly topic = 'complete-kpi-file-upload' as const;

  async waiting(client: Connection, now: Date) {
    const { rows } = await client.query<{ tenantId: string; rowId: string }>(
      `select tenant_id as "tenantId", id as "rowId" from kpi_file_upload
       where state = 'receiving' and received = bytes and updated_at < $1 order by updated_at limit $2`,
      [new Date(now.getTime() - SILENT_MS), AT_ONCE],
    );
    return rows;
  }
}
