import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type KpiFile, kpiFile, viewKpiFile } from '@plumbline/measurements/schema';
import { FileDrop, Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { By } from '@angular/platform-browser';
import { SendFiles } from './send-files';

const base = kpiFile.parse(viewKpiFile.example.response) as KpiFile;
const created = { status: 201, statusText: 'Created' };

describe('several files at once', () => {
  let fixture: ComponentFixture<SendFiles>;
  let element: HTMLElement;
  let http: HttpTestingController;
  let sent: KpiFile[];

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ side: 'vendor', permissions: ['kpi-file.upload'] }),
    });
    TestBed.inject(Reader).setLocale('en');
    fixture = TestBed.createComponent(SendFiles);
    fixture.componentRef.setInput('vendorId', base.vendor.id);
    sent = [];
    fixture.componentInstance.sent.subscribe((file) => sent.push(file));
    element = fixture.nativeElement as HTMLElement;
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await settle();
  });

  const choose = async (...names: readonly string[]) => {
    const drop = fixture.debugElement.query(By.directive(FileDrop)).componentInstance as FileDrop;
    for (const name of names) drop.chosen.emit(new File(['day,offered\n'], name));
    await settle();
  };
  /** The uploads under way, by file name. */
  const underWay = () =>
    new Map(
      http
        .match((request) => request.url.endsWith('/kpi-files'))
        .map((call) => [((call.request.body as FormData).get('file') as File).name, call] as const),
    );
  const arrive = async (call: TestRequest | undefined, id = base.id) => {
    call?.flush({ ...base, id }, created);
    await settle();
  };
  const states = () => [...element.querySelectorAll('li .between span')].map((each) => each.textContent);
  const press = async (label: string) => {
    element.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click();
    await settle();
  };

  it('are sent two at a time, the next when one is done, and each is opened from the list', async () => {
    await choose('a.csv', 'b.csv', 'c.csv');
    const first = underWay();
    expect([...first.keys()]).toEqual(['a.csv', 'b.csv']);
    expect(states().map((text) => text?.split(' · ')[1])).toEqual([
      'Being sent',
      'Being sent',
      'Waits for its turn',
    ]);
    await arrive(first.get('a.csv'));
    const next = underWay();
    expect([...next.keys()]).toEqual(['c.csv']);
    await arrive(first.get('b.csv'));
    await arrive(next.get('c.csv'));
    expect(element.querySelector('[role="status"]:not(.pl-unseen)')?.textContent).toBe(
      '3 of 3 files arrived.',
    );
    expect(element.querySelector('[aria-label="Open a.csv"]')?.getAttribute('href')).toContain(
      `/kpi-files/${base.id}`,
    );
    expect(sent).toEqual([]);
  });

  it('stay in the list when one fails, which is sent again under the same key', async () => {
    await choose('bad.csv', 'good.csv');
    const calls = underWay();
    calls.get('bad.csv')?.flush(
      {
        type: '/problems/not-csv',
        title: 'No',
        status: 422,
        code: 'not-csv',
        detail: 'This is a PDF.',
        instance: 'x',
      },
      { status: 422, statusText: 'Unprocessable' },
    );
    await arrive(calls.get('good.csv'));
    expect(states().map((text) => text?.split(' · ')[1])).toEqual(['Not sent', 'Arrived']);
    expect(element.textContent).toContain('This is a PDF.');
    expect(element.textContent).toContain('1 of 2 files arrived, 1 not sent.');
    await press('Send again bad.csv');
    const again = underWay().get('bad.csv');
    expect(again?.request.headers.get('Idempotency-Key')).toBe(
      calls.get('bad.csv')?.request.headers.get('Idempotency-Key'),
    );
    await arrive(again);
    expect(element.textContent).toContain('2 of 2 files arrived.');
  });

  it('can be stopped one by one, also before their turn', async () => {
    await choose('a.csv', 'b.csv', 'c.csv');
    const calls = underWay();
    await press('Stop sending c.csv');
    await press('Stop sending a.csv');
    expect([calls.get('a.csv')?.cancelled, calls.get('b.csv')?.cancelled]).toEqual([true, false]);
    await arrive(calls.get('b.csv'));
    expect([...underWay().keys()]).toEqual([]);
    expect(states().map((text) => text?.split(' · ')[1])).toEqual([
      'Stopped; nothing of it was kept',
      'Arrived',
      'Stopped; nothing of it was kept',
    ]);
  });

  it('of which there is one lead on to its page', async () => {
    await choose('a.csv');
    await arrive(underWay().get('a.csv'));
    expect(sent.map(({ id }) => id)).toEqual([base.id]);
  });

  it('are one where just one is taken: what is chosen next takes its place, and that one leads on', async () => {
    fixture.componentRef.setInput('single', true);
    await settle();
    expect(element.querySelector('input[type="file"]')?.getAttribute('aria-label')).toBe(
      'KPI file (CSV or XLSX)',
    );
    expect(element.querySelector<HTMLInputElement>('input[type="file"]')?.multiple).toBe(false);
    await choose('wrong.csv');
    const wrong = underWay().get('wrong.csv');
    await choose('right.csv');
    expect(wrong?.cancelled).toBe(true);
    expect(states()).toHaveLength(1);
    await arrive(underWay().get('right.csv'));
    expect(sent.map(({ id }) => id)).toEqual([base.id]);
  });

  it('are not lost by a slip: the browser asks before it leaves', async () => {
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    await choose('a.csv');
    expect(leave()).toBe(true);
    await arrive(underWay().get('a.csv'));
    expect(leave()).toBe(false);
  });
});
