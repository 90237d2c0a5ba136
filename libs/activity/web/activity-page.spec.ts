import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ActivityLine, listActivity } from '@plumbline/activity/schema';
import { DataTableHarness, PageStateHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ActivityPage } from './activity-page';

const [line] = (listActivity.example.response as { items: ActivityLine[] }).items;

describe('the activity log page', () => {
  let http: HttpTestingController;

  async function open(inputs: Record<string, string> = {}) {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ permissions: ['activity-log.read'] }),
    });
    const fixture = TestBed.createComponent(ActivityPage);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    http = TestBed.inject(HttpTestingController);
    await settle();
    return {
      element: fixture.nativeElement as HTMLElement,
      loader: TestbedHarnessEnvironment.loader(fixture),
      asked: () => http.expectOne(({ url }) => url === '/api/v1/tenants/northstar/activity-log'),
    };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('says who did what to which thing, in words', async () => {
    const { asked, loader, element } = await open();
    const erased = {
      ...line,
      sequence: 411,
      actor: { kind: 'person', id: 'p', name: null },
      action: 'signed-in',
    };
    asked().flush({
      items: [line, { ...erased, personal: {}, vendor: null, thing: 'person', detail: {} }],
      nextCursor: null,
    });
    await settle();
    expect(await (await loader.getHarness(DataTableHarness)).texts()).toEqual([
      [
        '2 Mar 2026, 04:30 New York',
        'Ana Ruiz',
        'Invited somebody',
        'invitation',
        'Lakeside Voice',
        'role vendor_contributor · email lee@lakeside.example',
      ],
      ['2 Mar 2026, 04:30 New York', 'erased', 'Signed in', 'person', '', ''],
    ]);
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe(
      '/api/v1/tenants/northstar/activity-log/export',
    );
  });

  it('asks for what the address says', async () => {
    const { asked, loader, element } = await open({ from: '2026-03-01', action: 'signed-in', actorId: 'p' });
    const request = asked();
    const { params } = request.request;
    expect([params.get('from'), params.get('action'), params.get('actorId'), params.get('to')]).toEqual([
      '2026-03-01',
      'signed-in',
      'p',
      null,
    ]);
    request.flush({ items: [], nextCursor: null });
    await settle();
    expect(await (await loader.getHarness(PageStateHarness)).text()).toContain('No line matches');
    expect(element.textContent).toContain('Show everything');
  });

  it('shows a failed load, and tries again', async () => {
    const { asked, loader, element } = await open();
    asked().flush(null, { status: 503, statusText: 'Service Unavailable' });
    await settle();
    const page = await loader.getHarness(PageStateHarness);
    expect(await page.problemText()).not.toBeNull();
    // the harness would wait for the call that the button makes
    element.querySelector<HTMLButtonElement>('pl-problem button')?.click();
    await settle();
    asked().flush({ items: [line], nextCursor: null });
    await settle();
    expect(await (await loader.getHarness(DataTableHarness)).rowCount()).toBe(1);
  });
});
