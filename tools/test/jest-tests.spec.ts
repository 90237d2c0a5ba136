import { describe, expect, it } from '@jest/globals';
import { enginePatterns } from './jest-tests.mjs';

const taken = (filters: string[]): string[] =>
  [
    '/x/libs/sla-engine/credits/credit.spec.ts',
    '/x/libs/sla-engine/rules.spec.ts',
    '/x/libs/slas/credit.spec.ts',
  ].filter((path) => enginePatterns(filters).some((pattern) => new RegExp(pattern).test(path)));

describe('enginePatterns', () => {
  it('takes all specs of the engine and no other', () => {
    expect(taken([])).toEqual([
      '/x/libs/sla-engine/credits/credit.spec.ts',
      '/x/libs/sla-engine/rules.spec.ts',
    ]);
  });

  it('takes those of them that a filter takes', () => {
    expect(taken(['credit'])).toEqual(['/x/libs/sla-engine/credits/credit.spec.ts']);
    expect(taken(['rules|credits'])).toHaveLength(2);
    expect(taken(['slas'])).toEqual([]);
  });
});
