import { Dialog } from '@angular/cdk/dialog';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type CreditStatement, viewCreditStatement } from '@plumbline/credits/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Confirm, type Confirmation } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import type { ExplainedMoney } from './money-drawer';
import { StatementPage } from './statement-page';

const example = viewCreditStatement.example.response as CreditStatement;
const address = `/api/v1/tenants/northstar/credit-statements/${example.id}`;
const insurer = ['credit.read', 'credit.manage', 'credit.approve'];
const partner = ['credit.read', 'credit.dispute'];
const undisputed: CreditStatement = { ...example, disputes: [], openDisputes: 0 };
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};
const plain = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ');

describe('the page of a credit statement', () => {
  let http: HttpTestingController;

  async function open(statement: CreditStatement, permissions: readonly string[], amount?: string) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const opened = jest.spyOn(TestBed.inject(Dialog), 'open');
    opened.mockReturnValue({ closed: { subscribe: () => undefined }, close: () => undefined } as never);
    const fixture = TestBed.createComponent(StatementPage);
    fixture.componentRef.setInput('statementId', statement.id);
    fixture.componentRef.setInput('amount', amount);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(address).flush(statement);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const button = (text: string) =>
      [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === text);
    return { element, button, opened };
  }

  beforeEach(() => {
    TestBed.resetTestingModule();
    sessionStorage.clear();
  });
  afterEach(() => http.verify());

  it('shows each line with its state and money, and the total with how it is limited', async () => {
    const { element } = await open(example, insurer);
    const rows = [...element.querySelectorAll('pl-statement-lines tbody tr')].map(plain);
    expect(rows[0]).toMatch(
      /Calls answered within 20 s.*Breached.*73\.3%.*40% of Service.*Credited.*USD 4,000\.00/,
    );
    expect(rows[1]).toMatch(/Disclosures.*Met.*Nothing due.*USD 0\.00/);
    expect(plain(element)).toContain('Fee USD 100,000.00, at risk 10%: at most USD 10,000.00 this month.');
  });

  it('says of a closing statement that it puts earlier months right, and of a withdrawn one that nothing is due', async () => {
    const closing = await open({ ...undisputed, lines: [], triggers: [], fee: '0', cap: '0.00' }, insurer);
    expect(plain(closing.element)).toContain('The contract was no longer in force in this month.');
    expect(closing.element.querySelector('pl-statement-lines')).toBeNull();
    TestBed.resetTestingModule();
    const { element, button } = await open(
      { ...undisputed, state: 'withdrawn', complete: false, approvedAt: null },
      insurer,
    );
    expect(plain(element)).toContain('Withdrawn');
    expect(plain(element)).toContain('nothing is due by this statement');
    expect(button('Share with the vendor')).toBeUndefined();
    expect(button('Approve')).toBeUndefined();
  });

  it('explains the amount that the address names by the engine’s steps, with what recomputes it', async () => {
    const { opened } = await open(example, insurer, example.lines[0]?.slaId);
    const data = opened.mock.calls[0]?.[1]?.data as ExplainedMoney;
    expect(data).toMatchObject({
      title: 'Calls answered within 20 s',
      requests: [{ op: 'credit.compute', input: { scheme: { fee: '100000' } } }],
    });
    expect(data.trace.map(({ rule }) => rule)).toEqual(['credit.base', 'credit.line']);
  });

  it('approves what was read, and says before that it is the first of two', async () => {
    const asked: Confirmation[] = [];
    const { button, element } = await open(undisputed, insurer);
    jest.spyOn(TestBed.inject(Confirm), 'ask').mockImplementation((confirmation) => {
      asked.push(confirmation);
      return Promise.resolve(true);
    });
    button('Approve')?.click();
    await asking();
    const request = http.expectOne(`${address}/approvals`);
    expect(request.request.headers.get('If-Match')).toBe('"2"');
    expect(asked[0]?.effect.replace(/\s/g, ' ')).toBe('Your approval of USD 4,000.00 is the first of two.');
    request.flush({
      ...undisputed,
      approvals: 1,
      approvers: [{ name: 'Ines Okafor', at: '2026-04-10T09:00:00Z' }],
    });
    await settle();
    expect(plain(element)).toContain('Approved by Ines Okafor');
  });

  it('shows what is there now when results moved meanwhile', async () => {
    const { button, element } = await open(undisputed, insurer);
    jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue(true);
    button('Approve')?.click();
    await asking();
    http
      .expectOne(`${address}/approvals`)
      .flush(
        { code: 'statement-moved', title: 'Conflict', detail: 'Results moved.', status: 409 },
        { status: 409, statusText: 'Conflict' },
      );
    await asking();
    http.expectOne(address).flush({ ...undisputed, total: '0.00' });
    await settle();
    expect(plain(element)).toContain('Results moved');
  });

  it('lets the vendor dispute a line with a reason, and nothing else', async () => {
    const { element, button } = await open(undisputed, partner);
    expect(button('Approve')).toBeUndefined();
    expect(element.querySelector('pl-statement-remarks')).toBeNull();
    element.querySelector<HTMLButtonElement>('[aria-label="Dispute Calls answered within 20 s"]')?.click();
    await settle();
    const reason = element.querySelector<HTMLTextAreaElement>('textarea');
    if (!reason) throw new Error('no form');
    reason.value = 'Your telephony was down.';
    reason.dispatchEvent(new Event('input'));
    await settle();
    button('Send the dispute')?.click();
    await asking();
    const request = http.expectOne(`${address}/disputes`);
    expect(request.request.body).toEqual({
      slaId: example.lines[0]?.slaId,
      reason: 'Your telephony was down.',
    });
    request.flush(example, { status: 201, statusText: 'Created' });
    await settle();
    expect(plain(element)).toContain('OpenCalls answered within 20 s');
    expect(element.querySelector('form')).toBeNull();
  });

  it('lets the insurer decide an open dispute', async () => {
    const { element, button } = await open(example, insurer);
    const note = element.querySelector<HTMLTextAreaElement>('pl-statement-disputes textarea');
    if (!note) throw new Error('no form');
    note.value = 'It was announced.';
    note.dispatchEvent(new Event('input'));
    await settle();
    button('Decide')?.click();
    await asking();
    const request = http.expectOne(`${address}/disputes/${example.disputes[0]?.id}/decision`);
    expect(request.request.body).toEqual({ decision: 'upheld', note: 'It was announced.' });
    request.flush(undisputed);
    await settle();
    expect(plain(element)).toContain('No line is disputed.');
  });
});
