import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { kpiFile, viewKpiFile } from '@plumbline/measurements/schema';
import { viewFileLine } from '@plumbline/slas/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { LinePanel } from './line-panel';

const file = kpiFile.parse(viewKpiFile.example.response);

describe('where a line of a file went', () => {
  beforeEach(() => void TestBed.resetTestingModule());

  async function open(line?: string) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['result.read'] }) });
    const fixture = TestBed.createComponent(LinePanel);
    fixture.componentRef.setInput('file', file);
    if (line !== undefined) fixture.componentRef.setInput('line', line);
    fixture.detectChanges();
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    const words = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
    return { http: TestBed.inject(HttpTestingController), element, words };
  }

  it('asks nothing before a line is named, and puts the line into the address', async () => {
    const { http, element } = await open();
    http.verify();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const input = element.querySelector('input');
    if (input) input.value = '3';
    element.querySelector('form')?.requestSubmit();
    expect(navigate).toHaveBeenCalledWith([], { queryParams: { line: '3' }, queryParamsHandling: 'merge' });
  });

  it('leads to what replaced it, to results and scorecards', async () => {
    const { http, element, words } = await open('3');
    http
      .expectOne(`/api/v1/tenants/northstar/kpi-files/${file.id}/lines/3`)
      .flush(viewFileLine.example.response as object);
    await settle();
    expect(words()).toContain('offered 12');
    expect(words()).toContain('march-corrected.csv, line 3');
    expect(words()).toContain('Calls answered within 20 s, Mar 2026, revision 1');
    const links = [...element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links.some((link) => link?.includes('/scorecards/'))).toBe(true);
  });

  it('says of a line of a case what it states, and whether that stands', async () => {
    const { http, words } = await open('4');
    const { vendor, segment } = (
      viewFileLine.example.response as { measurements: [{ vendor: object; segment: object }] }
    ).measurements[0];
    const stated = {
      number: 'C-7',
      openedOn: '2026-03-02',
      closedOn: null,
      dueOn: '2026-03-23',
      inTime: null,
    };
    http
      .expectOne(({ url }) => url.endsWith('/lines/4'))
      .flush({
        ...{ line: 4, measurements: [], results: [] },
        cases: [{ vendor, segment, ...stated, loadNumber: 2, supersededBy: null }],
      });
    await settle();
    expect(words()).toContain('Case C-7, opened 2 Mar 2026, due 23 Mar 2026');
    expect(words()).toContain('still open');
    expect(words()).toContain('It stands');
  });

  it('says that a line brought nothing', async () => {
    const { http, words } = await open('99');
    http
      .expectOne(({ url }) => url.endsWith('/lines/99'))
      .flush({ line: 99, measurements: [], cases: [], results: [] });
    await settle();
    expect(words()).toContain('brought no measurement');
  });
});
