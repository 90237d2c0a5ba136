import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { viewCalendar, viewCalendarVersion } from '@plumbline/calendars/schema';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { CalendarPage } from './calendar-page';

const calendar = viewCalendar.example.response as { readonly id: string };
const version = viewCalendarVersion.example.response as object;
const base = `/api/v1/tenants/northstar/calendars/${calendar.id}`;
/** Lets the page ask; it comes to rest only once it is answered. */
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the page of a calendar', () => {
  let http: HttpTestingController;

  async function open(permissions: readonly string[], asked?: string, number = 2) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(CalendarPage);
    fixture.componentRef.setInput('calendarId', calendar.id);
    fixture.componentRef.setInput('version', asked);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(base).flush(calendar);
    await asking();
    http.expectOne(`${base}/versions/${number}`).flush({ ...version, number });
    await settle();
    return fixture.nativeElement as HTMLElement;
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('shows the newest version: hours, holidays with where they come from, and who reviewed it', async () => {
    const text = (await open(['calendar.read'])).textContent?.replace(/\s+/g, ' ') ?? '';
    expect(text).toContain('Monday08:00–17:00');
    expect(text).toContain('Sundayclosed');
    expect(text).toContain('Mon 14 Sep 2026');
    expect(text).toContain('entered by Ana Reyes');
    expect(text).toContain('date-holidays 3.37.0, PH, public holiday');
    expect(text).toContain('CC BY-SA 3.0');
    expect(text).toContain('Reviewed by Ana Reyes on 2 Mar 2026, 04:30 New York.');
  });

  it('shows the version that the address names, and marks it', async () => {
    const element = await open(['calendar.read'], '1', 1);
    expect(element.querySelector('[aria-current="page"]')?.textContent).toContain('Version 1');
  });

  it('computes a due date as it is tried out, with the days it skips', async () => {
    const element = await open(['calendar.read']);
    const start = element.querySelector<HTMLInputElement>('input[type="datetime-local"]');
    if (!start) throw new Error('nothing to try out');
    start.value = '2026-12-29T16:00';
    start.dispatchEvent(new Event('change'));
    await settle();
    const tried = element.querySelector('pl-due-date-try-out')?.textContent ?? '';
    expect(tried).toContain('Due at the end of 1 Jan 2027, Manila');
    expect(tried).toContain('Wednesday 2026-12-30 does not count: holiday Rizal Day.');
  });

  it('offers a new version to whoever may add one, and to nobody else', async () => {
    expect((await open(['calendar.read'])).textContent).not.toContain('New version');
    TestBed.resetTestingModule();
    expect((await open(['calendar.read', 'calendar.write'])).textContent).toContain('New version');
  });
});
