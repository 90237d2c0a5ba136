import { describe, expect, it } from '@jest/globals';
import { readInput } from '../reading';
import { readFailures } from './read-failures';

const read = (failures: unknown, scheme: object = {}) => readInput({ scheme, failures }, readFailures);

describe('reading failures', () => {
  it.each([
    ['a name alone', 'sl', { sla: 'sl' }],
    ['an SLA', { sla: 'sl' }, { sla: 'sl' }],
    ['an id', { id: 'sl' }, { sla: 'sl' }],
    ['a metric', { metric: 'sl' }, { sla: 'sl' }],
    ['nothing but its place', {}, { sla: '1' }],
    [
      'everything',
      {
        sla: 'sl',
        allocation: '40%',
        event: 'e',
        value: 0.7,
        target: 0.8,
        points: 3,
        occurrence: 2,
        elected: false,
      },
      {
        sla: 'sl',
        allocation: '0.4',
        event: 'e',
        value: '0.7',
        target: { comparator: '>=', value: '0.8' },
        points: '3',
        occurrence: 2,
        elected: false,
      },
    ],
    ['other names', { sla: 'sl', eventId: 'e', consecutive: 3 }, { sla: 'sl', event: 'e', occurrence: 3 }],
    ['a repeat', { sla: 'sl', repeat: true }, { sla: 'sl', occurrence: 2 }],
    ['no repeat', { sla: 'sl', repeat: false, occurrence: 5 }, { sla: 'sl', occurrence: 1 }],
  ])('by %s', (_, failure, expected) => {
    expect(read([failure])).toEqual({ ok: true, value: [expected] });
  });

  it('an allocation of its own comes before that of the scheme', () => {
    const allocations = { sl: 0.4, qa: '10%' };
    expect(read(['sl', 'qa', 'other', { sla: 'sl', allocation: 0.2 }], { allocations })).toEqual({
      ok: true,
      value: [
        { sla: 'sl', allocation: '0.4' },
        { sla: 'qa', allocation: '0.1' },
        { sla: 'other' },
        { sla: 'sl', allocation: '0.2' },
      ],
    });
  });

  it.each([
    ['no list', {}, 'input.notAList', 'failures'],
    ['a number', [5], 'input.notAnObject', 'failures.0'],
    ['half a miss', [{ occurrence: 1.5 }], 'input.notWhole', 'failures.0.occurrence'],
    [
      'a target without a comparator',
      [{ target: { value: 1 } }],
      'input.missing',
      'failures.0.target.comparator',
    ],
  ])('refuses %s', (_, failures, code, path) => {
    expect(read(failures)).toMatchObject({ problem: { code, path } });
  });
});
