import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, it } from '@jest/globals';
import { provideTenantForTests, settle } from '../testing/tenant-testing';
import { EXPLAIN_DRAWER, ExplainPanel } from './explain-panel';

@Component({ selector: 'pl-page', template: '' })
class Page {
  readonly panel = inject(ExplainPanel);
}

@Component({ selector: 'pl-drawer', template: '<h2 id="pl-explain-title" tabindex="-1">{{ id }}</h2>' })
class Drawer {
  readonly id = inject<string>(DIALOG_DATA);
}

describe('ExplainPanel', () => {
  it('keeps what is explained in the address, opens it from there, and closes with it', async () => {
    TestBed.configureTestingModule({
      providers: [
        ...provideTenantForTests({}, [{ path: 'results', component: Page }]),
        { provide: EXPLAIN_DRAWER, useValue: () => Promise.resolve(Drawer) },
      ],
    });
    await RouterTestingHarness.create('/results?month=2026-03');
    const router = TestBed.inject(Router);
    const panel = TestBed.inject(ExplainPanel);
    panel.open('r1');
    await settle();
    expect(router.url).toBe('/results?month=2026-03&explain=r1');
    expect(panel.resultId()).toBe('r1');
    expect(panel.linkTo('r1')).toBe('http://localhost/results?month=2026-03&explain=r1');
    expect(document.querySelectorAll('pl-drawer')).toHaveLength(1);
    panel.close();
    await settle();
    expect(router.url).toBe('/results?month=2026-03');
    expect(document.querySelectorAll('pl-drawer')).toHaveLength(0);
  });
});
