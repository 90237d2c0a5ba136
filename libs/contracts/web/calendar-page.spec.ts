import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listCalendarFeeds, makeCalendarFeed } from '@plumbline/contracts/schema';
import { Confirm } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { CalendarPage } from './calendar-page';

const feeds = listCalendarFeeds.example.response as { readonly items: readonly { readonly id: string }[] };
const url = '/api/v1/tenants/northstar/calendar-feeds';
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the page of calendar addresses', () => {
  let http: HttpTestingController;

  async function open() {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['contract.read'] }) });
    const fixture = TestBed.createComponent(CalendarPage);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(url).flush(feeds);
    await settle();
    return fixture.nativeElement as HTMLElement;
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('shows a new address once', async () => {
    const element = await open();
    const name = element.querySelector<HTMLInputElement>('form input');
    if (!name) throw new Error('no name');
    name.value = 'Phone';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await asking();
    const made = makeCalendarFeed.example.response as { readonly address: string };
    const sent = http.expectOne({ url, method: 'POST' });
    expect(sent.request.body).toEqual({ name: 'Phone' });
    sent.flush(made);
    await asking();
    http.expectOne({ url, method: 'GET' }).flush(feeds);
    await settle();
    expect(element.querySelector<HTMLInputElement>('input[readonly]')?.value).toBe(made.address);
    expect(element.textContent).toContain('it is not shown again');
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
