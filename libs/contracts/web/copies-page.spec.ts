import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { copyContract, viewContract } from '@plumbline/contracts/schema';
import { viewKpiFile } from '@plumbline/measurements/schema';
import { listVendors } from '@plumbline/vendors/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { CopiesPage } from './copies-page';

const contract = viewContract.example.response as { readonly id: string };
const file = viewKpiFile.example.response as { readonly id: string };
const [vendor] = (listVendors.example.response as { items: readonly { id: string; name: string }[] }).items;
const tenant = '/api/v1/tenants/northstar';
const asking = () => new Promise((resolve) => setTimeout(resolve));

describe('copying a contract to the vendors of a waiting file', () => {
  let http: HttpTestingController;
  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('enters, matches and copies with one press, and goes back to the file', async () => {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['contract.write'] }) });
    const fixture = TestBed.createComponent(CopiesPage);
    fixture.componentRef.setInput('contractId', contract.id);
    fixture.componentRef.setInput('kpiFileId', file.id);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(`${tenant}/contracts/${contract.id}`).flush(contract);
    http.expectOne(({ url }) => url === `${tenant}/vendors`).flush({ items: [vendor], nextCursor: null });
    http.expectOne(`${tenant}/kpi-files/${file.id}`).flush({
      ...file,
      unknownVendors: [
        { code: 'NW', name: vendor?.name.toUpperCase(), rows: 3 },
        ...Array.from({ length: 44 }, (_, index) => ({
          code: `P${index}`,
          name: `Provider ${index}`,
          rows: 3,
        })),
      ],
    });
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelector('p[role="status"]')?.textContent).toMatch(
      /Enters 44 vendors\. Remembers what the file calls 1 vendor\..*The waiting file goes on\./s,
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
      kpiFileId: file.id,
      match: [{ code: 'NW', vendorId: vendor?.id }],
    });
    expect((request.request.body as { create: unknown[] }).create).toHaveLength(44);
    request.flush(copyContract.example.response as object, { status: 201, statusText: 'Created' });
    await settle();
    expect(navigate).toHaveBeenCalledWith(['/t', 'northstar', 'kpi-files', file.id]);
  });
});
