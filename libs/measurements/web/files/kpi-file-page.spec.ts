import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  type KpiFile,
  kpiFile,
  listKpiFileProblems,
  mapKpiFile,
  suggestKpiMapping,
  viewKpiFile,
} from '@plumbline/measurements/schema';
import { EVENT_SOURCE, Reader } from '@plumbline/ui';
import { type TenantForTests, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { KpiFilePage } from './kpi-file-page';

const base = kpiFile.parse(viewKpiFile.example.response);
const url = `/api/v1/tenants/northstar/kpi-files/${base.id}`;
const unfinished = `/api/v1/tenants/northstar/kpi-file-uploads?vendorId=${base.vendor.id}`;
const partner: TenantForTests = {
  side: 'vendor',
  permissions: ['kpi-file.read', 'kpi-file.upload', 'result.read'],
};
const auditor: TenantForTests = { permissions: ['kpi-file.read'] };

/** A stream that says what it is told to. */
class Told {
  static last: Told | null = null;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readyState = 1;
  closed = false;
  constructor(readonly url: string) {
    Told.last = this;
  }
  say(file: KpiFile): void {
    this.onmessage?.({ data: JSON.stringify(file) });
  }
  close(): void {
    this.closed = true;
  }
}

describe('the page of one KPI file', () => {
  let http: HttpTestingController;

  async function open(file: Partial<KpiFile>, as: TenantForTests, locale = 'en') {
    TestBed.configureTestingModule({
      providers: [
        ...provideTenantForTests(as),
        { provide: EVENT_SOURCE, useValue: (address: string) => new Told(address) },
      ],
    });
    TestBed.inject(Reader).setLocale(locale);
    const fixture = TestBed.createComponent(KpiFilePage);
    fixture.componentRef.setInput('kpiFileId', base.id);
    fixture.detectChanges();
    await settle();
    http = TestBed.inject(HttpTestingController);
    http.expectOne(url).flush({ ...base, ...file });
    await settle();
    return { element: fixture.nativeElement as HTMLElement };
  }
  const chip = (element: HTMLElement) =>
    element.querySelector('pl-page-header pl-status')?.textContent?.trim();
  const buttons = (element: HTMLElement) =>
    [...element.querySelectorAll('button, a.pl-button')].map((each) => each.textContent?.trim());

  beforeEach(() => {
    TestBed.resetTestingModule();
    Told.last = null;
  });
  afterEach(() => http.verify());

  it('follows the work as the server tells it, up to its end', async () => {
    const { element } = await open(
      { state: 'ingesting', version: 4, rows: { ...base.rows, read: 0 } },
      partner,
    );
    expect(Told.last?.url).toContain(`/events?topics=kpi-file:${base.id}`);
    Told.last?.say({ ...base, state: 'ingesting', version: 4, rows: { ...base.rows, read: 744 } });
    await settle();
    expect(element.querySelector('pl-work-progress')?.textContent).toContain('744 of 1,488 rows read');
    expect(element.querySelector('progress')?.getAttribute('value')).toBe('0.5');
    Told.last?.say({ ...base, state: 'done', version: 6 });
    await settle();
    expect(chip(element)).toBe('Loaded');
    expect(buttons(element)).toContain('Results of March 2026');
    expect(element.querySelector('pl-work-progress')).toBeNull();
  });

  it('never goes back to what was so earlier', async () => {
    const { element } = await open({ state: 'evaluating', version: 5 }, partner);
    Told.last?.say({ ...base, state: 'ingesting', version: 4 });
    await settle();
    expect(chip(element)).toBe('Computing results');
  });

  it('shows a receipt that proves what was received', async () => {
    const { element } = await open({}, auditor);
    const receipt = element.querySelector('pl-receipt')?.textContent;
    expect(receipt).toContain(base.sha256);
    expect(receipt).toContain('61,204 bytes');
    expect(receipt).toContain('Mara Ito, on this page');
    expect(receipt).toContain('203.0.113.17');
    expect(receipt).toContain('3 Apr 2026, 15:40:00 UTC');
    expect(receipt).toContain('1,488 read: 1,488 new, 0 replacing, 0 known, 0 wrong');
  });

  it('lists the wrong rows and leads to all of them as CSV', async () => {
    const rows = { ...base.rows, new: 1486, wrong: 2 };
    const { element } = await open({ state: 'checked', rows, problemsListed: 2 }, partner);
    http.expectOne(`${url}/problems?limit=200`).flush(listKpiFileProblems.example.response as object);
    http.expectOne(unfinished).flush({ items: [], nextCursor: null });
    await settle();
    expect(element.querySelector('pl-problem-table')?.textContent).toContain('calls_answered');
    const link = [...element.querySelectorAll('a')].find((each) => each.textContent?.includes('CSV'));
    expect(link?.getAttribute('href')).toBe(`${url}/problems.csv?language=en`);
  });

  it('takes a corrected file in place of one with wrong rows, and has it checked as that one was', async () => {
    const rows = { ...base.rows, new: 1486, wrong: 2 };
    const { element } = await open({ state: 'checked', rows }, partner);
    http.expectOne(unfinished).flush({ items: [], nextCursor: null });
    const went = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const drop = element.querySelector('pl-file-drop') as HTMLElement;
    const dropped = Object.assign(new Event('drop', { cancelable: true }), {
      dataTransfer: { files: [new File(['day,offered\n'], 'march-corrected.csv')] },
    });
    drop.dispatchEvent(dropped);
    await settle();
    const arrived = { ...base, id: base.vendor.id, state: 'received', version: 1 };
    http
      .expectOne(`/api/v1/tenants/northstar/kpi-files?vendorId=${base.vendor.id}`)
      .flush(arrived, { status: 201, statusText: 'Created' });
    await settle();
    const withdrawal = http.expectOne(`${url}/withdrawal`);
    expect(withdrawal.request.headers.get('If-Match')).toBe(`"${base.version}"`);
    withdrawal.flush({ ...base, state: 'withdrawn' });
    await settle();
    const suggestion = suggestKpiMapping.example.response as object;
    const saved = { id: base.id, name: 'As agreed' };
    http
      .expectOne(`/api/v1/tenants/northstar/kpi-files/${arrived.id}/mapping-suggestion`)
      .flush({ ...suggestion, saved, mapping: base.mapping });
    await settle();
    const mapped = http.expectOne(`/api/v1/tenants/northstar/kpi-files/${arrived.id}/mapping`);
    expect(mapped.request.body).toEqual({ mapping: base.mapping, name: 'As agreed' });
    mapped.flush(mapKpiFile.example.response as object);
    await settle();
    expect(went.mock.calls[0]?.[0]).toEqual(expect.arrayContaining(['kpi-files', arrived.id]));
  });

  it('shows what is doubtful with its lines, and in the receipt who said that it is right', async () => {
    const { element } = await open({}, auditor);
    const list = element.querySelector('pl-warning-list');
    expect(list?.textContent).toContain('Calls that do not add up');
    expect(list?.textContent).toContain('In 1 of 1,488 rows');
    expect(list?.querySelector('ol')?.textContent).toContain('Line 118, 3 Mar 2026');
    expect(list?.textContent).toContain('Mara Ito said on');
    expect(element.querySelector('pl-receipt')?.textContent).toContain(
      'Calls that do not add up (1): Mara Ito, 3 Apr 2026, 15:40:50 UTC',
    );
  });

  it('is in the language of the reader throughout, also what the server found', async () => {
    const { element } = await open({ state: 'checked' }, auditor, 'es');
    const text = (selector: string) => element.querySelector(selector)?.textContent?.replace(/\s+/g, ' ');
    expect(chip(element)).toBe('Por confirmar');
    expect(text('section.state')).toContain('tiene que confirmarlo');
    expect(text('pl-warning-list')).toContain('En 1 de 1488 filas, offered no es answered + abandoned.');
    expect(text('pl-warning-list ol')).toContain('Línea 118, 3 mar 2026');
    expect(text('pl-receipt')).toContain('Llamadas que no cuadran (1): Mara Ito, 3 abr 2026, 15:40:50 UTC');
  });

  it('offers nothing to do to who may only read', async () => {
    const { element } = await open({ state: 'checked' }, auditor);
    expect(buttons(element)).not.toContain('Withdraw');
    expect(element.querySelector('pl-review-panel')).toBeNull();
    expect(element.textContent).toContain('has to confirm it');
  });

  it('shows a partner who has to act on codes that nobody knows, and nothing to decide', async () => {
    const unknownVendors = [{ code: '111AA1', name: 'North East', rows: 3 }];
    const { element } = await open({ state: 'waiting_for_vendors', unknownVendors }, partner);
    const panel = element.querySelector('pl-vendors-panel');
    expect(panel?.textContent).toContain('A vendor manager of Northstar Health');
    expect(panel?.textContent).toContain('111AA1');
    expect(panel?.querySelector('select, button')).toBeNull();
  });

  it('shows a failed load, and loads again', async () => {
    TestBed.configureTestingModule({ providers: provideTenantForTests(partner) });
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const fixture = TestBed.createComponent(KpiFilePage);
    fixture.componentRef.setInput('kpiFileId', base.id);
    fixture.detectChanges();
    await settle();
    http = TestBed.inject(HttpTestingController);
    http.expectOne(url).error(new ProgressEvent('error'));
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelector('[role="alert"]')?.textContent).toContain('No connection');
    element.querySelector<HTMLButtonElement>('pl-problem button')?.click();
    await settle();
    http.expectOne(url).flush(base);
    await settle();
    expect(element.querySelector('h1')?.textContent).toBe(base.name);
  });
});
