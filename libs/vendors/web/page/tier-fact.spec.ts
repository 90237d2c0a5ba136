import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { overrideTier, type Vendor, viewVendor, withdrawTierOverride } from '@plumbline/vendors/schema';
import { VendorStore } from '../vendor-store';
import { TierFact } from './tier-fact';

const vendor = viewVendor.example.response as Vendor;
const path = `/api/v1/tenants/northstar/vendors/${vendor.id}/tier`;

describe('deciding a vendor’s tier', () => {
  let http: HttpTestingController;
  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open(known: Vendor, permissions: readonly string[], locale = 'en') {
    TestBed.configureTestingModule({
      providers: [...provideTenantForTests({ permissions }), VendorStore],
    });
    TestBed.inject(Reader).setLocale(locale);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(TierFact);
    fixture.componentRef.setInput('vendor', known);
    fixture.detectChanges();
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const text = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
    const press = async (name: RegExp) => {
      const button = [...element.querySelectorAll('button')].find((each) =>
        name.test(each.textContent ?? ''),
      );
      if (!button) throw new Error(`no button ${name}`);
      button.click();
      await settle();
    };
    const type = (selector: string, value: string) => {
      const control = element.querySelector<HTMLInputElement>(selector);
      if (!control) throw new Error(`no ${selector}`);
      control.value = value;
      for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }));
    };
    return { element, text, press, type };
  }

  it('sends nothing without a reason, then the tier with the version that was read', async () => {
    const { element, text, press, type } = await open(vendor, ['vendor.write']);
    expect(text()).toContain('Tier 1: follows from criticality and PHI access.');
    await press(/Decide another tier/);
    type('select', '2');
    await press(/Decide the tier/);
    expect(element.querySelector('input[aria-invalid="true"]')).not.toBeNull();
    http.expectNone(({ url }) => url.startsWith(path));
    type('input', 'Three calls a day');
    await press(/Decide the tier/);
    const sent = http.expectOne(({ url }) => url.startsWith(path));
    expect(sent.request.method).toBe(overrideTier.method);
    expect(sent.request.body).toEqual({ tier: 2, reason: 'Three calls a day' });
    expect(sent.request.headers.get('If-Match')).toBe(`"${vendor.version}"`);
    sent.flush({ ...vendor, tier: 2 });
    await settle();
    expect(element.querySelector('form')).toBeNull();
  });

  it('takes a decided tier back, and says why it could not', async () => {
    const decided: Vendor = {
      ...vendor,
      tier: 2,
      tierOverride: { tier: 2, reason: 'Three calls a day', by: 'Ana Reyes', at: '2026-03-02T09:30:00Z' },
    };
    const { element, text, press } = await open(decided, ['vendor.write']);
    expect(text()).toContain('Tier 2 by decision, in place of the computed tier 1. Three calls a day');
    await press(/Take back/);
    const sent = http.expectOne(({ url }) => url.startsWith(path));
    expect(sent.request.method).toBe(withdrawTierOverride.method);
    sent.flush(
      { type: 'x', title: 'Stale', status: 412, code: 'stale', detail: 'Changed since.', instance: '/' },
      { status: 412, statusText: 'Precondition Failed' },
    );
    await settle();
    expect(element.querySelector('pl-problem')).not.toBeNull();
  });

  it('is only read by whoever does not write vendors, in Spanish too', async () => {
    const { element, text } = await open(vendor, ['vendor.read'], 'es');
    expect(text()).toContain('se sigue de la criticidad y del acceso a datos de salud');
    expect(element.querySelectorAll('button')).toHaveLength(0);
  });
});
