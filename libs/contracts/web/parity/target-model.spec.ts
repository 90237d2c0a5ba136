import { describe, expect, it } from '@jest/globals';
import type { InternalTargetVersion } from '@plumbline/contracts/schema';
import {
  emptyTarget,
  targetFormSchema,
  type TargetModel,
  toTargetInput,
  toTargetModel,
} from './target-model';

const metricId = '019b2f70-77aa-7b10-9c01-0d8f0a1b2c01';
const metrics = [
  { id: metricId, name: 'Service level', unit: 'ratio', direction: 'higher', family: 'speed' },
] as const;
const typed = (change: Partial<TargetModel> = {}): TargetModel => ({
  ...emptyTarget('2026-01'),
  ...{ metricId, target: '85', reason: 'Board resolution.', ...change },
});
const problems = (model: TargetModel, kind: 'new' | 'version' = 'new') =>
  targetFormSchema(() => metrics, kind)
    .safeParse(model)
    .error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('an internal target as it is typed', () => {
  it('is sent in shares, from the first of the month, for everything that is left open', () => {
    expect(toTargetInput(typed({ queue: ' claims ' }), metrics[0])).toEqual({
      ...{ metricId, target: { comparator: '>=', value: '0.85' } },
      segment: { lineOfBusiness: null, channel: null, queue: 'claims', language: null },
      ...{ effectiveFrom: '2026-01-01', services: [], metricVersion: null, reason: 'Board resolution.' },
    });
  });

  it.each<[string, Partial<TargetModel>, string[]]>([
    ['nothing wrong', {}, []],
    ['no metric', { metricId: '' }, ['metricId']],
    ['no number', { target: 'much' }, ['target']],
    ['a share beyond one', { target: '850' }, ['target']],
    ['a limit that punishes the better value', { comparator: '<=' }, ['target']],
    ['an empty band', { form: 'band', low: '90', high: '80' }, ['low']],
    ['a band without an edge', { form: 'band', low: '', high: '80' }, ['low']],
    ['no month', { effectiveFrom: '' }, ['effectiveFrom']],
    ['no reason', { reason: ' ' }, ['reason']],
    ['a definition that is no number', { metricVersion: 'x' }, ['metricVersion']],
  ])('%s', (_, change, fields) => {
    expect(problems(typed(change))).toEqual(fields);
  });

  it('a later version may expect nothing any more, a first one may not', () => {
    expect(problems(typed({ form: 'nothing' }), 'version')).toEqual([]);
    expect(problems(typed({ form: 'nothing' }))).toEqual(['target']);
  });

  it('comes back as it was, for another reason', () => {
    const version = (target: InternalTargetVersion['target']): InternalTargetVersion => ({
      ...{ number: 1, target, effectiveFrom: '2026-01-01', services: ['voice'], metricVersion: 2 },
      ...{ reason: 'Then.', setBy: 'Maya', setAt: '2026-01-01T00:00:00Z' },
    });
    const shown = { inPercent: true, month: '2026-05' };
    expect(toTargetModel(version({ comparator: '>=', value: '0.85' }), metricId, shown)).toMatchObject({
      ...{ form: 'limit', target: '85', services: ['voice'], metricVersion: '2', reason: '' },
    });
    const band = version({ band: { low: '0.7', high: '0.9' } });
    expect(toTargetModel(band, metricId, shown)).toMatchObject({ form: 'band', low: '70', high: '90' });
    expect(toTargetModel(version(null), metricId, shown)).toMatchObject({ form: 'nothing' });
  });
});
