import { Injectable, inject } from '@angular/core';
import { listContractDates, listParityFindings, listWaivers } from '@plumbline/contracts/schema';
import { listKpiFiles } from '@plumbline/measurements/schema';
import { viewScorecardMonth } from '@plumbline/scorecards/schema';
import { listBreaches, listExclusions, listReportingDuties } from '@plumbline/slas/schema';
import { TenantApi, TenantContext, addMonths, monthOf, pageResource } from '@plumbline/ui';

/**
 * What the first page asks: each part on its own, so that one that fails hides no other, and only what the role may
 * read.
 */
@Injectable()
export class TodayStore {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);
  /** The last month that has ended where the tenant is: the one that is being closed. */
  readonly month = addMonths(monthOf(new Date(), this.tenant.timeZone()), -1);

  readonly files = pageResource({
    params: () => (this.tenant.can('kpi-file.read') ? true : undefined),
    load: (_, signal) => this.api.call(listKpiFiles, { query: { limit: 50 } }, { signal }),
    isEmpty: (page) => page.items.length === 0,
  });
  /** What this partner has not reported yet. */
  readonly duties = pageResource({
    params: () => (this.tenant.side() === 'vendor' && this.tenant.can('kpi-file.upload') ? true : undefined),
    load: (_, signal) =>
      this.api.call(listReportingDuties, { query: { open: 'true', limit: 50 } }, { signal }),
  });
  readonly board = pageResource({
    params: () => (this.tenant.can('scorecard.read') ? this.month : undefined),
    load: (period, signal) => this.api.call(viewScorecardMonth, { params: { period } }, { signal }),
    isEmpty: (board) => board.vendors.length === 0,
  });
  /** Waivers that wait for somebody else than who asked for them. */
  readonly waivers = pageResource({
    params: () => (this.tenant.can('waiver.approve') ? true : undefined),
    load: (_, signal) => this.api.call(listWaivers, { query: { state: 'requested', limit: 50 } }, { signal }),
  });
  /** Exclusions, and waivers of breaches, that somebody else asked for. */
  readonly exclusions = pageResource({
    params: () => (this.tenant.can('exclusion.approve') ? true : undefined),
    load: (_, signal) =>
      this.api.call(listExclusions, { query: { state: 'requested', limit: 50 } }, { signal }),
  });
  /** What contracts have before them. */
  readonly dates = pageResource({
    params: () => (this.tenant.can('contract.read') ? true : undefined),
    load: (_, signal) => this.api.call(listContractDates, { query: { days: 90 } }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });
  /** Contracts that fall short of what the insurer expects. */
  readonly parity = pageResource({
    params: () => (this.tenant.can('parity.read') ? true : undefined),
    load: (_, signal) =>
      this.api.call(listParityFindings, { query: { open: 'true', limit: 50 } }, { signal }),
    isEmpty: (page) => page.items.length === 0,
  });
  readonly breaches = pageResource({
    params: () => (this.tenant.can('breach.read') ? true : undefined),
    load: (_, signal) => this.api.call(listBreaches, { query: { open: 'true', limit: 50 } }, { signal }),
    isEmpty: (page) => page.items.length === 0,
  });
}
