import type { Applies, ItemGate, ItemState, TemplateItem } from '@plumbline/vendors/schema';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is asked of one vendor, as the template said when the vendor began (or when somebody took a later one over). */
@Entity('due_diligence_item')
export class DueDiligenceItemEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ name: 'template_number', type: 'integer' })
  templateNumber!: number;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'title_es', type: 'text', nullable: true })
  titleEs!: string | null;

  @Column({ type: 'text', nullable: true })
  guidance!: string | null;

  @Column({ name: 'guidance_es', type: 'text', nullable: true })
  guidanceEs!: string | null;

  @Column({ type: 'jsonb' })
  applies!: Applies;

  @Column({ type: 'text' })
  gate!: ItemGate;

  @Column({ name: 'asked_of', type: 'text' })
  askedOf!: TemplateItem['askedOf'];

  @Column({ type: 'text' })
  state!: ItemState;

  /** The last local date on which the waiver holds. */
  @Column({ name: 'waived_until', type: 'date', nullable: true })
  waivedUntil!: string | null;

  @Column({ type: 'text', nullable: true })
  rejection!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
