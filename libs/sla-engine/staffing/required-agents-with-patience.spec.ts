import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { erlangA } from './erlang-a';
import { requiredAgentsWithPatience } from './required-agents-with-patience';

const patient = { offeredErlangs: 10, ahtSeconds: 180, thresholdSeconds: 20, meanPatienceSeconds: 180 };

describe('requiredAgentsWithPatience (rule 27)', () => {
  it.each([
    ['80 % of all offered', 0.8, 12],
    ['a target reached exactly is reached (rule 15)', erlangA(patient, 11).serviceLevel, 11],
    ['a target of nothing needs nobody', 0, 0],
  ])('%s', (_, target, agents) => {
    const { trace, ...figures } = requiredAgentsWithPatience(patient, target);
    const { trace: same, ...expected } = erlangA(patient, agents);
    expect(figures).toEqual(expected);
    expect(trace.slice(0, -1)).toEqual(same);
  });

  it('its trace ends with what one agent fewer gives', () => {
    expect(requiredAgentsWithPatience(patient, 0.8).trace.at(-1)).toEqual({
      rule: 'staffing.required',
      facts: {
        target: 0.8,
        agents: 12,
        serviceLevel: erlangA(patient, 12).serviceLevel,
        fewer: 11,
        withFewer: erlangA(patient, 11).serviceLevel,
      },
    });
    expect(requiredAgentsWithPatience(patient, 0).trace.at(-1)).toEqual({
      rule: 'staffing.nobodyRequired',
      facts: { target: 0, serviceLevel: 0 },
    });
  });

  it('are the first that reach the target', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 120, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.double({ min: 10, max: 1000, noNaN: true }),
        (offeredErlangs, target, meanPatienceSeconds) => {
          const load = { ...patient, offeredErlangs, meanPatienceSeconds };
          const { agents, serviceLevel } = requiredAgentsWithPatience(load, target);
          expect(serviceLevel).toBeGreaterThanOrEqual(target);
          expect(agents === 0 || erlangA(load, agents - 1).serviceLevel < target).toBe(true);
        },
      ),
      { numRuns: 60, seed: 6 },
    );
  });
});
