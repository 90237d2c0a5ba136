import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { listContracts, viewContractVersion } from '@plumbline/contracts/schema';
import { type Exclusion, listExclusions } from '@plumbline/slas/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ExclusionsPage } from './exclusions-page';
import { NewExclusionPage } from './new-exclusion-page';

const { items } = listExclusions.example.response as { items: Exclusion[] };
const [requested] = items;
const base = '/api/v1/tenants/northstar';
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};
const plain = (element: HTMLElement) => (element.textContent ?? '').replace(/\s+/g, ' ');

describe('exclusions and waivers', () => {
  let http: HttpTestingController;

  const list = () => http.expectOne(({ url }) => url.startsWith(`${base}/exclusions`));
  async function open(permissions: readonly string[], shown: readonly Exclusion[] = items, state?: string) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(ExclusionsPage);
    fixture.componentRef.setInput('state', state);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    const asked = list();
    expect(asked.request.params.get('state') ?? asked.request.url.match(/state=(\w+)/)?.[1]).toBe(state);
    asked.flush({ items: shown, nextCursor: null });
    await settle();
    return fixture.nativeElement as HTMLElement;
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('say what is asked for, by whom and for when', async () => {
    const text = plain(await open(['result.read']));
    expect(text).toContain('Exclusion: Outage of the insurer');
    expect(text).toContain('12 Mar 2026, 10:00');
    expect(text).toContain('asked by Paul Reyes');
    expect(text).not.toContain('Decline');
    expect(text).not.toContain('Ask for one');
  });

  it('are not offered for decision to whoever asked, and are narrowed to those to be decided', async () => {
    const own = items.map((each) => ({ ...each, own: true }));
    const element = await open(['result.read', 'exclusion.approve'], own, 'requested');
    expect(plain(element)).toContain('You asked for it: somebody else decides.');
    expect(plain(element)).not.toContain('Decline');
    expect(plain(element)).toContain('Those that are to be decided. Show all');
  });

  it('are approved by whoever may, at the version that was read', async () => {
    const element = await open(['result.read', 'exclusion.approve']);
    const button = [...element.querySelectorAll('button')].find(
      (each) => each.textContent?.trim() === 'Approve',
    );
    button?.click();
    await asking();
    const request = http.expectOne(`${base}/exclusions/${requested?.id}/decision`);
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    expect(request.request.body).toEqual({ decision: 'approved' });
    request.flush({ ...requested, state: 'approved', version: 2 });
    await asking();
    list().flush({ items: [{ ...requested, state: 'approved', version: 2 }], nextCursor: null });
    await settle();
    expect(plain(element)).toContain('Approved');
  });

  it('are asked for with a contract, days and a reason', async () => {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ permissions: ['exclusion.request'] }),
    });
    const fixture = TestBed.createComponent(NewExclusionPage);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    const contracts = listContracts.example.response as { items: { id: string }[] };
    http.expectOne(({ url }) => url.startsWith(`${base}/contracts`)).flush(contracts);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const set = async (index: number, value: string) => {
      const control = element.querySelectorAll<HTMLInputElement>('input, select, textarea')[index];
      if (!control) throw new Error('no control');
      control.value = value;
      control.dispatchEvent(new Event('input'));
      control.dispatchEvent(new Event('change'));
      await asking();
    };
    element.querySelector('form')?.requestSubmit();
    await settle();
    await set(1, contracts.items[0]?.id ?? '');
    for (const each of http.match(({ url }) => url.includes('/versions/')))
      each.flush(viewContractVersion.example.response as object);
    await settle();
    await set(5, '2026-03-12');
    for (const each of http.match(({ url }) => url.includes('/versions/')))
      each.flush(viewContractVersion.example.response as object);
    await set(6, '2026-03-12');
    await set(9, 'The carrier was down.');
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    element.querySelector('form')?.requestSubmit();
    await settle();
    const request = http.expectOne(`${base}/exclusions`);
    expect(request.request.body).toEqual({
      contractId: contracts.items[0]?.id,
      effect: 'exclude',
      kind: 'client_outage',
      firstDate: '2026-03-12',
      lastDate: '2026-03-12',
      reason: 'The carrier was down.',
    });
    request.flush(requested ?? null, { status: 201, statusText: 'Created' });
    await settle();
  });
});
