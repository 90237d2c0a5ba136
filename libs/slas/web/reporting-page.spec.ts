import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { listReportingDuties, reportingDutyAnswer } from '@plumbline/slas/schema';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ReportingPage } from './reporting-page';

const duty = reportingDutyAnswer.parse(
  (listReportingDuties.example.response as { items: readonly unknown[] }).items[0],
);

describe('the reporting calendar', () => {
  beforeEach(() => void TestBed.resetTestingModule());

  async function open(items: readonly unknown[], permissions: string[], nextCursor: string | null = null) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    TestBed.inject(Reader).setLocale('en');
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ReportingPage);
    fixture.componentRef.setInput('to', '2026-04');
    fixture.detectChanges();
    await settle();
    const request = http.expectOne(({ url }) => url.includes('/reporting-duties'));
    expect(request.request.urlWithParams).toMatch(/from=2025-11.*to=2026-04/);
    request.flush({ items, nextCursor });
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const cells = () =>
      [...element.querySelectorAll('tbody td')].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim());
    return { element, cells };
  }

  it('shows vendors by months, each duty with what became of it', async () => {
    const missing = {
      ...duty,
      ...{ month: '2026-02', state: 'missing', receivedAt: null, file: null, breachId: duty.vendor.id },
      ...{ dueAt: '2026-03-11T04:00:00Z', escalatedAt: '2026-03-11T04:00:09Z' },
    };
    const { element, cells } = await open([missing, duty], ['kpi-file.read', 'breach.read']);
    expect(cells()).toHaveLength(6);
    expect(cells()[3]).toContain('Missing');
    expect(cells()[3]).toContain('MSA-2026-01 · was due until 10 Mar 2026 · escalated');
    expect(cells()[4]).toContain('In time');
    expect(cells()[4]).toContain('came 3 Apr 2026');
    expect(cells()[5]).toContain('Nothing asked');
    const links = [...element.querySelectorAll('tbody a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual([
      `/t/northstar/breaches/${duty.vendor.id}`,
      `/t/northstar/kpi-files/${duty.file?.id}`,
    ]);
  });

  it('leads from what is due to where it is handed in, for whoever may', async () => {
    const due = { ...duty, state: 'due', receivedAt: null, file: null };
    const { element } = await open([due], ['kpi-file.read', 'kpi-file.upload']);
    expect(element.querySelector('tbody a')?.getAttribute('href')).toBe(
      `/t/northstar/kpi-files/upload?vendorId=${duty.vendor.id}`,
    );
  });

  it('says that nothing has to be reported, and offers more where there is more', async () => {
    const { element } = await open([], ['kpi-file.read']);
    expect(element.textContent).toContain('Nothing has to be reported');
    TestBed.resetTestingModule();
    const more = await open([duty], ['kpi-file.read'], 'next');
    expect(more.element.querySelector('button[type="button"]:last-of-type')).not.toBeNull();
    expect(more.element.textContent).toContain('Show more vendors');
  });
});
