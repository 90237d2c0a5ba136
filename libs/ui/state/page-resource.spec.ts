import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../api/api-problem';
import { type PageResource, pageResource } from './page-resource';

/** Loads that the spec answers by hand, in the order it chooses. */
class Loads {
  readonly calls: {
    params: string;
    signal: AbortSignal;
    answer(value: string[]): void;
    fail(error: unknown): void;
  }[] = [];

  load = (params: string, abort: AbortSignal) =>
    new Promise<string[]>((answer, fail) => this.calls.push({ params, signal: abort, answer, fail }));
}

async function rest(): Promise<void> {
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
}

function make(params: () => string | undefined): { loads: Loads; page: PageResource<string[]> } {
  const loads = new Loads();
  const page = TestBed.runInInjectionContext(() =>
    pageResource({ params, load: loads.load, isEmpty: (value) => value.length === 0 }),
  );
  return { loads, page };
}

describe('pageResource', () => {
  it('is idle without parameters, then loading, then ready', async () => {
    const params = signal<string | undefined>(undefined);
    const { loads, page } = make(params);
    await rest();
    expect(page.state()).toEqual({ is: 'idle' });
    params.set('march');
    await rest();
    expect(page.state()).toEqual({ is: 'loading' });
    loads.calls[0]?.answer(['a']);
    await rest();
    expect(page.state()).toEqual({ is: 'ready', value: ['a'] });
  });

  it('tells empty from failed, and a retry from a first load', async () => {
    const { loads, page } = make(() => 'march');
    await rest();
    loads.calls[0]?.fail(new ApiProblem({ code: 'offline', detail: 'No answer.' }));
    await rest();
    expect(page.state()).toMatchObject({ is: 'failed', problem: { code: 'offline' } });
    page.reload();
    await rest();
    loads.calls[1]?.answer([]);
    await rest();
    expect(page.state()).toEqual({ is: 'empty', value: [] });
    page.reload();
    await rest();
    expect(page.state()).toEqual({ is: 'loading', previous: [] });
  });

  it('cancels an overtaken load and never shows its answer', async () => {
    const params = signal('march');
    const { loads, page } = make(params);
    await rest();
    params.set('april');
    await rest();
    expect(loads.calls[0]?.signal.aborted).toBe(true);
    loads.calls[1]?.answer(['april']);
    loads.calls[0]?.answer(['march']);
    await rest();
    expect(page.state()).toEqual({ is: 'ready', value: ['april'] });
  });

  it('wraps whatever was thrown in a problem that can be shown', async () => {
    const { loads, page } = make(() => 'march');
    await rest();
    loads.calls[0]?.fail('odd');
    await rest();
    expect(page.state()).toMatchObject({ is: 'failed', problem: { code: 'failed' } });
  });
});
