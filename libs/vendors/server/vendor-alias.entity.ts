import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a KPI file calls a vendor, remembered once somebody has said whom it means. */
@Entity('vendor_alias')
export class VendorAliasEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ name: 'source_code', type: 'text' })
  sourceCode!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
