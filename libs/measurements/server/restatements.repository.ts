import { Injectable } from '@nestjs/common';
import type { KpiFileState } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { RestatedFigure, VendorRestatement } from './restatement';

/** What the sums of a checked file's restatement are for: the file's state and, by vendor, what each month gains and loses. */
export interface FileRestatement {
  readonly state: KpiFileState;
  readonly vendors: readonly Omit<VendorRestatement, 'figures'>[];
}

/** What checked files would change of stored figures; a partner sees what is its own vendor's. */
@Injectable()
export class RestatementsRepository {
  /** In the place of what an earlier check of the file found. */
  async replace(
    tx: TenantTransaction,
    fileId: string,
    restatements: readonly VendorRestatement[],
  ): Promise<void> {
    await tx.query('delete from kpi_file_restatement where tenant_id = $1 and kpi_file_id = $2', [
      tx.tenantId,
      fileId,
    ]);
    for (const { vendorId, asOfLoad, figures, sums, claims, complete } of restatements) {
      await tx.query(
        `insert into kpi_file_restatement (tenant_id, kpi_file_id, vendor_id, as_of_load, figures, sums, claims, complete)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[tx.tenantId, fileId, vendorId, asOfLoad],
          ...[figures, sums, claims].map((changes) => JSON.stringify(changes)),
          complete,
        ],
      );
    }
  }

  /** In the order of the file's lines. */
  async figures(
    tx: TenantTransaction,
    fileId: string,
  ): Promise<readonly (RestatedFigure & { readonly vendorId: string })[]> {
    const rows = await tx.query<{ vendorId: string; figures: readonly RestatedFigure[] }>(
      `select vendor_id as "vendorId", figures from kpi_file_restatement where tenant_id = $1 and kpi_file_id = $2`,
      [tx.tenantId, fileId],
    );
    return rows
      .flatMap(({ vendorId, figures }) => figures.map((figure) => ({ ...figure, vendorId })))
      .sort((a, b) => a.line - b.line);
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
