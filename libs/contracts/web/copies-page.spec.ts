import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { copyContract, viewContract } from '@plumbline/contracts/schema';
import { listVendors } from '@plumbline/vendors/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { CopiesPage } from './copies-page';

const contract = viewContract.example.response as { readonly id: string };
const [vendor] = (listVendors.example.response as { items: readonly { id: string; name: string }[] }).items;
const tenant = '/api/v1/tenants/northstar';
const asking = () => new Promise((resolve) => setTimeout(resolve));

describe('copying a contract to a list of vendors', () => {
  let http: HttpTestingController;
  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('enters, matches and copies with one press', async () => {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['contract.write'] }) });
    const fixture = TestBed.createComponent(CopiesPage);
    fixture.componentRef.setInput('contractId', contract.id);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(`${tenant}/contracts/${contract.id}`).flush(contract);
    http.expectOne(({ url }) => url === `${tenant}/vendors`).flush({ items: [vendor], nextCursor: null });
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const list = element.querySelector('textarea');
    if (!list) throw new Error('there is a list to paste into');
    const providers = Array.from({ length: 44 }, (_, index) => `P${index}, Provider ${index}`);
    list.value = [`NW; ${vendor?.name.toUpperCase()}`, ...providers].join('\n');
    list.dispatchEvent(new Event('input'));
    await settle();
    expect(element.querySelector('p[role="status"]')?.textContent).toMatch(
      /Enters 44 vendors\. Takes 1 vendor that is there already\./,
    );

    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const [press, ...others] = [
      ...element.querySelectorAll<HTMLButtonElement>('button[data-kind="primary"]'),
    ];
    expect(others).toEqual([]);
    expect(press?.textContent?.trim()).toBe('Copy to 45 vendors');
    press?.click();
    await asking();
    const request = http.expectOne(`${tenant}/contracts/${contract.id}/copies`);
    expect(request.request.body).toMatchObject({
      match: [{ code: 'NW', vendorId: vendor?.id }],
    });
    expect((request.request.body as { create: unknown[] }).create).toHaveLength(44);
    request.flush(copyContract.example.response as object, { status: 201, statusText: 'Created' });
    await settle();
    expect(navigate).toHaveBeenCalledWith(['/t', 'northstar', 'contracts']);
  });
});
