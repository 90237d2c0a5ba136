import type { InputSignal, Type } from '@angular/core';
import type { Vendor } from '@plumbline/vendors/schema';
import { DueDiligenceSection } from '../due-diligence/due-diligence-section';
import { LifeSection } from '../life/life-section';
import { VendorProfile } from '../profile/vendor-profile';
import { ContractsSection } from './contracts-section';
import { CreditsSection } from './credits-section';
import { FactsSection } from './facts-section';
import { IncidentsSection } from './incidents-section';
import { ScorecardsSection } from './scorecards-section';

/** A part of the vendor's page: a component of its own that is given the vendor and injects the page's VendorStore. */
export interface VendorSection {
  readonly component: Type<{ readonly vendor: InputSignal<Vendor> }>;
  /** Shown to whoever holds it. */
  readonly permission: string;
  /** Over the whole width of the page. */
  readonly wide?: true;
}

/** The vendor's page from top to bottom: one line a section. */
export const vendorSections: readonly VendorSection[] = [
  { component: LifeSection, permission: 'vendor-life.read', wide: true },
  { component: FactsSection, permission: 'vendor.read' },
  { component: ContractsSection, permission: 'contract.read' },
  { component: ScorecardsSection, permission: 'scorecard.read' },
  { component: CreditsSection, permission: 'credit.read' },
  { component: IncidentsSection, permission: 'incident.read' },
  { component: DueDiligenceSection, permission: 'due-diligence.read', wide: true },
  { component: VendorProfile, permission: 'vendor.read', wide: true },
];
