import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../api/api-problem';
import { Reader } from '../i18n/reader';
import { type PageState } from '../state/page-state';
import { PageStateHarness } from '../testing/page-state.harness';
import { PageStateView } from './page-state-view';

@Component({
  selector: 'pl-host',
  imports: [PageStateView],
  template: `
    <pl-page-state [state]="state()" (retry)="retries.set(retries() + 1)">
      <p plEmpty>Nothing yet: upload a file.</p>
      <p>The figures</p>
    </pl-page-state>
  `,
})
class Host {
  readonly state = signal<PageState<string>>({ is: 'idle' });
  readonly retries = signal(0);
}

const problem = new ApiProblem({
  code: 'offline',
  title: 'No connection',
  detail: 'The server did not answer.',
  instance: 'req-9',
});

describe('PageStateView', () => {
  beforeEach(() => TestBed.inject(Reader).setLocale('en'));

  it.each<[PageState<string>, string]>([
    [{ is: 'idle' }, ''],
    [{ is: 'loading' }, 'Loading…'],
    [{ is: 'loading', previous: 'old' }, 'The figures'],
    [{ is: 'ready', value: 'new' }, 'The figures'],
    [{ is: 'empty', value: '' }, 'Nothing yet: upload a file.'],
  ])('%j shows "%s"', async (state, text) => {
    const fixture = TestBed.createComponent(Host);
    fixture.componentInstance.state.set(state);
    const view = await TestbedHarnessEnvironment.loader(fixture).getHarness(PageStateHarness);
    expect(await view.text()).toBe(text);
    expect(await view.isBusy()).toBe(state.is === 'loading');
  });

  it('never shows a failure as empty: the problem, its reference and a retry', async () => {
    const fixture = TestBed.createComponent(Host);
    fixture.componentInstance.state.set({ is: 'failed', problem });
    const view = await TestbedHarnessEnvironment.loader(fixture).getHarness(PageStateHarness);
    const text = await view.problemText();
    expect(text).toContain('The server did not answer.');
    expect(text).toContain('req-9');
    expect(text).not.toContain('Nothing yet');
    await view.retry();
    expect(fixture.componentInstance.retries()).toBe(1);
  });
});
