import { describe, expect, it } from '@jest/globals';
import { type Call, countCalls } from './count-calls';

const answered = (waitSeconds: number): Call => ({ waitSeconds, ended: 'answered' });
const abandoned = (waitSeconds: number): Call => ({ waitSeconds, ended: 'abandoned' });

describe('semantics rule 14: calls become counts by the threshold of the definition', () => {
  const calls = [
    answered(10),
    answered(20),
    answered(21),
    abandoned(4),
    abandoned(5),
    abandoned(20),
    abandoned(90),
  ];

  it('counts a call at exactly the threshold as in time under <=', () => {
    expect(countCalls(calls, { seconds: 20, comparison: '<=' }, { seconds: 5 })).toEqual({
      offered: 7,
      answered: 3,
      answered_within_threshold: 2,
      abandoned: 4,
      abandoned_within_threshold: 3,
      abandoned_after_threshold: 1,
      short_abandoned: 1,
      wait_seconds: 51,
    });
  });

  it('does not under <', () => {
    expect(countCalls(calls, { seconds: 20, comparison: '<' }, { seconds: 5 })).toMatchObject({
      answered_within_threshold: 1,
      abandoned_within_threshold: 2,
      abandoned_after_threshold: 2,
    });
  });
});
