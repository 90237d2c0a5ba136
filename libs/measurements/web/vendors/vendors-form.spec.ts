import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyContract } from '@plumbline/contracts/schema';
import { kpiFile, resolveKpiFileVendors, viewKpiFile } from '@plumbline/measurements/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { VendorsForm } from './vendors-form';
import { type VendorsStart } from './vendors-store';

const file = kpiFile.parse({
  ...(viewKpiFile.example.response as object),
  state: 'waiting_for_vendors',
  unknownVendors: [
    { code: '111AA1', name: 'North East', rows: 3 },
    { code: '111AA2', name: 'Lincolnshire', rows: 1 },
  ],
});
const contractId = '019b2f70-2222-7aaa-8bbb-0123456789ab';
const start: VendorsStart = {
  vendors: [{ id: file.vendor.id, code: 'NORTHWIND', name: 'Northwind Member Care' }],
  contracts: [{ id: contractId, reference: 'MSA-2026', title: 'Member services', vendor: 'Northwind' }],
};
const create = [
  { code: '111AA1', name: 'North East' },
  { code: '111AA2', name: 'Lincolnshire' },
];

describe('saying who is meant by the codes of a file', () => {
  let http: HttpTestingController;

  async function open() {
    TestBed.configureTestingModule({ providers: provideTenantForTests() });
    const fixture = TestBed.createComponent(VendorsForm);
    const resolved: unknown[] = [];
    fixture.componentRef.setInput('file', file);
    fixture.componentRef.setInput('start', start);
    fixture.componentInstance.resolved.subscribe((each) => resolved.push(each));
    document.body.append(fixture.nativeElement as HTMLElement);
    fixture.detectChanges();
    await settle();
    http = TestBed.inject(HttpTestingController);
    const element = fixture.nativeElement as HTMLElement;
    const choose = async (select: HTMLSelectElement | null | undefined, value: string) => {
      if (!select) throw new Error('no such select');
      select.value = value;
      select.dispatchEvent(new Event('input', { bubbles: true }));
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await settle();
    };
    return {
      element,
      resolved,
      choose,
      effect: () => element.querySelector('.effect')?.textContent,
      send: async () => {
        element.querySelector('form')?.requestSubmit();
        await settle();
      },
    };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('creates vendors alone, with one call', async () => {
    const { effect, send, resolved } = await open();
    expect(effect()).toBe('Creates 2 vendors.');
    await send();
    const request = http.expectOne(`/api/v1/tenants/northstar/kpi-files/${file.id}/vendors`);
    expect(request.request.body).toEqual({ create, match: [] });
    request.flush(resolveKpiFileVendors.example.response as object);
    await settle();
    expect(resolved).toMatchObject([{ state: 'checking' }]);
  });

  it('creates vendors with the terms of a contract, with one call that names the file', async () => {
    const { element, choose, effect, send } = await open();
    await choose(element.querySelector<HTMLSelectElement>('.contract select'), contractId);
    expect(effect()).toBe('Creates 2 vendors, each with a copy of contract MSA-2026.');
    await send();
    const request = http.expectOne(`/api/v1/tenants/northstar/contracts/${contractId}/copies`);
    expect(request.request.body).toEqual({ create, match: [], kpiFileId: file.id });
    request.flush(copyContract.example.response as object);
    await settle();
    http
      .expectOne(`/api/v1/tenants/northstar/kpi-files/${file.id}`)
      .flush(resolveKpiFileVendors.example.response as object);
    await settle();
  });

  it('sends nothing while a match names nobody', async () => {
    const { element, choose, send } = await open();
    const [first] = element.querySelectorAll<HTMLSelectElement>('.code select');
    await choose(first, 'match');
    await send();
    expect(element.textContent).toContain('Choose the vendor that is meant.');
    expect(document.activeElement).toBe(element.querySelectorAll('.code')[0]?.querySelectorAll('select')[1]);
  });
});
