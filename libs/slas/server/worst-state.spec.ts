import { describe, expect, it } from '@jest/globals';
import { verdictStates } from '@plumbline/sla-engine';
import { worstState } from './worst-state';

describe('worstState', () => {
  it.each([
    [['met', 'breached', 'notReported'], 'breached'],
    [['met', 'notReported'], 'notReported'],
    [['met', 'provisional'], 'provisional'],
    [['met', 'insufficientSample', 'noVolume'], 'met'],
    [['noVolume'], 'noVolume'],
    [[], null],
  ] as const)('of %j is %s', (states, worst) => {
    expect(worstState(states)).toBe(worst);
  });

  it('knows every state', () => {
    for (const state of verdictStates) expect(worstState([state])).toBe(state);
  });
});
