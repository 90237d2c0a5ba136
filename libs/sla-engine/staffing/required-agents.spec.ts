import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { erlangC } from './erlang-c';
import { requiredAgents } from './required-agents';

const halfHour = { offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20 };

describe('requiredAgents (rule 27)', () => {
  it.each([
    ['13 agents give 79.56 %, which is not enough for 80 (rule 15)', 0.8, 14],
    ['79 % needs them only', 0.79, 13],
    ['a target reached exactly is reached', erlangC(halfHour, 13).serviceLevel, 13],
    ['a target of nothing needs nobody, however long the queue', 0, 0],
  ])('%s', (_, target, agents) => {
    const { trace, ...figures } = requiredAgents(halfHour, target);
    const { trace: same, ...expected } = erlangC(halfHour, agents);
    expect(figures).toEqual(expected);
    expect(trace.slice(0, -1)).toEqual(same);
  });

  it('nobody calls: nobody is needed', () => {
    const { agents, trace } = requiredAgents({ ...halfHour, offeredErlangs: 0 }, 0.99);
    expect(agents).toBe(0);
    expect(trace.at(-1)).toEqual({
      rule: 'staffing.nobodyRequired',
      facts: { target: 0.99, serviceLevel: 1 },
    });
  });

  it('its trace ends with what one agent fewer gives', () => {
    expect(requiredAgents(halfHour, 0.8).trace.at(-1)).toEqual({
      rule: 'staffing.required',
      facts: {
        target: 0.8,
        agents: 14,
        serviceLevel: expect.closeTo(0.88835, 5),
        fewer: 13,
        withFewer: erlangC(halfHour, 13).serviceLevel,
      },
    });
  });

  it('are the first that reach the target', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 120, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (offeredErlangs, target) => {
          const load = { ...halfHour, offeredErlangs };
          const { agents, serviceLevel } = requiredAgents(load, target);
          expect(serviceLevel).toBeGreaterThanOrEqual(target);
          expect(agents === 0 || erlangC(load, agents - 1).serviceLevel < target).toBe(true);
        },
      ),
      { numRuns: 60, seed: 6 },
    );
  });
});
