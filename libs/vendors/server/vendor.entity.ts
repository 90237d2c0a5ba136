import type { Criticality, Service, Tier, VendorState } from '@plumbline/vendors/schema';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('vendor')
export class VendorEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  state!: VendorState;

  @Column({ type: 'text', array: true })
  services!: Service[];

  @Column({ type: 'text' })
  criticality!: Criticality;

  @Column({ name: 'phi_access', type: 'boolean' })
  phiAccess!: boolean;

  @Column({ type: 'text' })
  timezone!: string;

  @Column({ name: 'reports_for_others', type: 'boolean' })
  reportsForOthers!: boolean;

  /** The last local date on which it works for the insurer. */
  @Column({ name: 'end_date', type: 'date', nullable: true })
  endDate!: string | null;

  @Column({ name: 'tier_override', type: 'integer', nullable: true })
  tierOverride!: Tier | null;

  @Column({ name: 'tier_override_reason', type: 'text', nullable: true })
  tierOverrideReason!: string | null;

  @Column({ name: 'tier_override_by', type: 'text', nullable: true })
  tierOverrideBy!: string | null;

  @Column({ name: 'tier_override_by_name', type: 'text', nullable: true })
  tierOverrideByName!: string | null;

  @Column({ name: 'tier_override_at', type: 'timestamptz', nullable: true })
  tierOverrideAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
