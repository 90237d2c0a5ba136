import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, it } from '@jest/globals';
import { provideTenantForTests, settle } from '../testing/tenant-testing';
import { ExplainPanel } from './explain-panel';

@Component({ selector: 'pl-page', template: '' })
class Page {
  readonly panel = inject(ExplainPanel);
}

describe('ExplainPanel', () => {
  it('keeps what is explained in the address, opens it from there, and closes with it', async () => {
    TestBed.configureTestingModule({
      providers: provideTenantForTests({}, [{ path: 'results', component: Page }]),
    });
    const harness = await RouterTestingHarness.create('/results?month=2026-03');
    const router = TestBed.inject(Router);
    const panel = TestBed.inject(ExplainPanel);
    panel.open('r1');
    await settle();
    expect(router.url).toBe('/results?month=2026-03&explain=r1');
    expect(panel.resultId()).toBe('r1');
    expect(panel.linkTo('r1')).toBe('http://localhost/results?month=2026-03&explain=r1');
    await import('./explain-drawer');
    await settle();
    expect(document.querySelectorAll('pl-explain-drawer')).toHaveLength(1);
    panel.close();
    await settle();
    expect(router.url).toBe('/results?month=2026-03');
    expect(document.querySelectorAll('pl-explain-drawer')).toHaveLength(0);
  });
});
