import type {
  FileEffect,
  FileLayout,
  FileWarning,
  FindingParameters,
  KpiFileState,
  KpiMapping,
  UnknownName,
  UploadWay,
  WrongRows,
} from '@plumbline/measurements/schema';
import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';

/** bigint columns arrive as text; counts of rows and bytes are far below 2^53. */
const count: ValueTransformer = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** A received KPI file and where it stands. The bytes are those of `storedFileId` and never change. */
@Entity('kpi_file')
export class KpiFileEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ name: 'stored_file_id', type: 'uuid' })
  storedFileId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  state!: KpiFileState;

  @Column({ type: 'jsonb' })
  layout!: FileLayout;

  @Column({ type: 'jsonb', nullable: true })
  mapping!: KpiMapping | null;

  @Column({ name: 'auto_confirm', type: 'boolean' })
  autoConfirm!: boolean;

  @Column({ name: 'uploaded_by', type: 'text' })
  uploadedBy!: string;

  @Column({ name: 'uploaded_by_name', type: 'text' })
  uploadedByName!: string;

  @Column({ name: 'uploaded_via', type: 'text' })
  uploadedVia!: UploadWay;

  /** The IP address it came from. */
  @Column({ name: 'uploaded_from', type: 'text', nullable: true })
  uploadedFrom!: string | null;

  /** The API key's id, or the fingerprint of the SFTP key. */
  @Column({ name: 'uploaded_with', type: 'text', nullable: true })
  uploadedWith!: string | null;

  @Column({ name: 'wrong_rows', type: 'text' })
  wrongRows!: WrongRows;

  @Column({ name: 'restatement_reason', type: 'text', nullable: true })
  restatementReason!: string | null;

  @Column({ name: 'rows_total', type: 'bigint', nullable: true, transformer: count })
  rowsTotal!: number | null;

  @Column({ name: 'rows_read', type: 'bigint', transformer: count })
  rowsRead!: number;

  @Column({ name: 'rows_wrong', type: 'bigint', transformer: count })
  rowsWrong!: number;

  @Column({ name: 'rows_new', type: 'bigint', nullable: true, transformer: count })
  rowsNew!: number | null;

  @Column({ name: 'rows_unchanged', type: 'bigint', nullable: true, transformer: count })
  rowsUnchanged!: number | null;

  @Column({ name: 'rows_restated', type: 'bigint', nullable: true, transformer: count })
  rowsRestated!: number | null;

  @Column({ type: 'jsonb', nullable: true })
  effect!: FileEffect | null;

  @Column({ name: 'problems_listed', type: 'integer' })
  problemsListed!: number;

  @Column({ name: 'unknown_vendors', type: 'jsonb' })
  unknownVendors!: { code: string; name: string; rows: number }[];

  @Column({ type: 'jsonb' })
  warnings!: FileWarning[];

  @Column({ name: 'unknown_names', type: 'jsonb' })
  unknownNames!: UnknownName[];

  @Column({ name: 'refusal_code', type: 'text', nullable: true })
  refusalCode!: string | null;

  @Column({ name: 'refusal_detail', type: 'text', nullable: true })
  refusalDetail!: string | null;

  @Column({ name: 'refusal_parameters', type: 'jsonb', nullable: true })
  refusalParameters!: FindingParameters | null;

  @Column({ name: 'load_number', type: 'bigint', nullable: true, transformer: count })
  loadNumber!: number | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'loaded_at', type: 'timestamptz', nullable: true })
  loadedAt!: Date | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}
