import { describe, expect, it } from '@jest/globals';
import { RecentlyUsed } from './recently-used';

/** Asks for keys in turn and says which of them had to be made. */
function made(kept: RecentlyUsed<string, string>, ...keys: readonly string[]): string {
  const log: string[] = [];
  for (const key of keys) {
    const value = kept.get(key, (asked) => {
      log.push(asked);
      return `value of ${asked}`;
    });
    expect(value).toBe(`value of ${key}`);
  }
  return log.join(' ');
}

describe('RecentlyUsed', () => {
  it.each([
    ['makes each value once', ['a', 'b', 'c', 'a', 'b', 'c'], 'a b c'],
    ['forgets what was asked for longest', ['a', 'b', 'c', 'd', 'd', 'c', 'b', 'a'], 'a b c d a'],
    ['counts asking again as use', ['a', 'b', 'c', 'a', 'd', 'a', 'b'], 'a b c d b'],
    ['the one asked for last stays so', ['a', 'a', 'b', 'c', 'd', 'a'], 'a b c d a'],
    ['the one asked for longest is kept until there is a fourth', ['a', 'b', 'c', 'a'], 'a b c'],
  ])('%s', (_, asked, expected) => {
    expect(made(new RecentlyUsed(3), ...asked)).toBe(expected);
  });

  it('keeps what is asked for between ever others', () => {
    const kept = new RecentlyUsed<string, string>(3);
    const others = Array.from({ length: 20 }, (_, index) => `other ${index}`);
    made(kept, ...others.flatMap((other) => ['kept', other]));
    expect(made(kept, 'kept')).toBe('');
  });

  it('does not keep what could not be made', () => {
    const kept = new RecentlyUsed<string, string>(3);
    const failing = () => {
      throw new RangeError('no');
    };
    expect(() => kept.get('a', failing)).toThrow('no');
    expect(made(kept, 'a')).toBe('a');
  });
});
