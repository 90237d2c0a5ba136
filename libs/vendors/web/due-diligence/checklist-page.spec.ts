import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { type DueDiligenceItem, decideDueDiligence, listAnswersElsewhere } from '@plumbline/vendors/schema';
import { ChecklistPage } from './checklist-page';

const accepted = decideDueDiligence.example.response as DueDiligenceItem;
const open_: DueDiligenceItem = { ...accepted, standing: 'open', submissions: [], version: 1 };
const list = '/api/v1/tenants/northstar/due-diligence-items';
/** Lets the page ask; it comes to rest only once it is answered. */
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the due-diligence checklist', () => {
  let http: HttpTestingController;

  async function open(
    side: 'insurer' | 'vendor',
    permissions: readonly string[],
    items: readonly DueDiligenceItem[],
    elsewhere: readonly string[] = [],
  ) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions, side, elsewhere }) });
    const fixture = TestBed.createComponent(ChecklistPage);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(({ url }) => url === list).flush({ items, nextCursor: null });
    await settle();
    return fixture.nativeElement as HTMLElement;
  }
  const text = (element: HTMLElement) => element.textContent?.replace(/\s+/g, ' ') ?? '';
  const button = (element: HTMLElement, label: string) => {
    const found = [...element.querySelectorAll('button')].find((each) => each.textContent?.includes(label));
    if (!found) throw new Error(`no button ${label}`);
    return found;
  };
  const type = (field: Element | null, value: string) => {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      throw new Error('no such field');
    field.value = value;
    field.dispatchEvent(new Event('input'));
  };

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('offers a partner of several insurers what it handed in elsewhere, with a note of its own', async () => {
    const element = await open(
      'vendor',
      ['due-diligence.read', 'due-diligence.submit'],
      [open_],
      ['bayshore'],
    );
    button(element, 'Hand in evidence').click();
    await asking();
    http
      .expectOne(`${list}/${open_.id}/answers-elsewhere`)
      .flush(listAnswersElsewhere.example.response as object);
    await settle();
    expect(text(element)).toContain('Take over what you handed in to Bayshore Mutual');
    expect(text(element)).toContain('cover.pdf');
    element.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    await settle();
    const note = element.querySelector('textarea');
    expect(note?.value).toBe('Cover until 2027, certificate attached.');
    type(note, 'Cover until 2027');
    element.querySelector('form')?.requestSubmit();
    await settle();
    const { request } = http.expectOne(`${list}/${open_.id}/answer-take-over`);
    expect(request.headers.get('If-Match')).toBe('"1"');
    const { tenant, submissionId } = (
      listAnswersElsewhere.example.response as { items: { tenant: string; submissionId: string }[] }
    ).items[0] ?? { tenant: '', submissionId: '' };
    expect(request.body).toEqual({ from: { tenant, submissionId }, note: 'Cover until 2027' });
  });

  it('lets a partner hand in evidence, and ask for no waiver', async () => {
    const element = await open('vendor', ['due-diligence.read', 'due-diligence.submit'], [open_]);
    expect(text(element)).toContain('What this insurer asks of you');
    expect(text(element)).not.toContain('Do without it');
    button(element, 'Hand in evidence').click();
    await settle();
    type(element.querySelector('textarea'), 'Signed on 12 January');
    element.querySelector('form')?.requestSubmit();
    await settle();
    const request = http.expectOne(`${list}/${open_.id}/submissions`);
    expect(request.request.body).toEqual({ kind: 'evidence', note: 'Signed on 12 January', documents: [] });
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    request.flush({ ...open_, standing: 'submitted', version: 2 }, { status: 201, statusText: 'Created' });
    await asking();
    http.expectOne(({ url }) => url === list).flush({ items: [], nextCursor: null });
    await settle();
  });

  it('asks the insurer for a day with a waiver', async () => {
    const element = await open('insurer', ['due-diligence.read', 'due-diligence.submit'], [open_]);
    button(element, 'Do without it').click();
    await settle();
    type(element.querySelector('textarea'), 'Renewal is under way');
    element.querySelector('form')?.requestSubmit();
    await settle();
    http.expectNone(`${list}/${open_.id}/submissions`);
    type(element.querySelector('input[type=date]'), '2026-12-31');
    element.querySelector('form')?.requestSubmit();
    await settle();
    const request = http.expectOne(`${list}/${open_.id}/submissions`);
    expect(request.request.body).toEqual({
      kind: 'waiver',
      note: 'Renewal is under way',
      until: '2026-12-31',
    });
    request.flush(open_);
    await asking();
    http.expectOne(({ url }) => url === list).flush({ items: [], nextCursor: null });
    await settle();
  });

  it('rejects with a reason only, and offers no decision on one’s own submission', async () => {
    const submitted: DueDiligenceItem = { ...accepted, standing: 'submitted' };
    const permissions = ['due-diligence.read', 'due-diligence.review'];
    const element = await open('insurer', permissions, [submitted]);
    button(element, 'Accept / Reject').click();
    await settle();
    [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Reject')?.click();
    await settle();
    http.expectNone(`${list}/${submitted.id}/decision`);
    expect(text(element)).toContain('Needed to reject');

    TestBed.resetTestingModule();
    const own = await open('insurer', permissions, [{ ...submitted, ownSubmission: true }]);
    expect(text(own)).toContain('You handed this in: another person decides.');
    expect(text(own)).not.toContain('Accept / Reject');
  });
});
