import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideTenantForTests } from '../testing/tenant-testing';
import { PageHeader } from './page-header';
import { PageHeading } from './page-heading';

@Component({ selector: 'pl-first', imports: [PageHeader], template: `<pl-page-header title="First" />` })
class First {}
@Component({
  selector: 'pl-second',
  imports: [PageHeader],
  template: `<pl-page-header title="Second" [breadcrumbs]="[{ text: 'First', link: ['/first'] }]" />`,
})
class Second {}

describe('PageHeader', () => {
  let harness: RouterTestingHarness;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ name: 'Northstar Health' }, [
        { path: 'first', component: First },
        { path: 'second', component: Second },
      ]),
    });
    TestBed.inject(PageHeading);
    harness = await RouterTestingHarness.create('/first');
    document.body.append(harness.fixture.nativeElement as HTMLElement);
  });

  it('titles the document with page and tenant, so that two tabs are never confused', async () => {
    expect(document.title).toBe('First · Northstar Health · Plumbline');
    await harness.navigateByUrl('/second');
    expect(document.title).toBe('Second · Northstar Health · Plumbline');
  });

  it('leaves the focus of the first page to the browser, and takes it at each navigation', async () => {
    expect(document.activeElement).toBe(document.body);
    await harness.navigateByUrl('/second');
    await harness.fixture.whenStable();
    expect(document.activeElement?.textContent).toBe('Second');
  });

  it('does not move the focus when only filters change', async () => {
    await harness.navigateByUrl('/first?month=2026-03');
    await harness.fixture.whenStable();
    expect(document.activeElement).toBe(document.body);
  });

  it('leads back by its breadcrumbs', async () => {
    await harness.navigateByUrl('/second');
    const link = harness.routeNativeElement?.querySelector('nav a');
    expect([link?.textContent, link?.getAttribute('href')]).toEqual(['First', '/first']);
  });
});
