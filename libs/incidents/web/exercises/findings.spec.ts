import { expect, it } from '@jest/globals';
import { findingsOf } from './findings';

it('findings are written one a line, what follows after an arrow', () => {
  expect(
    findingsOf('Number out of date -> correct the ladder\n\n  Nobody knew the form \nA → B → C'),
  ).toEqual([
    { text: 'Number out of date', action: 'correct the ladder' },
    { text: 'Nobody knew the form', action: null },
    { text: 'A', action: 'B → C' },
  ]);
});
