import type { Requirement, StepState, VendorState } from '@plumbline/vendors/schema';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A step of a vendor's life that somebody asked for; kept whatever became of it. */
@Entity('vendor_step')
export class VendorStepEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ name: 'from_state', type: 'text' })
  from!: VendorState;

  @Column({ name: 'to_state', type: 'text' })
  to!: VendorState;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'end_date', type: 'date', nullable: true })
  endDate!: string | null;

  @Column({ type: 'text' })
  state!: StepState;

  @Column({ name: 'requested_by', type: 'text' })
  requestedBy!: string;

  @Column({ name: 'requested_by_name', type: 'text' })
  requestedByName!: string;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt!: Date;

  /** Who made the key that asked, where a key asked. */
  @Column({ name: 'key_maker', type: 'text', nullable: true })
  keyMaker!: string | null;

  @Column({ name: 'decided_by', type: 'text', nullable: true })
  decidedBy!: string | null;

  @Column({ name: 'decided_by_name', type: 'text', nullable: true })
  decidedByName!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'decision_reason', type: 'text', nullable: true })
  decisionReason!: string | null;

  /** The gate as it stood when the step was decided. */
  @Column({ type: 'jsonb', nullable: true })
  gate!: Requirement[] | null;

  @Column({ type: 'integer' })
  version!: number;
}
