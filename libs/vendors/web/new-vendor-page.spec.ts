import { HttpTestingController } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FieldHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { createVendor } from '@plumbline/vendors/schema';
import { NewVendorPage } from './new-vendor-page';

describe('the form for a new vendor', () => {
  let http: HttpTestingController;

  async function open() {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['vendor.write'] }) });
    const fixture = TestBed.createComponent(NewVendorPage);
    fixture.detectChanges();
    await settle();
    http = TestBed.inject(HttpTestingController);
    const fields = await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(FieldHarness);
    const byLabel = new Map(
      await Promise.all(fields.map(async (each) => [await each.label(), each] as const)),
    );
    const field = (label: string): FieldHarness => {
      const found = byLabel.get(label);
      if (!found) throw new Error(`no field ${label}: ${[...byLabel.keys()].join(', ')}`);
      return found;
    };
    const element = fixture.nativeElement as HTMLElement;
    const send = async () => {
      element.querySelector('form')?.requestSubmit();
      await settle();
    };
    return { field, element, send };
  }

  beforeEach(() => {
    TestBed.resetTestingModule();
    sessionStorage.clear();
  });
  afterEach(() => http.verify());

  it('says what the answers make of it before anything is sent', async () => {
    const { element } = await open();
    expect(element.textContent).toContain('tier 2');
    const phi = [...element.querySelectorAll('label')].find((label) => label.textContent?.includes('health'));
    phi?.querySelector('input')?.click();
    await settle();
    expect(element.textContent).toContain('tier 1');
  });

  it('sends nothing that the schema refuses, and shows it at the field', async () => {
    const { field, send } = await open();
    await field('Time zone').type('GMT+5');
    await send();
    expect(await field('Code').problem()).not.toBeNull();
    expect(await field('Time zone').problem()).toContain('IANA');
  });

  it('shows a code that is taken at its field, and keeps what was typed', async () => {
    const { field, send } = await open();
    await field('Code').type('NORTHWIND');
    await field('Name').type('Northwind Member Care');
    await send();
    const detail = 'A vendor of this insurer goes by this code already.';
    const taken = { code: 'vendor-code-taken', detail };
    http.expectOne('/api/v1/tenants/northstar/vendors').flush(
      {
        type: '/problems/vendor-code-taken',
        title: 'In conflict with what is there',
        status: 409,
        instance: 'urn:uuid:1',
        ...taken,
        fields: [{ path: 'code', ...taken }],
      },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    expect(await field('Code').problem()).toBe(detail);
    expect(await field('Code').isFocused()).toBe(true);
  });

  it('asks why a vendor is active already, and of no other', async () => {
    const { field, element, send } = await open();
    expect(element.textContent).not.toContain('Why it is active already');
    await field('Code').type('NORTHWIND');
    await field('Name').type('Northwind Member Care');
    const state = [...element.querySelectorAll('select')].find((each) =>
      each.textContent?.includes('Active'),
    );
    if (!state) throw new Error('no choice of states');
    state.value = 'active';
    state.dispatchEvent(new Event('input', { bubbles: true }));
    state.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    await send();
    http.expectNone('/api/v1/tenants/northstar/vendors');
    const label = [...element.querySelectorAll('label')].find((each) =>
      each.textContent?.includes('Why it is active already'),
    );
    const reason = element.querySelector<HTMLInputElement>(`#${label?.htmlFor}`);
    if (!reason) throw new Error('no reason is asked for');
    expect(reason.getAttribute('aria-invalid')).toBe('true');
    reason.value = 'Came with the merger';
    reason.dispatchEvent(new Event('input', { bubbles: true }));
    await send();
    const request = http.expectOne('/api/v1/tenants/northstar/vendors');
    expect(request.request.body).toMatchObject({ state: 'active', activeReason: 'Came with the merger' });
  });

  it('leads to the vendor it made', async () => {
    const { field, send } = await open();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await field('Code').type('NORTHWIND');
    await field('Name').type('Northwind Member Care');
    await send();
    const request = http.expectOne('/api/v1/tenants/northstar/vendors');
    expect(request.request.body).toMatchObject({
      code: 'NORTHWIND',
      timezone: 'America/New_York',
      services: [],
    });
    const made = createVendor.example.response as { readonly id: string };
    request.flush(made, { status: 201, statusText: 'Created' });
    await settle();
    expect(navigate).toHaveBeenCalledWith(['/t', 'northstar', 'vendors', made.id]);
  });
});
