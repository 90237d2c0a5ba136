import { describe, expect, it } from '@jest/globals';
import { requiredStep } from './required-step';

describe('why so many agents', () => {
  it.each([
    [
      'they reach the target, one fewer does not',
      { agents: 14, serviceLevel: 0.88 },
      0.79,
      {
        rule: 'staffing.required',
        facts: { target: 0.8, agents: 14, serviceLevel: 0.88, fewer: 13, withFewer: 0.79 },
      },
    ],
    [
      'one fewer would be nobody',
      { agents: 1, serviceLevel: 0.9 },
      0,
      {
        rule: 'staffing.required',
        facts: { target: 0.8, agents: 1, serviceLevel: 0.9, fewer: 0, withFewer: 0 },
      },
    ],
    [
      'nobody is needed',
      { agents: 0, serviceLevel: 1 },
      null,
      { rule: 'staffing.nobodyRequired', facts: { target: 0.8, serviceLevel: 1 } },
    ],
  ])('%s', (_, figures, withFewer, step) => {
    expect(requiredStep(figures, 0.8, withFewer)).toEqual(step);
  });
});
