import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../api/api-problem';
import { type CursorPage, cursorList } from './cursor-list';

async function rest(): Promise<void> {
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
}

const pages: Readonly<Record<string, CursorPage<string>>> = {
  'march:': { items: ['a', 'b'], nextCursor: '2' },
  'march:2': { items: ['c'], nextCursor: null },
  'april:': { items: ['x'], nextCursor: null },
};

describe('cursorList', () => {
  it('adds page after page until there is none', async () => {
    const list = TestBed.runInInjectionContext(() =>
      cursorList({
        params: () => 'march',
        load: async (month, cursor) => pages[`${month}:${cursor ?? ''}`] as CursorPage<string>,
      }),
    );
    await rest();
    expect([list.items(), list.hasMore()]).toEqual([['a', 'b'], true]);
    await list.loadMore();
    expect([list.items(), list.hasMore()]).toEqual([['a', 'b', 'c'], false]);
    await list.loadMore();
    expect(list.state()).toEqual({ is: 'ready', value: ['a', 'b', 'c'] });
  });

  it('keeps what is there when the next page does not come, and can try again', async () => {
    let down = true;
    const list = TestBed.runInInjectionContext(() =>
      cursorList({
        params: () => 'march',
        load: async (month, cursor) => {
          if (cursor !== undefined && down) throw new ApiProblem({ code: 'offline', detail: 'No answer.' });
          return pages[`${month}:${cursor ?? ''}`] as CursorPage<string>;
        },
      }),
    );
    await rest();
    await list.loadMore();
    expect(list.moreProblem()?.code).toBe('offline');
    expect(list.items()).toEqual(['a', 'b']);
    down = false;
    await list.loadMore();
    expect([list.items(), list.moreProblem()]).toEqual([['a', 'b', 'c'], null]);
  });

  it('starts over with other parameters and drops a page that belonged to the old ones', async () => {
    const month = signal('march');
    let release: (page: CursorPage<string>) => void = () => {};
    const list = TestBed.runInInjectionContext(() =>
      cursorList({
        params: month,
        load: (of, cursor) =>
          cursor === undefined
            ? Promise.resolve(pages[`${of}:`] as CursorPage<string>)
            : new Promise<CursorPage<string>>((resolve) => (release = resolve)),
      }),
    );
    await rest();
    const late = list.loadMore();
    month.set('april');
    await rest();
    release({ items: ['c'], nextCursor: null });
    await late;
    expect([list.items(), list.hasMore()]).toEqual([['x'], false]);
  });
});
