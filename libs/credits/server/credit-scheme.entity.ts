import type { CreditSchemeTerms } from '@plumbline/credits/schema';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One revision of what a contract version says about money. */
@Entity('credit_scheme')
export class CreditSchemeEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ name: 'contract_id', type: 'uuid' })
  contractId!: string;

  @Column({ name: 'contract_version_id', type: 'uuid' })
  contractVersionId!: string;

  @Column({ type: 'integer' })
  revision!: number;

  @Column({ type: 'jsonb' })
  terms!: CreditSchemeTerms;

  @Column({ name: 'entered_by', type: 'text' })
  enteredBy!: string;

  @Column({ name: 'entered_by_name', type: 'text' })
  enteredByName!: string;

  @Column({ name: 'entered_at', type: 'timestamptz' })
  enteredAt!: Date;
}
