import { expect, it } from '@jest/globals';
import { shareDefinition } from './share-definition';

it('a share is version 1 of one measure divided by another, more is better, unless said otherwise', () => {
  const share = {
    id: 'fcr',
    version: 1,
    unit: 'ratio',
    direction: 'higher',
    numerator: [{ measure: 'resolved' }],
    denominator: [{ measure: 'contacts' }],
    source: 'K4',
  };
  expect(shareDefinition('fcr', 'resolved', 'contacts', 'K4')).toEqual(share);
  expect(
    shareDefinition('fcr', 'resolved', 'contacts', 'K4', { direction: 'lower', repeatWindowDays: 7 }),
  ).toEqual({
    ...share,
    direction: 'lower',
    repeatWindowDays: 7,
  });
});
