import { computed, inject, Injectable, signal } from '@angular/core';
import { listReportingDuties } from '@plumbline/slas/schema';
import { addMonths, cursorList, monthOf, monthsBetween, TenantApi, TenantContext } from '@plumbline/ui';

const shownMonths = 6;

/** The duties of some months, vendor by vendor; the range ends with the month that the address names, else with this one. */
@Injectable()
export class ReportingStore {
  private readonly api = inject(TenantApi);
  /** The month of today where the tenant is. */
  readonly thisMonth = monthOf(new Date(), inject(TenantContext).timeZone());
  /** Undefined until the page has read its address: nothing is asked before. */
  readonly asked = signal<{ readonly to: string | undefined } | undefined>(undefined, {
    equal: (a, b) => a !== undefined && a.to === b?.to,
  });
  readonly to = computed(() => this.asked()?.to ?? this.thisMonth);
  readonly months = computed(() => monthsBetween(addMonths(this.to(), 1 - shownMonths), this.to()));

  readonly duties = cursorList({
    params: () => (this.asked() ? { to: this.to() } : undefined),
    load: ({ to }, cursor, signal) =>
      this.api.call(
        listReportingDuties,
        { query: { from: addMonths(to, 1 - shownMonths), to, limit: 200, cursor } },
        { signal },
      ),
  });
}
