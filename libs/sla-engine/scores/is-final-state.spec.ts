import { expect, it } from '@jest/globals';
import { verdictStates } from '../targets/verdict-states';
import { isFinalState } from './is-final-state';

it('only what time can still change is not final: what is missing is (rules 16 and 25)', () => {
  expect(verdictStates.filter(isFinalState)).toEqual([
    'met',
    'breached',
    'insufficientSample',
    'noVolume',
    'notReported',
    'disputed',
    'excused',
  ]);
});
