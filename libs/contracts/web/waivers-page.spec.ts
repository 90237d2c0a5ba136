import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listWaivers } from '@plumbline/contracts/schema';
import { Confirm, type Confirmation } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { WaiversPage } from './waivers-page';

const [asked] = (listWaivers.example.response as { items: { readonly id: string }[] }).items;
/** Asked for by somebody else than who reads the page. */
const waiver = { ...asked, requestedBy: { id: '019b2f6e-0000-7000-8000-00000000beef', name: 'Ana Ruiz' } };
const base = '/api/v1/tenants/northstar';
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the page of waivers', () => {
  let http: HttpTestingController;

  async function open(
    change: object = {},
    permissions = ['waiver.read', 'waiver.approve', 'contract.write'],
  ) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(WaiversPage);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    listed(change);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const button = (text: string) =>
      [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === text);
    return { element, button };
  }
  const listed = (change: object = {}) =>
    http
      .expectOne(({ url }) => url === `${base}/waivers`)
      .flush({ items: [{ ...waiver, ...change }], nextCursor: null });

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('says what is waived, why, until when and who asked', async () => {
    const { element } = await open();
    const text = element.textContent ?? '';
    expect(text).toContain('No clause agrees on the right to audit.');
    expect(text).toContain('until then its SOC 2 report is accepted');
    expect(text).toContain('30 Sep 2026');
    expect(text).toContain('Ana Ruiz');
  });

  it('says what approving does before it is done, and sends the version that was read', async () => {
    const said: Confirmation[] = [];
    const { button } = await open();
    jest.spyOn(TestBed.inject(Confirm), 'ask').mockImplementation((confirmation) => {
      said.push(confirmation);
      return Promise.resolve(true);
    });
    button('Approve')?.click();
    await asking();
    expect(said.map(({ effect }) => effect)).toEqual([
      '“No clause agrees on the right to audit” keeps no version of this contract from being activated until 30 Sep 2026.',
    ]);
    const sent = http.expectOne(`${base}/waivers/${waiver.id}/decision`);
    expect(sent.request.body).toEqual({ decision: 'approve', note: null });
    expect(sent.request.headers.get('If-Match')).toBe('"1"');
    sent.flush({ ...waiver, state: 'approved', inForce: true, version: 2 });
    await asking();
    listed({ state: 'approved', inForce: true, version: 2 });
    await settle();
    expect(button('Approve')).toBeUndefined();
    expect(button('Withdraw')).toBeDefined();
  });

  it('refuses with a word of why only', async () => {
    const { element, button } = await open();
    button('Refuse')?.click();
    await settle();
    expect(element.querySelector('[role="alert"]')?.textContent).toContain('Say why in the note.');
  });

  it('offers no decision to who asked', async () => {
    const { element, button } = await open({ requestedBy: (asked as { requestedBy?: object }).requestedBy });
    expect(button('Approve')).toBeUndefined();
    expect(element.textContent).toContain('You asked for it: another person decides.');
  });

  it('offers nothing to decide to who reads, and nothing to withdraw once it has ended', async () => {
    const reader = await open({}, ['waiver.read']);
    expect(reader.button('Approve')).toBeUndefined();
    expect(reader.button('Withdraw')).toBeUndefined();
    TestBed.resetTestingModule();
    const { element, button } = await open({ state: 'approved', inForce: false });
    expect(element.textContent).toContain('Expired');
    expect(button('Withdraw')).toBeUndefined();
  });
});
