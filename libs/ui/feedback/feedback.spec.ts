import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { Confirm } from './confirm';
import { Notices } from './notices';
import { NoticesView } from './notices-view';

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  TestBed.inject(Reader).setLocale('en');
});

describe('Notices', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('says aloud what is done and lets it go; a problem stays until it is closed', () => {
    const fixture = TestBed.createComponent(NoticesView);
    const notices = TestBed.inject(Notices);
    const region = fixture.nativeElement as HTMLElement;
    notices.done('Published March for 3 vendors.', { text: 'Open', to: ['/scorecards'] });
    notices.problem('The mail server is down.');
    fixture.detectChanges();
    expect(region.querySelector('[role="status"]')?.getAttribute('aria-live')).toBe('polite');
    expect(region.textContent).toContain('Published March for 3 vendors.');
    expect(region.querySelector('a')?.getAttribute('href')).toBe('/scorecards');
    jest.advanceTimersByTime(8_000);
    fixture.detectChanges();
    expect(region.textContent).not.toContain('Published');
    expect(region.textContent).toContain('The mail server is down.');
    region.querySelector('button')?.click();
    fixture.detectChanges();
    expect(region.querySelectorAll('.notice')).toHaveLength(0);
  });
});

@Component({ selector: 'pl-host', template: '' })
class Host {
  readonly confirm = inject(Confirm);
}

describe('Confirm', () => {
  it.each([
    ['Publish', true],
    ['Cancel', false],
  ])('says the effect; pressing %s answers %s', async (button, answer) => {
    const fixture = TestBed.createComponent(Host);
    const asked = fixture.componentInstance.confirm.ask({
      title: 'Publish March 2026?',
      effect: 'Mails 7 people.',
      action: 'Publish',
    });
    await import('@angular/material/dialog');
    await new Promise((resolve) => setTimeout(resolve));
    const dialog = await TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(MatDialogHarness);
    expect([await dialog.getTitleText(), await dialog.getContentText(), await dialog.getRole()]).toEqual([
      'Publish March 2026?',
      'Mails 7 people.',
      'alertdialog',
    ]);
    [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === button)?.click();
    await expect(asked).resolves.toBe(answer);
  });
});
