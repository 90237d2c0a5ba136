import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listCalendarFeeds, makeCalendarFeed } from '@plumbline/contracts/schema';
import { Confirm } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { listVendors } from '@plumbline/vendors/schema';
import { CalendarPage } from './calendar-page';

const feeds = listCalendarFeeds.example.response as { readonly items: readonly { readonly id: string }[] };
const vendors = listVendors.example.response as { readonly items: readonly { readonly id: string }[] };
const base = '/api/v1/tenants/northstar';
const url = `${base}/calendar-feeds`;
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the page of calendar addresses', () => {
  let http: HttpTestingController;

  async function open(vendorId?: string) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['contract.read'] }) });
    const fixture = TestBed.createComponent(CalendarPage);
    fixture.componentRef.setInput('vendorId', vendorId);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(url).flush(feeds);
    http
      .expectOne(({ url: asked }) => asked === `${base}/vendors`)
      .flush({ items: vendors.items, nextCursor: null });
    await settle();
    return fixture.nativeElement as HTMLElement;
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  const submitNamed = async (element: HTMLElement) => {
    const name = element.querySelector<HTMLInputElement>('form input');
    if (!name) throw new Error('no name');
    name.value = 'Phone';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await asking();
  };

  it('shows a new address once, and says what it holds', async () => {
    const element = await open();
    expect(element.textContent).toContain('Running deadlines of incidents');
    await submitNamed(element);
    const made = makeCalendarFeed.example.response as { readonly address: string };
    const sent = http.expectOne({ url, method: 'POST' });
    expect(sent.request.body).toEqual({ name: 'Phone', vendorId: null });
    sent.flush(made);
    await asking();
    http.expectOne({ url, method: 'GET' }).flush(feeds);
    await settle();
    expect(element.querySelector<HTMLInputElement>('input[readonly]')?.value).toBe(made.address);
    expect(element.textContent).toContain('it is not shown again');
  });

  it('limits an address to the vendor whose page led here', async () => {
    const vendor = vendors.items[0]?.id;
    const element = await open(vendor);
    expect(element.querySelector('select')?.value).toBe(vendor);
    await submitNamed(element);
    const sent = http.expectOne({ url, method: 'POST' });
    expect(sent.request.body).toEqual({ name: 'Phone', vendorId: vendor });
    sent.flush(makeCalendarFeed.example.response as object);
    await asking();
    http.expectOne({ url, method: 'GET' }).flush(feeds);
    await settle();
  });

  it('revokes one after saying what that does', async () => {
    const element = await open();
    const ask = jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue(true);
    element.querySelector<HTMLButtonElement>('button[aria-label="Revoke Outlook"]')?.click();
    await asking();
    expect(ask.mock.calls[0]?.[0].effect).toBe('The calendar of “Outlook” gets nothing more from now on.');
    const sent = http.expectOne(`${url}/${feeds.items[0]?.id}`);
    expect(sent.request.method).toBe('DELETE');
    expect(sent.request.headers.get('If-Match')).toBe('"1"');
    sent.flush(null, { status: 204, statusText: 'No Content' });
    await asking();
    http.expectOne(url).flush({ items: [] });
    await settle();
    expect(element.textContent).toContain('You have made no address yet.');
  });
});
