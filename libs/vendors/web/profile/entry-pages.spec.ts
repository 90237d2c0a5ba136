import { HttpTestingController } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { type Profile, viewVendorProfile } from '@plumbline/vendors/schema';
import { ContactPage } from './contact-page';
import { DataFlowPage } from './data-flow-page';
import { LadderPage } from './ladder-page';
import { LanguagePage } from './language-page';
import { SitePage } from './site-page';

const known = viewVendorProfile.example.response as Profile;
const vendorId = known.vendor.id;

describe('the pages of a vendor’s profile', () => {
  let http: HttpTestingController;

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open(page: Type<unknown>, inputs: Record<string, string> = {}) {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ permissions: ['vendor-profile.write'] }),
    });
    TestBed.inject(Reader).setLocale('en');
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(page);
    for (const [name, value] of Object.entries({ vendorId, ...inputs }))
      fixture.componentRef.setInput(name, value);
    await settle();
    for (const asked of http.match(({ url }) => url.endsWith('/calendars')))
      asked.flush({ items: [], nextCursor: null });
    http.expectOne(({ url }) => url.endsWith('/profile')).flush(known);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const control = (label: string) => {
      const found = [...element.querySelectorAll('label')].find((each) =>
        each.textContent?.trim().startsWith(label),
      );
      return element.querySelector<HTMLInputElement>(`#${found?.htmlFor}`) as HTMLInputElement;
    };
    const type = (label: string, value: string) => {
      const input = control(label);
      input.value = value;
      input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    };
    const send = async () => {
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    return { element, control, type, send };
  }
  const sent = (method: string, path: string) =>
    http.expectOne((request) => request.method === method && request.url.endsWith(path));

  it('sends a changed site whole, with the version that was read', async () => {
    const site = known.sites[0];
    const { element, control, type, send } = await open(SitePage, { entryId: site?.id ?? '' });
    expect(element.querySelector('h1')?.textContent).toBe('Change Makati');
    expect(control('Country').value).toBe('PH');
    type('City', 'Taguig');
    await send();
    const { request } = sent('PUT', `/sites/${site?.id}`);
    expect(request.headers.get('If-Match')).toBe('"1"');
    expect(request.body).toEqual({
      name: 'Makati',
      country: 'PH',
      city: 'Taguig',
      timezone: 'Asia/Manila',
      calendarId: null,
      services: ['voice'],
      phiHandled: true,
    });
  });

  it('sends nothing that the server’s schema refuses, and says it at the field', async () => {
    const { element, type, send } = await open(ContactPage);
    type('Name', 'Lee');
    type('Monday', '17:00-09:00');
    await send();
    expect(element.textContent).toContain('an e-mail address or a telephone number');
    expect(element.textContent).toContain('09:00 is before 17:00');
  });

  it('says that an entry is gone', async () => {
    const { element } = await open(SitePage, { entryId: vendorId });
    expect(element.textContent).toContain('This entry is not in the profile any more.');
    expect(element.querySelector('form')).toBeNull();
  });

  it('says what the clause makes of a place while it is typed', async () => {
    const { element, type } = await open(DataFlowPage);
    type('Country or region', 'the cloud');
    await settle();
    expect(element.textContent).toContain('“the cloud” cannot be compared with clause 10.4');
    type('Country or region', 'US');
    await settle();
    expect(element.textContent).not.toContain('cannot be compared');
    expect(element.textContent).not.toContain('lies outside');
  });

  it('sends a ladder as one, by the version that was read', async () => {
    const { element, send } = await open(LadderPage);
    element.querySelector<HTMLButtonElement>('[aria-label="Remove stage 1"]')?.click();
    await settle();
    await send();
    const { request } = sent('PUT', '/escalation-ladder');
    expect([request.headers.get('If-Match'), request.body]).toEqual(['"1"', { stages: [] }]);
  });

  it('takes no minutes for no minutes said', async () => {
    const { element, type, send } = await open(LadderPage);
    type('After', '  ');
    await send();
    expect(element.querySelector('[aria-invalid="true"]')).not.toBeNull();
    http.expectNone(({ method }) => method === 'PUT');
  });

  it('sends the register of languages as it was read', async () => {
    const { send } = await open(LanguagePage);
    await send();
    const body = JSON.stringify(sent('PUT', '/language-access').request.body);
    expect(JSON.parse(body)).toEqual(known.languageAccess.register);
  });
});
