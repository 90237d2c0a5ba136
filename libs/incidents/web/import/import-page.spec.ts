import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IncidentImportResult } from '@plumbline/incidents/schema';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { listVendors } from '@plumbline/vendors/schema';
import { draftsOf } from './column-draft';
import { readCsv } from './csv-table';
import { ImportPage } from './import-page';

const vendors = listVendors.example.response as { readonly items: readonly { readonly id: string }[] };
const VENDOR = vendors.items[0]?.id ?? '';
const csv =
  'number,what,opened,grave\nA1,"Letters, lost",03/04/2016 01:16,sev1\nA2,Switch,13/04/2016 01:16,sev2\n';
const looked: IncidentImportResult = {
  counts: { total: 2, new: 1, unchanged: 0, wrong: 1 },
  problems: [{ line: 3, column: 'grave', value: 'sev2', code: 'value-unknown' }],
  verdicts: [{ policyCode: 'contract-notice', met: 0, late: 1, open: 0 }],
  applied: false,
};

describe('the import of past incidents', () => {
  let http: HttpTestingController;

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open(locale = 'en') {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ permissions: ['incident.read', 'incident.import'] }, [
        { path: '**', children: [] },
      ]),
    });
    TestBed.inject(Reader).setLocale(locale);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ImportPage);
    await settle();
    asked('/vendors').flush(vendors);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const page = fixture.componentInstance as unknown as { choose(file: File): Promise<void> };
    const text = () => (element.textContent ?? '').replace(/\s+/g, ' ');
    const button = (name: string) =>
      [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === name);
    const say = async (control: Element | null | undefined, value: string) => {
      if (!control) throw new Error(`nothing takes ${value}`);
      (control as HTMLInputElement).value = value;
      control.dispatchEvent(new Event('change'));
      await settle();
    };
    const labelled = (label: string) =>
      element.querySelector(`[aria-label="${label}"]`) ??
      [...element.querySelectorAll('label')]
        .find((each) => each.textContent?.trim().startsWith(label))
        ?.querySelector('select, input');
    const give = async (content: string) => {
      const { buffer } = Uint8Array.from(content, (sign) => sign.charCodeAt(0));
      void page.choose({ name: 'list.csv', arrayBuffer: () => Promise.resolve(buffer) } as unknown as File);
      await settle();
    };
    await give(csv);
    return { element, text, button, say, labelled, give };
  }
  const asked = (path: string) => http.expectOne(({ url }) => url.endsWith(path));

  /** All that has to be said of the list. */
  async function explained() {
    const page = await open();
    const { say, labelled } = page;
    await say(labelled('Vendor'), VENDOR);
    await say(labelled('Service'), 'mail');
    await say(labelled('Time zone'), 'Europe/Dublin');
    await say(labelled('What number is'), 'number');
    await say(labelled('What what is'), 'title');
    await say(labelled('What opened is'), 'discovered');
    await say(labelled('How opened is written'), 'DD/MM/YYYY HH:mm');
    await say(labelled('What grave is'), 'severity');
    await say(labelled('sev1 is'), 'critical');
    return page;
  }

  it('is looked at only once the discovery, how its dates are written, and the rest is said', async () => {
    const { text, button, say, labelled } = await open();
    expect(text()).toContain('Letters, lost · Switch');
    expect(text()).toContain('Say which column is the discovery');
    expect(button('Look at it')?.disabled).toBe(true);
    await say(labelled('What opened is'), 'discovered');
    expect(text()).toContain('Say how each date is written');
    expect(text()).toContain('DD/MM/YYYY HH:mm (day first)');
    await say(labelled('How opened is written'), 'DD/MM/YYYY HH:mm');
    expect(text()).toContain('Choose vendor, service and time zone.');
    await say(labelled('What number is'), 'discovered');
    expect(text()).toContain('Two columns are the same date');
    expect(button('Look at it')?.disabled).toBe(true);
  });

  it('sends what was said, shows verdicts and problems, and enters with the wrong row left out', async () => {
    const { element, text, button } = await explained();
    button('Look at it')?.click();
    await settle();
    const preview = asked('/incident-imports/preview');
    const sent = {
      ...{ vendorId: VENDOR, service: 'mail', phi: 'unknown', timezone: 'Europe/Dublin' },
      file: { name: 'list.csv', content: btoa(csv) },
      columns: {
        number: { kind: 'number' },
        what: { kind: 'title' },
        opened: { kind: 'milestone', milestone: 'discovered', format: 'DD/MM/YYYY HH:mm' },
        grave: { kind: 'severity', values: { sev1: 'critical' } },
      },
    };
    expect(preview.request.body).toEqual(sent);
    preview.flush(looked);
    await settle();
    expect(text()).toContain('2 rows: 1 new, 0 entered before, 1 wrong.');
    expect(text()).toContain('contract-notice010');
    expect(text()).toContain('You did not say what this value is.');
    expect(button('Enter 1 incident')?.disabled).toBe(true);
    element.querySelector<HTMLInputElement>('label.check input')?.click();
    await settle();
    button('Enter 1 incident')?.click();
    await settle();
    const entered = asked('/incident-imports');
    expect(entered.request.body).toEqual({ ...sent, wrongRows: 'leave_out' });
    expect(entered.request.headers.get('Idempotency-Key')).not.toBeNull();
    entered.flush({ ...looked, applied: true });
    await settle();
  });

  it('shows nothing of what was looked at once something else is said', async () => {
    const { text, button, say, labelled } = await explained();
    button('Look at it')?.click();
    await settle();
    const first = asked('/incident-imports/preview');
    await say(labelled('How opened is written'), 'MM/DD/YYYY HH:mm');
    first.flush(looked);
    await settle();
    expect(text()).not.toContain('What it would do');
    button('Look at it')?.click();
    await settle();
    asked('/incident-imports/preview').flush(looked);
    await settle();
    expect(text()).toContain('What it would do');
    await say(labelled('sev2 is'), 'low');
    expect(text()).not.toContain('What it would do');
  });

  it('says why a list is refused', async () => {
    const { text, button } = await explained();
    button('Look at it')?.click();
    await settle();
    const problem = { type: 'x', title: 'A rule forbids this', status: 422, code: 'not-utf-8' };
    asked('/incident-imports/preview').flush(
      { ...problem, detail: 'Not UTF-8.', instance: '/' },
      { status: 422, statusText: 'Unprocessable' },
    );
    await settle();
    expect(text()).toContain('Not UTF-8.');
  });

  it('speaks Spanish', async () => {
    const { text, say, labelled } = await open('es');
    await say(labelled('Qué es opened'), 'discovered');
    expect(text()).toContain('DD/MM/YYYY (primero el día)');
    expect(text()).toContain('Diga cómo está escrita cada fecha');
  });
});

describe('a list of past incidents', () => {
  it.each([
    ['a,b\n1,"x, ""y""\nz"\n', [['1', 'x, "y"\nz']]],
    ['\uFEFFa;b\r\n1;2,5\r\n\r\n', [['1', '2,5']]],
    ['a\tb\n1\t', [['1', '']]],
  ])('%j is read cell by cell', (content, rows) => {
    expect(readCsv(content)).toEqual({ headers: ['a', 'b'], rows });
  });

  it('tells different values of a column, without cells that say nothing', () => {
    const [column] = draftsOf(readCsv('a\nx\n?\ny\nx\n'));
    expect(column).toMatchObject({ header: 'a', samples: ['x', 'y'], values: ['x', 'y'], means: 'ignore' });
  });
});
