import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { cutResult, viewResult, viewTrend } from '@plumbline/slas/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ResultPage } from './result-page';

const result = viewResult.example.response as { id: string };
const asking = () => new Promise((resolve) => setTimeout(resolve));

describe('the page of a result', () => {
  let http: HttpTestingController;
  let element: HTMLElement;
  const words = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
  const answer = (end: string, body: object) => http.expectOne(({ url }) => url.endsWith(end)).flush(body);

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['result.read'] }) });
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ResultPage);
    fixture.componentRef.setInput('resultId', result.id);
    fixture.detectChanges();
    element = fixture.nativeElement as HTMLElement;
    await asking();
    answer(`/results/${result.id}`, viewResult.example.response as object);
    await settle();
  });

  it('shows the figure, every revision with its file, and leads to the breach', async () => {
    answer('/trend', viewTrend.example.response as object);
    answer('/cuts', cutResult.example.response as object);
    await settle();
    expect(words()).toContain('Calls answered within 20 s · March 2026');
    expect(words()).toContain('Revision 2');
    expect(words()).toContain('KPI file march-corrected.csv');
    expect(words()).toContain('Overflow queue was left out');
    expect(element.querySelector('a[href*="/breaches/"]')).not.toBeNull();
  });

  it('cuts by language and says who is behind the whole, as analysis (K8)', async () => {
    answer('/trend', viewTrend.example.response as object);
    const cuts = http.expectOne(({ url }) => url.endsWith('/cuts'));
    expect(cuts.request.params.get('by')).toBe('language');
    cuts.flush(cutResult.example.response as object);
    await settle();
    expect(words()).toContain('not a verdict of the contract');
    const [row] = [...element.querySelectorAll('#pl-result-cuts, pl-data-table tbody tr[data-index]')].slice(
      -1,
    );
    expect(row?.textContent).toContain('es');
    expect(row?.textContent).toContain('Behind');
  });

  it('keeps the figure in sight where the trend cannot be read', async () => {
    http.expectOne(({ url }) => url.endsWith('/trend')).flush(null, { status: 503, statusText: 'x' });
    answer('/cuts', { ...(cutResult.example.response as object), cuts: [] });
    await settle();
    expect(words()).toContain('86.7%');
    expect(element.querySelectorAll('pl-problem')).toHaveLength(1);
    expect(words()).toContain('Nothing to cut');
  });
});
