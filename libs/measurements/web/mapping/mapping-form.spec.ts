import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type MappingSuggestion,
  kpiFile,
  kpiMapping,
  mapKpiFile,
  mappingSuggestion,
  suggestKpiMapping,
  viewKpiFile,
} from '@plumbline/measurements/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { MappingForm } from './mapping-form';
import { type MappingStart, MappingStore } from './mapping-store';

const file = kpiFile.parse({ ...(viewKpiFile.example.response as object), state: 'received', version: 1 });
const guess = mappingSuggestion.parse(suggestKpiMapping.example.response);
const { mapping } = mapKpiFile.example.request as { mapping: unknown };
const measures = ['offered', 'answered'].map((code, at) => ({
  code,
  position: at + 1,
  unit: 'count' as const,
  label: code,
}));

describe('explaining the columns of a file', () => {
  let http: HttpTestingController;

  async function open(suggestion: MappingSuggestion) {
    TestBed.configureTestingModule({
      providers: [...provideTenantForTests({ permissions: ['kpi-file.upload'] }), MappingStore],
    });
    const fixture = TestBed.createComponent(MappingForm);
    const start: MappingStart = {
      suggestion,
      measures,
      metrics: [],
      calendars: [],
      vendorZone: 'America/Chicago',
    };
    const sent: unknown[] = [];
    fixture.componentRef.setInput('file', file);
    fixture.componentRef.setInput('start', start);
    fixture.componentInstance.sent.subscribe((each) => sent.push(each));
    document.body.append(fixture.nativeElement as HTMLElement);
    fixture.detectChanges();
    await settle();
    http = TestBed.inject(HttpTestingController);
    const element = fixture.nativeElement as HTMLElement;
    const send = async () => {
      element.querySelector('form')?.requestSubmit();
      await settle();
    };
    const zone = element.querySelector('pl-zone-field input') as HTMLInputElement;
    return { fixture, element, send, zone, sent };
  }

  beforeEach(() => {
    TestBed.resetTestingModule();
    sessionStorage.clear();
  });
  afterEach(() => http.verify());

  it('offers likely zones and takes none; without one nothing is sent and the zone has the focus', async () => {
    const { element, send, zone } = await open(guess);
    expect(zone.value).toBe('');
    const offered = [...element.querySelectorAll('pl-zone-field button')].map((each) =>
      each.textContent?.trim(),
    );
    expect(offered).toContain('Use America/Chicago (the zone of Northwind Member Care)');
    await send();
    expect(document.activeElement).toBe(zone);
    expect(element.querySelector('pl-problem-summary')?.textContent).toContain('One thing to put right');
  });

  it('sends what was said, with the version that was read, and hands on the answer', async () => {
    const { element, send, sent } = await open(guess);
    element.querySelector<HTMLButtonElement>('pl-zone-field button')?.click();
    await settle();
    await send();
    const request = http.expectOne(`/api/v1/tenants/northstar/kpi-files/${file.id}/mapping`);
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    expect(request.request.body).toMatchObject({
      mapping: { timezone: 'America/Chicago', grain: '30min', columns: guess.columns },
    });
    request.flush(mapKpiFile.example.response as object);
    await settle();
    expect(sent).toMatchObject([{ state: 'checking' }]);
  });

  it('says that a mapping was used before, and needs nothing more', async () => {
    const said = kpiMapping.parse(mapping);
    const { element, send } = await open({
      ...guess,
      saved: { id: file.id, name: 'Half-hour file' },
      mapping: said,
      timezone: said.timezone,
    });
    expect(element.querySelector('.origin')?.textContent).toContain('Half-hour file');
    expect(element.querySelector('.origin')?.textContent).toContain('New York');
    await send();
    const request = http.expectOne(`/api/v1/tenants/northstar/kpi-files/${file.id}/mapping`);
    expect(request.request.body).toEqual({ mapping: said, name: 'Half-hour file' });
    request.flush(mapKpiFile.example.response as object);
    await settle();
  });

  it('shows what the server finds at the column it is about', async () => {
    const { element, send } = await open(guess);
    element.querySelector<HTMLButtonElement>('pl-zone-field button')?.click();
    await settle();
    await send();
    http.expectOne(`/api/v1/tenants/northstar/kpi-files/${file.id}/mapping`).flush(
      {
        type: '/problems/invalid',
        title: 'Not valid',
        status: 400,
        code: 'invalid',
        detail: 'There is no measure answered.',
        instance: 'urn:uuid:1',
        fields: [
          {
            path: 'mapping.columns.3.means.measure',
            code: 'unknown-measure',
            detail: 'There is no measure answered.',
          },
        ],
      },
      { status: 400, statusText: 'Bad Request' },
    );
    await settle();
    const row = element.querySelectorAll('pl-column-row')[3];
    expect(row?.querySelector('.problem')?.textContent).toBe('There is no measure answered.');
    expect(document.activeElement).toBe(row?.querySelector('select'));
  });

  it('keeps what was said when the server tells of the file meanwhile', async () => {
    const { fixture, element, zone } = await open(guess);
    element.querySelector<HTMLButtonElement>('pl-zone-field button')?.click();
    await settle();
    fixture.componentRef.setInput('file', { ...file, version: 2 });
    await settle();
    expect(zone.value).toBe('America/Chicago');
  });
});
