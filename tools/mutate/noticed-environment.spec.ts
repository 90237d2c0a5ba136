import { afterEach, describe, expect, it } from '@jest/globals';
import NoticedEnvironment from './noticed-environment.mjs';

const active = '__STRYKER_ACTIVE_MUTANT__';
// What it keeps is of the process, not of one environment: each spec file has its own.
const tell = (name: string, test: { mode?: string; errors: readonly unknown[] }) => {
  NoticedEnvironment.prototype.handleTestEvent.call({} as never, { name, test });
  return test.mode;
};
const trying = (change: string | undefined) => {
  if (change === undefined) delete process.env[active];
  else process.env[active] = change;
};

describe('the environment of mutation tests', () => {
  afterEach(() => trying(undefined));

  it('skips what comes after the first test that fails, until the next change', () => {
    trying('1');
    expect(tell('test_start', { errors: [] })).toBeUndefined();
    tell('test_done', { errors: [] });
    expect(tell('test_start', { errors: [] })).toBeUndefined();
    tell('test_done', { errors: [new Error('noticed')] });
    expect(tell('test_start', { errors: [] })).toBe('skip');
    trying('2');
    expect(tell('test_start', { errors: [] })).toBeUndefined();
  });

  it('skips nothing while nothing is changed', () => {
    trying(undefined);
    tell('test_done', { errors: [new Error('broken')] });
    expect(tell('test_start', { errors: [] })).toBeUndefined();
  });

  it('tells Stryker that a skipped test is over', () => {
    const stryker = { currentTestId: 'the one before' as string | undefined };
    const environment = { global: { __stryker__: stryker } };
    const event = { name: 'test_skip', test: { errors: [] } };
    NoticedEnvironment.prototype.handleTestEvent.call(environment as never, event);
    expect(stryker.currentTestId).toBeUndefined();
  });

  it('minds events of no test', () => {
    trying('3');
    expect(() =>
      NoticedEnvironment.prototype.handleTestEvent.call({} as never, { name: 'setup' }),
    ).not.toThrow();
  });
});
