import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type { listRestatedFigures, RestatedFigureAnswer } from '@plumbline/measurements/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { NotFoundError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { parseExact, writeExact } from '@plumbline/sla-engine';
import { VendorDirectory } from '@plumbline/vendors/server';
import type { RestatedFigure } from '../restatement';
import { RestatementsRepository } from '../restatements.repository';
import { KpiFilesRepository } from './kpi-files.repository';

type Restated = RestatedFigure & { readonly vendorId: string };

/** Old beside new: which figures of earlier files a checked file replaces. */
@Injectable()
export class RestatedFiguresService {
  constructor(
    private readonly door: Door,
    private readonly files: KpiFilesRepository,
    private readonly restatements: RestatementsRepository,
    private readonly vendors: VendorDirectory,
  ) {}

  list(actor: Actor, fileId: string, { limit, cursor }: InputOf<typeof listRestatedFigures>['query']) {
    return this.door.withTenant(actor, async (tx) => {
      if (!(await this.files.find(tx, fileId))) throw new NotFoundError('KPI file');
      const first = Number((readCursor(cursor, 1) ?? [0])[0]);
      const all = await this.restatements.figures(tx, fileId);
      const rows = all
        .slice(first, first + limit + 1)
        .map((figure, index) => ({ figure, ordinal: first + index + 1 }));
      const answer = await this.answers(
        tx,
        rows.map(({ figure }) => figure),
      );
      return toPage(
        rows,
        limit,
        ({ figure }) => answer(figure),
        ({ ordinal }) => [ordinal],
      );
    });
  }

  private async answers(
    tx: TenantTransaction,
    figures: readonly Restated[],
  ): Promise<(figure: Restated) => RestatedFigureAnswer> {
    const vendors = await this.vendors.find(
      tx,
      figures.map(({ vendorId }) => vendorId),
    );
    const named = await tx.query<RestatedFigureAnswer['figure']>(
      `select code, label as name, unit, false as claimed from measure where tenant_id = $1 and code = any ($2)
       union all select code, name, unit, true from metric where tenant_id = $1 and code = any ($2)`,
      [tx.tenantId, figures.map(({ code }) => code)],
    );
    const files = await tx.query<{ id: string; name: string }>(
      'select id, name from kpi_file where tenant_id = $1 and id = any ($2)',
      [tx.tenantId, figures.map(({ beforeFileId }) => beforeFileId)],
    );
    return (restated) => {
      const { line, localDate, startsAt, segment, before, after } = restated;
      const vendor = vendors.get(restated.vendorId);
      const figure = named.find(
        ({ code, claimed }) => code === restated.code && claimed === restated.claimed,
      );
      if (!vendor || !figure) throw new Error(`a restated figure names no ${restated.code} of this tenant`);
      return {
        ...{ line, localDate, startsAt, segment, figure, before, after },
        vendor: { id: vendor.id, code: vendor.code, name: vendor.name },
        difference: after === null ? null : difference(before, after),
        source: {
          fileId: restated.beforeFileId,
          fileName: files.find(({ id }) => id === restated.beforeFileId)?.name ?? null,
          line: restated.beforeLine,
        },
      };
    };
  }
}

function difference(before: string, after: string): string {
  const [old, now] = [parseExact(before), parseExact(after)];
  if (!old.ok || !now.ok) throw new Error(`"${before}" and "${after}" are not both amounts`);
  return writeExact(now.value.minus(old.value));
}
