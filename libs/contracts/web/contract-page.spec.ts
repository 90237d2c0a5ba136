import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { listContractDates, viewContract, viewContractVersion } from '@plumbline/contracts/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Confirm, type Confirmation } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ContractPage } from './contract-page';

const contract = viewContract.example.response as { readonly id: string };
const draft = viewContractVersion.example.response as { readonly findings: readonly object[] };
const base = `/api/v1/tenants/northstar/contracts/${contract.id}`;
/** Lets the page ask; it comes to rest only once it is answered. */
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the page of a contract', () => {
  let http: HttpTestingController;

  async function open(version: object, permissions = ['contract.read', 'contract.write']) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(ContractPage);
    fixture.componentRef.setInput('contractId', contract.id);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(base).flush(contract);
    await asking();
    http.expectOne(`${base}/versions/1`).flush(version);
    http
      .expectOne(({ url }) => url.endsWith('/contract-dates'))
      .flush(listContractDates.example.response as object);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const button = (text: string) =>
      [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === text);
    return { element, button };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('shows what the version lacks, its SLAs with targets, and its clauses', async () => {
    const { element } = await open(draft);
    const text = element.textContent ?? '';
    expect(text).toContain('No clause agrees on background checks of agents.');
    expect(text).toContain('Nobody sees to it yet.');
    expect(text).toContain('≥ 80%');
    expect(text).toContain('Weights add to 100.');
    expect(text).toContain('Notice within 24 hours');
    expect(text).toContain('by the end of day 10 of the following month');
    expect(text).toContain('30 Sep 2026Last day to give notice');
  });

  it('says what activating does before it is done, and sends the version that was read', async () => {
    const asked: Confirmation[] = [];
    const { button } = await open(draft);
    jest.spyOn(TestBed.inject(Confirm), 'ask').mockImplementation((confirmation) => {
      asked.push(confirmation);
      return Promise.resolve(true);
    });
    button('Activate')?.click();
    await asking();
    expect(asked.map(({ effect }) => effect)).toEqual([
      'These terms hold from 1 Jan 2026 and never change from then on. Evaluates Jan 2026, Feb 2026 by these terms.',
    ]);
    const request = http.expectOne(`${base}/versions/1/activation`);
    expect(request.request.headers.get('If-Match')).toBe('"2"');
    request.flush({ ...draft, state: 'active', activation: null, version: 3 });
    await asking();
    http.expectOne(base).flush({ ...contract, version: 2 });
    await asking();
    http.expectOne(({ url }) => url.endsWith('/contract-dates')).flush({ items: [] });
    await settle();
    expect(button('Activate')).toBeUndefined();
  });

  it('keeps a draft with blocking findings from being activated, and says so', async () => {
    const detail = 'Weights add to 100 exactly; these add to 95.';
    const blocking = {
      ...{ code: 'weights.sum', severity: 'blocking', path: 'slas', key: 'weights.sum', detail },
      ...{ parameters: { total: '95' }, waivable: false, standing: 'open' },
      ...{ assignment: null, waiver: null, requestedWaiverId: null, expiredOn: null },
    };
    const { element, button } = await open({ ...draft, findings: [...draft.findings, blocking] });
    expect(button('Activate')?.disabled).toBe(true);
    expect(element.textContent).toContain('One finding keeps this draft from being activated.');
  });

  it('lets a draft be activated whose blocking finding is waived, and says until when', async () => {
    const waived = {
      ...draft.findings[0],
      ...{ severity: 'blocking', standing: 'waived', waiver: { id: contract.id, expiresOn: '2026-09-30' } },
    };
    const { element, button } = await open({ ...draft, findings: [waived] });
    expect(button('Activate')?.disabled).toBe(false);
    expect(element.textContent).toContain('Waived until 30 Sep 2026.');
  });

  it('shows a partner the terms and no word of findings', async () => {
    const { element } = await open({ ...draft, state: 'active', activation: null, findings: null }, [
      'contract.read',
    ]);
    expect(element.textContent).toContain('Notice within 24 hours');
    expect(element.querySelector('#pl-findings')).toBeNull();
  });

  it('lets readers read', async () => {
    const { element } = await open({ ...draft, state: 'active', activation: null }, ['contract.read']);
    expect([...element.querySelectorAll('button')].filter((each) => !each.closest('th'))).toEqual([]);
  });
});
