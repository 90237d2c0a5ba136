import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withNavigationErrorHandler, withRouterConfig } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, it, jest } from '@jest/globals';
import { unavailableAtFault } from './unavailable-at-fault';

@Component({ selector: 'pl-unavailable', template: 'unavailable' })
class Unavailable {}

describe('unavailableAtFault', () => {
  it('says so when a page cannot be fetched, and keeps its address for the next try', async () => {
    const report = jest.fn();
    Object.assign(globalThis, { reportError: report });
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'unavailable', component: Unavailable },
            {
              path: 'results',
              loadComponent: () =>
                Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
            },
          ],
          withNavigationErrorHandler(unavailableAtFault),
          withRouterConfig({ urlUpdateStrategy: 'eager' }),
        ),
      ],
    });
    const harness = await RouterTestingHarness.create('/results');
    expect(harness.routeNativeElement?.textContent).toBe('unavailable');
    expect(TestBed.inject(Location).path()).toBe('/results');
    expect(report).toHaveBeenCalled();
  });
});
