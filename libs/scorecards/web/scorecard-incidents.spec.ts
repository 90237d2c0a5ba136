import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, it } from '@jest/globals';
import { viewIncidentFigures } from '@plumbline/incidents/schema';
import { type Scorecard, viewScorecard } from '@plumbline/scorecards/schema';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ScorecardIncidents } from './scorecard-incidents';

const scorecard = viewScorecard.example.response as Scorecard;

beforeEach(() => {
  TestBed.resetTestingModule();
});

it.each([
  [viewIncidentFigures.example.response, '2026: 3 incidents, median time to notify 6 h, 1 of 3 late.'],
  [{ year: 2026, timezone: 'UTC', items: [] }, 'No incident was discovered in 2026.'],
])('a scorecard tells of the year’s incidents and does not weigh them', async (answer, said) => {
  TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['incident.read'] }) });
  TestBed.inject(Reader).setLocale('en');
  const fixture = TestBed.createComponent(ScorecardIncidents);
  fixture.componentRef.setInput('scorecard', { ...scorecard, period: '2026-03' });
  fixture.detectChanges();
  await settle();
  const request = TestBed.inject(HttpTestingController).expectOne(({ url }) =>
    url.endsWith('/incident-figures'),
  );
  expect(request.request.params.get('vendorId')).toBe(scorecard.vendor.id);
  expect(request.request.params.get('year')).toBe('2026');
  request.flush(answer as object);
  await settle();
  expect((fixture.nativeElement as HTMLElement).textContent).toContain(said);
  expect((fixture.nativeElement as HTMLElement).textContent).toContain('no part of the score');
});
