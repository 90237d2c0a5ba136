import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { publishScorecards, viewScorecardMonth } from '@plumbline/scorecards/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Confirm, type Confirmation, Notices } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import type { BoardRow } from './month-board';
import { ScorecardsPage } from './scorecards-page';

const [ready] = (viewScorecardMonth.example.response as { vendors: readonly BoardRow[] }).vendors;
const tenant = '/api/v1/tenants/northstar';
/** Lets the page ask; it comes to rest only once it is answered. */
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

function row(index: number, change: Partial<BoardRow> = {}): BoardRow {
  if (!ready?.scorecard) throw new Error('the example has a scorecard');
  const id = (given: string) => given.replace(/.$/, `${index}`);
  const vendor = { id: id(ready.vendor.id), code: `V${index}`, name: `Vendor ${index}` };
  return {
    ...ready,
    vendor,
    scorecard: { ...ready.scorecard, id: id(ready.scorecard.id), vendor },
    ...change,
  };
}

function withheld(given: BoardRow): BoardRow {
  if (!given.scorecard) throw new Error('a score is withheld on a scorecard');
  return { ...given, scorecard: { ...given.scorecard, score: null, band: null, coverage: '0' } };
}

const board = {
  period: '2026-03',
  vendors: [
    row(1),
    withheld(row(2)),
    row(3, { readiness: 'waiting', final: 1, scorecard: null }),
    row(4, { readiness: 'published' }),
  ],
};

describe('the scorecards page', () => {
  let http: HttpTestingController;

  async function open(permissions = ['scorecard.read', 'scorecard.publish', 'scorecard.build']) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(ScorecardsPage);
    fixture.componentRef.setInput('period', '2026-03');
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(`${tenant}/scorecard-months/2026-03`).flush(board);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const button = (text: RegExp) =>
      [...element.querySelectorAll('button')].find((each) => text.test(each.textContent?.trim() ?? ''));
    return { element, button };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('says which vendors are ready, waiting and published, and how far those that wait are', async () => {
    const { element } = await open();
    expect(element.querySelector('p[role="status"]')?.textContent).toBe(
      'March 2026: 2 ready, 1 waiting, 1 published.',
    );
    const waiting = [...element.querySelectorAll('tbody tr')].find((each) =>
      /Vendor 3/.test(each.textContent ?? ''),
    );
    expect(waiting?.textContent).toContain('1 of 2');
    expect(waiting?.querySelector('button')?.getAttribute('aria-label')).toBe(
      'Build the scorecard of Vendor 3 now',
    );
  });

  it('publishes several at once, says the effect first, and names the one that was refused', async () => {
    const asked: Confirmation[] = [];
    const { button } = await open();
    jest.spyOn(TestBed.inject(Confirm), 'ask').mockImplementation((confirmation) => {
      asked.push(confirmation);
      return Promise.resolve(true);
    });
    expect(button(/^Publish/)?.disabled).toBe(true);
    button(/^Select all/)?.click();
    await settle();
    button(/^Publish 2/)?.click();
    await asking();
    expect(asked.map(({ effect }) => effect)).toEqual([
      'Freezes March 2026 for 2 vendors: Vendor 1, Vendor 2 (its score is withheld). What is restated later makes a new revision.',
    ]);
    const request = http.expectOne(`${tenant}/scorecard-publications`);
    const items = publishScorecards.body?.parse(request.request.body).items ?? [];
    expect(items.map(({ version }) => version)).toEqual([1, 1]);
    request.flush(
      {
        items: [
          { id: items[0]?.id, published: true, problem: null },
          {
            id: items[1]?.id,
            published: false,
            problem: { code: 'scorecard-moved', detail: 'Results moved.' },
          },
        ],
      },
      { status: 201, statusText: 'Created' },
    );
    await asking();
    http.expectOne(`${tenant}/scorecard-months/2026-03`).flush(board);
    await settle();
    const notices = TestBed.inject(Notices).shown();
    expect(notices.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'done: March 2026 was published for 1 vendor.',
      'problem: Vendor 2 was not published. Results moved.',
    ]);
  });

  it('offers readers nothing to press', async () => {
    const { element, button } = await open(['scorecard.read']);
    expect(button(/Publish|Build|Select/)).toBeUndefined();
    expect(element.querySelector('tbody input')).toBeNull();
  });
});
