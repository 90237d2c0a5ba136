import { Injectable } from '@nestjs/common';
import type { FindingParameters, UploadState, UploadWay } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { RuleBrokenError } from '@plumbline/platform/errors';
import type { StoredFile } from '@plumbline/platform/files';

export interface UploadRow {
  readonly id: string;
  readonly vendorId: string;
  readonly begunBy: string;
  readonly begunByName: string;
  readonly begunByKind: 'person' | 'api-key';
  readonly via: UploadWay;
  readonly address: string | null;
  readonly key: string | null;
  readonly name: string;
  readonly autoConfirm: boolean;
  readonly bytes: number;
  readonly received: number;
  readonly pieces: number;
  readonly sha256: Buffer | null;
  readonly fingerprint: string | null;
  readonly state: UploadState;
  readonly kpiFileId: string | null;
  readonly refusalCode: string | null;
  readonly refusalDetail: string | null;
  readonly refusalParameters: FindingParameters | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
}

/** A stored piece and where in the file it begins. */
export interface PieceRow extends StoredFile {
  readonly beginsAt: number;
}

const COLUMNS = `id, vendor_id as "vendorId", begun_by as "begunBy", begun_by_name as "begunByName",
  begun_by_kind as "begunByKind", via, from_address as address, with_key as key, name, auto_confirm as "autoConfirm",
  bytes::float8 as bytes, received::float8 as received, pieces, sha256, fingerprint, state, kpi_file_id as "kpiFileId",
  refusal_code as "refusalCode", refusal_detail as "refusalDetail", refusal_parameters as "refusalParameters", created_at as "createdAt", updated_at as "updatedAt",
  expires_at as "expiresAt"`;

@Injectable()
export class UnfinishedUploadsRepository {
  async insert(tx: TenantTransaction, row: UploadRow): Promise<void> {
    await tx.query(
      `insert into kpi_file_upload (tenant_id, id, vendor_id, begun_by, begun_by_name, begun_by_kind, via, from_address,
         with_key, name, auto_confirm, bytes, sha256, fingerprint, state, created_at, updated_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'receiving', $15, $15, $16)`,
      [
        ...[
          tx.tenantId,
          row.id,
          row.vendorId,
          row.begunBy,
          row.begunByName,
          row.begunByKind,
          row.via,
          row.address,
        ],
        ...[
          row.key,
          row.name,
          row.autoConfirm,
          row.bytes,
          row.sha256,
          row.fingerprint,
          row.createdAt,
          row.expiresAt,
        ],
      ],
    );
  }

  /** What the tenant has under way. Held until the transaction ends, so that two that begin at once are both counted. */
  async underWay(
    tx: TenantTransaction,
    begunBy: string,
    now: Date,
  ): Promise<{ readonly own: number; readonly all: number; readonly bytes: number }> {
    await tx.query(
      `select id from kpi_file_upload where tenant_id = $1 and state = 'receiving' order by id limit 1 for update`,
      [tx.tenantId],
    );
    const [row] = await tx.query<{ own: number; all: number; bytes: number }>(
      `select count(*) filter (where begun_by = $2)::int as own, count(*)::int as "all",
         coalesce(sum(bytes), 0)::float8 as bytes
       from kpi_file_upload where tenant_id = $1 and state = 'receiving' and expires_at > $3`,
      [tx.tenantId, begunBy, now],
    );
    return row ?? { own: 0, all: 0, bytes: 0 };
  }

  list(
    tx: TenantTransaction,
    begunBy: string,
    vendorId: string | undefined,
    now: Date,
  ): Promise<UploadRow[]> {
    return tx.query<UploadRow>(
      `select ${COLUMNS} from kpi_file_upload
       where tenant_id = $1 and begun_by = $2 and ($3::uuid is null or vendor_id = $3) and state = 'receiving'
         and expires_at > $4
       order by created_at desc, id desc limit 200`,
      [tx.tenantId, begunBy, vendorId ?? null, now],
    );
  }

  async find(tx: TenantTransaction, id: string): Promise<UploadRow | null> {
    const [row] = await tx.query<UploadRow>(
      `select ${COLUMNS} from kpi_file_upload where tenant_id = $1 and id = $2`,
      [tx.tenantId, id],
    );
    return row ?? null;
  }

  /** Before its bytes: from here on they are found, whatever dies. False where the upload was removed meanwhile. */
  async announcePiece(tx: TenantTransaction, upload: UploadRow, id: string, at: Date): Promise<boolean> {
    const [standing] = await tx.query(
      'select id from kpi_file_upload where tenant_id = $1 and id = $2 and expires_at > $3 for update',
      [tx.tenantId, upload.id, at],
    );
    if (!standing) return false;
    await tx.query(
      `insert into kpi_file_upload_piece (tenant_id, id, upload_id, vendor_id, created_at) values ($1, $2, $3, $4, $5)`,
      [tx.tenantId, id, upload.id, upload.vendorId, at],
    );
    return true;
  }

  /** Puts a stored piece where the upload stands. Null where it stands elsewhere by now, or is gone. */
  async placePiece(
    tx: TenantTransaction,
    upload: UploadRow,
    piece: StoredFile,
    at: Date,
    expiresAt: Date,
  ): Promise<UploadRow | null> {
    const [moved] = updated<UploadRow>(
      await tx.query(
        `update kpi_file_upload set received = received + $4, pieces = pieces + 1, updated_at = $5, expires_at = $6
         where tenant_id = $1 and id = $2 and received = $3 and state = 'receiving' and expires_at > $5
         returning ${COLUMNS}`,
        [tx.tenantId, upload.id, upload.received, piece.bytes, at, expiresAt],
      ),
    );
    if (!moved) return null;
    await tx.query(
      `update kpi_file_upload_piece
       set begins_at = $3, bytes = $4, sha256 = $5, stored_bytes = $6, stored_sha256 = $7, wrapped_key = $8
       where tenant_id = $1 and id = $2`,
      [
        ...[tx.tenantId, piece.fileId, upload.received, piece.bytes, piece.sha256],
        ...[piece.storedBytes, piece.storedSha256, piece.wrappedKey],
      ],
    );
    return moved;
  }

  async forgetPieces(tx: TenantTransaction, ids: readonly string[]): Promise<void> {
    await tx.query('delete from kpi_file_upload_piece where tenant_id = $1 and id = any ($2)', [
      tx.tenantId,
      ids,
    ]);
  }

  /** In the order of the file. */
  placedPieces(tx: TenantTransaction, uploadId: string): Promise<PieceRow[]> {
    return tx.query<PieceRow>(
      `select tenant_id as "tenantId", id as "fileId", begins_at::float8 as "beginsAt", bytes::float8 as bytes, sha256,
         stored_bytes::float8 as "storedBytes", stored_sha256 as "storedSha256", wrapped_key as "wrappedKey"
       from kpi_file_upload_piece where tenant_id = $1 and upload_id = $2 and begins_at is not null order by begins_at`,
      [tx.tenantId, uploadId],
    );
  }

  /** All of them, also those that never found their place. */
  async pieceIds(tx: TenantTransaction, uploadId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'select id from kpi_file_upload_piece where tenant_id = $1 and upload_id = $2',
      [tx.tenantId, uploadId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether this call was the one that completed it. */
  async complete(tx: TenantTransaction, id: string, kpiFileId: string, at: Date): Promise<boolean> {
    return this.settle(tx, id, `state = 'completed', kpi_file_id = $3, updated_at = $4`, [kpiFileId, at]);
  }

  async refuse(
    tx: TenantTransaction,
    id: string,
    { code, detail, parameters }: RuleBrokenError,
  ): Promise<boolean> {
    const change = `state = 'refused', refusal_code = $3, refusal_detail = $4, refusal_parameters = $5`;
    return this.settle(tx, id, change, [code, detail, parameters ? JSON.stringify(parameters) : null]);
  }

  /** From now on it is gone for everybody; what is left of it is removed next, or by the sweep. */
  async end(tx: TenantTransaction, id: string, at: Date): Promise<void> {
    await tx.query(
      'update kpi_file_upload set expires_at = $3 where tenant_id = $1 and id = $2 and expires_at > $3',
      [tx.tenantId, id, at],
    );
  }

  async remove(tx: TenantTransaction, id: string): Promise<void> {
    await tx.query('delete from kpi_file_upload where tenant_id = $1 and id = $2', [tx.tenantId, id]);
  }

  private async settle(
    tx: TenantTransaction,
    id: string,
    change: string,
    values: unknown[],
  ): Promise<boolean> {
    const rows = updated(
      await tx.query(
        `update kpi_file_upload set ${change} where tenant_id = $1 and id = $2 and state = 'receiving' returning id`,
        [tx.tenantId, id, ...values],
      ),
    );
    return rows.length > 0;
  }
}

/** TypeORM answers an UPDATE with its rows and their number. */
function updated<Row>(answer: readonly unknown[]): readonly Row[] {
  return (answer as [Row[], number])[0];
}
