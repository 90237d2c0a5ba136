import { DIALOG_DATA } from '@angular/cdk/dialog';
import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { explainResult, listExplainedRows } from '@plumbline/slas/schema';
import { type Explanation } from '@plumbline/slas/schema';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ExplainDrawer } from './explain-drawer';

const explanation = explainResult.example.response as Explanation;
const row = (listExplainedRows.example.response as { items: object[] }).items[0];
const id = explanation.result.id;
const [measure] = explanation.metric.measures;

describe('ExplainDrawer', () => {
  let fixture: ComponentFixture<ExplainDrawer>;
  let http: HttpTestingController;
  const element = () => fixture.nativeElement as HTMLElement;
  const words = () => element().textContent?.replace(/\s+/g, ' ') ?? '';

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [...provideTenantForTests(), { provide: DIALOG_DATA, useValue: id }],
    });
    TestBed.inject(Reader).setLocale('en');
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ExplainDrawer);
    fixture.detectChanges();
  });

  async function answer(): Promise<void> {
    http.expectOne(`/api/v1/tenants/northstar/results/${id}/explanation`).flush(explanation);
    await settle();
    http
      .expectOne((request) => request.url.endsWith('/explanation/rows'))
      .flush({
        items: [
          { ...row, elsewhere: { [measure?.code ?? '']: { file: { id, name: 'other.csv' }, line: 12 } } },
        ],
        nextCursor: null,
      });
    await settle();
  }

  it('explains from the sentence down to file and line (semantics rule 29)', async () => {
    await answer();
    expect(element().classList).toContain('pl-drawer');
    expect(words()).toContain(
      'Service level of Northwind Member Care in March 2026 was 86.7% against ≥ 80%: met.',
    );
    expect(words()).toContain('8,667');
    expect(words()).toContain('0.8667 >= 0.8 holds, compared unrounded.');
    expect(words()).toContain('MSA-2026-01');
    expect(words()).toContain(explanation.clause.text);
    expect(words()).toContain('Nothing was left out.');
    expect(words()).toContain('Revision 1');
    expect(words()).toContain('other.csv, line 12');
    const file = element().querySelector('pl-explain-rows td a');
    expect(file?.getAttribute('href')).toMatch(/^\/t\/northstar\/kpi-files\//);
  });

  it('says that rows are no longer kept, where none would look like none received', async () => {
    http
      .expectOne(`/api/v1/tenants/northstar/results/${id}/explanation`)
      .flush({ ...explanation, rowsDroppedAt: '2033-05-01T04:30:00Z' });
    await settle();
    http
      .expectOne((request) => request.url.endsWith('/explanation/rows'))
      .flush({ items: [], nextCursor: null });
    await settle();
    expect(words()).toMatch(/Rows of this window are no longer kept: they were dropped on .*1 May 2033/);
    expect(words()).not.toContain('No row was received');
  });

  it('offers link, JSON and download of exactly this revision', async () => {
    await answer();
    expect(element().querySelector('footer a')?.getAttribute('href')).toBe(
      `/api/v1/tenants/northstar/results/${id}/export.json`,
    );
  });

  it('shows a failure with its reference and tries again', async () => {
    http.expectOne(`/api/v1/tenants/northstar/results/${id}/explanation`).flush(
      {
        type: 'about:blank',
        title: 'Busy',
        status: 503,
        code: 'busy',
        detail: 'Try later.',
        instance: 'req-3',
      },
      { status: 503, statusText: 'x' },
    );
    await settle();
    expect(words()).toContain('req-3');
    element().querySelector<HTMLButtonElement>('pl-problem button')?.click();
    await settle();
    await answer();
    expect(words()).toContain('met.');
  });
});
