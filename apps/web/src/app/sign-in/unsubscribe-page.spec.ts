import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { unsubscribe, viewUnsubscription } from '@plumbline/notifications/schema';
import { settle } from '@plumbline/ui/testing';
import { UnsubscribePage } from './unsubscribe-page';

describe('the page that leaves a kind of mail', () => {
  let http: HttpTestingController;
  let element: HTMLElement;
  const at = (method: string) =>
    http.expectOne((request) => request.method === method && request.url === '/api/v1/unsubscribe/the-token');
  const button = () => element.querySelector('button');

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(UnsubscribePage);
    fixture.componentRef.setInput('token', 'the-token');
    element = fixture.nativeElement as HTMLElement;
    await settle();
  });
  afterEach(() => http.verify());

  it('says which kind of whom, and leaves it when the button is pressed, not before', async () => {
    at('GET').flush(viewUnsubscription.example.response as object);
    await settle();
    expect(element.textContent).toContain('Northfield Health: “There is news of an incident”');
    expect(element.textContent).toContain('stop when you press the button');
    button()?.click();
    await settle();
    at('POST').flush(unsubscribe.example.response as object);
    await settle();
    expect(element.querySelector('[role=status]')?.textContent).toContain(
      'You get no more mails of this kind',
    );
    expect(button()).toBeNull();
  });

  it('says so where it was left before', async () => {
    at('GET').flush(unsubscribe.example.response as object);
    await settle();
    expect(button()).toBeNull();
    expect(element.textContent).toContain('You get no more mails of this kind');
  });

  it('shows a failure as one, and lets it be tried again', async () => {
    at('GET').flush(viewUnsubscription.example.response as object);
    await settle();
    button()?.click();
    await settle();
    at('POST').flush({ code: 'database-away', title: 'x', detail: 'x' }, { status: 503, statusText: 'x' });
    await settle();
    expect(element.querySelector('pl-problem')).not.toBeNull();
    expect(button()?.disabled).toBe(false);
  });
});
