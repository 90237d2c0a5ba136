import { describe, expect, it } from '@jest/globals';
import { clockStages } from './clock-stages';

const instant = (text: string) => Temporal.Instant.from(text);
const read = (start: string, deadline: string) =>
  clockStages(instant(start), instant(deadline), [50, 75, 90, 100]).map(({ stage, at }) => [stage, `${at}`]);

describe('clockStages: shares of the elapsed time (rule 12)', () => {
  it('of 24 hours', () => {
    expect(read('2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z')).toEqual([
      [50, '2026-03-02T21:00:00Z'],
      [75, '2026-03-03T03:00:00Z'],
      [90, '2026-03-03T06:36:00Z'],
      [100, '2026-03-03T09:00:00Z'],
    ]);
  });

  it('never comes before its share, nor after the deadline', () => {
    expect(read('2026-03-02T09:00:00Z', '2026-03-02T09:00:00.001Z')).toEqual([
      [50, '2026-03-02T09:00:00.001Z'],
      [75, '2026-03-02T09:00:00.001Z'],
      [90, '2026-03-02T09:00:00.001Z'],
      [100, '2026-03-02T09:00:00.001Z'],
    ]);
    expect(read('2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000001Z')[0]).toEqual([
      50,
      '2026-03-02T09:00:00.000001Z',
    ]);
  });

  it('of a deadline that is not after the start, all of them are the deadline', () => {
    expect(read('2026-03-02T09:00:00Z', '2026-03-01T09:00:00Z').map(([, at]) => at)).toEqual(
      Array(4).fill('2026-03-01T09:00:00Z'),
    );
  });
});
