import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import {
  decideVendorStep,
  moveVendor,
  type Vendor,
  type VendorLife,
  type VendorStep,
  viewVendor,
  viewVendorLife,
  viewVendorProfile,
} from '@plumbline/vendors/schema';
import { VendorPage } from './vendor-page';

const vendor = { ...(viewVendor.example.response as Vendor), state: 'onboarding' } as const;
const life = viewVendorLife.example.response as VendorLife;
const quiet: VendorLife = { ...life, pending: null, history: [] };
const base = '/api/v1/tenants/northstar';
/** Lets the page ask; it comes to rest only once it is answered. */
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the life section of a vendor’s page', () => {
  let http: HttpTestingController;

  /** What is known of the vendor, further down the page. */
  async function profileRead(): Promise<void> {
    http
      .expectOne(`${base}/vendors/${vendor.id}/profile`)
      .flush(viewVendorProfile.example.response as object);
    await settle();
    http.expectOne(({ url }) => url.endsWith('/profile/changes')).flush({ items: [], nextCursor: null });
    await settle();
  }

  async function open(
    permissions: readonly string[],
    shown: VendorLife,
    { known = vendor, contracts = [] }: { known?: Vendor; contracts?: readonly object[] } = {},
  ) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(VendorPage);
    fixture.componentRef.setInput('vendorId', vendor.id);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(`${base}/vendors/${vendor.id}`).flush(known);
    http.expectOne(`${base}/vendors/${vendor.id}/life`).flush(shown);
    for (const [list, items] of Object.entries({ contracts, scorecards: [] }))
      http.expectOne(({ url }) => url === `${base}/${list}`).flush({ items, nextCursor: null });
    await settle();
    await profileRead();
    return fixture.nativeElement as HTMLElement;
  }

  const text = (element: HTMLElement) => element.textContent?.replace(/\s+/g, ' ') ?? '';
  const button = (element: HTMLElement, label: string) => {
    const found = [...element.querySelectorAll('button')].find((each) => each.textContent?.includes(label));
    if (!found) throw new Error(`no button ${label}`);
    return found;
  };
  const type = (field: HTMLInputElement | null, value: string) => {
    if (!field) throw new Error('no such field');
    field.value = value;
    field.dispatchEvent(new Event('input'));
  };
  const reloads = async () => {
    await asking();
    http.expectOne(`${base}/vendors/${vendor.id}`).flush(vendor);
    http.expectOne(`${base}/vendors/${vendor.id}/life`).flush(quiet);
    await settle();
  };

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('shows each step’s gate in words, met and open', async () => {
    const [active, ended] = life.next;
    if (!active || !ended) throw new Error('the example has no steps');
    const [services, ...others] = active.gate;
    if (!services) throw new Error('the example’s gate asks nothing');
    const gate = [{ ...services, met: false, reason: 'none' as const, parameters: {} }, ...others];
    const element = await open(['vendor.read', 'vendor-life.read'], {
      ...quiet,
      next: [{ ...active, gate }, ended],
    });
    expect(text(element)).toContain('1 of 4 still open');
    expect(text(element)).toContain('Open: No service is named that the vendor runs');
    expect(text(element)).toContain('Met: Contract MSA-NORTHWIND is in force since 1 Jan 2026');
    expect(text(element)).toContain('Met: Business associate agreement signed: accepted');
    expect(text(element)).not.toContain('Make active …');
  });

  it('leads to a calendar address of this vendor', async () => {
    const element = await open(['vendor.read', 'vendor-life.read', 'contract.read', 'scorecard.read'], quiet);
    const link = element.querySelector(`a[href$="/contracts/calendar?vendorId=${vendor.id}"]`);
    expect(link?.textContent).toContain('In your calendar');
  });

  it('asks for a step with a reason, and sends nothing without one', async () => {
    const element = await open(['vendor.read', 'vendor.write', 'vendor-life.read'], quiet);
    button(element, 'Make active').click();
    await settle();
    element.querySelector('form')?.requestSubmit();
    await settle();
    http.expectNone(`${base}/vendors/${vendor.id}/transitions`);
    type(element.querySelector('pl-step-form input'), 'Everything is there');
    element.querySelector('form')?.requestSubmit();
    await settle();
    const request = http.expectOne(`${base}/vendors/${vendor.id}/transitions`);
    expect(request.request.body).toEqual({ to: 'active', reason: 'Everything is there' });
    expect(request.request.headers.get('If-Match')).toBe(`"${vendor.version}"`);
    request.flush(moveVendor.example.response as VendorStep, { status: 201, statusText: 'Created' });
    await reloads();
  });

  it('lets another person approve, and asks a reason for declining', async () => {
    const element = await open(['vendor.read', 'vendor-life.read', 'vendor-life.approve'], life);
    expect(text(element)).toContain('“Make active” waits for another person');
    button(element, 'Decline').click();
    await settle();
    expect(element.querySelector('pl-pending-step [aria-invalid="true"]')).not.toBeNull();
    button(element, 'Approve').click();
    await settle();
    const request = http.expectOne(`${base}/vendor-steps/${life.pending?.id}/decision`);
    expect(request.request.body).toEqual({ outcome: 'approved' });
    request.flush(decideVendorStep.example.response as VendorStep);
    await reloads();
  });

  it('offers no approval to whoever asked, but to withdraw', async () => {
    const own = { ...(life.pending as VendorStep), own: true };
    const permissions = ['vendor.read', 'vendor.write', 'vendor-life.read', 'vendor-life.approve'];
    const element = await open(permissions, { ...life, pending: own });
    expect(text(element)).toContain('You asked for this: another person approves it.');
    expect(text(element)).not.toContain('Decline');
    button(element, 'Withdraw').click();
    await settle();
    http
      .expectOne(`${base}/vendor-steps/${own.id}/withdrawal`)
      .flush({ ...own, state: 'withdrawn', version: 2 });
    await reloads();
  });

  it('says of a vendor that passed no gate why, and what nobody looked at', async () => {
    const step = life.pending as VendorStep;
    const [met] = life.next[0]?.gate ?? [];
    const open_ = {
      code: 'contract-active',
      met: false,
      reason: 'no-contract',
      parameters: {},
      itemId: null,
    };
    const entered = {
      ...{ ...step, from: 'prospect', to: 'active', state: 'entered', reason: 'Came with the merger' },
      gate: [met, open_],
    } as VendorStep;
    const element = await open(['vendor.read', 'vendor-life.read'], { ...quiet, history: [entered] });
    const note = text(element.querySelector('[role="note"]') as HTMLElement);
    expect(note).toContain('Entered as active by');
    expect(note).toContain('Came with the merger');
    expect(note).toContain('Not looked at then:No contract with it is active');
    expect(element.querySelectorAll('[role="note"] li')).toHaveLength(1);
  });

  it('goes by the days of the insurer', async () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-07-01T02:00:00Z'));
    const version = { state: 'active', effectiveTo: null, activatedAt: null };
    const element = await open(['vendor.read', 'vendor-life.read', 'contract.read'], quiet, {
      known: { ...vendor, createdAt: '2026-03-01T02:00:00Z' },
      contracts: [
        {
          ...{ id: vendor.id, reference: 'MSA-1', title: 'Voice' },
          ...{ vendor: { id: vendor.id, code: 'NORTHWIND', name: 'Northwind' } },
          versions: [
            { ...version, number: 1, effectiveFrom: '2026-01-01', slas: 3 },
            { ...version, number: 2, effectiveFrom: '2026-07-01', slas: 5 },
          ],
        },
      ],
    });
    // in New York it is still 30 June, and the vendor was entered on 28 February
    expect(text(element)).toContain('28 Feb 2026');
    expect(text(element)).toContain('1 Jan 2026 · 3 SLAs');
    now.mockRestore();
  });

  it('is not shown to a partner', async () => {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ permissions: ['vendor.read'], side: 'vendor' }),
    });
    const fixture = TestBed.createComponent(VendorPage);
    fixture.componentRef.setInput('vendorId', vendor.id);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(`${base}/vendors/${vendor.id}`).flush(vendor);
    for (const list of ['contracts', 'scorecards'])
      http.expectOne(({ url }) => url === `${base}/${list}`).flush({ items: [], nextCursor: null });
    await settle();
    await profileRead();
    expect(text(fixture.nativeElement as HTMLElement)).not.toContain('Where it stands');
  });
});
