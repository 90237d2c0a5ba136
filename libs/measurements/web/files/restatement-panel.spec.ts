import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  kpiFile,
  listRestatedFigures,
  mapKpiFile,
  suggestKpiMapping,
  viewKpiFile,
} from '@plumbline/measurements/schema';
import { viewScorecardEffects } from '@plumbline/scorecards/schema';
import { viewFileEffects } from '@plumbline/slas/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { RestatementPanel } from './restatement-panel';

const file = kpiFile.parse({ ...(viewKpiFile.example.response as object), state: 'checked' });
const url = `/api/v1/tenants/northstar/kpi-files/${file.id}`;
const effects = viewFileEffects.example.response as object;

describe('what a corrected file would change', () => {
  let http: HttpTestingController;

  async function open(permissions: string[]) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(RestatementPanel);
    fixture.componentRef.setInput('file', file);
    fixture.detectChanges();
    await settle();
    http = TestBed.inject(HttpTestingController);
    http.expectOne(`${url}/restated-figures?limit=50`).flush(listRestatedFigures.example.response as object);
    return fixture;
  }
  const rowsOf = (element: HTMLElement, caption: string) =>
    [...element.querySelectorAll('table')]
      .find((table) => table.querySelector('caption')?.textContent?.includes(caption))
      ?.textContent?.replace(/\s+/g, ' ');

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('shows figures, results, breaches and published scorecards, old beside new', async () => {
    const fixture = await open(['kpi-file.upload', 'result.read', 'scorecard.read']);
    const element = fixture.nativeElement as HTMLElement;
    http.expectOne(`${url}/effects`).flush(effects);
    http.expectOne(`${url}/scorecard-effects`).flush(viewScorecardEffects.example.response as object);
    await settle();
    expect(rowsOf(element, 'Results')).toMatch(/Breached\s?73\.3%\s?Met\s?86\.7%.*13\.3 pt better.*closes/);
    expect(rowsOf(element, 'Published scorecards')).toMatch(/March 2026.*Revision 2.*60.*100.*40.*better/);
    expect(rowsOf(element, 'Earlier figures')).toMatch(
      /Calls offered.*12.*13.*\+1.*northwind-2026-03\.csv, line 3/,
    );
    expect(element.querySelector('[role="status"]')).toBeNull();
    expect(element.textContent).toContain('1 in all; the list is complete.');
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe(`${url}/restated-figures.csv`);
  });

  it('says how many figures there are beyond those that are listed', async () => {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: [] }) });
    const fixture = TestBed.createComponent(RestatementPanel);
    fixture.componentRef.setInput('file', file);
    fixture.detectChanges();
    await settle();
    http = TestBed.inject(HttpTestingController);
    http
      .expectOne(`${url}/restated-figures?limit=50`)
      .flush({ ...(listRestatedFigures.example.response as object), total: 5_000, nextCursor: 'more' });
    await settle();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain(
      'The first 1 of 5,000 are listed; the CSV has all of them.',
    );
  });

  it('asks only for what the role may read', async () => {
    const fixture = await open([]);
    await settle();
    expect((fixture.nativeElement as HTMLElement).querySelectorAll('h3')).toHaveLength(1);
  });

  it('says that another file came in between, and checks again by the mapping that is there', async () => {
    const fixture = await open(['kpi-file.upload', 'result.read']);
    const element = fixture.nativeElement as HTMLElement;
    http.expectOne(`${url}/effects`).flush({ ...effects, standing: 'outdated' });
    await settle();
    const notice = element.querySelector('[role="status"]');
    expect(notice?.textContent).toContain('Another file has changed these months');
    let checked = '';
    fixture.componentInstance.checked.subscribe(({ state }) => (checked = state));
    notice?.querySelector('button')?.click();
    await settle();
    http.expectOne(`${url}/mapping-suggestion`).flush({
      ...(suggestKpiMapping.example.response as object),
      saved: { id: file.id, name: 'Half-hour file' },
    });
    await settle();
    const request = http.expectOne(`${url}/mapping`);
    expect(request.request.body).toEqual({ mapping: file.mapping, name: 'Half-hour file' });
    expect(request.request.headers.get('If-Match')).toBe(`"${file.version}"`);
    request.flush(mapKpiFile.example.response as object);
    await settle();
    expect(checked).toBe('checking');
  });
});
