import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type { listParityFindings } from '@plumbline/contracts/schema';
import { Door } from '@plumbline/platform/database';
import { readCursor, toPage } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { ParityFindingsRepository } from './parity-findings.repository';

@Injectable()
export class ParityFindingsService {
  constructor(
    private readonly door: Door,
    private readonly findings: ParityFindingsRepository,
  ) {}

  list(actor: Actor, { limit, cursor, vendorId, open }: InputOf<typeof listParityFindings>['query']) {
    const after = readCursor(cursor, 'instant', 'uuid');
    return this.door.withTenant(actor, async (tx) => {
      const rows = await this.findings.list(tx, {
        ...{ vendorId, open: open === undefined ? undefined : open === 'true', after, limit: limit + 1 },
      });
      return toPage(
        rows,
        limit,
        (row) => row,
        ({ openedAt, id }) => [openedAt, id],
      );
    });
  }
}
