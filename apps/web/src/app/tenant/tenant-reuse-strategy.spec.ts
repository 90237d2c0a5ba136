import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RouteReuseStrategy, RouterOutlet, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { SessionStore, TenantContext } from '@plumbline/ui';
import { provideTenantForTests } from '@plumbline/ui/testing';
import { TenantReuseStrategy } from './tenant-reuse-strategy';

@Component({
  selector: 'pl-shell',
  imports: [RouterOutlet],
  providers: [TenantContext],
  template: '<router-outlet />',
})
class Shell {}

@Component({ selector: 'pl-page', template: '{{ tenant.slug }}' })
class Page {
  static made = 0;
  readonly tenant = inject(TenantContext);
  constructor() {
    Page.made += 1;
  }
}

describe('TenantReuseStrategy', () => {
  let harness: RouterTestingHarness;

  beforeEach(async () => {
    Page.made = 0;
    TestBed.configureTestingModule({
      providers: [
        provideTenantForTests().filter(
          (provider) =>
            typeof provider === 'object' && 'provide' in provider && provider.provide === SessionStore,
        ),
        provideRouter([
          { path: 't/:tenant', component: Shell, children: [{ path: ':id', component: Page }] },
        ]),
        { provide: RouteReuseStrategy, useClass: TenantReuseStrategy },
      ],
    });
    harness = await RouterTestingHarness.create('/t/northstar/1');
  });
  const shown = () => harness.fixture.nativeElement.textContent as string;

  it('makes everything anew for another tenant: nothing read for one is shown in another', async () => {
    expect(shown()).toBe('northstar');
    await harness.navigateByUrl('/t/harbor/1');
    expect([shown(), Page.made]).toEqual(['harbor', 2]);
    await harness.navigateByUrl('/t/northstar/1');
    expect([shown(), Page.made]).toEqual(['northstar', 3]);
  });

  it('keeps the page within a tenant', async () => {
    await harness.navigateByUrl('/t/northstar/2');
    expect(Page.made).toBe(1);
  });
});
