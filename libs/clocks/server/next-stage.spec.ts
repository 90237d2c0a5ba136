import { describe, expect, it } from '@jest/globals';
import { stagesAhead, type StagePlan } from './next-stage';

const plan = (change: Partial<StagePlan> = {}): StagePlan => ({
  startedAt: new Date('2026-03-02T09:00:00Z'),
  deadlineAt: new Date('2026-03-03T09:00:00Z'),
  ...{ metAt: null, cancelledAt: null, isPast: false },
  ...change,
});
const ahead = (change: Partial<StagePlan>, acted: Parameters<typeof stagesAhead>[1] = []) =>
  stagesAhead(plan(change), acted).map(({ stage, at }) => `${stage} ${at.toISOString().slice(5, 16)}`);

describe('the stages a clock has before it', () => {
  it.each<[string, Partial<StagePlan>, Parameters<typeof stagesAhead>[1], readonly string[]]>([
    ['of a new one', {}, [], ['50 03-02T21:00', '75 03-03T03:00', '90 03-03T06:36', '100 03-03T09:00']],
    ['after the second', {}, [50, 75], ['90 03-03T06:36', '100 03-03T09:00']],
    [
      'after the second alone: nobody is told of less than they know',
      {},
      [75],
      ['90 03-03T06:36', '100 03-03T09:00'],
    ],
    ['met at the deadline', { metAt: new Date('2026-03-03T09:00:00Z') }, [], []],
    [
      'met late, its breach not recorded',
      { metAt: new Date('2026-03-03T09:00:00.001Z') },
      [50, 75, 90],
      ['100 03-03T09:00'],
    ],
    ['met late and recorded', { metAt: new Date('2026-03-04T09:00:00Z') }, [50, 75, 90, 100], []],
    ['cancelled', { cancelledAt: new Date('2026-03-02T10:00:00Z') }, [], []],
    ['entered after the fact', { isPast: true }, [], []],
    [
      'the deadline moved earlier',
      { deadlineAt: new Date('2026-03-02T13:00:00Z') },
      [50],
      ['75 03-02T12:00', '90 03-02T12:36', '100 03-02T13:00'],
    ],
  ])('%s', (_, change, acted, expected) => {
    expect(ahead(change, acted)).toEqual(expected);
  });
});
