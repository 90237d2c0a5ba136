import { describe, expect, it } from '@jest/globals';
import { parseArguments } from './run-tests.mjs';

describe('parseArguments', () => {
  it('runs everything without arguments', () => {
    expect(parseArguments([])).toEqual({ part: undefined, filters: [] });
  });

  it('hands what follows --only to the runner', () => {
    expect(parseArguments(['--only', 'unit', 'libs/sla-engine'])).toEqual({
      part: 'unit',
      filters: ['libs/sla-engine'],
    });
  });

  it.each([[['--only']], [['--only', 'all']], [['libs/ui']]])('refuses %j', (args) => {
    expect(() => parseArguments(args)).toThrow(/--only/);
  });
});
