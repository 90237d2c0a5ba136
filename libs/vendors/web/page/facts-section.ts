import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { DatePipe, localDay, TenantContext, texts } from '@plumbline/ui';
import type { Vendor } from '@plumbline/vendors/schema';
import { vendorWords } from '../vendor-words';
import { sectionWords } from './section-words';
import { TierFact } from './tier-fact';

/** What the vendor is. */
@Component({
  selector: 'pl-vendor-facts',
  imports: [DatePipe, TierFact],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-facts">
      <h2 id="pl-facts">{{ text().facts }}</h2>
      @let known = vendor();
      <dl class="pl-facts">
        <dt>{{ text().code }}</dt>
        <dd class="pl-wrap-anywhere">{{ known.code }}</dd>
        @if (known.aliases.length > 0) {
          <dt>{{ text().aliases }}</dt>
          <dd class="pl-wrap-anywhere">{{ known.aliases.join(', ') }}</dd>
        }
        <dt>{{ text().services }}</dt>
        <dd>{{ services() }}</dd>
        <dt>{{ text().criticality }}</dt>
        <dd>{{ words().criticalities[known.criticality] }}</dd>
        <dt>{{ text().phi }}</dt>
        <dd>{{ known.phiAccess ? text().yes : text().no }}</dd>
        <dt>{{ text().zone }}</dt>
        <dd>{{ known.timezone }}</dd>
        <dt>{{ text().others }}</dt>
        <dd>{{ known.reportsForOthers ? text().yes : text().no }}</dd>
        <dt>{{ text().since }}</dt>
        <dd>{{ enteredOn() | plDate }}</dd>
      </dl>
      <pl-tier-fact [vendor]="known" />
    </section>
  `,
})
export class FactsSection {
  readonly vendor = input.required<Vendor>();
  protected readonly text = texts(sectionWords);
  protected readonly words = texts(vendorWords);
  private readonly tenant = inject(TenantContext);
  /** A day of the insurer's. */
  protected readonly enteredOn = computed(() => localDay(this.tenant.timeZone(), this.vendor().createdAt));
  protected readonly services = computed(
    () =>
      this.vendor()
        .services.map((service) => this.words().services[service])
        .join(', ') || this.text().noServices,
  );
}
