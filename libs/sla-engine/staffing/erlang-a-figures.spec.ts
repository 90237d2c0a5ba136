import { describe, expect, it } from '@jest/globals';
import { erlangAFigures } from './erlang-a-figures';
import { answeredWithin, impatientQueue } from './impatient-queue';

const load = { offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20, meanPatienceSeconds: 90 };

describe('erlangAFigures: the shares Erlang A is multiplied from (rule 27)', () => {
  it('are those of the queue at half a handle time of patience', () => {
    const { figures, abandonedOfWaiting, inTimeOfAnswered } = erlangAFigures(load, 12);
    const queue = impatientQueue(6, 5);
    expect(abandonedOfWaiting).toBe(queue.abandoned);
    expect(inTimeOfAnswered).toBe(answeredWithin(6, 5, 20 / 90));
    expect(figures.abandonProbability).toBe(figures.waitProbability * queue.abandoned);
    expect(figures.meanWait).toBe(figures.abandonProbability * 90);
    expect(figures.serviceLevel).toBeCloseTo(
      1 - figures.waitProbability + figures.waitProbability * (1 - queue.abandoned) * inTimeOfAnswered,
      15,
    );
  });

  it.each([
    ['nobody calls', 0, 3, { abandonedOfWaiting: 0, inTimeOfAnswered: 0, figures: { serviceLevel: 1 } }],
    ['nobody calls, nobody there', 0, 0, { abandonedOfWaiting: 0, inTimeOfAnswered: 0, figures: { asa: 0 } }],
    [
      'nobody there',
      10,
      0,
      { abandonedOfWaiting: 1, inTimeOfAnswered: 0, figures: { abandonProbability: 1, meanWait: 90 } },
    ],
  ])('%s', (_, offeredErlangs, agents, expected) => {
    expect(erlangAFigures({ ...load, offeredErlangs }, agents)).toMatchObject(expected);
  });
});
