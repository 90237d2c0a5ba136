import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ParitySegment, type SegmentRelation, compareSegments } from './compare-segments';

describe('how the agreed segment lies to the expected one', () => {
  it.each<[string, ParitySegment, ParitySegment, SegmentRelation]>([
    ['everything and everything', {}, {}, 'same'],
    ['the same queue', { queue: 'claims' }, { queue: 'claims' }, 'same'],
    ['two dimensions in another order', { a: '1', b: '2' }, { b: '2', a: '1' }, 'same'],
    ['a dimension that is null is not cut', { queue: null }, {}, 'same'],
    ['nor is one that is absent', {}, { queue: null }, 'same'],
    ['everything agreed, a queue expected', {}, { queue: 'claims' }, 'covers'],
    ['null agreed, a queue expected', { queue: null }, { queue: 'claims' }, 'covers'],
    ['a queue agreed, everything expected', { queue: 'claims' }, {}, 'within'],
    ['a queue agreed, null expected', { queue: 'claims' }, { queue: null }, 'within'],
    ['one more cut expected', { queue: 'claims' }, { queue: 'claims', language: 'es' }, 'covers'],
    ['one more cut agreed', { queue: 'claims', language: 'es' }, { queue: 'claims' }, 'within'],
    ['each cuts where the other does not', { queue: 'claims' }, { language: 'es' }, 'overlaps'],
    ['the same in another order', { language: 'es' }, { queue: 'claims' }, 'overlaps'],
    ['two queues', { queue: 'claims' }, { queue: 'billing' }, 'disjoint'],
    [
      'two queues, whatever else is cut',
      { queue: 'claims', a: '1' },
      { queue: 'billing', b: '2' },
      'disjoint',
    ],
    ['the empty text is a value', { queue: '' }, { queue: 'claims' }, 'disjoint'],
    ['what every object has is no dimension', {}, { constructor: 'x' }, 'covers'],
  ])('%s', (_, agreed, expected, relation) => {
    expect(compareSegments(agreed, expected)).toBe(relation);
  });

  it('law: it is what the calls say that fall into each', () => {
    const values = ['x', 'y'];
    const segments = fc.record({
      queue: fc.constantFrom(null, ...values),
      language: fc.constantFrom(null, ...values),
      site: fc.constantFrom(null, ...values),
    });
    // A third value stands for all that no segment names.
    const calls = [...values, 'z'].flatMap((queue) =>
      [...values, 'z'].flatMap((language) => [...values, 'z'].map((site) => ({ queue, language, site }))),
    );
    const holds = (segment: ParitySegment, call: Readonly<Record<string, string>>): boolean =>
      Object.entries(segment).every(([name, value]) => value === null || call[name] === value);
    fc.assert(
      fc.property(segments, segments, (agreed, expected) => {
        const [ours, theirs] = [agreed, expected].map((segment) =>
          calls.filter((call) => holds(segment, call)),
        );
        const both = calls.filter((call) => holds(agreed, call) && holds(expected, call));
        const [all, whole] = [both.length === ours?.length, both.length === theirs?.length];
        const relation = all ? (whole ? 'same' : 'within') : whole ? 'covers' : 'overlaps';
        expect(compareSegments(agreed, expected)).toBe(both.length === 0 ? 'disjoint' : relation);
      }),
      { seed: 31, numRuns: 400 },
    );
  });
});
