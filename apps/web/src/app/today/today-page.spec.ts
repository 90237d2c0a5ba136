import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { listContractDates, listWaivers } from '@plumbline/contracts/schema';
import { type KpiFileSummary, listKpiFiles } from '@plumbline/measurements/schema';
import { viewScorecardMonth } from '@plumbline/scorecards/schema';
import {
  listBreaches,
  listExclusions,
  listReportingDuties,
  reportingDutyAnswer,
} from '@plumbline/slas/schema';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { waitingDuties, waitingFiles } from './today-items';
import { TodayPage } from './today-page';

const file = (listKpiFiles.example.response as { items: KpiFileSummary[] }).items[0] as KpiFileSummary;
const files = (...more: Partial<KpiFileSummary>[]) => ({
  items: more.map((each, index) => ({ ...file, id: `${file.id.slice(0, -2)}${10 + index}`, ...each })),
  nextCursor: null,
});

describe('waitingFiles', () => {
  it('names what this role has to do, longest waiting first, and nothing that waits for others', () => {
    const { items } = files(
      { state: 'checked', createdAt: '2026-04-02T09:00:00Z' },
      { state: 'waiting_for_vendors', createdAt: '2026-04-01T09:00:00Z' },
      { state: 'refused', createdAt: '2026-03-30T09:00:00Z' },
      { state: 'done', createdAt: '2026-03-01T09:00:00Z' },
    );
    const turns = (...permissions: string[]) =>
      waitingFiles(items, (permission) => permissions.includes(permission)).map((item) => item.turn);
    expect(turns('kpi-file.upload')).toEqual(['putRight', 'confirm']);
    expect(turns('kpi-file.upload', 'kpi-file.resolve-vendors')).toEqual(['putRight', 'resolve', 'confirm']);
    expect(turns()).toEqual([]);
  });
});

const duty = reportingDutyAnswer.parse(
  (listReportingDuties.example.response as { items: readonly unknown[] }).items[0],
);

describe('waitingDuties', () => {
  it('names what is overdue or due within a week, the most urgent first', () => {
    const open = { ...duty, state: 'due' as const, receivedAt: null, file: null };
    const missing = { ...open, state: 'missing' as const, month: '2026-02', dueAt: '2026-03-11T05:00:00Z' };
    const far = { ...open, month: '2026-04', dueAt: '2026-05-11T04:00:00Z' };
    const waiting = waitingDuties([open, far, missing], new Date('2026-04-05T12:00:00Z'));
    expect(waiting.map(({ duty: { month }, overdue }) => [month, overdue])).toEqual([
      ['2026-02', true],
      ['2026-03', false],
    ]);
  });
});

describe('TodayPage', () => {
  let http: HttpTestingController;

  function open(permissions: string[]): ComponentFixture<TodayPage> {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    TestBed.inject(Reader).setLocale('en');
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(TodayPage);
    fixture.detectChanges();
    return fixture;
  }

  const words = (fixture: ComponentFixture<TodayPage>) =>
    (fixture.nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ') ?? '';
  const request = (part: string) => http.expectOne((each) => each.url.includes(part));

  it('shows a vendor manager what waits, how the month stands, and what is breached', async () => {
    const fixture = open([
      'kpi-file.read',
      'kpi-file.upload',
      'scorecard.read',
      'scorecard.publish',
      'breach.read',
    ]);
    await settle();
    request('/kpi-files').flush(files({ state: 'checked', name: 'march.csv' }));
    const board = request('/scorecard-months/');
    expect(board.request.url).toMatch(/\/scorecard-months\/\d{4}-\d{2}$/);
    board.flush(viewScorecardMonth.example.response ?? null);
    request('/breaches').flush(listBreaches.example.response ?? null);
    await settle();
    expect(words(fixture)).toContain('march.csv · Look at what it changes and confirm it');
    expect(words(fixture)).toMatch(/One scorecard of \w+ \d{4} is ready to be published/);
    expect(words(fixture)).toContain('Northwind Member Care');
  });

  it('shows whoever approves waivers that one waits, unless they asked for it, and what is coming due', async () => {
    const [waiver] = (listWaivers.example.response as { items: { requestedBy: { id: string } }[] }).items;
    const other = { ...waiver, requestedBy: { id: '019b2f6e-0000-7000-8000-00000000beef', name: 'Eve' } };
    const fixture = open(['contract.read', 'waiver.approve']);
    await settle();
    request('/waivers').flush({ items: [waiver, other], nextCursor: null });
    request('/contract-dates').flush(listContractDates.example.response ?? null);
    await settle();
    expect(words(fixture)).toContain('One waiver waits for your decision');
    expect(words(fixture)).toContain('30 Sep 2026 · Last day to give notice');
    expect(words(fixture)).not.toContain('Nothing waits for you');
  });

  it('shows whoever decides about exclusions that some wait, at least how many, and none that they asked for', async () => {
    const [exclusion] = (listExclusions.example.response as { items: object[] }).items;
    const fixture = open(['exclusion.approve']);
    await settle();
    const asked = request('/exclusions');
    expect(asked.request.urlWithParams).toContain('state=requested');
    const others = Array.from({ length: 49 }, () => ({ ...exclusion, own: false }));
    asked.flush({ items: [{ ...exclusion, own: true }, ...others], nextCursor: 'next' });
    await settle();
    expect(words(fixture)).toContain('49+ exclusions or waivers of breaches wait for your decision');
    http.verify();
  });

  it('asks only for what the role may read, and does not tell a reader that nothing waits', async () => {
    const fixture = open(['breach.read']);
    await settle();
    request('/breaches').flush({ items: [], nextCursor: null });
    await settle();
    http.verify();
    expect(words(fixture)).toContain('No breach is open');
    expect(words(fixture)).not.toContain('Nothing waits for you');
  });

  it('tells a partner what is overdue, and leads to where it is handed in', async () => {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ side: 'vendor', permissions: ['kpi-file.read', 'kpi-file.upload'] }),
    });
    TestBed.inject(Reader).setLocale('en');
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(TodayPage);
    fixture.detectChanges();
    await settle();
    request('/kpi-files').flush(files({ state: 'done' }));
    const missing = { ...duty, state: 'missing', receivedAt: null, file: null };
    request('/reporting-duties').flush({ items: [missing], nextCursor: null });
    await settle();
    expect(words(fixture)).toContain(
      'The figures of March 2026 are missing; they were due until 10 Apr 2026',
    );
    expect(words(fixture)).not.toContain('Nothing waits for you');
    http.verify();
  });

  it('says that nothing waits once everything was answered, and not before', async () => {
    const fixture = open(['kpi-file.read', 'kpi-file.upload', 'vendor-life.approve', 'waiver.approve']);
    await settle();
    request('/kpi-files').flush(files({ state: 'done' }));
    request('/vendor-steps').flush({ items: [], nextCursor: null });
    await settle();
    expect(words(fixture)).not.toContain('Nothing waits for you');
    request('/waivers').flush(null, { status: 503, statusText: 'Unavailable' });
    await settle();
    expect(words(fixture)).not.toContain('Nothing waits for you');
    const retry = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')].find((each) =>
      /again/i.test(each.textContent ?? ''),
    );
    retry?.click();
    await settle();
    request('/waivers').flush({ items: [], nextCursor: null });
    await settle();
    expect(words(fixture)).toContain('Nothing waits for you');
  });

  it('keeps one failing part from hiding the others', async () => {
    const fixture = open([
      'kpi-file.read',
      'kpi-file.upload',
      'scorecard.read',
      'scorecard.publish',
      'breach.read',
    ]);
    await settle();
    request('/kpi-files').error(new ProgressEvent('error'));
    request('/scorecard-months/').flush(viewScorecardMonth.example.response ?? null);
    request('/breaches').flush({ items: [], nextCursor: null });
    await settle();
    expect(words(fixture)).toContain('No connection');
    expect(words(fixture)).toContain('ready to publish');
    expect(words(fixture)).toContain('No breach is open');
  });
});
