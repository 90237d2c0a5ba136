import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { EVENT_SOURCE, PageHeader, Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { TenantShell } from './tenant-shell';
import { Theme } from './theme';

@Component({ selector: 'pl-page', imports: [PageHeader], template: '<pl-page-header title="Page" />' })
class Page {}

describe('TenantShell', () => {
  let harness: RouterTestingHarness;
  const element = () => harness.fixture.nativeElement as HTMLElement;

  beforeEach(async () => {
    localStorage.clear();
    document.querySelector('.cdk-overlay-container')?.replaceChildren();
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ name: 'Northstar Health', permissions: ['result.read'] }, [
        { path: 't/:tenant', component: TenantShell, children: [{ path: '**', component: Page }] },
        { path: 'sign-in', component: Page },
      ]),
    });
    TestBed.inject(Reader).setLocale('en');
    harness = await RouterTestingHarness.create('/t/northstar/today');
    document.body.append(element());
  });

  const press = (key: string, more: KeyboardEventInit = {}, on: EventTarget = document) =>
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
  const button = (name: string) =>
    [...document.querySelectorAll('button')].find((each) =>
      (each.getAttribute('aria-label') ?? each.textContent ?? '').includes(name),
    );

  it('names the tenant and carries its colour', () => {
    expect(element().querySelector('header')?.textContent).toContain('Northstar Health');
    expect(
      element().querySelector<HTMLElement>('pl-tenant-shell')?.style.getPropertyValue('--pl-tenant'),
    ).toBe('#7c3aed');
  });

  it('skips to the page', () => {
    element().querySelector<HTMLAnchorElement>('.skip')?.click();
    expect(document.activeElement).toBe(element().querySelector('main'));
  });

  it('collapses the rail to pictures, keeps the names for screen readers, and remembers it', async () => {
    button('Show icons only')?.click();
    await settle();
    const entry = element().querySelector('pl-rail a');
    expect(entry?.querySelector('span')?.classList).toContain('pl-unseen');
    expect(entry?.textContent?.trim()).toBe('Today');
    expect(localStorage.getItem('plumbline-rail')).toBe('narrow');
  });

  it('lists the shortcuts with ?, but not while somebody types', async () => {
    const input = document.createElement('input');
    document.body.append(input);
    press('?', {}, input);
    await import('./shortcuts');
    await settle();
    expect(document.querySelector('pl-shortcuts')).toBeNull();
    press('?');
    await settle();
    expect(document.querySelector('pl-shortcuts')).not.toBeNull();
  });

  it.each(['ctrlKey', 'metaKey'])('opens the palette with %s and K', async (modifier) => {
    press('k', { [modifier]: true });
    await import('../palette/command-palette');
    await settle();
    expect(document.querySelector('pl-command-palette')).not.toBeNull();
  });

  it('keeps the chosen theme', async () => {
    TestBed.inject(Theme).choice.set('dark');
    await settle();
    expect(document.documentElement.getAttribute('data-theme')).toBe('dark');
    expect(localStorage.getItem('plumbline-theme')).toBe('dark');
    TestBed.inject(Theme).choice.set('system');
    await settle();
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
  });

  it('keeps the language with the person, and says where it was not kept', async () => {
    const http = TestBed.inject(HttpTestingController);
    const choose = async (name: string) => {
      (button('Account') ?? button('Cuenta'))?.click();
      await settle();
      button(name)?.click();
      return http.expectOne({ method: 'PUT', url: '/api/v1/session/language' });
    };
    const chosen = await choose('Español');
    expect(chosen.request.body).toEqual({ language: 'es' });
    chosen.flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    expect(button('Cuenta')).toBeDefined();
    (await choose('English')).error(new ProgressEvent('error'));
    await settle();
    expect(button('Cuenta')).toBeDefined();
    const asBrowser = await choose('Como el navegador');
    expect(asBrowser.request.body).toEqual({ language: null });
    asBrowser.flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    expect(TestBed.inject(Reader).chosen()).toBeNull();
  });

  it('signs out, and says so when it did not work', async () => {
    const http = TestBed.inject(HttpTestingController);
    button('Account')?.click();
    await settle();
    button('Sign out')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/v1/session' }).error(new ProgressEvent('error'));
    await settle();
    expect(TestBed.inject(Router).url).toBe('/t/northstar/today');
    button('Account')?.click();
    await settle();
    button('Sign out')?.click();
    http
      .expectOne({ method: 'DELETE', url: '/api/v1/session' })
      .flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    expect(TestBed.inject(Router).url).toBe('/sign-in');
  });
});

describe('TenantShell of somebody who is told things', () => {
  it('has a bell, fetched beside the page', async () => {
    TestBed.configureTestingModule({
      providers: [
        ...provideTenantForTests({ permissions: ['notification.read'] }, [
          { path: 't/:tenant', component: TenantShell, children: [{ path: '**', component: Page }] },
        ]),
        { provide: EVENT_SOURCE, useValue: () => ({ close: () => undefined }) },
      ],
    });
    TestBed.inject(Reader).setLocale('en');
    const { fixture } = await RouterTestingHarness.create('/t/northstar/today');
    await import('@plumbline/notifications/web/bell');
    await settle();
    const bell = (fixture.nativeElement as HTMLElement).querySelector('header pl-bell a');
    expect(bell?.getAttribute('aria-label')).toBe('Notifications: nothing unread');
    expect(bell?.getAttribute('href')).toBe('/t/northstar/notifications');
  });
});
