import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type FileWarning,
  type KpiFile,
  confirmKpiFile,
  kpiFile,
  viewKpiFile,
} from '@plumbline/measurements/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ReviewPanel } from './review-panel';

const base = kpiFile.parse({
  ...(viewKpiFile.example.response as object),
  state: 'checked',
  warnings: [],
});
const unfinished = `/api/v1/tenants/northstar/kpi-file-uploads?vendorId=${base.vendor.id}`;
const doubtful = (code: FileWarning['code'], accepted: FileWarning['accepted'] = null): FileWarning => ({
  ...{ code, accepted, remembered: accepted !== null, count: 98, places: [] },
  detail: 'In 98 of 135 rows offered is not answered + abandoned.',
  parameters: null,
});

describe('confirming a file', () => {
  let http: HttpTestingController;

  async function open(rows: Partial<KpiFile['rows']>, needsReason = false, warnings: FileWarning[] = []) {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ permissions: ['kpi-file.upload'] }),
    });
    const fixture = TestBed.createComponent(ReviewPanel);
    const effect = { months: ['2026-03'], vendors: 1, segments: 1, needsReason };
    fixture.componentRef.setInput('file', { ...base, rows: { ...base.rows, ...rows }, effect, warnings });
    document.body.append(fixture.nativeElement as HTMLElement);
    fixture.detectChanges();
    await settle();
    http = TestBed.inject(HttpTestingController);
    const element = fixture.nativeElement as HTMLElement;
    return {
      element,
      ticks: () => [...element.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')],
      radios: () => [...element.querySelectorAll<HTMLInputElement>('input[type="radio"]')],
      send: async () => {
        element.querySelector('form')?.requestSubmit();
        await settle();
      },
      asksForFile: () => {
        http.expectOne(unfinished).flush({ items: [], nextCursor: null });
        return element.querySelector('pl-send-files pl-file-drop') !== null;
      },
      confirmed: () => http.expectOne(`/api/v1/tenants/northstar/kpi-files/${base.id}/confirmation`),
    };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('says the effect and loads what was checked', async () => {
    const { element, send, confirmed } = await open({ new: 1488 });
    expect(element.querySelector('.effect')?.textContent).toBe('Loads 1,488 rows for March 2026.');
    await send();
    const request = confirmed();
    expect(request.request.body).toEqual({ wrongRows: 'refuse' });
    expect(request.request.headers.get('If-Match')).toBe(`"${base.version}"`);
    request.flush(confirmKpiFile.example.response as object);
    await settle();
  });

  it('asks for the corrected file while rows are wrong; leaving them out has to be chosen', async () => {
    const { element, radios, asksForFile, send, confirmed } = await open({ new: 133, wrong: 2 });
    expect(radios().map(({ checked }) => checked)).toEqual([true, false]);
    expect(element.querySelector('form')).toBeNull();
    expect(asksForFile()).toBe(true);
    radios()[1]?.click();
    await settle();
    expect(element.querySelector('.effect')?.textContent).toContain('2 wrong rows are left out');
    await send();
    const request = confirmed();
    expect(request.request.body).toEqual({ wrongRows: 'leave_out' });
    request.flush(confirmKpiFile.example.response as object);
    await settle();
  });

  it('does not offer to leave wrong rows out where nothing would be left to load', async () => {
    const { radios, asksForFile } = await open({ new: 0, restated: 0, unchanged: 10, wrong: 2 });
    expect(radios()).toHaveLength(1);
    expect(asksForFile()).toBe(true);
  });

  it('demands a reason where earlier values are replaced', async () => {
    const { element, send, confirmed } = await open({ new: 0, restated: 12 }, true);
    await send();
    const box = element.querySelector('textarea') as HTMLTextAreaElement;
    expect(document.activeElement).toBe(box);
    expect(element.textContent).toContain('Say why the earlier values change.');
    box.value = ' Counted anew ';
    box.dispatchEvent(new Event('input'));
    await settle();
    await send();
    const request = confirmed();
    expect(request.request.body).toEqual({ wrongRows: 'refuse', restatementReason: 'Counted anew' });
    request.flush(confirmKpiFile.example.response as object);
    await settle();
  });

  it('loads what is doubtful only once each is said to be right, and remembers it where that is wanted', async () => {
    const { element, ticks, send, confirmed } = await open({ new: 135 }, false, [
      doubtful('sum-differs'),
      doubtful('look-alike-name'),
      doubtful('outlier', { by: 'Mara Ito', at: '2026-04-03T15:40:50Z' }),
    ]);
    expect(ticks()).toHaveLength(2);
    await send();
    expect(element.textContent).toContain('Say that it is right, or correct the file.');
    expect(document.activeElement).toBe(ticks()[0]);
    ticks()[0]?.click();
    await settle();
    // what is remembered for a layout is offered once it is right; names are remembered one by one
    expect(ticks()).toHaveLength(3);
    ticks()[1]?.click();
    ticks()[2]?.click();
    await settle();
    await send();
    const request = confirmed();
    expect(request.request.body).toEqual({
      wrongRows: 'refuse',
      acceptWarnings: ['sum-differs', 'look-alike-name'],
      rememberWarnings: ['sum-differs'],
    });
    request.flush(confirmKpiFile.example.response as object);
    await settle();
  });
});
