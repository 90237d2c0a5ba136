import { describe, expect, it } from '@jest/globals';
import { defaultMetrics } from '@plumbline/sla-engine';
import { targetProblems } from '../term-problems';
import { weightsTotal } from '../findings/version-findings';
import * as templates from './index';
import { shippedPacks } from './shipped-packs';

const metricOf = (code: string) => defaultMetrics.find(({ definition }) => definition.id === code);

describe('packs that ship', () => {
  it.each(shippedPacks.map((pack) => [pack.code, pack] as const))(
    '%s adds to 100, of metrics of the library, with sound targets',
    (_, pack) => {
      expect(weightsTotal(pack.levels)).toBe('100');
      for (const { metric, target, name } of pack.levels) {
        const known = metricOf(metric);
        if (!known) throw new Error(metric);
        const { unit, direction } = known.definition;
        expect(targetProblems({ target }, { id: metric, name: metric, unit, direction }, metric)).toEqual([]);
        expect([name.en, name.es]).not.toContain('');
      }
    },
  );

  it('has every default target of K1 to K6 in the pack of defaults', () => {
    const wanted = defaultMetrics.flatMap(({ definition, targets }) => targets.map(() => definition.id));
    const pack = shippedPacks.find(({ code }) => code === 'k-defaults');
    expect(pack?.levels.map(({ metric }) => metric).sort()).toEqual(wanted.sort());
  });

  it('lets speed outweigh quality and compliance nowhere (K10)', () => {
    for (const { levels } of shippedPacks) {
      const speed = levels.filter(({ metric }) => metricOf(metric)?.family === 'speed');
      const others = levels.filter(({ metric }) =>
        ['quality', 'compliance'].includes(metricOf(metric)?.family ?? ''),
      );
      expect(Number(weightsTotal(speed))).toBeLessThanOrEqual(Number(weightsTotal(others)));
    }
  });
});

describe('operations of packs and schedules', () => {
  const operations = Object.values(templates).filter(
    (value): value is typeof templates.previewSlaSchedule =>
      typeof value === 'object' && 'path' in value && 'example' in value,
  );

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s shows examples that its schemas accept',
    (_, { response, body, example }) => {
      if (response) expect(response.safeParse(example.response)).toMatchObject({ success: true });
      if (body) expect(body.safeParse(example.request)).toMatchObject({ success: true });
    },
  );
});
