import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { listCreditSchemes, listHeldTriggers } from '@plumbline/credits/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ContractCredits } from './contract-credits';

const schemes = listCreditSchemes.example.response as { items: { contract: { id: string } }[] };
const contractId = schemes.items[0]?.contract.id ?? '';
const base = '/api/v1/tenants/northstar';
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the credits of a contract', () => {
  let http: HttpTestingController;

  async function open(permissions: readonly string[], known: boolean, held: readonly object[] = []) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(ContractCredits);
    fixture.componentRef.setInput('contractId', contractId);
    fixture.componentRef.setInput('number', 1);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http
      .expectOne(({ url }) => url === `${base}/credit-schemes`)
      .flush(known ? schemes : { items: [], nextCursor: null });
    http.expectOne(({ url }) => url.startsWith(`${base}/credit-triggers`)).flush({ items: held });
    await settle();
    return ((fixture.nativeElement as HTMLElement).textContent ?? '').replace(/\s+/g, ' ');
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('lead to scheme and statements, and say which repeat rules hold', async () => {
    const { items } = listHeldTriggers.example.response as { items: object[] };
    const text = await open(['credit.read'], true, items);
    expect(text).toContain('Credit scheme, revision 1');
    expect(text).toContain('Chronic failureCalls answered within 20 s, March 2026');
  });

  it('say that there is no scheme, and offer one only to whoever may enter it', async () => {
    expect(await open(['credit.read'], false)).not.toContain('Enter the credit scheme');
    TestBed.resetTestingModule();
    expect(await open(['credit.read', 'credit.manage'], false)).toContain('Enter the credit scheme');
  });
});
