import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { changeSlaPack, listSlaPacks, type SlaPack } from '@plumbline/contracts/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Confirm, type Confirmation, Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { PacksPage } from './packs-page';

const tenant = '/api/v1/tenants/northstar';
const [own] = (listSlaPacks.example.response as { items: SlaPack[] }).items;
if (!own) throw new Error('the example has a pack');
const shipped: SlaPack = {
  ...{ ...own, key: 'claims', name: 'Claims', about: 'Claims calls.', shipped: true },
  ...{ copyOf: null, changedAt: null, changedBy: null, version: null },
};
const asking = () => new Promise((resolve) => setTimeout(resolve));

describe('packs of SLAs', () => {
  let http: HttpTestingController;
  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open() {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['contract.write'] }) });
    TestBed.inject(Reader).setLocale('en');
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(PacksPage);
    fixture.detectChanges();
    await asking();
    http.expectOne(({ url }) => url === `${tenant}/sla-packs`).flush({ items: [shipped, own] });
    http.expectOne(({ url }) => url === `${tenant}/metrics`).flush({ items: [], nextCursor: null });
    await settle();
    return fixture.nativeElement as HTMLElement;
  }
  const type = (field: HTMLInputElement | null | undefined, value: string) => {
    if (!field) throw new Error('no field');
    field.value = value;
    field.dispatchEvent(new Event('input'));
  };

  it('copies one that ships under a name', async () => {
    const element = await open();
    const section = element.querySelector('section[aria-label="Claims"]');
    type(section?.querySelector('input'), 'Ours');
    await settle();
    section?.querySelector<HTMLButtonElement>('button')?.click();
    await asking();
    const sent = http.expectOne(`${tenant}/sla-packs`);
    expect(sent.request.body).toEqual({ name: 'Ours', copyOf: 'claims' });
    sent.flush({ ...own, key: 'new', name: 'Ours' }, { status: 201, statusText: 'Created' });
    await settle();
    expect(element.querySelector('section[aria-label="Ours"]')).not.toBeNull();
  });

  it('retires one of one’s own after saying what that does', async () => {
    const element = await open();
    const asked: Confirmation[] = [];
    jest.spyOn(TestBed.inject(Confirm), 'ask').mockImplementation((confirmation) => {
      asked.push(confirmation);
      return Promise.resolve(true);
    });
    const button = [...element.querySelectorAll('button')].find(
      (each) => each.textContent?.trim() === `Retire ${own.name}`,
    );
    button?.click();
    await asking();
    expect(asked).toMatchObject([{ effect: expect.stringContaining('Contracts that took it over stay') }]);
    const sent = http.expectOne(`${tenant}/sla-packs/${own.key}`);
    expect([sent.request.method, sent.request.headers.get('If-Match')]).toEqual(['DELETE', '"1"']);
    sent.flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    expect(element.querySelector(`section[aria-label="${own.name}"]`)).toBeNull();
    expect(element.querySelector('section[aria-label="Claims"]')?.textContent).not.toContain('Retire');
  });

  it('saves what was changed of one’s own from the version read, and lets those that ship be', async () => {
    const element = await open();
    expect(element.querySelector('section[aria-label="Claims"] input.weight')).toBeNull();
    const section = element.querySelector(`section[aria-label="${own.name}"]`);
    const save = () => section?.querySelector<HTMLButtonElement>('form button:not([type])');
    expect(save()?.disabled).toBe(true);
    type(section?.querySelector<HTMLInputElement>('input.weight'), '25');
    await settle();
    save()?.click();
    await asking();
    const sent = http.expectOne(`${tenant}/sla-packs/${own.key}`);
    expect(sent.request.body).toMatchObject({ name: own.name, levels: [{ weight: '25' }] });
    expect(sent.request.headers.get('If-Match')).toBe('"1"');
    sent.flush(changeSlaPack.example.response as object);
    await settle();
    expect(save()?.disabled).toBe(true);
  });
});
