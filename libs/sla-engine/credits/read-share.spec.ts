import { describe, expect, it } from '@jest/globals';
import { readInput } from '../reading';
import { readShare } from './read-share';

const share = (value: unknown) => readInput({ share: value }, (input) => readShare(input, 'part', 'share'));

describe('a share of one', () => {
  it.each([
    ['"0.10"', '0.10', '0.1'],
    ['0.1', 0.1, '0.1'],
    ['10%', '10%', '0.1'],
    ['ten percent with spaces', ' 10 % ', '0.1'],
    ['a third of a percent', '0.33%', '0.0033'],
    ['a bare 10 stays ten', 10, '10'],
  ])('%s', (_, value, expected) => {
    expect(share(value)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['a percentage of nothing', '%', 'decimal.malformed', 'share'],
    ['text', 'x', 'decimal.malformed', 'share'],
    ['nothing', null, 'input.missing', 'part'],
  ])('refuses %s', (_, value, code, path) => {
    expect(share(value)).toMatchObject({ problem: { code, path } });
  });
});
