import type { ClauseKind } from '@plumbline/contracts/schema';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('clause')
export class ClauseEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'contract_version_id', type: 'uuid' })
  contractVersionId!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  /** Place in the document. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  kind!: ClauseKind;

  @Column({ type: 'text' })
  number!: string;

  @Column({ type: 'text' })
  heading!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'integer', nullable: true })
  page!: number | null;

  @Column({ type: 'jsonb' })
  terms!: object;
}
