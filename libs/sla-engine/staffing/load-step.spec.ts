import { expect, it } from '@jest/globals';
import { loadStep } from './load-step';

it('a staffing figure starts from what is offered, how long it takes, what is in time and who is there', () => {
  const load = { offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20, meanPatienceSeconds: 60 };
  expect(loadStep(load, 14)).toEqual({
    rule: 'staffing.load',
    facts: { offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20, agents: 14 },
  });
});
