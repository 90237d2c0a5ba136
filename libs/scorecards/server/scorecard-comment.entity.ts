import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one side said about a scorecard or a line of it; never changed, never taken back. */
@Entity('scorecard_comment')
export class ScorecardCommentEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'scorecard_id', type: 'uuid' })
  scorecardId!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ name: 'sla_id', type: 'uuid', nullable: true })
  slaId!: string | null;

  @Column({ type: 'text' })
  side!: 'insurer' | 'vendor';

  @Column({ name: 'author_id', type: 'text' })
  authorId!: string;

  @Column({ name: 'author_name', type: 'text' })
  authorName!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
