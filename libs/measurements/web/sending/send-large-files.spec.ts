import { HttpEventType } from '@angular/common/http';
import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import { describe, expect, it } from '@jest/globals';
import { webcrypto } from 'node:crypto';
import {
  type KpiFile,
  kpiFile,
  type KpiFileUpload,
  kpiFileUpload,
  pieceBytes,
  viewKpiFile,
  viewKpiFileUpload,
} from '@plumbline/measurements/schema';
import { FileDrop, Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { fingerprintOf } from './file-fingerprint';
import { SendFiles } from './send-files';

// what jsdom lacks of a browser
Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle });
Blob.prototype.arrayBuffer ??= function (this: Blob) {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(this);
  });
};

const base = kpiFile.parse(viewKpiFile.example.response) as KpiFile;
const id = '019b2f71-0002-7abc-8def-0123456789ab';
const BYTES = pieceBytes + 1_000;
const large = (fill = 65, name = 'large.csv', lastModified = 1_775_000_000_000) =>
  new File([new Uint8Array(BYTES).fill(fill)], name, { lastModified });

describe('a large file', () => {
  let fixture: ComponentFixture<SendFiles>;
  let element: HTMLElement;
  let http: HttpTestingController;
  let sent: KpiFile[];

  const start = async (unfinished: readonly KpiFileUpload[] = []) => {
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
    await answer('GET', (call) => call.flush({ items: unfinished, nextCursor: null }));
  };
  /** The next call of a method, once it is made. */
  const next = async (method: string): Promise<TestRequest> => {
    for (let round = 0; round < 100; round += 1) {
      await settle();
      const [call] = http.match((request) => request.method === method);
      if (call) return call;
    }
    throw new Error(`no ${method} was sent`);
  };
  const answer = async (method: string, give: (call: TestRequest) => void): Promise<TestRequest> => {
    const call = await next(method);
    give(call);
    await settle();
    return call;
  };
  const stands = (offset: number) => (call: TestRequest) =>
    call.flush('', { headers: { 'Upload-Offset': String(offset), 'Upload-Length': String(BYTES) } });
  const taken = (offset: number) => (call: TestRequest) =>
    call.flush('', { status: 204, statusText: 'No Content', headers: { 'Upload-Offset': String(offset) } });
  const choose = (file: File) => {
    const drop = fixture.debugElement.query(By.directive(FileDrop)).componentInstance as FileDrop;
    drop.chosen.emit(file);
  };
  /** Chosen, and its upload begun: the first piece is on its way. */
  const begin = async () => {
    choose(large());
    await answer('GET', (call) => call.flush({ items: [], nextCursor: null }));
    await answer('POST', (call) =>
      call.flush('{}', {
        status: 201,
        statusText: 'Created',
        headers: { Location: `/api/v1/tenants/northstar/kpi-file-uploads/${id}` },
      }),
    );
  };
  const state = () => element.querySelector('li .between span')?.textContent.split(' · ')[1];
  const spoken = () => element.querySelector('.pl-unseen[role="status"]')?.textContent;
  const press = async (label: string) => {
    const button = element.querySelector<HTMLElement>(`[aria-label="${label}"]`);
    if (!button) throw new Error(`there is no ${label}`);
    button.click();
    await settle();
  };
  const begun = async (received: number, of = large()): Promise<KpiFileUpload> => ({
    ...(kpiFileUpload.parse(viewKpiFileUpload.example.response) as KpiFileUpload),
    name: of.name,
    bytes: BYTES,
    received,
    fingerprint: await fingerprintOf(of),
  });

  it('goes in pieces and ends on its page', async () => {
    await start();
    await begin();
    const first = await answer('PATCH', taken(pieceBytes));
    expect([first.request.headers.get('Upload-Offset'), (first.request.body as Blob).size]).toEqual([
      '0',
      pieceBytes,
    ]);
    expect(first.request.headers.get('X-CSRF-Token')).toBe('csrf-of-this-session');
    const last = await answer('PATCH', taken(BYTES));
    expect(last.request.headers.get('Upload-Offset')).toBe(String(pieceBytes));
    const done = await answer('POST', (call) => call.flush(base));
    expect(done.request.url).toBe(`/api/v1/tenants/northstar/kpi-file-uploads/${id}/completion`);
    expect(sent.map((file) => file.id)).toEqual([base.id]);
  });

  it('goes on by itself after the connection was lost, from where the server stands', async () => {
    await start();
    await begin();
    await answer('PATCH', (call) => call.error(new ProgressEvent('error')));
    expect(state()).toBe('Connection lost; goes on by itself');
    expect(spoken()).toContain('Connection lost; goes on by itself');
    window.dispatchEvent(new Event('online'));
    await answer('HEAD', stands(1_234));
    const piece = await next('PATCH');
    expect([piece.request.headers.get('Upload-Offset'), state()]).toEqual(['1234', 'Being sent']);
  });

  it('is told by quarters, not by every percent', async () => {
    await start();
    await begin();
    const piece = await next('PATCH');
    const said = new Set<string | null | undefined>();
    for (let loaded = 0; loaded <= pieceBytes; loaded += 40_000) {
      piece.event({ type: HttpEventType.UploadProgress, loaded, total: pieceBytes });
      await settle();
      said.add(spoken());
    }
    expect([...said]).toEqual(
      ['0%', '25%', '50%', '75%'].map((share) => `large.csv: Being sent, ${share} sent.`),
    );
  });

  it('can be paused and gone on with', async () => {
    await start();
    await begin();
    const piece = await next('PATCH');
    await press('Pause sending large.csv');
    expect([piece.cancelled, state()]).toEqual([true, 'Paused; what has arrived is kept for 24 hours']);
    await press('Go on sending large.csv');
    await answer('HEAD', stands(500));
    expect((await next('PATCH')).request.headers.get('Upload-Offset')).toBe('500');
    expect(state()).toBe('Being sent');
  });

  it('can be removed: nothing of it is kept', async () => {
    await start();
    await begin();
    const piece = await next('PATCH');
    await press('Remove what was sent of large.csv');
    const removal = await answer('DELETE', (call) =>
      call.flush(null, { status: 204, statusText: 'No Content' }),
    );
    expect([piece.cancelled, removal.request.url, state()]).toEqual([
      true,
      `/api/v1/tenants/northstar/kpi-file-uploads/${id}`,
      'Stopped; nothing of it was kept',
    ]);
  });

  it('that is refused says why, and begins anew when it is sent again', async () => {
    await start();
    await begin();
    const problem = {
      type: 'x',
      title: 'No',
      status: 422,
      code: 'foreign-format',
      detail: 'This is a PDF.',
      instance: 'x',
    };
    await answer('PATCH', (call) =>
      call.flush(JSON.stringify(problem), { status: 422, statusText: 'Unprocessable' }),
    );
    expect([state(), element.textContent.includes('This is a PDF.')]).toEqual(['Not sent', true]);
    await press('Go on sending large.csv');
    await answer('GET', (call) => call.flush({ items: [], nextCursor: null }));
    expect((await next('POST')).request.url).toContain('/kpi-file-uploads?');
  });

  it('that was begun before the page was reloaded goes on when it is chosen again', async () => {
    await start([await begun(2_000_000)]);
    expect(element.textContent).toContain('2 MB of 4.2 MB arrived');
    const field = element.querySelector<HTMLInputElement>('[aria-label="Choose large.csv again"]');
    const chooseAgain = async (file: File) => {
      Object.defineProperty(field, 'files', { value: [file], configurable: true });
      field?.dispatchEvent(new Event('change'));
      // the file's beginning and end are read, which takes as long as it takes
      for (let round = 0; round < 5 || (alert() === '' && round < 50); round += 1) await settle();
    };
    const alert = () => element.querySelector('.mismatch')?.textContent;
    await chooseAgain(new File(['x'], 'large.csv'));
    expect(alert()).toContain('it is not the same. Nothing was sent.');
    for (const other of [large(66), large(65, 'other.csv'), large(65, 'large.csv', 1)]) {
      await chooseAgain(other);
      expect(alert()).toContain('is not the file that was being sent');
    }
    await chooseAgain(large());
    await answer('HEAD', stands(2_000_000));
    const piece = await next('PATCH');
    expect(piece.request.headers.get('Upload-Offset')).toBe('2000000');
    expect(element.textContent).not.toContain('Not finished');
  });

  it('that is dropped again goes on, without being looked for in the list', async () => {
    await start();
    choose(large());
    const upload = await begun(7);
    await answer('GET', (call) => call.flush({ items: [upload], nextCursor: null }));
    await answer('HEAD', stands(7));
    expect((await next('PATCH')).request.headers.get('Upload-Offset')).toBe('7');
  });

  it('that is not finished can be removed from the list', async () => {
    await start([await begun(2_000_000)]);
    await press('Remove what was sent of large.csv');
    await answer('DELETE', (call) => call.flush(null, { status: 204, statusText: 'No Content' }));
    expect(element.textContent).not.toContain('Not finished');
  });

  it('that stands in place of another goes on when it is chosen again, and what arrived of it is not thrown away', async () => {
    await start();
    fixture.componentRef.setInput('single', true);
    await begin();
    const piece = await next('PATCH');
    choose(large());
    const upload = await begun(500);
    await answer('GET', (call) => call.flush({ items: [upload], nextCursor: null }));
    expect([piece.cancelled, http.match((request) => request.method === 'DELETE').length]).toEqual([true, 0]);
    await answer('HEAD', stands(500));
    const last = await answer('PATCH', taken(BYTES));
    expect(last.request.headers.get('Upload-Offset')).toBe('500');
    await answer('POST', (call) => call.flush(base));
    expect(sent.map((file) => file.id)).toEqual([base.id]);
  });

  it('waits for the next visit when the page is left: nothing of it is removed', async () => {
    await start();
    await begin();
    const piece = await next('PATCH');
    fixture.destroy();
    await settle();
    expect([piece.cancelled, http.match((request) => request.method === 'DELETE').length]).toEqual([true, 0]);
  });
});
