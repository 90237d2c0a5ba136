import type { Submission } from '@plumbline/vendors/schema';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Evidence that was handed in for an item, or the question to do without it; written once. */
@Entity('due_diligence_submission')
export class DueDiligenceSubmissionEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ name: 'item_id', type: 'uuid' })
  itemId!: string;

  @Column({ type: 'text' })
  kind!: Submission['kind'];

  @Column({ type: 'text' })
  side!: Submission['side'];

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'date', nullable: true })
  until!: string | null;

  @Column({ name: 'submitted_by', type: 'text' })
  submittedBy!: string;

  @Column({ name: 'submitted_by_name', type: 'text' })
  submittedByName!: string;

  @Column({ name: 'submitted_at', type: 'timestamptz' })
  submittedAt!: Date;

  /** Who made the key that handed it in, where a key did. */
  @Column({ name: 'key_maker', type: 'text', nullable: true })
  keyMaker!: string | null;
}
