import { describe, expect, it } from '@jest/globals';
import { packProblems } from './pack-problems';
import { packLevel } from './sla-pack';

const metrics = [
  { id: 'm1', code: 'service_level', name: 'Service level', unit: 'ratio', direction: 'higher' },
] as const;
const level = (change: object = {}) =>
  packLevel.parse({
    ...{
      metric: 'service_level',
      name: 'Answered',
      target: { comparator: '>=', value: '0.8' },
      weight: '100',
    },
    ...change,
  });
const wrong = (...levels: object[]) =>
  packProblems(levels.map(level), metrics).map(({ path, code }) => `${path} ${code}`);

describe('what cannot be meant in a pack', () => {
  it.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['a metric of nobody', { metric: 'nonsense' }, ['levels.0.metric metric-unknown']],
    ['80 for a share', { target: { comparator: '>=', value: '80' } }, ['levels.0.target target-not-a-share']],
    [
      'against the direction',
      { target: { comparator: '<=', value: '0.8' } },
      ['levels.0.target target-against-direction'],
    ],
  ])('%s', (_, change, problems) => {
    expect(wrong(change)).toEqual(problems);
  });

  it('the same metric and segment twice', () => {
    expect(wrong({}, { segment: { queue: 'claims' } }, { name: 'Again' })).toEqual(['levels.2 sla-twice']);
  });

  it('a weight beyond 100 is refused by the shape', () => {
    expect(packLevel.safeParse({ ...level(), weight: '101' }).success).toBe(false);
  });
});
