import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { defaultMetrics, measureCatalogue } from '@plumbline/sla-engine';
import { actorIn } from '@plumbline/platform/testing';
import { type MeasuredTenant, MeasurementsBench } from '../measurements-bench';
import { seedMetricLibrary } from '../seed-metric-library';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

const described = {
  code: 'answered_within_60s',
  name: 'Answered within 60 s',
  family: 'speed',
  unit: 'ratio',
  direction: 'higher',
  source: 'MSA 4.1',
} as const;
const terms = {
  numerator: [{ measure: 'answered_within_threshold' }],
  denominator: [{ measure: 'answered' }],
};

describe('the metric library', () => {
  let bench: MeasurementsBench;
  let of: MeasuredTenant;

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
    of = await bench.tenant();
  });
  afterAll(() => bench.close());

  const create = (more: object = {}) =>
    bench.metrics.create(of.manager, { ...described, terms, effectiveFrom: '2000-01', ...more });

  it('starts with the engine’s measures and metrics, and seeding again changes nothing', async () => {
    const before = await bench.metrics.list(of.manager, { limit: 200, cursor: undefined });
    expect(before.items.map(({ code }) => code).sort()).toEqual(
      defaultMetrics.map(({ definition }) => definition.id).sort(),
    );
    await bench.database.door.withTenant(of.manager, (tx) => seedMetricLibrary(tx, bench.clock.date()));
    expect(await bench.metrics.list(of.manager, { limit: 200, cursor: undefined })).toEqual(before);
    const measures = await bench.metrics.measures(of.manager, { limit: 200, cursor: undefined });
    expect(measures.items.map(({ code, position }) => [code, position])).toEqual(
      measureCatalogue.map(({ code }, index) => [code, index + 1]),
    );
  });

  it('pages through its lists', async () => {
    const codes: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await bench.metrics.list(of.manager, { limit: 7, cursor });
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(codes).size).toBe(defaultMetrics.length);
    expect(codes).toHaveLength(defaultMetrics.length);
  });

  it('changes a definition from a later month on, and keeps the earlier one (rule 14)', async () => {
    const metric = await create();
    const stricter = { ...terms, denominator: [{ measure: 'offered' }] };
    const change = (effectiveFrom: string, version: number) =>
      bench.metrics.change(of.manager, metric.id, { effectiveFrom, terms: stricter }, version);
    await expect(change('2026-04', 1)).rejects.toMatchObject({ code: 'metric-version-not-future' });
    await expect(change('2025-12', 1)).rejects.toMatchObject({ code: 'metric-version-not-future' });
    const changed = await change('2026-06', 1);
    expect(changed).toMatchObject({
      version: 2,
      current: { number: 1, terms },
      upcoming: { number: 2, effectiveFrom: '2026-06', terms: stricter },
    });
    await expect(change('2026-06', 2)).rejects.toMatchObject({ code: 'metric-version-order' });
    await expect(change('2026-07', 1)).rejects.toMatchObject({ status: 412 });
    bench.clock.set('2026-06-01T12:00:00Z');
    expect(await bench.metrics.view(of.manager, metric.id)).toMatchObject({
      current: { number: 2 },
      upcoming: null,
    });
    bench.clock.set('2026-04-02T12:00:00Z');
  });

  it('demands measures that exist, a whole for a share, and a code of its own', async () => {
    await expect(
      create({ code: 'a1', terms: { ...terms, numerator: [{ measure: 'nonsense' }] } }),
    ).rejects.toMatchObject({
      fields: [{ path: 'terms.numerator.0.measure', code: 'unknown-measure' }],
    });
    await expect(create({ code: 'a2', terms: { ...terms, denominator: [] } })).rejects.toMatchObject({
      fields: [{ path: 'terms.denominator' }],
    });
    await expect(create({ code: 'service_level' })).rejects.toMatchObject({ code: 'metric-code-taken' });
  });

  it('gives a measure of the tenant’s own the next position, for good', async () => {
    const made = await bench.metrics.createMeasure(of.manager, {
      code: 'warm_calls',
      unit: 'count',
      label: 'Warm calls',
    });
    expect(made.position).toBe(measureCatalogue.length + 1);
    await expect(
      bench.metrics.createMeasure(of.manager, { code: 'warm_calls', unit: 'count', label: 'Again' }),
    ).rejects.toMatchObject({ code: 'measure-code-taken' });
  });

  it('is the insurer’s to write and nobody else’s to read', async () => {
    const stranger = await bench.tenant();
    const metric = await create({ code: 'ours_alone' });
    await expect(bench.metrics.view(stranger.manager, metric.id)).rejects.toMatchObject({ status: 404 });
    const partner = actorIn(of.tenant, 'vendor_administrator', [of.vendor.id]);
    expect((await bench.metrics.view(partner, metric.id)).code).toBe('ours_alone');
    await expect(
      bench.metrics.create(partner, { ...described, code: 'theirs', terms, effectiveFrom: '2000-01' }),
    ).rejects.toThrow(/row-level security/);
  });
});
