import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { FieldHarness, sessionForTests, settle } from '@plumbline/ui/testing';
import { signInRoutes } from './routes';

@Component({ selector: 'pl-anywhere', template: 'inside' })
class Anywhere {}

const signedOut = { status: 401, code: 'signed-out', detail: '' };

describe('the door', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;
  const page = () => harness.routeNativeElement as HTMLElement;
  const session = () => http.expectOne({ method: 'GET', url: '/api/v1/session' });

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(
          [
            { path: 'sign-in', children: signInRoutes },
            { path: '**', component: Anywhere },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    TestBed.inject(Reader).setLocale('en');
    http = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create();
  });

  async function open(address: string, answer: object, status = 200): Promise<void> {
    const done = harness.navigateByUrl(address);
    await settle();
    session().flush(answer, { status, statusText: 'x' });
    await done;
    await settle();
  }

  async function fill(values: Readonly<Record<string, string>>): Promise<void> {
    const fields = await TestbedHarnessEnvironment.loader(harness.fixture).getAllHarnesses(FieldHarness);
    for (const field of fields) await field.type(values[await field.label()] ?? '');
  }

  async function send(): Promise<void> {
    page()
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  it('leads from the password to the second factor and then to where one wanted to be', async () => {
    await open('/sign-in?returnTo=%2Ft%2Fnorthstar%2Fresults', signedOut, 401);
    await fill({ 'E-mail': 'ana@example.org', Password: 'velvet otter marching quietly' });
    await send();
    http.expectOne({ method: 'POST', url: '/api/v1/session' }).flush({ next: 'totp' });
    await settle();
    session().flush({ ...sessionForTests(), mfa: 'required' });
    await settle();
    expect(TestBed.inject(Router).url).toBe('/sign-in/totp?returnTo=%2Ft%2Fnorthstar%2Fresults');
    await fill({ Code: '492039' });
    await send();
    http.expectOne({ method: 'POST', url: '/api/v1/session/totp' }).flush({ next: 'done' });
    await settle();
    session().flush(sessionForTests());
    await settle();
    expect(TestBed.inject(Router).url).toBe('/t/northstar/results');
  });

  it('sends nothing while a field is empty, and says which', async () => {
    await open('/sign-in', signedOut, 401);
    await fill({ 'E-mail': 'ana@example.org' });
    await send();
    http.expectNone({ method: 'POST', url: '/api/v1/session' });
    expect(page().querySelector('[role="alert"]')?.textContent).toContain('Password: Enter your password');
  });

  it('says what the server says, and keeps the form', async () => {
    await open('/sign-in', signedOut, 401);
    await fill({ 'E-mail': 'ana@example.org', Password: 'wrong' });
    await send();
    http.expectOne({ method: 'POST', url: '/api/v1/session' }).flush(
      {
        status: 401,
        code: 'wrong-credentials',
        title: 'Not signed in',
        detail: 'E-mail or password is wrong.',
      },
      { status: 401, statusText: 'x' },
    );
    await settle();
    expect(page().querySelector('[role="alert"]')?.textContent).toContain('E-mail or password is wrong.');
    expect(page().querySelector('input')?.value).toBe('ana@example.org');
  });

  it('has no second-factor page for those who did not give a password, nor a sign-in for those who are in', async () => {
    await open('/sign-in/totp', signedOut, 401);
    expect(TestBed.inject(Router).url).toBe('/sign-in');
  });

  it('takes those who are in already to where they wanted to be', async () => {
    await open('/sign-in?returnTo=%2Ft%2Fnorthstar%2Ftoday', sessionForTests());
    expect(TestBed.inject(Router).url).toBe('/t/northstar/today');
  });

  it('shows the secret as picture and text when a factor is set up', async () => {
    await open('/sign-in/enrol', { ...sessionForTests(), mfa: 'enrol' });
    http.expectOne({ method: 'POST', url: '/api/v1/session/totp-enrolment' }).flush({
      secret: 'JBSWY3DPEHPK3PXP',
      otpauthUri: 'otpauth://totp/x',
      qrCode: 'data:image/png;base64,iVBORw0KGgo=',
    });
    await settle();
    expect(page().querySelector('code')?.textContent).toBe('JBSW Y3DP EHPK 3PXP');
    expect(page().querySelector('img')?.getAttribute('src')).toContain('data:image/png');
  });
});
