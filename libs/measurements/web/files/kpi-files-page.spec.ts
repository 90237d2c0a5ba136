import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { kpiFile, kpiFileSummary, listKpiFiles, viewKpiFile } from '@plumbline/measurements/schema';
import { EVENT_SOURCE } from '@plumbline/ui';
import { DataTableHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { KpiFilesPage } from './kpi-files-page';

const [example] = (listKpiFiles.example.response as { items: unknown[] }).items;
const summary = kpiFileSummary.parse(example);
const file = kpiFile.parse(viewKpiFile.example.response);
const url = '/api/v1/tenants/northstar/kpi-files';

describe('the list of KPI files', () => {
  let http: HttpTestingController;
  let streams: { url: string; onmessage: ((event: { data: string }) => void) | null; close: () => void }[];

  async function open(address: Readonly<Record<string, string>> = {}) {
    streams = [];
    TestBed.configureTestingModule({
      providers: [
        ...provideTenantForTests({ side: 'vendor', permissions: ['kpi-file.read', 'kpi-file.upload'] }),
        {
          provide: EVENT_SOURCE,
          useValue: (at: string) => {
            const stream = { url: at, onmessage: null, close: () => undefined };
            streams.push(stream);
            return stream;
          },
        },
      ],
    });
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const fixture = TestBed.createComponent(KpiFilesPage);
    for (const [name, value] of Object.entries(address)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    await settle();
    http = TestBed.inject(HttpTestingController);
    const element = fixture.nativeElement as HTMLElement;
    const rows = async () =>
      (await TestbedHarnessEnvironment.loader(fixture).getHarness(DataTableHarness)).texts();
    return { element, navigate, rows };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('shows what was loaded and what was wrong, and follows the files at work', async () => {
    const { rows } = await open();
    const working = { ...summary, state: 'ingesting' as const, rows: { ...summary.rows, wrong: 2 } };
    http.expectOne(url).flush({ items: [working, { ...summary, id: file.vendor.id }], nextCursor: null });
    await settle();
    expect((await rows())[0]?.slice(0, 5)).toEqual([
      'northwind-2026-03.csv',
      'Loading',
      'Northwind Member Care',
      '1,488',
      '2',
    ]);
    expect(streams.map((stream) => stream.url)).toEqual([
      `/api/v1/tenants/northstar/events?topics=kpi-file:${summary.id}`,
    ]);
    streams[0]?.onmessage?.({ data: JSON.stringify({ ...file, state: 'done' }) });
    await settle();
    expect((await rows())[0]?.[1]).toBe('Loaded');
  });

  it('reads its filters from the address, and puts them there', async () => {
    const { element, navigate } = await open({ state: 'refused', vendorId: file.vendor.id });
    http.expectOne(`${url}?vendorId=${file.vendor.id}&state=refused`).flush({ items: [], nextCursor: null });
    await settle();
    expect(element.textContent).toContain('No file fits these filters');
    element.querySelector<HTMLButtonElement>('pl-empty button')?.click();
    expect(navigate).toHaveBeenCalledWith(
      [],
      expect.objectContaining({ queryParams: { vendorId: null, state: null } }),
    );
  });

  it('takes no notice of a state that there is not', async () => {
    const { element } = await open({ state: 'lost' });
    http.expectOne(url).flush({ items: [], nextCursor: null });
    await settle();
    expect(element.querySelector('pl-empty a')?.textContent).toContain('Send a KPI file');
  });
});
