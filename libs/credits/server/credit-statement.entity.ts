import type {
  CreditSchemeTerms,
  CreditStatement,
  SettledMonth,
  StatementEntry,
  StatementLine,
  StatementState,
  StatementTrigger,
} from '@plumbline/credits/schema';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A contract's month. It follows the results until two people approved it; then the table's policy freezes it. */
@Entity('credit_statement')
export class CreditStatementEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ name: 'contract_id', type: 'uuid' })
  contractId!: string;

  /** First day of the month. */
  @Column({ type: 'date' })
  month!: string;

  @Column({ type: 'text' })
  state!: StatementState;

  /** Every result it settles is final and every line has a figure. */
  @Column({ type: 'boolean' })
  complete!: boolean;

  /** Counts up when what it says changes: approvals are of one content. */
  @Column({ type: 'integer' })
  content!: number;

  @Column({ type: 'jsonb' })
  contract!: CreditStatement['contract'];

  @Column({ name: 'scheme_revision', type: 'integer' })
  schemeRevision!: number;

  @Column({ type: 'jsonb' })
  terms!: CreditSchemeTerms;

  @Column({ type: 'numeric' })
  fee!: string;

  @Column({ name: 'year_credited', type: 'numeric' })
  yearCredited!: string;

  @Column({ type: 'numeric' })
  uncapped!: string;

  @Column({ type: 'numeric' })
  cap!: string;

  @Column({ type: 'numeric' })
  credit!: string;

  @Column({ type: 'numeric' })
  total!: string;

  @Column({ type: 'jsonb' })
  lines!: StatementLine[];

  @Column({ type: 'jsonb' })
  entries!: StatementEntry[];

  @Column({ type: 'jsonb' })
  triggers!: StatementTrigger[];

  /** The engine's steps (semantics rule 29). */
  @Column({ type: 'jsonb' })
  trace!: CreditStatement['trace'];

  /** What the engine was asked, as its command takes it. */
  @Column({ type: 'jsonb' })
  request!: SettledMonth['request'];

  @Column({ name: 'built_at', type: 'timestamptz' })
  builtAt!: Date;

  @Column({ name: 'shared_by', type: 'text', nullable: true })
  sharedBy!: string | null;

  @Column({ name: 'shared_by_name', type: 'text', nullable: true })
  sharedByName!: string | null;

  @Column({ name: 'shared_at', type: 'timestamptz', nullable: true })
  sharedAt!: Date | null;

  @Column({ name: 'approved_at', type: 'timestamptz', nullable: true })
  approvedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}
