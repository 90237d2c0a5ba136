import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { provideTenantForTests } from '@plumbline/ui/testing';
import { TemplateLinks } from './template-links';

describe('links to templates', () => {
  it('are for the vendor whose file is to be sent, of counts and of cases, in both formats', () => {
    TestBed.configureTestingModule({
      providers: [...provideTenantForTests({ permissions: ['kpi-file.upload'] })],
    });
    const fixture = TestBed.createComponent(TemplateLinks);
    fixture.componentRef.setInput('vendorId', '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f');
    fixture.detectChanges();
    const links = [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')].map((link) => [
      link.textContent?.trim(),
      link.getAttribute('href'),
    ]);
    const address =
      '/api/v1/tenants/northstar/kpi-file-templates?vendorId=019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f&format=';
    expect(links).toEqual([
      ['Template (XLSX)', `${address}xlsx&holds=counts`],
      ['Template (CSV)', `${address}csv&holds=counts`],
      ['Template of cases (XLSX)', `${address}xlsx&holds=cases`],
      ['Template of cases (CSV)', `${address}csv&holds=cases`],
    ]);
  });
});
