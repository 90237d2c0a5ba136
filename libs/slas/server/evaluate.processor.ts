import { Injectable } from '@nestjs/common';
import { Door, isId } from '@plumbline/platform/database';
import type { JobProcessor } from '@plumbline/platform/jobs';
import { type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { Evaluator } from './evaluator';
import { FinishedFiles } from './finished-files';

const FILE = 'kpi-file/';

/**
 * `<vendorId>/<YYYY-MM>`: evaluates a vendor's month, in one transaction.
 * `kpi-file/<id>`: says of a file whose windows are all evaluated that it is done.
 */
@Injectable()
export class EvaluateProcessor implements JobProcessor {
  readonly topic = 'evaluate' as const;
  readonly concurrency = 4;

  constructor(
    private readonly door: Door,
    private readonly evaluator: Evaluator,
    private readonly files: FinishedFiles,
  ) {}

  async process(tenant: Tenant, rowId: string): Promise<void> {
    if (rowId.startsWith(FILE)) return this.files.finish(tenant, [rowId.slice(FILE.length)]);
    const [vendorId, month] = vendorMonth(rowId);
    const { fileIds } = await this.door.withTenant(workerActor(tenant, this.topic), (tx) =>
      this.evaluator.evaluate(tx, vendorId, month),
    );
    await this.files.finish(tenant, fileIds);
  }
}

function vendorMonth(rowId: string): [vendorId: string, month: string] {
  const [vendorId = '', month = ''] = rowId.split('/');
  if (!isId(vendorId) || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) {
    throw new Error(`"${rowId}" names no vendor's month`);
  }
  return [vendorId, month];
}
