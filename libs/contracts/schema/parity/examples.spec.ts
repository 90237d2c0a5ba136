import { describe, expect, it } from '@jest/globals';
import { defaultMetrics } from '@plumbline/sla-engine';
import * as parity from './index';
import { newestFloors, shippedFloors } from './shipped-floors';

const operations = Object.values(parity).filter(
  (value): value is typeof parity.viewParityMatrix =>
    typeof value === 'object' && 'path' in value && 'example' in value,
);

describe('operations of parity', () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s shows examples that its schemas accept',
    (_, { response, body, example }) => {
      if (response) expect(response.safeParse(example.response)).toMatchObject({ success: true });
      if (body) expect(body.safeParse(example.request)).toMatchObject({ success: true });
    },
  );

  it('expects from the first of a month on, for a reason', () => {
    const { body, example } = parity.createInternalTarget;
    const paths = (change: object) =>
      body
        ?.safeParse({ ...(example.request as object), ...change })
        .error?.issues.map(({ path }) => path.join('.'));
    expect(paths({ effectiveFrom: '2026-01-15' })).toEqual(['effectiveFrom']);
    expect(paths({ reason: ' ' })).toEqual(['reason']);
    expect(paths({})).toBeUndefined();
  });

  it('a floor is switched on for a metric, and off without one', () => {
    const reason = 'We serve Medicare members.';
    expect(parity.floorSwitch.safeParse({ on: false, reason }).success).toBe(true);
    expect(parity.floorSwitch.safeParse({ on: true, reason }).error?.issues[0]?.path).toEqual(['metricId']);
  });
});

describe('floors that ship', () => {
  it('have a source with its date, and each version once', () => {
    const versions = shippedFloors.map(({ code, version }) => `${code} ${version}`);
    expect(new Set(versions).size).toBe(versions.length);
    for (const { citation, source, asOf } of shippedFloors) {
      expect(citation).toMatch(/^42 CFR \d/);
      expect(source).not.toBe('');
      expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('say what 42 CFR 422.111(h)(1) says of call centres', () => {
    expect(newestFloors.map(({ code, target }) => [code, target])).toEqual([
      ['cms-average-hold-time', { comparator: '<=', value: '120' }],
      ['cms-disconnect-rate', { comparator: '<=', value: '0.05' }],
      ['cms-answered-30s', { comparator: '>=', value: '0.80' }],
    ]);
  });

  it('suggest only metrics of the library that are better in the same direction', () => {
    for (const { suggestedMetric, unit, direction } of shippedFloors) {
      if (suggestedMetric === null) continue;
      const metric = defaultMetrics.find(({ definition }) => definition.id === suggestedMetric);
      expect(metric?.definition).toMatchObject({ unit, direction });
    }
  });
});
