import { describe, expect, it } from '@jest/globals';
import { formulaOf } from './formula';

const labels = new Map([
  ['answered', 'Calls answered'],
  ['abandoned', 'Calls abandoned'],
  ['short_abandoned', 'Calls abandoned shortly'],
]);

describe('formulaOf', () => {
  it('reads a definition in the words of its measures, with weights', () => {
    const definition = {
      numerator: [{ measure: 'answered' }],
      denominator: [
        { measure: 'answered' },
        { measure: 'abandoned', weight: '2' },
        { measure: 'short_abandoned', weight: -1 },
      ],
    };
    expect(formulaOf(definition, labels)).toEqual({
      numerator: 'Calls answered',
      denominator: 'Calls answered + 2 × Calls abandoned − Calls abandoned shortly',
    });
  });

  it('knows totals, and measures without words', () => {
    expect(formulaOf({ numerator: [{ measure: 'chats' }], denominator: [] }, labels)).toEqual({
      numerator: 'chats',
      denominator: null,
    });
    expect(formulaOf({ code: 'something newer' }, labels)).toBeNull();
  });
});
