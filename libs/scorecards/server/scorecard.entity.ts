import type { ScoredBand, Scorecard, ScorecardLine } from '@plumbline/scorecards/schema';
import type { RevisionReason } from '@plumbline/slas/schema';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One revision of a vendor's month. Published rows never change; the policy on the table says so. */
@Entity('scorecard')
export class ScorecardEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  /** First day of the month. */
  @Column({ type: 'date' })
  month!: string;

  @Column({ type: 'integer' })
  revision!: number;

  @Column({ type: 'text' })
  state!: 'draft' | 'published';

  @Column({ type: 'numeric', nullable: true })
  score!: string | null;

  @Column({ type: 'text', nullable: true })
  band!: ScoredBand | null;

  @Column({ type: 'numeric' })
  coverage!: string;

  @Column({ name: 'minimum_coverage', type: 'numeric' })
  minimumCoverage!: string;

  /** Every result of the month is final. */
  @Column({ type: 'boolean' })
  complete!: boolean;

  /** False: a draft that no longer differs from the revision published before it. */
  @Column({ type: 'boolean' })
  differs!: boolean;

  @Column({ type: 'jsonb' })
  contract!: Scorecard['contract'];

  @Column({ type: 'jsonb' })
  lines!: ScorecardLine[];

  /** The engine's steps (semantics rule 29). */
  @Column({ type: 'jsonb' })
  trace!: readonly object[];

  @Column({ type: 'jsonb' })
  reasons!: RevisionReason[];

  @Column({ name: 'built_at', type: 'timestamptz' })
  builtAt!: Date;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ name: 'published_by', type: 'text', nullable: true })
  publishedBy!: string | null;

  @Column({ name: 'published_by_name', type: 'text', nullable: true })
  publishedByName!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
