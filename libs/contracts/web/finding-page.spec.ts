import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { viewContract, viewContractVersion } from '@plumbline/contracts/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { FindingPage } from './finding-page';

const contract = viewContract.example.response as { readonly id: string };
const draft = viewContractVersion.example.response as {
  readonly findings: readonly { readonly key: string }[];
};
const ana = '019b2f6e-0000-7000-8000-000000000001';
const base = '/api/v1/tenants/northstar';
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the page of a finding', () => {
  let http: HttpTestingController;

  async function open(change: object = {}) {
    const permissions = ['contract.read', 'contract.write', 'waiver.read', 'people.read'];
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(FindingPage);
    const key = draft.findings[0]?.key;
    for (const [name, value] of Object.entries({ contractId: contract.id, number: '1', key }))
      fixture.componentRef.setInput(name, value);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(`${base}/contracts/${contract.id}`).flush(contract);
    http
      .expectOne(`${base}/contracts/${contract.id}/versions/1`)
      .flush({ ...draft, findings: [{ ...draft.findings[0], ...change }] });
    http
      .expectOne(({ url }) => url === `${base}/people`)
      .flush({
        items: [
          {
            id: contract.id,
            person: { id: ana, name: 'Ana Ruiz', email: 'ana@x.example' },
            side: 'insurer',
            role: 'vendor_manager',
            vendor: null,
            since: '2026-01-05T14:00:00Z',
            version: 1,
          },
        ],
        nextCursor: null,
      });
    await settle();
    return fixture.nativeElement as HTMLElement;
  }
  const type = (element: HTMLElement, selector: string, value: string) => {
    const control = element.querySelector<HTMLInputElement>(selector);
    if (!control) throw new Error(`no ${selector}`);
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const send = (element: HTMLElement, heading: string) =>
    element
      .querySelector<HTMLElement>(`section[aria-labelledby="${heading}"] form`)
      ?.dispatchEvent(new Event('submit', { cancelable: true }));

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('asks for a waiver with a reason and a last day, of this finding', async () => {
    const element = await open();
    type(element, 'textarea', 'Signed in June.');
    type(element, 'section[aria-labelledby="pl-waive"] input[type="date"]', '2026-06-30');
    await settle();
    send(element, 'pl-waive');
    await asking();
    const sent = http.expectOne(`${base}/contracts/${contract.id}/waivers`);
    expect(sent.request.body).toEqual({
      ...{ number: 1, key: draft.findings[0]?.key, reason: 'Signed in June.', expiresOn: '2026-06-30' },
    });
    expect(sent.request.headers.get('Idempotency-Key')).toBeTruthy();
    sent.flush({}, { status: 422, statusText: 'no' });
    await settle();
  });

  it('sends nothing without a reason', async () => {
    const element = await open();
    send(element, 'pl-waive');
    await settle();
    expect(element.textContent).toContain('Say why');
  });

  it('says that one waits instead of asking twice', async () => {
    const element = await open({ requestedWaiverId: contract.id });
    expect(element.textContent).toContain('A waiver waits for another person’s decision.');
    expect(element.querySelector('textarea')).toBeNull();
  });

  it('assigns it to somebody of the insurer until a day', async () => {
    const element = await open();
    type(element, 'select', ana);
    type(element, 'section[aria-labelledby="pl-assign"] input[type="date"]', '2026-05-01');
    await settle();
    send(element, 'pl-assign');
    await asking();
    const sent = http.expectOne(`${base}/contracts/${contract.id}/finding-assignments`);
    expect(sent.request.body).toMatchObject({ ownerId: ana, dueOn: '2026-05-01' });
    const assignment = { owner: { id: ana, name: 'Ana Ruiz' }, dueOn: '2026-05-01', overdue: false };
    sent.flush({ ...draft, findings: [{ ...draft.findings[0], assignment }] });
    await settle();
    expect(element.textContent).toContain('Ana Ruiz sees to it until 1 May 2026.');
  });
});
