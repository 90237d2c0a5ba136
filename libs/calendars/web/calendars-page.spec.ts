import { HttpTestingController } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { listCalendars } from '@plumbline/calendars/schema';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataTableHarness, PageStateHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { CalendarsPage } from './calendars-page';

/** Lets the page ask; it comes to rest only once it is answered. */
const asking = () => new Promise((resolve) => setTimeout(resolve));

describe('the calendars page', () => {
  let http: HttpTestingController;

  async function open(permissions: readonly string[], answer: unknown) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(CalendarsPage);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(({ url }) => url === '/api/v1/tenants/northstar/calendars').flush(answer as object);
    await settle();
    return { loader, element: fixture.nativeElement as HTMLElement };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('shows each calendar with how far its holidays reach, and leads to it', async () => {
    const { loader, element } = await open(['calendar.read'], listCalendars.example.response);
    const table = await loader.getHarness(DataTableHarness);
    expect(await table.texts()).toEqual([
      ['Manila site', 'Asia/Manila', '2', '30 Dec 2026', '2', '2 Mar 2026, 04:30 New York'],
    ]);
    expect(element.querySelector('tbody a')?.getAttribute('href')).toMatch(
      /^\/t\/northstar\/calendars\/019b/,
    );
    expect(element.textContent).not.toContain('Add a calendar');
  });

  it('says what to do where there is none, to whoever may do it', async () => {
    const { loader } = await open(['calendar.read', 'calendar.write'], { items: [], nextCursor: null });
    const text = await (await loader.getHarness(PageStateHarness)).text();
    expect(text).toContain('No calendar yet');
    expect(text).toContain('Add a calendar');
  });
});
