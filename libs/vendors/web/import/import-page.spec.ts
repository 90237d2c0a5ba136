import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { fieldOfHeader, type ImportResult, importTemplate } from '@plumbline/vendors/schema';
import { ImportPage } from './import-page';

const looked: ImportResult = {
  kind: 'vendors',
  columns: [
    { header: 'Code', field: 'code' },
    { header: 'Colour', field: null },
  ],
  counts: { new: 1, changed: 0, unchanged: 0, wrong: 1 },
  rows: [
    { line: 2, name: 'North Voice', act: 'new', changed: [] },
    { line: 3, name: 'South', act: 'wrong', changed: [] },
  ],
  problems: [
    {
      line: 3,
      column: 'Criticality',
      field: 'criticality',
      value: 'extreme',
      code: 'value-unknown',
      parameters: { known: ['low', 'medium', 'high'] },
    },
  ],
  applied: false,
};

describe('the import page', () => {
  let http: HttpTestingController;

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open(locale = 'en') {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ permissions: ['vendor.read', 'vendor.write'] }, [
        { path: '**', children: [] },
      ]),
    });
    TestBed.inject(Reader).setLocale(locale);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ImportPage);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const page = fixture.componentInstance as unknown as { look(file: File): Promise<void> };
    const text = () => (element.textContent ?? '').replace(/\s+/g, ' ');
    const button = (name: string) =>
      [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === name);
    // “Code”, a line break, “Ñ”
    const bytes = Uint8Array.from([67, 111, 100, 101, 13, 10, 0xc3, 0x91]);
    const look = async (name = 'vendors.csv') => {
      void page.look({ name, arrayBuffer: () => Promise.resolve(bytes.buffer) } as unknown as File);
      await settle();
    };
    await look();
    return { element, text, button, look };
  }
  const asked = (path: string) => http.expectOne(({ url }) => url.endsWith(path));

  it('shows each row and each problem, and enters nothing with a wrong row unless it is left out', async () => {
    const { element, text, button } = await open();
    const preview = asked('/vendor-imports/preview');
    expect(preview.request.body).toEqual({
      kind: 'vendors',
      file: { name: 'vendors.csv', content: btoa('Code\r\n\u00c3\u0091') },
    });
    preview.flush(looked);
    await settle();
    expect(text()).toContain('1 new, 0 changed, 0 unchanged, 1 wrong.');
    expect(text()).toContain('Not used: Colour.');
    expect(text()).toContain('One of: low, medium, high.');
    expect(button('Enter 1 row')?.disabled).toBe(true);
    element.querySelector<HTMLInputElement>('label.check input')?.click();
    await settle();
    button('Enter 1 row')?.click();
    await settle();
    const entered = asked('/vendor-imports');
    expect(entered.request.body).toMatchObject({ wrongRows: 'leave_out' });
    expect(entered.request.headers.get('Idempotency-Key')).not.toBeNull();
    entered.flush({ ...looked, applied: true });
    await settle();
  });

  it('enters the list that was looked at, whatever else was chosen meanwhile', async () => {
    const { text, button, look } = await open();
    const first = asked('/vendor-imports/preview');
    await look('second.csv');
    const second = asked('/vendor-imports/preview');
    const counts = { new: 2, changed: 0, unchanged: 0, wrong: 0 };
    second.flush({ ...looked, counts, problems: [] });
    await settle();
    first.flush({ ...looked, counts: { ...counts, new: 7 }, problems: [] });
    await settle();
    expect(text()).toContain('2 new, 0 changed, 0 unchanged, 0 wrong.');
    button('Enter 2 rows')?.click();
    await settle();
    const entered = asked('/vendor-imports');
    expect(entered.request.body).toMatchObject({ kind: 'vendors', file: { name: 'second.csv' } });
    entered.flush({ ...looked, applied: true });
    await settle();
  });

  it('shows nothing of a list of another kind', async () => {
    const { element, text } = await open();
    const preview = asked('/vendor-imports/preview');
    const select = element.querySelector('select') as HTMLSelectElement;
    select.value = 'contacts';
    select.dispatchEvent(new Event('change'));
    preview.flush(looked);
    await settle();
    expect(text()).not.toContain('What it would do');
  });

  it('says that there is nothing to enter only where every row is there', async () => {
    const { text } = await open();
    const none = { ...looked, rows: [], problems: [] };
    asked('/vendor-imports/preview').flush({
      ...{ ...none, counts: { new: 0, changed: 0, unchanged: 0, wrong: 0 } },
    });
    await settle();
    expect(text()).not.toContain('Every row is there already');
  });

  it('says why a file cannot be read', async () => {
    const { text } = await open();
    asked('/vendor-imports/preview').flush(
      {
        type: 'x',
        title: 'A rule forbids this',
        status: 422,
        code: 'not-utf-8',
        detail: 'Not UTF-8.',
        instance: '/',
      },
      { status: 422, statusText: 'Unprocessable' },
    );
    await settle();
    expect(text()).toContain('Not UTF-8.');
    expect(text()).not.toContain('What it would do');
  });

  it('speaks Spanish, with a template whose headers are understood', async () => {
    const { text } = await open('es');
    asked('/vendor-imports/preview').flush(looked);
    await settle();
    expect(text()).toContain('1 nuevas, 0 cambiadas, 0 sin cambios, 1 erróneas.');
    for (const kind of ['vendors', 'contacts'] as const)
      for (const language of ['en', 'es'] as const) {
        const fields = importTemplate(kind, language)
          .trim()
          .split(',')
          .map((each) => fieldOfHeader(kind, each));
        expect(new Set(fields).size).toBe(fields.length);
        expect(fields).not.toContain(null);
      }
  });
});
