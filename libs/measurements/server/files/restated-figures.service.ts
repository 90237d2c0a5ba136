import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { InputOf } from '@plumbline/api/schema';
import type { listRestatedFigures, RestatedFigureAnswer } from '@plumbline/measurements/schema';
import { Door, type TenantTransaction } from '@plumbline/platform/database';
import { InvalidError, NotFoundError } from '@plumbline/platform/errors';
import { readCursor, toPage } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import { parseExact, writeExact } from '@plumbline/sla-engine';
import { VendorDirectory } from '@plumbline/vendors/server';
import type { RestatedFigure } from '../restatement';
import { RestatementsRepository } from '../restatements.repository';
import { KpiFilesRepository } from './kpi-files.repository';
import { RESTATED_HEADER, restatedLine } from './restated-csv';

type Restated = RestatedFigure & { readonly vendorId: string };

/** A figure where it stands: on which page of the listing, and where on that. */
interface Placed {
  readonly figure: Restated;
  readonly position: readonly [page: number, index: number];
}

/** Old beside new: which figures of earlier files a checked file replaces. */
@Injectable()
export class RestatedFiguresService {
  constructor(
    private readonly door: Door,
    private readonly files: KpiFilesRepository,
    private readonly restatements: RestatementsRepository,
    private readonly vendors: VendorDirectory,
  ) {}

  /** A cursor holds for one listing: after another check of the file the list has to be read from its beginning. */
  list(actor: Actor, fileId: string, { limit, cursor }: InputOf<typeof listRestatedFigures>['query']) {
    const after = readCursor(cursor, 'text', 'number', 'number');
    return this.door.withTenant(actor, async (tx) => {
      if (!(await this.files.find(tx, fileId))) throw new NotFoundError('KPI file');
      const listed = await this.restatements.listed(tx, fileId);
      if (after && after[0] !== (listed?.listing ?? null))
        throw InvalidError.field(
          'query.cursor',
          'invalid-cursor',
          'the file was checked again: read the list anew',
        );
      if (!listed) return { items: [], nextCursor: null, total: 0 };
      const rows = await this.placed(tx, fileId, listed.listing, after, limit + 1);
      const answer = await this.answers(
        tx,
        rows.map(({ figure }) => figure),
      );
      const page = toPage(
        rows,
        limit,
        ({ figure }) => answer(figure),
        ({ position }) => [listed.listing, ...position],
      );
      return { ...page, total: listed.total };
    });
  }

  /** What to call it, and all of them line by line; read page by page, so that their number does not matter. */
  async asCsv(actor: Actor, fileId: string): Promise<{ name: string; content: Readable }> {
    const { file, listing } = await this.door.withTenant(actor, async (tx) => {
      const found = await this.files.find(tx, fileId);
      if (!found) throw new NotFoundError('KPI file');
      return { file: found, listing: (await this.restatements.listed(tx, fileId))?.listing ?? null };
    });
    return {
      name: `${file.name.replace(/\.\w{1,5}$/, '')}-restated.csv`,
      content: Readable.from(this.csv(actor, fileId, listing)),
    };
  }

  private async *csv(actor: Actor, fileId: string, listing: string | null): AsyncGenerator<string> {
    yield RESTATED_HEADER;
    for (let from = 0; listing !== null;) {
      const page = await this.door.withTenant(actor, async (tx) => {
        if ((await this.restatements.listed(tx, fileId))?.listing !== listing)
          throw new Error(`KPI file ${fileId} was checked again while its restated figures were read`);
        const found = await this.restatements.pageFrom(tx, fileId, listing, from);
        if (!found) return null;
        const answer = await this.answers(tx, found.figures);
        const text = found.figures.map((figure) => restatedLine(answer(figure))).join('');
        return { text, next: found.page + 1 };
      });
      if (page === null) return;
      yield page.text;
      from = page.next;
    }
  }

  private async placed(
    tx: TenantTransaction,
    fileId: string,
    listing: string,
    after: readonly [listing: string, page: number, index: number] | null,
    most: number,
  ): Promise<Placed[]> {
    const [, lastPage, lastIndex] = after ?? [listing, 0, -1];
    const found: Placed[] = [];
    for (let from = lastPage; found.length < most;) {
      const page = await this.restatements.pageFrom(tx, fileId, listing, from);
      if (!page) break;
      const first = page.page === lastPage ? lastIndex + 1 : 0;
      page.figures
        .slice(first, first + most - found.length)
        .forEach((figure, index) => found.push({ figure, position: [page.page, first + index] }));
      from = page.page + 1;
    }
    return found;
  }

  private async answers(
    tx: TenantTransaction,
    figures: readonly Restated[],
  ): Promise<(figure: Restated) => RestatedFigureAnswer> {
    const vendors = await this.vendors.find(tx, [...new Set(figures.map(({ vendorId }) => vendorId))]);
    const named = await tx.query<RestatedFigureAnswer['figure']>(
      `select code, label as name, unit, false as claimed from measure where tenant_id = $1 and code = any ($2)
       union all select code, name, unit, true from metric where tenant_id = $1 and code = any ($2)`,
      [tx.tenantId, [...new Set(figures.map(({ code }) => code))]],
    );
    const files = await tx.query<{ id: string; name: string }>(
      'select id, name from kpi_file where tenant_id = $1 and id = any ($2)',
      [tx.tenantId, [...new Set(figures.map(({ beforeFileId }) => beforeFileId))]],
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
