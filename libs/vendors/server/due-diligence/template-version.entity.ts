import type { TemplateItem } from '@plumbline/vendors/schema';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of the tenant's due-diligence template; written once. */
@Entity('due_diligence_template_version')
export class TemplateVersionEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'jsonb' })
  items!: TemplateItem[];

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** Null: the defaults that a new tenant begins with. */
  @Column({ name: 'made_by', type: 'text', nullable: true })
  madeBy!: string | null;

  @Column({ name: 'made_by_name', type: 'text', nullable: true })
  madeByName!: string | null;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;
}
