import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type VerdictState, verdictStates } from '../targets/verdict-states';
import { type BreachFacts, decideBreach } from './decide-breach';

describe('semantics rule 12: a breach is written once per (result, SLA version), by facts', () => {
  it.each<[string, BreachFacts, string, string | null]>([
    ['first verdict is a miss', { previous: null, next: 'breached', record: 'none' }, 'open', 'plain'],
    ['was met, restated to a miss', { previous: 'met', next: 'breached', record: 'none' }, 'open', 'plain'],
    ['same verdict again', { previous: 'breached', next: 'breached', record: 'open' }, 'keep', 'plain'],
    ['restated to met (rule 22)', { previous: 'breached', next: 'met', record: 'open' }, 'close', null],
    ['restated to no volume', { previous: 'breached', next: 'noVolume', record: 'open' }, 'close', null],
    ['restated to a miss again', { previous: 'met', next: 'breached', record: 'closed' }, 'reopen', 'plain'],
    ['met from the start', { previous: null, next: 'met', record: 'none' }, 'none', null],
    ['met and closed before', { previous: 'met', next: 'met', record: 'closed' }, 'none', null],
    ['at risk is no breach', { previous: null, next: 'atRisk', record: 'none' }, 'none', null],
    [
      'an insufficient sample is no breach (rule 19)',
      { previous: null, next: 'insufficientSample', record: 'none' },
      'none',
      null,
    ],
    [
      'not reported is no breach of the metric (rule 17)',
      { previous: null, next: 'notReported', record: 'none' },
      'none',
      null,
    ],
    [
      'a waived breach stays visible (rule 20)',
      { previous: 'breached', next: 'excused', nextUnderlying: 'breached', record: 'open' },
      'keep',
      'waived',
    ],
    [
      'waived before it was written',
      { previous: null, next: 'excused', nextUnderlying: 'breached', record: 'none' },
      'open',
      'waived',
    ],
    [
      'a disputed breach stays',
      { previous: 'breached', next: 'disputed', nextUnderlying: 'breached', record: 'open' },
      'keep',
      'disputed',
    ],
    [
      'a disputed result that is met now',
      { previous: 'breached', next: 'disputed', nextUnderlying: 'met', record: 'open' },
      'close',
      null,
    ],
  ])('%s', (_, facts, action, standing) => {
    expect(decideBreach(facts)).toMatchObject({ action, standing });
  });

  it.each([
    ['none', 'breached', 'breach.opened'],
    ['open', 'breached', 'breach.kept'],
    ['closed', 'breached', 'breach.reopened'],
    ['open', 'met', 'breach.closed'],
    ['none', 'met', 'breach.none'],
  ] as const)('record %s and verdict %s trace as %s', (record, next, rule) => {
    const { trace, standing } = decideBreach({ previous: null, next, record });
    expect(trace).toEqual([{ rule, facts: { previous: null, next, underlying: next, standing } }]);
  });

  it('law: replaying any history of verdicts writes one record at most, open exactly while the last one is a miss', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verdictStates), { minLength: 1 }), (history) => {
        let record: BreachFacts['record'] = 'none';
        let previous: VerdictState | null = null;
        let written = 0;
        for (const next of history) {
          const { action } = decideBreach({ previous, next, record });
          written += action === 'open' ? 1 : 0;
          record = action === 'open' || action === 'reopen' ? 'open' : action === 'close' ? 'closed' : record;
          previous = next;
          expect(['keep', 'none']).toContain(decideBreach({ previous, next, record }).action);
        }
        expect(written).toBeLessThanOrEqual(1);
        expect(record === 'open').toBe(history.at(-1) === 'breached');
      }),
      { seed: 12 },
    );
  });
});
