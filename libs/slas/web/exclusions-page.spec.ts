import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import {
  type ContractSummary,
  type ContractVersion,
  listContracts,
  viewContractVersion,
} from '@plumbline/contracts/schema';
import { type Metric, viewMetric } from '@plumbline/measurements/schema';
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

  it('say which units are stated beyond which forecast', async () => {
    const beyond = { forecast: 'March, 12,000 calls + 10 %', amounts: { offered: '1250', abandoned: '0' } };
    const [stated] = items.map((each) => ({ ...each, kind: 'beyond_forecast' as const, beyond }));
    if (!stated) throw new Error('no example');
    expect(plain(await open(['result.read'], [stated]))).toContain(
      '1,250 offered beyond “March, 12,000 calls + 10 %”',
    );
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

  it('are asked for with units beyond the forecast, of what the SLA counts', async () => {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ permissions: ['exclusion.request'] }),
    });
    const fixture = TestBed.createComponent(NewExclusionPage);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    const { items: agreed } = listContracts.example.response as { items: ContractSummary[] };
    const contracts = {
      items: agreed.map((each) => ({
        ...each,
        versions: each.versions.map((known) => ({ ...known, state: 'active' })),
      })),
      nextCursor: null,
    };
    http.expectOne(({ url }) => url.startsWith(`${base}/contracts`)).flush(contracts);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const version = viewContractVersion.example.response as ContractVersion;
    const metric = viewMetric.example.response as Metric;
    const answer = async () => {
      await asking();
      for (const each of http.match(({ url }) => url.includes('/versions/'))) each.flush(version);
      for (const each of http.match(`${base}/metrics/${version.slas[0]?.metricId}`)) each.flush(metric);
      for (const each of http.match(({ url }) => url.includes('/measures')))
        each.flush({ items: [], nextCursor: null });
      await settle();
    };
    const type = async (label: string, value: string) => {
      const field = [...element.querySelectorAll('pl-field')].find((each) =>
        each.querySelector('label')?.textContent?.trim().startsWith(label),
      );
      const control = field?.querySelector<HTMLInputElement>('input, select, textarea');
      if (!control) throw new Error(`no field ${label}`);
      control.value = value;
      control.dispatchEvent(new Event('input'));
      control.dispatchEvent(new Event('change'));
      await answer();
    };
    await type('Contract', contracts.items[0]?.id ?? '');
    await type('First day', '2026-03-12');
    await type('Last day', '2026-03-12');
    await type('SLA', version.slas[0]?.id ?? '');
    expect(plain(element)).not.toContain('Agreed forecast');
    await type('Why', 'beyond_forecast');
    await type('Clause', '7.2');
    await type('What happened', 'A campaign that nobody announced.');
    const measure = metric.versions[0]?.terms.numerator[0]?.measure ?? '';
    await type(`Beyond the band: ${measure}`, '1,250');
    element.querySelector('form')?.requestSubmit();
    await settle();
    expect(plain(element)).toContain('without thousands separators');
    await type(`Beyond the band: ${measure}`, '1250');
    await type('Agreed forecast', 'March, 12,000 calls + 10 %');
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    element.querySelector('form')?.requestSubmit();
    await settle();
    const request = http.expectOne(`${base}/exclusions`);
    expect(request.request.body).toMatchObject({
      kind: 'beyond_forecast',
      clause: '7.2',
      beyond: { forecast: 'March, 12,000 calls + 10 %', amounts: { [measure]: '1250' } },
    });
    request.flush(requested ?? null, { status: 201, statusText: 'Created' });
    await settle();
  });
});
