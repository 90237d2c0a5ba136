import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, it } from '@jest/globals';
import { provideTenantForTests } from '../testing/tenant-testing';
import { requirePermission } from './require-permission';

@Component({ selector: 'pl-open', template: 'open' })
class Open {}
@Component({ selector: 'pl-shut', template: 'not for you' })
class Shut {}

describe('requirePermission', () => {
  it.each([
    [['vendor.write'], 'open'],
    [['vendor.read'], 'not for you'],
  ])('with %j the page is %s, and the address stays', async (permissions, shown) => {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ permissions }, [
        {
          path: 't/:tenant',
          children: [{ path: 'new', canActivate: [requirePermission('vendor.write')], component: Open }],
        },
        { path: 'forbidden', component: Shut },
      ]),
    });
    const harness = await RouterTestingHarness.create('/t/northstar/new');
    expect(harness.routeNativeElement?.textContent).toBe(shown);
    expect(TestBed.inject(Location).path()).toBe('/t/northstar/new');
  });
});
