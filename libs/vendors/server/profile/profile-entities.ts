import type {
  Approval,
  ContactRole,
  FlowKind,
  LadderStage,
  LanguageAccess,
  ListSection,
  PhiKind,
  ProfileChange,
  ProfileSection,
  Service,
  ZonedHours,
} from '@plumbline/vendors/schema';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What each entry of a list of a vendor's profile has; removed ones stay, as the history names them. */
export abstract class ProfileEntry {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}

@Entity('vendor_site')
export class VendorSiteEntity extends ProfileEntry {
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  country!: string;

  @Column({ type: 'text' })
  city!: string;

  @Column({ type: 'text' })
  timezone!: string;

  @Column({ name: 'calendar_id', type: 'uuid', nullable: true })
  calendarId!: string | null;

  @Column({ type: 'text', array: true })
  services!: Service[];

  @Column({ name: 'phi_handled', type: 'boolean' })
  phiHandled!: boolean;
}

@Entity('vendor_contact')
export class VendorContactEntity extends ProfileEntry {
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  role!: ContactRole;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'text' })
  language!: string;

  @Column({ type: 'jsonb', nullable: true })
  hours!: ZonedHours | null;

  @Column({ name: 'calendar_id', type: 'uuid', nullable: true })
  calendarId!: string | null;
}

@Entity('vendor_fourth_party')
export class VendorFourthPartyEntity extends ProfileEntry {
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  service!: string;

  @Column({ name: 'phi_kinds', type: 'text', array: true })
  phiKinds!: PhiKind[];

  @Column({ type: 'text', array: true })
  places!: string[];

  @Column({ type: 'date' })
  since!: string;

  @Column({ type: 'date', nullable: true })
  until!: string | null;

  @Column({ type: 'text' })
  approval!: Approval;

  @Column({ name: 'approval_reason', type: 'text', nullable: true })
  approvalReason!: string | null;

  @Column({ name: 'decided_by_name', type: 'text', nullable: true })
  decidedByName!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  /** Who entered or last changed it: they do not approve it. */
  @Column({ name: 'entered_by', type: 'text' })
  enteredBy!: string;
}

@Entity('vendor_data_flow')
export class VendorDataFlowEntity extends ProfileEntry {
  @Column({ type: 'text' })
  kind!: FlowKind;

  @Column({ type: 'text', nullable: true })
  called!: string | null;

  @Column({ type: 'text' })
  system!: string;

  @Column({ type: 'text' })
  place!: string;

  @Column({ name: 'phi_kinds', type: 'text', array: true })
  phiKinds!: PhiKind[];

  @Column({ name: 'fourth_party_id', type: 'uuid', nullable: true })
  fourthPartyId!: string | null;

  @Column({ name: 'retention_days', type: 'integer', nullable: true })
  retentionDays!: number | null;
}

/** A stage as it was set: the name of a person stays sayable to whoever cannot see that person. */
export interface KeptStage extends LadderStage {
  readonly personName: string | null;
  readonly personSide: 'insurer' | 'vendor' | null;
}

/** A part of the profile that is replaced as one. */
abstract class ProfileDocument {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}

@Entity('vendor_escalation_ladder')
export class VendorLadderEntity extends ProfileDocument {
  @Column({ type: 'jsonb' })
  stages!: KeptStage[];
}

@Entity('vendor_language_access')
export class VendorLanguageAccessEntity extends ProfileDocument {
  @Column({ type: 'jsonb' })
  register!: LanguageAccess;
}

/** Who changed what; written once. */
@Entity('vendor_profile_change')
export class VendorProfileChangeEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'vendor_id', type: 'uuid' })
  vendorId!: string;

  @Column({ type: 'text' })
  section!: ProfileSection;

  @Column({ name: 'entry_id', type: 'uuid', nullable: true })
  entryId!: string | null;

  @Column({ type: 'text' })
  act!: ProfileChange['act'];

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  changed!: ProfileChange['changed'];

  @Column({ name: 'changed_by', type: 'text' })
  changedBy!: string;

  @Column({ name: 'changed_by_name', type: 'text' })
  changedByName!: string;

  @Column({ name: 'changed_by_side', type: 'text' })
  changedBySide!: 'insurer' | 'vendor';

  @Column({ type: 'timestamptz' })
  at!: Date;
}

export const profileEntities = [
  VendorSiteEntity,
  VendorContactEntity,
  VendorFourthPartyEntity,
  VendorDataFlowEntity,
  VendorLadderEntity,
  VendorLanguageAccessEntity,
  VendorProfileChangeEntity,
] as const;

export interface EntryOf {
  readonly sites: VendorSiteEntity;
  readonly contacts: VendorContactEntity;
  readonly 'fourth-parties': VendorFourthPartyEntity;
  readonly 'data-flows': VendorDataFlowEntity;
}

export const entryEntities: { readonly [Section in ListSection]: new () => EntryOf[Section] } = {
  sites: VendorSiteEntity,
  contacts: VendorContactEntity,
  'fourth-parties': VendorFourthPartyEntity,
  'data-flows': VendorDataFlowEntity,
};
