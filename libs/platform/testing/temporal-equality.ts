import { expect } from '@jest/globals';

/** Jest's toEqual finds any two Temporal values equal (they have no own fields): compare tag and text instead. */
expect.addEqualityTesters([
  (a: unknown, b: unknown): boolean | undefined => {
    const left = Object.prototype.toString.call(a);
    const right = Object.prototype.toString.call(b);
    if (!left.startsWith('[object Temporal.') && !right.startsWith('[object Temporal.')) return undefined;
    return left === right && String(a) === String(b);
  },
]);
