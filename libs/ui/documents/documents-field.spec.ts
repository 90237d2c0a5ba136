import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { provideTenantForTests, settle } from '../testing/tenant-testing';
import { DocumentLinks } from './document-links';
import { DocumentsField } from './documents-field';

const certificate = { id: '019b2f6e-0000-7000-8000-0000000000d0', name: 'iso.pdf', bytes: 1400 };

describe('documents of a form', () => {
  let fixture: ComponentFixture<DocumentsField>;
  let server: HttpTestingController;
  const element = () => fixture.nativeElement as HTMLElement;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideTenantForTests() });
    TestBed.inject(Reader).setLocale('en');
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(DocumentsField);
    fixture.componentRef.setInput('label', 'Evidence');
    fixture.componentRef.setInput('vendorId', 'v1');
    fixture.detectChanges();
  });

  async function drop(...files: readonly File[]): Promise<void> {
    const event = new Event('drop', { cancelable: true });
    Object.assign(event, { dataTransfer: { files } });
    element().querySelector('pl-file-drop')?.dispatchEvent(event);
    await settle();
  }
  const sent = () =>
    server.expectOne(({ url, method }) => method === 'POST' && url.endsWith('/tenants/northstar/documents'));

  it('are sent when they are chosen, for the vendor, and can be taken out again', async () => {
    await drop(new File(['%PDF-'], 'iso.pdf'));
    expect(fixture.componentInstance.busy()).toBe(true);
    const request = sent();
    expect(request.request.params.get('vendorId')).toBe('v1');
    expect(((request.request.body as FormData).get('file') as File).name).toBe('iso.pdf');
    request.flush(certificate);
    await settle();
    expect(fixture.componentInstance.documents()).toEqual([certificate]);
    expect(element().querySelector('[role="status"]')?.textContent).toBe('iso.pdf is attached.');
    expect(fixture.componentInstance.busy()).toBe(false);

    element().querySelector<HTMLButtonElement>('[aria-label="Remove iso.pdf"]')?.click();
    await settle();
    expect(fixture.componentInstance.documents()).toEqual([]);
  });

  it('say why one was refused, and keep the others', async () => {
    await drop(new File(['%PDF-'], 'iso.pdf'));
    sent().flush(certificate);
    await settle();
    await drop(new File(['<html>'], 'page.pdf'));
    sent().flush(
      {
        code: 'document-kind',
        title: 'A rule forbids this',
        detail: 'page.pdf does not begin like one.',
        status: 415,
      },
      { status: 415, statusText: 'Unsupported' },
    );
    await settle();
    expect(element().querySelector('pl-problem')?.textContent).toContain('page.pdf does not begin like one.');
    expect(fixture.componentInstance.documents()).toEqual([certificate]);
  });

  it('are the insurer’s own where no vendor is named', async () => {
    fixture.componentRef.setInput('vendorId', null);
    await drop(new File(['%PDF-'], 'iso.pdf'));
    expect(sent().request.params.has('vendorId')).toBe(false);
  });
});

it('documents are downloaded from the tenant of the page', () => {
  TestBed.configureTestingModule({ providers: provideTenantForTests() });
  TestBed.inject(Reader).setLocale('en');
  const fixture = TestBed.createComponent(DocumentLinks);
  fixture.componentRef.setInput('documents', [certificate]);
  fixture.detectChanges();
  const link = (fixture.nativeElement as HTMLElement).querySelector('a');
  expect(link?.getAttribute('href')).toBe(`/api/v1/tenants/northstar/documents/${certificate.id}/content`);
  expect((fixture.nativeElement as HTMLElement).textContent).toContain('1.4 kB');
});
