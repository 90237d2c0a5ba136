import { Injectable } from '@nestjs/common';
import type { KpiFileState } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { RestatedFigure, VendorRestatement } from './restatement';

/** What the sums of a checked file's restatement are for: the file's state and, by vendor, what each month gains and loses. */
export interface FileRestatement {
  readonly state: KpiFileState;
  readonly vendors: readonly Omit<VendorRestatement, 'figures'>[];
}

/** Which listing a file's last check made, and how many of its figures the reader may see. */
export interface ListedFigures {
  readonly listing: string;
  readonly total: number;
}

export interface RestatedPage {
  readonly page: number;
  /** In the order of the file's lines. */
  readonly figures: readonly (RestatedFigure & { readonly vendorId: string })[];
}

/** What checked files would change of stored figures; a partner sees what is its own vendor's. */
@Injectable()
export class RestatementsRepository {
  /** In the place of what an earlier check of the file found, and of what a broken-off one left behind. */
  async replace(
    tx: TenantTransaction,
    fileId: string,
    listing: string,
    restatements: readonly VendorRestatement[],
  ): Promise<void> {
    await tx.query('delete from kpi_file_restatement where tenant_id = $1 and kpi_file_id = $2', [
      tx.tenantId,
      fileId,
    ]);
    const kept = restatements.length > 0 ? listing : null;
    await tx.query(
      `delete from kpi_file_restated_page
       where tenant_id = $1 and kpi_file_id = $2 and listing is distinct from $3::uuid`,
      [tx.tenantId, fileId, kept],
    );
    for (const { vendorId, asOfLoad, figures, sums, claims, complete } of restatements) {
      await tx.query(
        `insert into kpi_file_restatement
           (tenant_id, kpi_file_id, vendor_id, as_of_load, listing, figures_replaced, sums, claims, complete)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[tx.tenantId, fileId, vendorId, asOfLoad, listing, figures],
          ...[sums, claims].map((changes) => JSON.stringify(changes)),
          complete,
        ],
      );
    }
  }

  async addPage(
    tx: TenantTransaction,
    fileId: string,
    {
      listing,
      page,
      byVendor,
    }: { listing: string; page: number; byVendor: ReadonlyMap<string, readonly RestatedFigure[]> },
  ): Promise<void> {
    for (const [vendorId, figures] of byVendor)
      await tx.prepared(
        `insert into kpi_file_restated_page (tenant_id, kpi_file_id, listing, page, vendor_id, figures)
         values ($1, $2, $3, $4, $5, $6)`,
        [tx.tenantId, fileId, listing, page, vendorId, JSON.stringify(figures)],
      );
  }

  async removeListing(tx: TenantTransaction, fileId: string, listing: string): Promise<void> {
    await tx.query(
      'delete from kpi_file_restated_page where tenant_id = $1 and kpi_file_id = $2 and listing = $3',
      [tx.tenantId, fileId, listing],
    );
  }

  /** Null: the file's last check found nothing of the reader's to be replaced. */
  async listed(tx: TenantTransaction, fileId: string): Promise<ListedFigures | null> {
    const [found] = await tx.query<ListedFigures>(
      `select listing, sum(figures_replaced)::integer as total from kpi_file_restatement
       where tenant_id = $1 and kpi_file_id = $2 group by listing`,
      [tx.tenantId, fileId],
    );
    return found ?? null;
  }

  /** The first page from this number on that holds something for the reader; null after the last. */
  async pageFrom(
    tx: TenantTransaction,
    fileId: string,
    listing: string,
    from: number,
  ): Promise<RestatedPage | null> {
    const rows = await tx.query<{ page: number; vendorId: string; figures: readonly RestatedFigure[] }>(
      `select page, vendor_id as "vendorId", figures from kpi_file_restated_page
       where tenant_id = $1 and kpi_file_id = $2 and listing = $3
         and page = (select min(page) from kpi_file_restated_page
                     where tenant_id = $1 and kpi_file_id = $2 and listing = $3 and page >= $4)
       order by vendor_id`,
      [tx.tenantId, fileId, listing, from],
    );
    const [first] = rows;
    if (!first) return null;
    const figures = rows
      .flatMap(({ vendorId, figures: those }) => those.map((figure) => ({ ...figure, vendorId })))
      .sort((a, b) => a.line - b.line);
    return { page: first.page, figures };
  }

  /** Null: there is no such file. */
  async find(tx: TenantTransaction, fileId: string): Promise<FileRestatement | null> {
    const [file] = await tx.query<{ state: KpiFileState }>(
      'select state from kpi_file where tenant_id = $1 and id = $2',
      [tx.tenantId, fileId],
    );
    if (!file) return null;
    const vendors = await tx.query<FileRestatement['vendors'][number]>(
      `select vendor_id as "vendorId", as_of_load::integer as "asOfLoad", sums, claims, complete
       from kpi_file_restatement where tenant_id = $1 and kpi_file_id = $2 order by vendor_id`,
      [tx.tenantId, fileId],
    );
    return { state: file.state, vendors };
  }
}
