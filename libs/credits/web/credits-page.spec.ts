import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { listCreditStatements } from '@plumbline/credits/schema';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { CreditsPage } from './credits-page';

const { items } = listCreditStatements.example.response as { items: object[] };
const address = '/api/v1/tenants/northstar/credit-statements';
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the page of credits', () => {
  let http: HttpTestingController;

  async function open(rows: readonly object[], more: Readonly<Record<string, string>> = {}) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['credit.read'] }) });
    const fixture = TestBed.createComponent(CreditsPage);
    for (const [name, value] of Object.entries(more)) fixture.componentRef.setInput(name, value);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    const request = http.expectOne(({ url }) => url.startsWith(address));
    request.flush({ items: rows, nextCursor: null });
    await settle();
    const text = ((fixture.nativeElement as HTMLElement).textContent ?? '').replace(/\s+/g, ' ');
    return { text, asked: request.request.urlWithParams };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('lists statements with their money and what comes next', async () => {
    const { text } = await open([
      ...items,
      {
        ...items[0],
        id: '019d3a30-0000-7000-8000-000000000002',
        state: 'draft',
        openDisputes: 0,
        triggered: 1,
      },
    ]);
    expect(text).toContain('March 2026');
    expect(text).toContain('USD 4,000.00');
    expect(text).toContain('1 line disputed');
    expect(text).toContain('Share with the vendor · 1 repeat rule holds');
  });

  it('asks for what the address names', async () => {
    const { asked } = await open(items, { contractId: '019d3a10-6666-7000-8000-000000000001' });
    expect(asked).toContain('contractId=019d3a10-6666-7000-8000-000000000001');
  });

  it('says why there is nothing', async () => {
    expect((await open([])).text).toContain('There are no credit statements here');
  });
});
