import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EarliestFirst } from './earliest-first';

describe('EarliestFirst', () => {
  it('the earliest comes out first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        const heap = new EarliestFirst();
        values.forEach((value) => heap.push(value));
        expect(heap.size).toBe(values.length);
        expect(values.map(() => heap.pop())).toEqual(values.toSorted((a, b) => a - b));
        expect([heap.pop(), heap.peek()]).toEqual([Infinity, Infinity]);
      }),
      { numRuns: 100, seed: 11 },
    );
  });

  it('looks without taking, and has nothing but Infinity when empty', () => {
    const heap = new EarliestFirst();
    expect([heap.size, heap.peek(), heap.pop(), heap.size]).toEqual([0, Infinity, Infinity, 0]);
    [3, 1, 2].forEach((value) => heap.push(value));
    expect([heap.peek(), heap.peek(), heap.size]).toEqual([1, 1, 3]);
    heap.push(0);
    expect([heap.pop(), heap.pop(), heap.peek(), heap.size]).toEqual([0, 1, 2, 2]);
  });
});
