import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import {
  listVendorProfileChanges,
  type Profile,
  type Vendor,
  viewVendor,
  viewVendorProfile,
} from '@plumbline/vendors/schema';
import { VendorProfile } from './vendor-profile';

const vendorId = '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f';
const known = viewVendorProfile.example.response as Profile;
const changes = listVendorProfileChanges.example.response;

describe('what is known of a vendor', () => {
  let http: HttpTestingController;

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open(
    permissions: readonly string[],
    { side = 'insurer', locale = 'en' }: { side?: 'insurer' | 'vendor'; locale?: string } = {},
    profile: object = known,
  ) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions, side }) });
    TestBed.inject(Reader).setLocale(locale);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(VendorProfile);
    fixture.componentRef.setInput('vendor', { ...(viewVendor.example.response as Vendor), id: vendorId });
    await settle();
    http.expectOne(({ url }) => url.endsWith(`/vendors/${vendorId}/profile`)).flush(profile);
    await settle();
    http.expectOne(({ url }) => url.endsWith('/profile/changes')).flush(changes as object);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const section = (id: string) =>
      (element.querySelector(`section[aria-labelledby="${id}"]`)?.textContent ?? '').replace(/\s+/g, ' ');
    return { element, section };
  }

  it('says at the row what breaks the residency clause, and by which clause', async () => {
    const { section } = await open(['vendor.read']);
    expect(section('pl-data-flows')).toContain(
      'PH lies outside what clause 10.4 of MSA-2026-01 agrees on: US.',
    );
    expect(section('pl-data-flows')).toContain('MSA-2026-01, clause 10.4: data stays in US.');
    expect(section('pl-data-flows')).not.toContain('Within the clause');
  });

  it('says it in the reader’s language', async () => {
    const { section } = await open(['vendor.read'], { locale: 'es' });
    expect(section('pl-data-flows')).toContain(
      'PH queda fuera de lo que acuerda la cláusula 10.4 de MSA-2026-01: US.',
    );
    expect(section('pl-sites')).toContain('Makati, Filipinas · Asia/Manila · Voz');
  });

  it('says who would be reached now', async () => {
    const { section } = await open(['vendor.read']);
    expect(section('pl-ladder')).toContain('Ana Reyes would be reached now.');
    TestBed.resetTestingModule();
    const nobody = { ...known.ladder, now: null };
    const later = await open(['vendor.read'], {}, { ...known, ladder: nobody });
    expect(later.section('pl-ladder')).toContain('Nobody on this ladder can be reached now.');
  });

  it('says the hours of a contact, days that are alike once', async () => {
    const { section } = await open(['vendor.read']);
    expect(section('pl-contacts')).toContain('Mon–Fri 21:00-30:00 (Asia/Manila)');
  });

  it('calls nothing fine where no clause agrees on anything', async () => {
    const dataFlows = known.dataFlows.map((flow) => ({ ...flow, findings: [], phiKinds: [] }));
    const { section } = await open(['vendor.read'], {}, { ...known, dataFlows, residency: [] });
    expect(section('pl-data-flows')).toContain('No contract is in force.');
    expect(section('pl-data-flows')).not.toContain('Within the clause');
  });

  it('offers changes to whoever keeps it, a decision to the insurer and a take-over to the vendor', async () => {
    const links = (element: HTMLElement) =>
      [...element.querySelectorAll('a')].map((link) => link.textContent?.trim());
    const reader = await open(['vendor.read']);
    expect(links(reader.element)).not.toContain('Add a site');
    TestBed.resetTestingModule();
    const manager = await open(['vendor.read', 'vendor.write', 'vendor-profile.write']);
    expect(links(manager.element)).toEqual(expect.arrayContaining(['Add a site', 'Decide']));
    expect(links(manager.element)).not.toContain('Take over from another insurer');
    TestBed.resetTestingModule();
    const partner = await open(['vendor.read', 'vendor-profile.write'], { side: 'vendor' });
    expect(links(partner.element)).toContain('Take over from another insurer');
    expect(links(partner.element)).not.toContain('Decide');
  });

  it('shows who changed what, before and after', async () => {
    const { section } = await open(['vendor.read']);
    expect(section('pl-profile-history')).toContain('Sites: Makati, changed');
    expect(section('pl-profile-history')).toContain('PHI handlednoyes');
  });
});
