import { describe, expect, it } from '@jest/globals';
import { readInput } from './read-input';

describe('readInput', () => {
  it('answers what was read, or the first thing that is wrong with its dotted path', () => {
    expect(readInput({ fee: 1 }, (input) => input.decimal('fee'))).toEqual({ ok: true, value: '1' });
    expect(
      readInput({ scheme: {} }, (input) => [input.object('scheme').decimal('fee'), input.text('x')]),
    ).toEqual({
      ok: false,
      problem: { code: 'input.missing', detail: '"fee" is required.', path: 'scheme.fee' },
    });
  });

  it.each([[null], [[]], ['x'], [undefined]])('an input of %j is no object', (input) => {
    expect(readInput(input, () => 1)).toEqual({
      ok: false,
      problem: { code: 'input.notAnObject', detail: 'Expected a JSON object.', path: '' },
    });
  });

  it('lets a fault of the reading itself through', () => {
    const faulty = (): never => {
      throw new TypeError('defect');
    };
    expect(() => readInput({}, faulty)).toThrow('defect');
  });
});
