import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The terms in force from a date; dates are local to `timezone`, numbers exact decimal text. */
@Entity('contract_version')
export class ContractVersionEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'contract_id', type: 'uuid' })
  contractId!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  state!: 'draft' | 'active';

  @Column({ name: 'effective_from', type: 'date' })
  effectiveFrom!: string;

  @Column({ name: 'effective_to', type: 'date', nullable: true })
  effectiveTo!: string | null;

  @Column({ type: 'text' })
  timezone!: string;

  @Column({ name: 'reporting_due_day', type: 'integer' })
  reportingDueDay!: number;

  @Column({ name: 'admits_claimed', type: 'boolean' })
  admitsClaimed!: boolean;

  @Column({ name: 'minimum_coverage', type: 'numeric' })
  minimumCoverage!: string;

  @Column({ name: 'speed_outweighs_reason', type: 'text', nullable: true })
  speedOutweighsReason!: string | null;

  /** Of the contract as a whole: start, end, renewal, notice. */
  @Column({ type: 'jsonb', nullable: true })
  term!: object | null;

  @Column({ name: 'created_by', type: 'text' })
  createdBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'activated_at', type: 'timestamptz', nullable: true })
  activatedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}
