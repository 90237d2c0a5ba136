import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { viewContractVersion } from '@plumbline/contracts/schema';
import { listCreditSchemeGaps, listCreditSchemes, viewCreditScheme } from '@plumbline/credits/schema';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { SchemePage } from './scheme-page';
import { SchemesPage } from './schemes-page';

const base = '/api/v1/tenants/northstar';
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};
const plain = (element: HTMLElement) => (element.textContent ?? '').replace(/\s+/g, ' ');

describe('the pages of credit schemes', () => {
  let http: HttpTestingController;

  const as = (...permissions: string[]) => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    http = TestBed.inject(HttpTestingController);
  };
  beforeEach(() => as('credit.read'));
  afterEach(() => http.verify());

  it('lists them by contract', async () => {
    const fixture = TestBed.createComponent(SchemesPage);
    fixture.detectChanges();
    await asking();
    http
      .expectOne(({ url }) => url.startsWith(`${base}/credit-schemes`))
      .flush(listCreditSchemes.example.response as object);
    await settle();
    expect(plain(fixture.nativeElement as HTMLElement)).toContain('MSA-2026-014, version 1');
  });

  it('names amendments without a scheme to whoever may enter one', async () => {
    as('credit.read', 'credit.manage');
    const fixture = TestBed.createComponent(SchemesPage);
    fixture.detectChanges();
    await asking();
    http.expectOne(`${base}/credit-scheme-gaps`).flush(listCreditSchemeGaps.example.response as object);
    http
      .expectOne(({ url }) => url.startsWith(`${base}/credit-schemes`))
      .flush(listCreditSchemes.example.response as object);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    expect(plain(element)).toContain('MSA-2026-014, version 2 · Northwind Member Care · from July 2026 on');
    expect(element.querySelector('section a')?.getAttribute('href')).toMatch(/\/2\/edit$/);
  });

  it('says one in words, and offers a new revision only to whoever may enter it', async () => {
    const scheme = viewCreditScheme.example.response as { contract: { id: string } };
    const fixture = TestBed.createComponent(SchemePage);
    fixture.componentRef.setInput('contractId', scheme.contract.id);
    fixture.componentRef.setInput('number', '1');
    fixture.detectChanges();
    await asking();
    const address = `${base}/contracts/${scheme.contract.id}/versions/1`;
    http.expectOne(`${address}/credit-scheme`).flush(scheme);
    http.expectOne(address).flush(viewContractVersion.example.response as object);
    await settle();
    const text = plain(fixture.nativeElement as HTMLElement);
    expect(text).toContain('USD 100,000.00 from January 2026');
    expect(text).toContain('10% of the fee');
    expect(text).toContain('40% of Service; the whole allocation is lost');
    expect(text).toContain('times 1, 1.5');
    expect(text).toContain('Chronic failure: 3 misses in a row');
    expect(text).not.toContain('Enter a new revision');
  });
});
