import { Injectable } from '@nestjs/common';
import type {
  Dimension,
  FileProblem,
  KpiFileState,
  KpiMapping,
  NameResolution,
} from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type StoredFile, StoredFileEntity } from '@plumbline/platform/files';
import type { AcceptedWarning } from '../doubts/doubt';
import { type RowProblem, withDetail } from '../reading/row-problems';
import type { SegmentAliases } from '../reading/segment-aliases';
import { KpiFileEntity } from './kpi-file.entity';

export interface FileSearch {
  readonly vendorId: string | undefined;
  readonly state: KpiFileState | undefined;
  /** Instant and id of the last file of the page before. */
  readonly after: readonly [createdAt: string, id: string] | null;
  readonly limit: number;
}

/** What a person decided for a layout before. */
export interface SavedMapping {
  readonly id: string;
  readonly name: string;
  readonly mapping: KpiMapping;
  readonly layoutHash: Buffer;
}

const PROBLEMS_AT_ONCE = 1_000;

/** A mapping but for the place of its table, which differs from file to file: what the columns mean. */
const readingOf = (mapping: string): string => `(${mapping} - 'sheet' - 'headerLine')`;

@Injectable()
export class KpiFilesRepository {
  /** Newest first. */
  list(tx: TenantTransaction, { vendorId, state, after, limit }: FileSearch): Promise<KpiFileEntity[]> {
    const query = tx.manager
      .createQueryBuilder(KpiFileEntity, 'file')
      .where('file.tenant_id = :tenantId', { tenantId: tx.tenantId })
      .orderBy('file.created_at', 'DESC')
      .addOrderBy('file.id', 'DESC')
      .limit(limit);
    if (vendorId !== undefined) query.andWhere('file.vendor_id = :vendorId', { vendorId });
    if (state !== undefined) query.andWhere('file.state = :state', { state });
    if (after !== null)
      query.andWhere('(file.created_at, file.id) < (:createdAt, :id)', { createdAt: after[0], id: after[1] });
    return query.getMany();
  }

  find(tx: TenantTransaction, id: string): Promise<KpiFileEntity | null> {
    return tx.manager.findOneBy(KpiFileEntity, { tenantId: tx.tenantId, id });
  }

  findForChange(tx: TenantTransaction, id: string): Promise<KpiFileEntity | null> {
    return tx.manager.findOne(KpiFileEntity, {
      where: { tenantId: tx.tenantId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(tx: TenantTransaction, file: KpiFileEntity): Promise<void> {
    await tx.manager.insert(KpiFileEntity, file);
  }

  async update(tx: TenantTransaction, { tenantId, id, ...columns }: KpiFileEntity): Promise<void> {
    await tx.manager.update(KpiFileEntity, { tenantId, id }, columns);
  }

  stored(tx: TenantTransaction, id: string): Promise<StoredFileEntity | null> {
    return tx.manager.findOneBy(StoredFileEntity, { tenantId: tx.tenantId, id });
  }

  storedOf(
    tx: TenantTransaction,
    ids: readonly string[],
  ): Promise<{ id: string; bytes: number; sha256: Buffer }[]> {
    return tx.query(
      'select id, bytes::float8 as bytes, sha256 from stored_file where tenant_id = $1 and id = any ($2)',
      [tx.tenantId, [...ids]],
    );
  }

  /** The same bytes, handed in for the same vendor before. */
  async sameContent(tx: TenantTransaction, vendorId: string, sha256: Buffer): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      'select id from stored_file where tenant_id = $1 and vendor_id = $2 and sha256 = $3 order by id limit 1',
      [tx.tenantId, vendorId, sha256],
    );
    return row?.id ?? null;
  }

  async insertStored(
    tx: TenantTransaction,
    vendorId: string,
    file: StoredFile,
    createdAt: Date,
  ): Promise<void> {
    const { tenantId, fileId: id, sha256, bytes, storedBytes, storedSha256, wrappedKey } = file;
    await tx.manager.insert(StoredFileEntity, {
      ...{ tenantId, id, vendorId, sha256, bytes, storedBytes, storedSha256, wrappedKey, createdAt },
    });
  }

  /** The mapping remembered for the first of these layouts for which the vendor has one. */
  async savedMapping(
    tx: TenantTransaction,
    vendorId: string,
    layoutHashes: readonly Buffer[],
  ): Promise<SavedMapping | null> {
    const [row] = await tx.query<SavedMapping>(
      `select id, name, mapping, layout_hash as "layoutHash" from kpi_mapping
       where tenant_id = $1 and vendor_id = $2 and layout_hash = any ($3::bytea[])
       order by array_position($3::bytea[], layout_hash) limit 1`,
      [tx.tenantId, vendorId, layoutHashes],
    );
    return row ?? null;
  }

  async saveMapping(
    tx: TenantTransaction,
    saved: { id: string; vendorId: string; layoutHash: Buffer; name: string; mapping: KpiMapping; at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into kpi_mapping (tenant_id, id, vendor_id, layout_hash, name, mapping, created_by, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
       on conflict (tenant_id, vendor_id, layout_hash)
         do update set mapping = excluded.mapping, name = excluded.name, updated_at = excluded.updated_at,
                       -- what was accepted of another reading of the columns says nothing about this one
                       accepted_warnings = case when ${readingOf('kpi_mapping.mapping')} = ${readingOf('excluded.mapping')}
                                                then kpi_mapping.accepted_warnings else '[]' end,
                       version = kpi_mapping.version + 1`,
      [
        tx.tenantId,
        saved.id,
        saved.vendorId,
        saved.layoutHash,
        saved.name,
        JSON.stringify(saved.mapping),
        tx.actor.id,
        saved.at,
      ],
    );
  }

  /** Warnings that were accepted for every file of this layout of the vendor. */
  async acceptedWarnings(
    tx: TenantTransaction,
    vendorId: string,
    layoutHash: Buffer,
  ): Promise<readonly AcceptedWarning[]> {
    const [row] = await tx.query<{ accepted: AcceptedWarning[] }>(
      `select accepted_warnings as accepted from kpi_mapping
       where tenant_id = $1 and vendor_id = $2 and layout_hash = $3`,
      [tx.tenantId, vendorId, layoutHash],
    );
    return row?.accepted ?? [];
  }

  /** The mapping that the file was read by; one that was changed meanwhile remembers nothing. */
  async acceptForLayout(
    tx: TenantTransaction,
    { vendorId, mapping }: KpiFileEntity,
    layoutHash: Buffer,
    warnings: readonly AcceptedWarning[],
  ): Promise<void> {
    await tx.query(
      `update kpi_mapping set accepted_warnings = accepted_warnings || $5::jsonb, version = version + 1
       where tenant_id = $1 and vendor_id = $2 and layout_hash = $3 and ${readingOf('mapping')} = ${readingOf('$4::jsonb')}`,
      [tx.tenantId, vendorId, layoutHash, JSON.stringify(mapping), JSON.stringify(warnings)],
    );
  }

  /** What the vendor's files call segments. */
  async aliases(tx: TenantTransaction, vendorId: string): Promise<SegmentAliases> {
    const rows = await tx.query<{ dimension: Dimension; source: string; value: string }>(
      'select dimension, source_value as source, value from segment_alias where tenant_id = $1 and vendor_id = $2',
      [tx.tenantId, vendorId],
    );
    const aliases = new Map<Dimension, Map<string, string>>();
    for (const { dimension, source, value } of rows)
      aliases.set(dimension, (aliases.get(dimension) ?? new Map<string, string>()).set(source, value));
    return aliases;
  }

  /** Remembers what names mean; a name that means nothing known stands for itself. */
  async rememberNames(
    tx: TenantTransaction,
    vendorId: string,
    names: NameResolution['names'],
    at: Date,
  ): Promise<void> {
    for (const { dimension, value, means } of names)
      await tx.query(
        `insert into segment_alias (tenant_id, vendor_id, dimension, source_value, value, created_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (tenant_id, vendor_id, dimension, source_value) do update set value = excluded.value`,
        [tx.tenantId, vendorId, dimension, value, means ?? value, at],
      );
  }

  async replaceProblems(
    tx: TenantTransaction,
    file: KpiFileEntity,
    problems: readonly RowProblem[],
  ): Promise<void> {
    await tx.query('delete from kpi_file_problem where tenant_id = $1 and kpi_file_id = $2', [
      tx.tenantId,
      file.id,
    ]);
    // rows that contradict each other are found last, and stand where they are in the file
    const inOrder = problems.toSorted((one, other) => one.line - other.line);
    for (let first = 0; first < inOrder.length; first += PROBLEMS_AT_ONCE) {
      const some = inOrder.slice(first, first + PROBLEMS_AT_ONCE);
      await tx.query(
        `insert into kpi_file_problem (tenant_id, kpi_file_id, vendor_id, ordinal, line, column_number, column_name, value, code, detail, parameters)
         select $1, $2, $3, * from unnest($4::integer[], $5::bigint[], $6::integer[], $7::text[], $8::text[], $9::text[], $10::text[], $11::jsonb[])`,
        [
          tx.tenantId,
          file.id,
          file.vendorId,
          some.map((_, index) => first + index + 1),
          some.map(({ line }) => line),
          some.map(({ column }) => column),
          some.map(({ columnName }) => columnName),
          some.map(({ value }) => value),
          some.map(({ code }) => code),
          some.map((problem) => withDetail(problem).detail),
          some.map(({ parameters }) => JSON.stringify(parameters)),
        ],
      );
    }
  }

  problems(tx: TenantTransaction, fileId: string, after: number, limit: number): Promise<FileProblem[]> {
    return tx.query<FileProblem>(
      `select ordinal, line::integer, column_number as "column", column_name as "columnName", value, code, detail, parameters
       from kpi_file_problem where tenant_id = $1 and kpi_file_id = $2 and ordinal > $3 order by ordinal limit $4`,
      [tx.tenantId, fileId, after, limit],
    );
  }

  /** Codes of the tenant's metrics, with their units, for checking and guessing mappings. */
  metrics(tx: TenantTransaction): Promise<{ code: string; unit: string }[]> {
    return tx.query('select code, unit from metric where tenant_id = $1', [tx.tenantId]);
  }
}
