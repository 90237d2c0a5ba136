import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A target in a contract version: either comparator and target, or both edges of a band. */
@Entity('sla')
export class SlaEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'contract_version_id', type: 'uuid' })
  contractVersionId!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  /** Place in the schedule. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ name: 'metric_id', type: 'uuid' })
  metricId!: string;

  @Column({ name: 'clause_id', type: 'uuid' })
  clauseId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  comparator!: '>=' | '>' | '<=' | '<' | null;

  @Column({ type: 'numeric', nullable: true })
  target!: string | null;

  @Column({ name: 'band_low', type: 'numeric', nullable: true })
  bandLow!: string | null;

  @Column({ name: 'band_high', type: 'numeric', nullable: true })
  bandHigh!: string | null;

  @Column({ type: 'text' })
  window!: string;

  @Column({ name: 'line_of_business', type: 'text', nullable: true })
  lineOfBusiness!: string | null;

  @Column({ type: 'text', nullable: true })
  channel!: string | null;

  @Column({ type: 'text', nullable: true })
  queue!: string | null;

  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ name: 'minimum_sample', type: 'integer' })
  minimumSample!: number;

  @Column({ type: 'numeric' })
  weight!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
