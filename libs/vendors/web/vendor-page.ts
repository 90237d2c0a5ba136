import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeader, PageStateView, StatusChip, TenantContext, texts } from '@plumbline/ui';
import { vendorSections } from './page/vendor-sections';
import { vendorPageWords } from './vendor-page-words';
import { VendorStore } from './vendor-store';
import { vendorStateLook, vendorWords } from './vendor-words';

/** The home of a vendor: what it is and everything that hangs on it, a section each (`page/vendor-sections.ts`). */
@Component({
  selector: 'pl-vendor-page',
  imports: [PageHeader, PageStateView, StatusChip, RouterLink, NgComponentOutlet],
  providers: [VendorStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './vendor-page.html',
  styles: `
    .wide {
      grid-column: 1 / -1;
    }
    .pl-grid > div {
      min-width: 0;
    }
  `,
})
export class VendorPage {
  readonly vendorId = input.required<string>();

  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(VendorStore);
  protected readonly text = texts(vendorPageWords);
  protected readonly words = texts(vendorWords);
  protected readonly looks = vendorStateLook;
  protected readonly sections = vendorSections.filter(({ permission }) => this.tenant.can(permission));

  constructor() {
    effect(() => this.store.id.set(this.vendorId()));
  }
}
