import { HttpTestingController } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { listResults } from '@plumbline/slas/schema';
import { ExplainPanel } from '@plumbline/ui';
import {
  DataTableHarness,
  FigureHarness,
  PageStateHarness,
  provideTenantForTests,
  settle,
} from '@plumbline/ui/testing';
import { ResultsPage } from './results-page';

const [result] = (listResults.example.response as { items: readonly { id: string }[] }).items;
const ownVendor = [{ id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f', name: 'Northwind' }];
const asking = () => new Promise((resolve) => setTimeout(resolve));

async function open(inputs: Record<string, string> = {}) {
  TestBed.configureTestingModule({
    providers: provideTenantForTests({ permissions: ['result.read', 'kpi-file.upload'], vendors: ownVendor }),
  });
  const fixture = TestBed.createComponent(ResultsPage);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
  await asking();
  return {
    loader: TestbedHarnessEnvironment.loader(fixture),
    element: fixture.nativeElement as HTMLElement,
    http: TestBed.inject(HttpTestingController),
  };
}

describe('the results page', () => {
  const asked = () =>
    TestBed.inject(HttpTestingController).expectOne(({ url }) => url === '/api/v1/tenants/northstar/results');

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('shows each target with its figure, what was agreed and its state in words', async () => {
    const { loader } = await open();
    asked().flush({ items: [result], nextCursor: null });
    await settle();
    const table = await loader.getHarness(DataTableHarness);
    const [row] = await table.texts();
    expect(row).toEqual([
      'Calls answered within 20 s',
      'Mar 2026',
      'Northwind Member Care',
      'voice',
      '86.7%',
      '≥ 80%',
      'Met',
      '2',
    ]);
  });

  it('explains a figure that is pressed', async () => {
    const { loader } = await open();
    asked().flush({ items: [result], nextCursor: null });
    await settle();
    const opened: string[] = [];
    TestBed.inject(ExplainPanel).open = (id) => void opened.push(id);
    await (await loader.getHarness(FigureHarness)).explain();
    expect(opened).toEqual([result?.id]);
  });

  it('asks for what the address says, and nothing that it does not understand', async () => {
    await open({ month: '2026-03', state: 'breached', vendorId: 'v1' });
    const { request } = asked();
    expect(
      Object.fromEntries(request.params.keys().map((key) => [key, request.params.get(key)])),
    ).toMatchObject({
      month: '2026-03',
      state: 'breached',
      vendorId: 'v1',
    });
  });

  it('calls a week by its dates, and narrows the list to one kind of window', async () => {
    const { loader, element } = await open({ window: 'week' });
    const request = asked();
    expect(request.request.params.get('window')).toBe('week');
    const window = { code: 'week', first: '2026-03-30', last: '2026-04-05' };
    request.flush({ items: [{ ...result, month: '2026-04', window }], nextCursor: null });
    await settle();
    const [row] = await (await loader.getHarness(DataTableHarness)).texts();
    expect(row?.[1]).toBe('week 30 Mar – 5 Apr 2026');
    expect(element.querySelector<HTMLSelectElement>('pl-window-filter select')?.value).toBe('week');
  });

  it('ignores a month, a state and a window that are none', async () => {
    await open({ month: '2026-13', state: 'splendid', window: 'fortnight' });
    const { request } = asked();
    expect(request.params.has('month')).toBe(false);
    expect(request.params.has('state')).toBe(false);
    expect(request.params.has('window')).toBe(false);
  });

  it('tells "nothing yet" with the next action from "nothing matches"', async () => {
    const { loader, element } = await open();
    asked().flush({ items: [], nextCursor: null });
    await settle();
    expect(await (await loader.getHarness(PageStateHarness)).text()).toContain('No results yet');
    expect(element.querySelector('pl-empty a')?.getAttribute('href')).toBe('/t/northstar/kpi-files/upload');
    TestBed.resetTestingModule();
    const narrowed = await open({ state: 'breached' });
    asked().flush({ items: [], nextCursor: null });
    await settle();
    expect(await (await narrowed.loader.getHarness(PageStateHarness)).text()).toContain('No result matches');
  });

  it('shows a failed load as failed, with a retry', async () => {
    const { loader, element } = await open();
    asked().flush(null, { status: 503, statusText: 'Service Unavailable' });
    await settle();
    expect(await (await loader.getHarness(PageStateHarness)).problemText()).not.toBeNull();
    element.querySelector<HTMLButtonElement>('pl-problem button')?.click();
    await asking();
    asked().flush({ items: [result], nextCursor: null });
    await settle();
    expect(element.textContent).toContain('Northwind Member Care');
  });
});
