import { HttpTestingController } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { type CalendarVersion, viewCalendar, viewCalendarVersion } from '@plumbline/calendars/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FieldHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { NewVersionPage } from './new-version-page';

const calendar = viewCalendar.example.response as { readonly id: string };
const version = viewCalendarVersion.example.response as CalendarVersion;
const base = `/api/v1/tenants/northstar/calendars/${calendar.id}`;
/** Lets the page ask; it comes to rest only once it is answered. */
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the form for a new version of a calendar', () => {
  let http: HttpTestingController;

  async function open() {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['calendar.write'] }) });
    const fixture = TestBed.createComponent(NewVersionPage);
    fixture.componentRef.setInput('calendarId', calendar.id);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(base).flush(calendar);
    await asking();
    http.expectOne(`${base}/versions/2`).flush(version);
    await asking();
    http.expectOne('/api/v1/tenants/northstar/holiday-countries').flush({ items: [] });
    await settle();
    const [reason] = await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(FieldHarness);
    if (!reason) throw new Error('no form');
    return { element: fixture.nativeElement as HTMLElement, reason };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('starts from the newest version, and sends what changed with the version it was read at', async () => {
    const { element, reason } = await open();
    await reason.type('No founding day any more');
    element.querySelector<HTMLButtonElement>('pl-holidays-fields li button')?.click();
    await settle();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    element.querySelector('form')?.requestSubmit();
    await settle();
    const request = http.expectOne(`${base}/versions`);
    expect(request.request.headers.get('If-Match')).toBe('"2"');
    expect(request.request.body).toEqual({
      reason: 'No founding day any more',
      timezone: version.timezone,
      hours: version.hours,
      holidays: version.holidays.slice(1),
    });
    request.flush({ ...version, number: 3 }, { status: 201, statusText: 'Created' });
    await settle();
    expect(navigate).toHaveBeenCalledWith(['/t', 'northstar', 'calendars', calendar.id]);
  });

  it('demands a reason', async () => {
    const { element, reason } = await open();
    element.querySelector('form')?.requestSubmit();
    await settle();
    expect(await reason.problem()).not.toBeNull();
  });
});
