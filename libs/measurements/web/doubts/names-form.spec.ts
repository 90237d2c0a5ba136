import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kpiFile, resolveKpiFileNames, viewKpiFile } from '@plumbline/measurements/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { NamesForm } from './names-form';

const file = kpiFile.parse({
  ...(viewKpiFile.example.response as object),
  state: 'checked',
  unknownNames: [
    { dimension: 'queue', value: 'Claims.', rows: 3, resembles: 'claims', choices: ['claims', 'appeals'] },
    { dimension: 'language', value: 'vi', rows: 1, resembles: null, choices: ['en', 'es'] },
  ],
});

describe('saying what new names mean', () => {
  let http: HttpTestingController;

  async function open() {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ permissions: ['kpi-file.upload'] }),
    });
    const fixture = TestBed.createComponent(NamesForm);
    const resolved: unknown[] = [];
    fixture.componentRef.setInput('file', file);
    fixture.componentInstance.resolved.subscribe((each) => resolved.push(each));
    fixture.detectChanges();
    await settle();
    http = TestBed.inject(HttpTestingController);
    const element = fixture.nativeElement as HTMLElement;
    return {
      element,
      resolved,
      selects: () => [...element.querySelectorAll('select')],
      effect: () => element.querySelector('.effect')?.textContent,
    };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('takes a look-alike for the known name and the others as new, until somebody says otherwise', async () => {
    const { element, resolved, selects, effect } = await open();
    expect(selects().map(({ value }) => value)).toEqual(['claims', '']);
    expect(element.querySelector('label')?.textContent).toContain('Queue Claims.');
    expect(effect()).toContain('1 remembered as known, 1 as new');
    const [, language] = selects();
    if (language) language.value = 'es';
    language?.dispatchEvent(new Event('input', { bubbles: true }));
    language?.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(effect()).toContain('2 remembered as known, 0 as new');
    element.querySelector('form')?.requestSubmit();
    await settle();
    const request = http.expectOne(`/api/v1/tenants/northstar/kpi-files/${file.id}/names`);
    expect(request.request.headers.get('If-Match')).toBe(`"${file.version}"`);
    expect(request.request.body).toEqual({
      names: [
        { dimension: 'queue', value: 'Claims.', means: 'claims' },
        { dimension: 'language', value: 'vi', means: 'es' },
      ],
    });
    request.flush(resolveKpiFileNames.example.response as object);
    await settle();
    expect(resolved).toMatchObject([{ state: 'checking' }]);
  });
});
