import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContractSummary } from '@plumbline/contracts/schema';
import { DatePipe, Empty, localDay, PageStateView, TenantContext, texts } from '@plumbline/ui';
import type { Vendor } from '@plumbline/vendors/schema';
import { VendorStore } from '../vendor-store';
import { sectionWords } from './section-words';

/** The vendor's contracts, each at the version that counts. */
@Component({
  selector: 'pl-vendor-contracts',
  imports: [PageStateView, Empty, RouterLink, DatePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-contracts">
      <h2 id="pl-contracts">{{ text().contracts }}</h2>
      <pl-page-state [state]="store.contracts.state()" (retry)="store.contracts.reload()">
        <pl-empty plEmpty icon="contracts" [title]="text().noContract" [text]="text().noContractText">
          @if (tenant.can('contract.write')) {
            <a
              class="pl-button"
              [routerLink]="tenant.link('contracts', 'new')"
              [queryParams]="{ vendorId: vendor().id }"
              >{{ text().addContract }}</a
            >
          }
        </pl-empty>
        <ul class="list">
          @for (contract of store.contracts.value()?.items ?? []; track contract.id) {
            <li>
              <a [routerLink]="tenant.link('contracts', contract.id)">{{ contract.reference }}</a>
              {{ contract.title }}
              @if (versionOf(contract); as version) {
                <div class="pl-muted pl-small">
                  {{ version.state === 'draft' ? text().draft + ' · ' : '' }}{{ text().from }}
                  {{ version.effectiveFrom | plDate }} · {{ text().slas(version.slas) }}
                </div>
              }
            </li>
          }
        </ul>
      </pl-page-state>
    </section>
  `,
  styleUrl: './section.css',
})
export class ContractsSection {
  readonly vendor = input.required<Vendor>();
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(VendorStore);
  protected readonly text = texts(sectionWords);

  /** The version in force today, else the one that comes next. */
  protected versionOf(contract: ContractSummary): ContractSummary['versions'][number] | undefined {
    const today = localDay(this.tenant.timeZone());
    const active = contract.versions.filter(({ state }) => state === 'active');
    return (
      active.findLast(({ effectiveFrom }) => effectiveFrom <= today) ?? active[0] ?? contract.versions[0]
    );
  }
}
