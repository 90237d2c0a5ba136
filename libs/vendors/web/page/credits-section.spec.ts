import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { listHeldTriggers } from '@plumbline/credits/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { viewVendor } from '@plumbline/vendors/schema';
import { CreditsSection } from './credits-section';

const vendor = viewVendor.example.response as { readonly id: string };
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the credits section of a vendor’s page', () => {
  beforeEach(() => void TestBed.resetTestingModule());

  it.each([
    [[], 'No repeat rule holds.'],
    [
      (listHeldTriggers.example.response as { items: object[] }).items,
      'Chronic failureCalls answered within 20 s, March 2026',
    ],
  ])('says which repeat rules hold: %j', async (items, said) => {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['credit.read'] }) });
    const fixture = TestBed.createComponent(CreditsSection);
    fixture.componentRef.setInput('vendor', vendor);
    const http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    const request = http.expectOne(({ url }) => url.endsWith('/credit-triggers'));
    expect(request.request.urlWithParams).toContain(`vendorId=${vendor.id}`);
    request.flush({ items });
    await settle();
    expect(((fixture.nativeElement as HTMLElement).textContent ?? '').replace(/\s+/g, ' ')).toContain(said);
  });
});
