import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../value-of.fixture';
import { checkWeights } from './check-weights';

const weights = (...values: (string | number)[]) =>
  values.map((weight, index) => ({ id: `m${index}`, weight }));

describe('weights add to 100 exactly (rule 25)', () => {
  it.each([
    ['one', weights(100)],
    ['three that no float adds to 100', weights('33.3', '33.3', '33.4')],
    ['very small ones', weights('99.999999999999999999', '0.000000000000000001')],
  ])('%s', (_, given) => {
    expect(valueOf(checkWeights(given)).map(({ id, weight }) => [id, weight.toFixed()])).toEqual(
      given.map(({ id, weight }) => [id, `${weight}`]),
    );
  });

  it.each([
    [
      'a hair less',
      weights('99.999999999999999999'),
      'weights.sum',
      'Weights add to 100 exactly; these add to 99.999999999999999999.',
      'w',
    ],
    ['more', weights(60, 41), 'weights.sum', 'Weights add to 100 exactly; these add to 101.', 'w'],
    ['none', [], 'weights.sum', 'Weights add to 100 exactly; these add to 0.', 'w'],
    ['zero', weights(100, 0), 'weights.notPositive', 'A weight is above zero.', 'w.1.weight'],
    ['less than zero', weights(101, -1), 'weights.notPositive', 'A weight is above zero.', 'w.1.weight'],
    [
      'the same twice',
      [...weights(50), ...weights(50)],
      'weights.duplicate',
      '"m0" is weighted twice.',
      'w.1',
    ],
  ])('refuses %s', (_, given, code, detail, path) => {
    expect(checkWeights(given, 'w')).toEqual({ ok: false, problem: { code, detail, path } });
  });

  it('is at "weights" unless told otherwise', () => {
    expect(checkWeights(weights('x'))).toMatchObject({
      problem: { code: 'decimal.malformed', path: 'weights.0.weight' },
    });
    expect(checkWeights([])).toMatchObject({ problem: { path: 'weights' } });
  });
});
