import { Component } from '@angular/core';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Session } from '@plumbline/ui';
import { sessionForTests, settle } from '@plumbline/ui/testing';
import { intoOnlyTenant, memberOnly } from './session-guards';

@Component({ selector: 'pl-inside', template: 'inside' })
class Inside {}
@Component({ selector: 'pl-choose', template: 'choose' })
class Choose {}
@Component({ selector: 'pl-sign-in', template: 'sign in' })
class SignIn {}
@Component({ selector: 'pl-unavailable', template: 'unavailable' })
class Unavailable {}
@Component({ selector: 'pl-not-found', template: 'not found' })
class NotFound {}

describe('session guards', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([
          { path: '', pathMatch: 'full', canActivate: [intoOnlyTenant], component: Choose },
          { path: 't/:tenant', canActivate: [memberOnly], children: [{ path: '**', component: Inside }] },
          { path: 'sign-in', children: [{ path: '**', component: SignIn }] },
          { path: 'unavailable', component: Unavailable },
          { path: 'not-found', component: NotFound },
        ]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create();
  });

  async function visit(address: string, answer: Session | 401 | 'down'): Promise<string | null> {
    const done = harness.navigateByUrl(address);
    await settle();
    const request = http.expectOne('/api/v1/session');
    if (answer === 'down') request.error(new ProgressEvent('error'));
    else if (answer === 401)
      request.flush({ status: 401, code: 'signed-out', detail: '' }, { status: 401, statusText: 'x' });
    else request.flush(answer);
    await done;
    return harness.routeNativeElement?.textContent ?? null;
  }

  it('lets members in', async () => {
    expect(await visit('/t/northstar/today', sessionForTests())).toBe('inside');
  });

  it('takes others to the sign-in and remembers where they wanted to be', async () => {
    expect(await visit('/t/northstar/results?month=2026-03', 401)).toBe('sign in');
    expect(TestBed.inject(Router).url).toBe('/sign-in?returnTo=%2Ft%2Fnorthstar%2Fresults%3Fmonth%3D2026-03');
  });

  it.each([
    ['required', '/sign-in/totp'],
    ['enrol', '/sign-in/enrol'],
  ] as const)('stops a session whose second factor is %s', async (mfa, page) => {
    await visit('/t/northstar/today', { ...sessionForTests(), mfa });
    expect(TestBed.inject(Router).url.split('?')[0]).toBe(page);
  });

  it('tells nothing of a tenant to those who do not belong to it', async () => {
    expect(await visit('/t/harbor/today', sessionForTests())).toBe('not found');
  });

  it('says that the server does not answer, instead of taking it for signed out', async () => {
    expect(await visit('/t/northstar/today', 'down')).toBe('unavailable');
  });

  it('goes straight into an only tenant, and asks where there are several', async () => {
    expect(await visit('/', sessionForTests())).toBe('inside');
  });

  it('lets people with several tenants choose', async () => {
    const several = [...sessionForTests().memberships, ...sessionForTests({ slug: 'harbor' }).memberships];
    expect(await visit('/', { ...sessionForTests(), memberships: several })).toBe('choose');
  });
});
