import { describe, expect, it } from '@jest/globals';
import { stateWords } from './state-words';
import { verdictStates } from './verdict-states';

describe('the words of the states (semantics rule 16)', () => {
  it.each([
    ['met', 'met', 'cumplido'],
    ['breached', 'breached', 'incumplido'],
    ['atRisk', 'at risk', 'en riesgo'],
    ['insufficientSample', 'insufficient sample', 'muestra insuficiente'],
    ['noVolume', 'no volume', 'sin volumen'],
    ['notReported', 'not reported', 'no informado'],
    ['provisional', 'provisional', 'provisional'],
    ['disputed', 'disputed', 'en disputa'],
    ['excused', 'excused', 'excusado'],
  ] as const)('%s', (state, en, es) => {
    expect([stateWords.en[state], stateWords.es[state]]).toEqual([en, es]);
  });

  it('has one for every state, and no two alike', () => {
    for (const words of [stateWords.en, stateWords.es]) {
      expect(Object.keys(words).sort()).toEqual([...verdictStates].sort());
      expect(new Set(Object.values(words)).size).toBe(verdictStates.length);
    }
  });
});
