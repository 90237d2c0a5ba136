import { expect, it } from '@jest/globals';
import { resultsOpen } from './results-open';

it.each([
  ['no line is no open line', [], undefined],
  ['all final', [{ id: 'sl', state: 'notReported' }], undefined],
  [
    'open ones are named',
    [
      { id: 'sl', state: 'provisional' },
      { id: 'qa', state: 'met' },
      { id: 'aht', state: 'atRisk' },
    ],
    { code: 'scorecard.resultsOpen', detail: 'Results are still open: sl, aht.', path: '' },
  ],
] as const)('%s', (_, lines, problem) => {
  expect(resultsOpen(lines)).toEqual(problem);
});
