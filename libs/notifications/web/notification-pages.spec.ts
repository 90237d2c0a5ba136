import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { HttpTestingController } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  addWebhook,
  listDeliveries,
  listNotifications,
  listWebhooks,
  type Notification,
  type Preferences,
  viewDelivery,
  viewPreferences,
  viewWebhook,
} from '@plumbline/notifications/schema';
import { Confirm, EVENT_SOURCE } from '@plumbline/ui';
import { DataTableHarness, FieldHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { Bell } from './bell/bell';
import { DeliveriesPage } from './deliveries-page';
import { DeliveryPage } from './delivery-page';
import { NewWebhookPage } from './new-webhook-page';
import { NotificationsPage } from './notifications-page';
import { PreferencesPage } from './preferences-page';
import { WebhookPage } from './webhook-page';
import { WebhooksPage } from './webhooks-page';

const base = '/api/v1/tenants/northstar';
const all = ['notification.read', 'delivery.read', 'webhook.manage'];
const [example] = (listNotifications.example.response as { items: Notification[] }).items as [Notification];

class Source {
  static opened: Source[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readyState = 1;
  closed = false;
  constructor(readonly url: string) {
    Source.opened.push(this);
  }
  close(): void {
    this.closed = true;
  }
}

describe('the pages of notifications', () => {
  let http: HttpTestingController;

  async function open(
    page: Type<unknown>,
    inputs: Record<string, string> = {},
    permissions: readonly string[] = all,
  ) {
    TestBed.configureTestingModule({
      providers: [
        ...provideTenantForTests({ permissions }),
        { provide: EVENT_SOURCE, useValue: (url: string) => new Source(url) },
      ],
    });
    const fixture = TestBed.createComponent(page);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    http = TestBed.inject(HttpTestingController);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const press = async (text: string) => {
      const found = [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === text);
      if (!found) throw new Error(`no button ${text}`);
      found.click();
      await settle();
    };
    return { fixture, element, loader: TestbedHarnessEnvironment.loader(fixture), press };
  }
  const asked = (path: string, method = 'GET') =>
    http.expectOne((request) => request.url === `${base}${path}` && request.method === method);
  const agree = () => jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue(true);

  beforeEach(() => {
    TestBed.resetTestingModule();
    Source.opened = [];
  });
  afterEach(() => http.verify());

  it('say what one was told, and note what was read', async () => {
    const { element, press } = await open(NotificationsPage);
    const other = { ...example, id: example.id.replace(/1$/, '2'), readAt: '2026-03-03T04:00:00.000Z' };
    asked('/notifications').flush({ items: [example, other], nextCursor: null, unread: 1 });
    await settle();
    const items = [...element.querySelectorAll('li')];
    expect(items[0]?.textContent).toContain(
      '75 % of the time has passed: INC-2026-014, Lost laptop (Lakeside Voice)',
    );
    expect(items[0]?.textContent).toContain('Contract, 24 hours: due by 3 Mar 2026, 04:30 New York.');
    expect(items.map((item) => item.classList.contains('unread'))).toEqual([true, false]);
    await press('Mark as read');
    asked(`/notifications/${example.id}/reading`, 'POST').flush({ unread: 0 });
    await settle();
    expect(element.querySelectorAll('li.unread')).toHaveLength(0);
  });

  it('mark everything up to the newest that was seen, and show a failure as one', async () => {
    const { element, press } = await open(NotificationsPage);
    asked('/notifications').flush({ items: [example], nextCursor: null, unread: 1 });
    await settle();
    await press('Mark all as read');
    const call = asked('/notification-readings', 'POST');
    expect(call.request.body).toEqual({ upTo: example.id });
    call.flush(
      { code: 'database-away', title: 'x', detail: 'x', status: 503 },
      { status: 503, statusText: 'x' },
    );
    await settle();
    expect(element.querySelectorAll('li.unread')).toHaveLength(1);
    expect(element.querySelector('pl-problem')).not.toBeNull();
  });

  it('show administrators and others the sections that are theirs', async () => {
    const { element } = await open(NotificationsPage, {}, ['notification.read']);
    asked('/notifications').flush({ items: [], nextCursor: null, unread: 0 });
    await settle();
    const sections = [...element.querySelectorAll('pl-notification-sections a')].map((link) =>
      link.textContent?.trim(),
    );
    expect(sections).toEqual(['Notifications', 'Preferences']);
  });

  it('the bell says how much is unread as it changes, and listens only while it is looked at', async () => {
    const { element } = await open(Bell);
    const [source] = Source.opened;
    expect(source?.url).toBe(`${base}/notification-events`);
    source?.onmessage?.({ data: JSON.stringify({ unread: 3, newest: example }) });
    await settle();
    expect(element.querySelector('a')?.getAttribute('aria-label')).toBe('Notifications: 3 unread');
    expect(element.querySelector('[role=status]')?.textContent).toBe('Notifications: 3 unread');
    const seen = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect([source?.closed, element.querySelector('.count')?.textContent]).toEqual([true, '3']);
    seen.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    Source.opened[1]?.onmessage?.({ data: JSON.stringify({ unread: 0, newest: example }) });
    await settle();
    expect(element.querySelector('.count')).toBeNull();
    seen.mockRestore();
  });

  it('lock what a legal clock depends on, say why, and save the rest', async () => {
    const { element } = await open(PreferencesPage);
    asked('/notification-preferences').flush(viewPreferences.example.response as object);
    await settle();
    const [legal, other] = [...element.querySelectorAll('tbody tr')];
    expect(legal?.querySelectorAll('input, select')).toHaveLength(0);
    expect(legal?.textContent).toContain('Always, at once');
    expect(legal?.textContent).toContain('A clock of law or contract depends on somebody knowing this');
    const select = other?.querySelector('select') as HTMLSelectElement;
    expect(select.getAttribute('aria-label')).toBe('By mail: There is news of an incident');
    expect(select.value).toBe('daily');
    select.value = 'weekly';
    select.dispatchEvent(new Event('change'));
    const quiet = [...element.querySelectorAll<HTMLInputElement>('.tick input')].at(-1);
    quiet?.click();
    await settle();
    element.querySelector('form')?.requestSubmit();
    await settle();
    const call = asked('/notification-preferences', 'PUT');
    expect(call.request.body).toEqual({
      kinds: [
        { kind: 'incident-late', page: 'at-once', mail: 'at-once' },
        { kind: 'incident-updated', page: 'at-once', mail: 'weekly' },
      ],
      hours: { timezone: 'America/Chicago', quiet: null, digestAt: '08:00', digestWeekday: 1 },
    });
    call.flush(call.request.body satisfies Partial<Preferences>);
    await settle();
  });

  it('list deliveries with their state in words, and offer to send again only what went to a webhook', async () => {
    const { loader } = await open(DeliveriesPage, { channel: 'webhook', state: 'no-such' });
    const call = asked('/deliveries');
    expect([call.request.params.get('channel'), call.request.params.has('state')]).toEqual([
      'webhook',
      false,
    ]);
    call.flush(listDeliveries.example.response as object);
    await settle();
    const [row] = await (await loader.getHarness(DataTableHarness)).texts();
    expect(row).toEqual([
      ...['3 Mar 2026, 04:30:00 New York', 'Deadline missed: INC-2026-014, Lost laptop (Lakeside Voice)'],
      ...['SIEM', 'hooks.northfield.example', 'Webhook', 'Delivered', '1', ''],
    ]);
  });

  it('show every attempt, and send again', async () => {
    const { id } = viewDelivery.example.response as { id: string };
    const { element, loader, press } = await open(DeliveryPage, { deliveryId: id });
    asked(`/deliveries/${id}`).flush(viewDelivery.example.response as object);
    await settle();
    const [row] = await (await loader.getHarness(DataTableHarness)).texts();
    expect(row).toEqual(['1', '3 Mar 2026, 04:30:01 New York', 'Taken', '200', '84 ms', 'ok']);
    await press('Send again');
    asked(`/deliveries/${id}/replay`, 'POST').flush(
      (listDeliveries.example.response as { items: object[] }).items[0] as object,
    );
    await settle();
    asked(`/deliveries/${id}`).flush({
      ...(viewDelivery.example.response as object),
      webhookId: null,
      channel: 'mail',
    });
    await settle();
    expect(element.textContent).not.toContain('Send again');
  });

  it('list webhooks, and add one whose secret is shown once', async () => {
    const list = await open(WebhooksPage);
    asked('/webhooks').flush(listWebhooks.example.response as object);
    await settle();
    const [row] = await (await list.loader.getHarness(DataTableHarness)).texts();
    expect(row).toEqual(['SIEM', 'Standard Webhooks, signed', 'hooks.northfield.example', 'All', 'Running']);
    TestBed.resetTestingModule();

    const { element, loader } = await open(NewWebhookPage);
    const fields = await loader.getAllHarnesses(FieldHarness);
    await fields[0]?.type('SIEM');
    await fields[2]?.type('http://hooks.northfield.example/x');
    element.querySelector('form')?.requestSubmit();
    await settle();
    expect(await fields[2]?.problem()).toBe('An address that begins with https://');
    const url = element.querySelector<HTMLInputElement>('input[type=url]');
    if (url) url.value = 'https://hooks.northfield.example/x';
    url?.dispatchEvent(new Event('input'));
    await settle();
    element.querySelector('form')?.requestSubmit();
    await settle();
    const call = asked('/webhooks', 'POST');
    expect(call.request.body).toEqual({
      ...{
        name: 'SIEM',
        format: 'standard',
        url: 'https://hooks.northfield.example/x',
        language: 'en',
        kinds: [],
      },
    });
    call.flush(addWebhook.example.response as object, { status: 201, statusText: 'Created' });
    await settle();
    expect(element.querySelector('code')?.textContent).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  });

  it('try a webhook out, stop it after asking, and replace its secret', async () => {
    const webhook = viewWebhook.example.response as { id: string };
    const { element, press } = await open(WebhookPage, { webhookId: webhook.id });
    asked(`/webhooks/${webhook.id}`).flush(webhook);
    await settle();
    const ask = agree();
    await press('Stop');
    expect(ask).toHaveBeenCalledTimes(1);
    const change = asked(`/webhooks/${webhook.id}`, 'PATCH');
    expect(change.request.body).toEqual({ name: 'SIEM', language: 'en', kinds: [], enabled: false });
    expect(change.request.headers.get('If-Match')).toBe('"1"');
    change.flush({ ...webhook, enabled: false, version: 2 });
    await settle();
    asked(`/webhooks/${webhook.id}`).flush({ ...webhook, enabled: false, version: 2 });
    await settle();
    expect(element.textContent).not.toContain('Try it out');
    await press('Replace the secret');
    asked(`/webhooks/${webhook.id}/secrets`, 'POST').flush({ ...webhook, secret: 'whsec_new' });
    await settle();
    asked(`/webhooks/${webhook.id}`).flush(webhook);
    await settle();
    expect(element.querySelector('code')?.textContent).toBe('whsec_new');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await press('Try it out');
    asked(`/webhooks/${webhook.id}/test`, 'POST').flush({
      ...(listDeliveries.example.response as { items: object[] }).items[0],
    });
    await settle();
    expect(navigate).toHaveBeenCalledWith([
      '/t',
      'northstar',
      'notifications',
      'deliveries',
      expect.any(String),
    ]);
    asked(`/webhooks/${webhook.id}`).flush(webhook);
    await settle();
  });
});
