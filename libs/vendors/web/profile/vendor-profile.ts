import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, PageStateView, TenantContext, texts } from '@plumbline/ui';
import type { Vendor } from '@plumbline/vendors/schema';
import { ContactsSection } from './contacts-section';
import { DataFlowsSection } from './data-flows-section';
import { FourthPartiesSection } from './fourth-parties-section';
import { ProfileHistory } from './history-section';
import { LadderSection } from './ladder-section';
import { LanguageSection } from './language-section';
import { ProfileStore } from './profile-store';
import { SitesSection } from './sites-section';

/** What is known of a vendor, below its facts. */
@Component({
  selector: 'pl-vendor-profile',
  imports: [
    PageStateView,
    RouterLink,
    Icon,
    SitesSection,
    ContactsSection,
    LadderSection,
    FourthPartiesSection,
    DataFlowsSection,
    LanguageSection,
    ProfileHistory,
  ],
  providers: [ProfileStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-page-state [state]="store.profile.state()" (retry)="store.profile.reload()">
      @if (store.profile.value(); as profile) {
        <div class="pl-stack">
          @if (mayTakeOver) {
            <div class="pl-no-print">
              <a class="pl-button" [routerLink]="tenant.link('vendors', vendorId(), 'take-over')">
                <pl-icon name="copy" />{{ text().takeOver }}
              </a>
            </div>
          }
          <pl-data-flows-section [vendorId]="vendorId()" [profile]="profile" />
          <div class="pl-grid">
            <pl-sites-section [vendorId]="vendorId()" [profile]="profile" />
            <pl-contacts-section [vendorId]="vendorId()" [profile]="profile" />
            <pl-ladder-section [vendorId]="vendorId()" [profile]="profile" />
            <pl-fourth-parties-section [vendorId]="vendorId()" [profile]="profile" />
            <pl-language-section [vendorId]="vendorId()" [profile]="profile" />
            <pl-profile-history [vendorId]="vendorId()" [profile]="profile" />
          </div>
        </div>
      }
    </pl-page-state>
  `,
})
export class VendorProfile {
  readonly vendor = input.required<Vendor>();
  protected readonly vendorId = computed(() => this.vendor().id);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ProfileStore);
  protected readonly text = texts({
    en: { takeOver: 'Take over from another insurer' },
    es: { takeOver: 'Tomar de otra aseguradora' },
  });
  protected readonly mayTakeOver = this.tenant.side() === 'vendor' && this.tenant.can('vendor-profile.write');

  constructor() {
    effect(() => this.store.id.set(this.vendorId()));
  }
}
