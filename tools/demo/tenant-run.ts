import type { INestApplicationContext } from '@nestjs/common';
import type { CalendarSummary, HolidayProposal } from '@plumbline/calendars/schema';
import type { Contract, ContractVersion } from '@plumbline/contracts/schema';
import type { KpiFile, KpiMapping } from '@plumbline/measurements/schema';
import { Sweep } from '@plumbline/platform/jobs';
import type { FixedClock, Tenant } from '@plumbline/platform/tenancy';
import type { Scorecard, ScorecardMonth, ScorecardSummary } from '@plumbline/scorecards/schema';
import type { Exclusion, Result, ResultSummary } from '@plumbline/slas/schema';
import type { Vendor } from '@plumbline/vendors/schema';
import { setTimeout as pause } from 'node:timers/promises';
import { disputedLine, enterScheme, pricedVendors, settleStatement } from './credits';
import type { DemoPerson } from './demo-person';
import { outage } from './stories';
import { demoTerms } from './terms';
import type { DemoVendor } from './vendors';

interface Page<Item> {
  readonly items: readonly Item[];
}

const SETTLED = ['done', 'unchanged', 'refused', 'withdrawn'];
const PATIENCE_MS = 120_000;

/** What happens in one demo tenant, done through its public API by its own people. */
export class DemoTenantRun {
  private readonly vendorIds = new Map<string, string>();

  constructor(
    private readonly clock: FixedClock,
    private readonly worker: INestApplicationContext,
    private readonly tenant: Tenant,
    private readonly manager: DemoPerson,
    private readonly partners: Map<string, DemoPerson>,
    /** Gives the second of two approvals; where there is nobody, nothing is priced. */
    private readonly second: DemoPerson | null = null,
  ) {}

  async moveTo(instant: string): Promise<void> {
    this.clock.set(instant);
    await Promise.all(
      [this.manager, ...(this.second ? [this.second] : []), ...this.partners.values()].map((person) =>
        person.signIn(),
      ),
    );
  }

  /** Enters a vendor and activates its contract, unless an earlier, interrupted run did. */
  async enter(
    vendor: DemoVendor,
    effectiveFrom: string,
    state: 'prospect' | 'active' = 'active',
    effectiveTo: string | null = null,
  ): Promise<string> {
    const id = await this.enterVendor(vendor, state);
    const contracts = await this.manager.get<Page<Contract>>(`/contracts?vendorId=${id}`);
    if (contracts.items.length === 0) await this.agree(vendor, id, effectiveFrom, effectiveTo);
    if (this.second && vendor.code in pricedVendors)
      await enterScheme(this.manager, vendor, id, effectiveFrom.slice(0, 7));
    return id;
  }

  async enterVendor(vendor: NewDemoVendor, state: 'prospect' | 'active' = 'active'): Promise<string> {
    const known = await this.manager.get<Page<Vendor>>(`/vendors?search=${vendor.code}`);
    const entered =
      known.items.find((each) => each.code === vendor.code) ??
      (await this.manager.post<Vendor>('/vendors', newVendor(vendor, state)));
    this.vendorIds.set(vendor.code, entered.id);
    return entered.id;
  }

  /** A calendar with the federal holidays of these years as proposed, unless an earlier, interrupted run entered it. */
  async enterCalendar(years: readonly number[]): Promise<void> {
    const known = await this.manager.get<Page<CalendarSummary>>('/calendars');
    if (known.items.length > 0) return;
    const { items } = await this.manager.get<HolidayProposal>(
      `/holiday-proposals?country=US&years=${years.join(',')}`,
    );
    const day = [['08:00', '20:00']];
    await this.manager.post('/calendars', {
      name: 'Member services, United States',
      timezone: this.tenant.timezone,
      hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [['09:00', '13:00']] },
      holidays: items
        .filter(({ ticked }) => ticked)
        .map(({ date, name, provenance }) => ({ date, name, provenance })),
    });
  }

  join(vendorCode: string, partner: DemoPerson): void {
    this.partners.set(vendorCode, partner);
  }

  /** Its people have no access any more. */
  leave(vendorCode: string): void {
    this.partners.delete(vendorCode);
  }

  /** Uploads, maps, confirms and waits until the results are there. */
  async load(
    vendor: DemoVendor,
    name: string,
    content: string,
    mapping: KpiMapping,
    restatementReason?: string,
  ): Promise<void> {
    const partner = this.partners.get(vendor.code) as DemoPerson;
    const received = await partner.upload<KpiFile>(
      `/kpi-files?vendorId=${this.vendorIds.get(vendor.code)}`,
      name,
      content,
    );
    const path = `/kpi-files/${received.id}`;
    await partner.put(
      `${path}/mapping`,
      { mapping, name: name.includes('quality') ? 'Quality and complaints' : 'Half-hour file' },
      received.version,
    );
    const checked = await this.settled(partner, path, ['checked', ...SETTLED]);
    if (checked.state === 'unchanged') return;
    if (checked.state !== 'checked')
      throw new Error(`${name} is ${checked.state}: ${checked.refusal?.detail ?? ''}`);
    await partner.post(
      `${path}/confirmation`,
      {
        wrongRows: 'refuse',
        // the stories are made of months that are out of the ordinary: that is right
        acceptWarnings: checked.warnings.map(({ code }) => code),
        ...(restatementReason ? { restatementReason } : {}),
      },
      checked.version,
    );
    const loaded = await this.settled(partner, path, SETTLED);
    if (!['done', 'unchanged'].includes(loaded.state))
      throw new Error(`${name} ended ${loaded.state}: ${loaded.refusal?.detail ?? ''}`);
  }

  /** What the worker's sweep does by itself every few seconds, now that the demo has moved the clock. */
  async sweep(): Promise<void> {
    await this.worker.get(Sweep, { strict: false }).sweepOnce();
  }

  /** Comments where there is something to say, and publishes the month: `expected` drafts that are complete. */
  async publish(period: Temporal.PlainYearMonth, comment: string | null, expected: number): Promise<void> {
    if (expected === 0) return;
    const drafts = await this.readyDrafts(period, expected);
    const [first] = drafts;
    if (first && comment) await this.manager.post(`/scorecards/${first.id}/comments`, { text: comment });
    await this.manager.post('/scorecard-publications', {
      items: drafts.map(({ id, version }) => ({ id, version })),
    });
  }

  /** The vendor asks for the hours of the insurer's outage to be taken out, the insurer approves; waits for what follows. */
  async excuseOutage(vendor: DemoVendor, period: Temporal.PlainYearMonth): Promise<void> {
    const [vendorId, partner] = [this.vendorIds.get(vendor.code) ?? '', this.partners.get(vendor.code)];
    const contracts = await this.manager.get<Page<Contract>>(`/contracts?vendorId=${vendorId}`);
    const date = period.toPlainDate({ day: outage.day }).toString();
    const asked = await partner?.post<Exclusion>('/exclusions', {
      contractId: contracts.items[0]?.id,
      effect: 'exclude',
      kind: 'client_outage',
      firstDate: date,
      lastDate: date,
      from: outage.from,
      to: outage.to,
      reason:
        'Your carrier was down from ten to three: calls came in and could not be connected (ticket 4711).',
    });
    if (!asked) return;
    const decision = { decision: 'approved', note: 'Confirmed by our carrier.' };
    await this.manager.post(`/exclusions/${asked.id}/decision`, decision, asked.version);
    await this.followed(vendorId, period);
  }

  /** Until the scorecard stands on results that know of the exclusion. */
  private async followed(vendorId: string, period: Temporal.PlainYearMonth): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const results = await this.manager.get<Page<ResultSummary>>(
        `/results?vendorId=${vendorId}&month=${period}&limit=50`,
      );
      const { vendors } = await this.manager.get<ScorecardMonth>(`/scorecard-months/${period}`);
      const known = vendors.find(({ vendor }) => vendor.id === vendorId)?.scorecard;
      const { lines } = known ? await this.manager.get<Scorecard>(`/scorecards/${known.id}`) : { lines: [] };
      const first = results.items[0] && (await this.manager.get<Result>(`/results/${results.items[0].id}`));
      const moved = first !== undefined && first.excusing !== null;
      const stands = results.items.every(({ id }) => lines.some(({ resultId }) => resultId === id));
      if (moved && stands) return;
      if (Date.now() > until) throw new Error(`${period}: the outage is not taken out`);
      await pause(100);
    }
  }

  /** Settles the month's credits of the vendors that have a scheme; those of the newest months are left to the visitor. */
  async settleCredits(
    period: Temporal.PlainYearMonth,
    month: number,
    upTo: 'shared' | 'exported',
  ): Promise<void> {
    if (!this.second) return;
    for (const code of Object.keys(pricedVendors)) {
      const [vendorId, partner] = [this.vendorIds.get(code), this.partners.get(code)];
      if (!vendorId || !partner) continue;
      const tells = disputedLine.code === code && disputedLine.month === month;
      await settleStatement(
        { manager: this.manager, second: this.second, partner },
        vendorId,
        period.toString(),
        { dispute: tells ? disputedLine.sla : null, upTo },
      );
    }
  }

  private async readyDrafts(period: Temporal.PlainYearMonth, expected: number): Promise<ScorecardSummary[]> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const { vendors } = await this.manager.get<ScorecardMonth>(`/scorecard-months/${period}`);
      const ready = vendors.flatMap(({ readiness, scorecard }) =>
        readiness === 'ready' && scorecard ? [scorecard] : [],
      );
      if (ready.length >= expected) return ready;
      if (Date.now() > until)
        throw new Error(`${period}: ${ready.length} of ${expected} scorecards are ready`);
      await pause(100);
    }
  }

  private async agree(
    vendor: DemoVendor,
    vendorId: string,
    effectiveFrom: string,
    effectiveTo: string | null,
  ): Promise<void> {
    const metrics = await this.manager.get<Page<{ id: string; code: string }>>('/metrics?limit=200');
    const metricIds = new Map(metrics.items.map((metric) => [metric.code, metric.id]));
    const contract = await this.manager.post<Contract>('/contracts', {
      vendorId,
      reference: `MSA-${vendor.code}`,
      title: `Master services agreement, ${vendor.name}`,
      terms: demoTerms(vendor, { effectiveFrom, effectiveTo }, this.tenant.timezone, metricIds),
    });
    const draft = await this.manager.get<ContractVersion>(`/contracts/${contract.id}/versions/1`);
    await this.manager.post(`/contracts/${contract.id}/versions/1/activation`, undefined, draft.version);
  }

  private async settled(person: DemoPerson, path: string, states: readonly string[]): Promise<KpiFile> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const file = await person.get<KpiFile>(path);
      if (states.includes(file.state)) return file;
      if (Date.now() > until)
        throw new Error(`${file.name} is still ${file.state} after ${PATIENCE_MS / 1000} s`);
      await pause(50);
    }
  }
}

type NewDemoVendor = Pick<DemoVendor, 'code' | 'name' | 'services' | 'timezone'>;

function newVendor({ code, name, services, timezone }: NewDemoVendor, state: 'prospect' | 'active') {
  const reason = state === 'active' ? { activeReason: 'Worked for the insurer before Plumbline did' } : {};
  return { code, name, services, criticality: 'high', phiAccess: true, timezone, state, ...reason };
}
