import { describe, expect, it } from '@jest/globals';
import { namesIn, oneObject } from './bench.mjs';

describe('namesIn', () => {
  it('takes the programs, not their specs or parts in folders', () => {
    expect(namesIn(['ingest.ts', 'evaluate.ts', 'median.spec.ts', 'README.md', 'parts'])).toEqual([
      'evaluate',
      'ingest',
    ]);
  });
});

describe('oneObject', () => {
  it('puts it on one line', () => {
    expect(oneObject('{\n  "bench": "ingest"\n}\n')).toBe('{"bench":"ingest"}');
  });

  it.each(['', 'done\n{"bench":"ingest"}', '[]', 'null', '{"a":1}\n{"b":2}'])('refuses %j', (printed) => {
    expect(() => oneObject(printed)).toThrow('did not print one JSON object');
  });
});
