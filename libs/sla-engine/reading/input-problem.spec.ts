import { expect, it } from '@jest/globals';
import { InputProblem } from './input-problem';

it('carries a problem, and says its detail where it is logged as an error', () => {
  const problem = { code: 'input.missing', detail: '"fee" is required.', path: 'fee' };
  const thrown = new InputProblem(problem);
  expect([thrown.problem, thrown.message, thrown instanceof Error]).toEqual([problem, problem.detail, true]);
});
