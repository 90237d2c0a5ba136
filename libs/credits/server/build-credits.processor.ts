import { Injectable } from '@nestjs/common';
import { Door, isId } from '@plumbline/platform/database';
import type { JobProcessor } from '@plumbline/platform/jobs';
import { type Tenant, workerActor } from '@plumbline/platform/tenancy';
import { StatementBuilder } from './statement-builder';

/** `<vendorId>/<YYYY-MM>`: brings the statements of a vendor's contracts in step with a month, in one transaction. */
@Injectable()
export class BuildCreditsProcessor implements JobProcessor {
  readonly topic = 'build-credits' as const;
  readonly concurrency = 4;

  constructor(
    private readonly door: Door,
    private readonly builder: StatementBuilder,
  ) {}

  async process(tenant: Tenant, rowId: string): Promise<void> {
    const [vendorId = '', month = ''] = rowId.split('/');
    if (!isId(vendorId) || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) {
      throw new Error(`"${rowId}" names no vendor's month`);
    }
    await this.door.withTenant(workerActor(tenant, this.topic), (tx) =>
      this.builder.build(tx, vendorId, month),
    );
  }
}
