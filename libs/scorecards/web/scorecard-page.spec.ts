import { HttpTestingController } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { commentOnScorecard, type Scorecard, viewScorecard } from '@plumbline/scorecards/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Confirm, type Confirmation, ExplainPanel } from '@plumbline/ui';
import { FigureHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ScorecardPage } from './scorecard-page';

const example = viewScorecard.example.response as Scorecard;
const address = `/api/v1/tenants/northstar/scorecards/${example.id}`;
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the page of a scorecard', () => {
  let http: HttpTestingController;

  async function open(
    scorecard: Scorecard = example,
    permissions = ['scorecard.read', 'scorecard.publish', 'scorecard.build', 'scorecard.comment'],
  ) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(ScorecardPage);
    fixture.componentRef.setInput('scorecardId', scorecard.id);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(address).flush(scorecard);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const button = (text: string) =>
      [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === text);
    return { element, button, loader: TestbedHarnessEnvironment.loader(fixture) };
  }

  beforeEach(() => {
    TestBed.resetTestingModule();
    sessionStorage.clear();
  });
  afterEach(() => http.verify());

  it('shows the score with its arithmetic, and each figure with target and change', async () => {
    const { element, loader } = await open();
    expect(element.textContent).toContain('Σ weight × points 10,000 ÷ Σ weight 100 = 100');
    const [speed] = await loader.getAllHarnesses(FigureHarness);
    expect(await speed?.value()).toBe('86.7%');
    expect(await speed?.target()).toBe('≥ 80%');
    expect(await speed?.delta()).toBe('8.6 pt better');
  });

  it('says of a line of weeks that it is the worst of them, with each of them to open', async () => {
    const [line, ...others] = example.lines;
    if (!line) throw new Error('the example has lines');
    const week = (first: string, last: string, state: 'met' | 'breached', value: string) => ({
      ...{ resultId: `019d3a10-1111-7000-8000-${first.replaceAll('-', '')}0000`, first, last, state, value },
    });
    const results = [
      week('2026-03-02', '2026-03-08', 'met', '0.85'),
      week('2026-03-09', '2026-03-15', 'breached', '0.71'),
    ];
    const { element } = await open({
      ...example,
      lines: [{ ...line, windows: { code: 'week', met: 1, breached: 1, open: 0, results } }, ...others],
    });
    const details = element.querySelector('details');
    expect(details?.querySelector('summary')?.textContent?.trim()).toBe(
      'The worst of 2 windows: 1 met, 1 breached',
    );
    const parts = [...(details?.querySelectorAll('li') ?? [])].map((each) =>
      [...each.children].map((part) => part.textContent?.trim()).join(' '),
    );
    expect(parts).toEqual(['week 2–8 Mar 2026 85.0% Met', 'week 9–15 Mar 2026 71.0% Breached']);
    expect(details?.querySelector('li a')?.getAttribute('href')).toBe(
      `/t/northstar/results/${results[0]?.resultId}`,
    );
  });

  it('says of a quarter’s line in a month in which none ends that there is nothing to judge', async () => {
    const [line, ...others] = example.lines;
    if (!line) throw new Error('the example has lines');
    const none = { code: 'quarter', met: 0, breached: 0, open: 0, results: [] };
    const { element } = await open({
      ...example,
      lines: [{ ...line, state: 'noVolume', value: null, resultId: null, windows: none }, ...others],
    });
    expect(element.textContent).toContain('no window ends in this month');
    expect(element.querySelector('details')).toBeNull();
  });

  it('opens the explanation of the result behind a figure', async () => {
    const { loader } = await open();
    const opened = jest.spyOn(TestBed.inject(ExplainPanel), 'open').mockReturnValue();
    const [speed] = await loader.getAllHarnesses(FigureHarness);
    await speed?.explain();
    expect(opened).toHaveBeenCalledWith(example.lines[0]?.resultId ?? '');
  });

  it('shows why a revision was made and what it changes', async () => {
    const { element } = await open();
    expect(element.textContent).toContain('Restated by march-corrected.csv: Overflow queue was left out');
    const changed = [...element.querySelectorAll('pl-diff tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim()).join(' | '),
    );
    expect(changed).toEqual([
      'Score | 60.0 | 100.0',
      'Coverage | 100.0% | 100.0%',
      'Calls answered within 20 s | 73.3% · Breached | 86.7% · Met',
    ]);
  });

  it('publishes what was read, and says before what is superseded', async () => {
    const asked: Confirmation[] = [];
    const { button } = await open();
    jest.spyOn(TestBed.inject(Confirm), 'ask').mockImplementation((confirmation) => {
      asked.push(confirmation);
      return Promise.resolve(true);
    });
    button('Publish')?.click();
    await asking();
    expect(asked.map(({ effect }) => effect)).toEqual([
      'Freezes revision 2 of March 2026 for Northwind Member Care; revision 1 is superseded and stays readable.',
    ]);
    const request = http.expectOne(`${address}/publication`);
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    request.flush({
      ...example,
      state: 'published',
      publishedAt: '2026-04-21T09:00:00Z',
      publishedByName: 'Ines Okafor',
      version: 2,
    });
    await settle();
    expect(button('Publish')).toBeUndefined();
  });

  it('shows what is there now when somebody else was faster', async () => {
    const { element, button } = await open();
    jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue(true);
    button('Publish')?.click();
    await asking();
    http
      .expectOne(`${address}/publication`)
      .flush(
        { code: 'stale', title: 'Conflict', detail: 'It was changed meanwhile.', status: 412 },
        { status: 412, statusText: 'Precondition Failed' },
      );
    await asking();
    http.expectOne(address).flush({
      ...example,
      state: 'published',
      publishedAt: '2026-04-21T09:00:00Z',
      publishedByName: 'Ines Okafor',
      version: 2,
    });
    await settle();
    expect(button('Publish')).toBeUndefined();
    expect(element.textContent).toContain('It was changed meanwhile.');
  });

  it('cannot be published while results are open, and says so', async () => {
    const { element, button } = await open({
      ...example,
      complete: false,
      score: null,
      band: null,
      coverage: '0.4',
    });
    expect(button('Publish')?.disabled).toBe(true);
    expect(element.textContent).toContain('Results of this month are still open');
    expect(element.textContent).toContain('Withheld: 40.0% of the weight has a verdict, 60.0% is needed.');
  });

  it('takes a comment of the partner about a line, and shows it', async () => {
    const { element, button } = await open(example, ['scorecard.read', 'scorecard.comment']);
    const area = element.querySelector<HTMLTextAreaElement>('textarea');
    const about = element.querySelector<HTMLSelectElement>('pl-scorecard-comments select');
    if (!area || !about) throw new Error('there is a form');
    area.value = 'A corrected file follows.';
    area.dispatchEvent(new Event('input'));
    about.value = example.lines[0]?.slaId ?? '';
    about.dispatchEvent(new Event('input'));
    about.dispatchEvent(new Event('change'));
    await settle();
    button('Add comment')?.click();
    await asking();
    const request = http.expectOne(`${address}/comments`);
    expect(request.request.body).toEqual({
      text: 'A corrected file follows.',
      slaId: example.lines[0]?.slaId,
    });
    const said = {
      ...(commentOnScorecard.example.response as object),
      id: example.id,
      text: 'A corrected file follows.',
    };
    request.flush(said, { status: 201, statusText: 'Created' });
    await settle();
    expect(element.querySelectorAll('.comments > li')).toHaveLength(2);
    expect(element.querySelector('textarea')?.value).toBe('');
    expect(button('Publish')).toBeUndefined();
  });
});
