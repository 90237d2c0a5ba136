import { HttpTestingController } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataTableHarness, PageStateHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { listVendors } from '@plumbline/vendors/schema';
import { VendorsPage } from './vendors-page';

const [vendor] = (listVendors.example.response as { items: readonly object[] }).items;

/** Lets the page ask; it comes to rest only once it is answered. */
const asking = () => new Promise((resolve) => setTimeout(resolve));

async function open(permissions: readonly string[], inputs: Record<string, string> = {}) {
  TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
  const fixture = TestBed.createComponent(VendorsPage);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  fixture.detectChanges();
  await asking();
  return { loader, element: fixture.nativeElement as HTMLElement };
}

describe('the vendors page', () => {
  let http: HttpTestingController;
  const asked = () => http.expectOne(({ url }) => url === '/api/v1/tenants/northstar/vendors');

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('shows each vendor with its state in words, and leads to it', async () => {
    const { loader, element } = await open(['vendor.read', 'vendor.write']);
    http = TestBed.inject(HttpTestingController);
    asked().flush({ items: [vendor], nextCursor: null });
    await settle();
    const table = await loader.getHarness(DataTableHarness);
    expect(await table.texts()).toEqual([
      ['Northwind Member Care', 'NORTHWIND', 'Active', '1', 'Voice, Chat', 'Sees PHI'],
    ]);
    expect(element.querySelector('tbody a')?.getAttribute('href')).toMatch(/^\/t\/northstar\/vendors\/019b/);
    expect(element.textContent).toContain('Add a vendor');
  });

  it('asks for what the address says, and does not call a search without a hit an empty list', async () => {
    const { loader } = await open(['vendor.read'], { search: ' zz ', state: 'suspended' });
    http = TestBed.inject(HttpTestingController);
    const request = asked();
    expect(request.request.params.get('search')).toBe('zz');
    expect(request.request.params.get('state')).toBe('suspended');
    request.flush({ items: [], nextCursor: null });
    await settle();
    expect(await (await loader.getHarness(PageStateHarness)).text()).toContain('No vendor matches');
  });

  it('offers no button to whoever may not add, and a retry when the list cannot be read', async () => {
    const { loader, element } = await open(['vendor.read']);
    http = TestBed.inject(HttpTestingController);
    asked().flush(null, { status: 503, statusText: 'Service Unavailable' });
    await settle();
    const page = await loader.getHarness(PageStateHarness);
    expect(await page.problemText()).not.toBeNull();
    element.querySelector<HTMLButtonElement>('pl-problem button')?.click();
    await asking();
    asked().flush({ items: [], nextCursor: null });
    await settle();
    expect(await page.text()).toContain('No vendor yet');
    expect(element.textContent).not.toContain('Add a vendor');
  });
});
