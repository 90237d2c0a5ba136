import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';

const bytes: ValueTransformer = { to: (value: number) => value, from: (value: string) => Number(value) };

/** What is known of the encrypted bytes of a received file; a row is written once and never changes. */
@Entity('stored_file')
export class StoredFileEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vendor_id', type: 'uuid', nullable: true })
  vendorId!: string | null;

  @Column({ type: 'bytea' })
  sha256!: Buffer;

  @Column({ type: 'bigint', transformer: bytes })
  bytes!: number;

  @Column({ name: 'stored_bytes', type: 'bigint', transformer: bytes })
  storedBytes!: number;

  @Column({ name: 'stored_sha256', type: 'bytea' })
  storedSha256!: Buffer;

  @Column({ name: 'wrapped_key', type: 'bytea' })
  wrappedKey!: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
