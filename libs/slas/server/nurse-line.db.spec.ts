import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tenant } from '@plumbline/platform/tenancy';
import { recompute } from '@plumbline/sla-engine';
import { EvaluationBench } from './evaluation-bench';

const folder = join(process.env['PLUMBLINE_DATA'] ?? '../shared/data', 'nurse-line-monthly');
/** Needs the public data set nurse-line-monthly (PLUMBLINE_DATA, or ../shared/data). */
const withData = existsSync(folder) ? describe : describe.skip;

const months = { 'Apr-15': '2015-04', 'May-15': '2015-05', 'Jun-15': '2015-06' } as const;

interface Line {
  readonly provider: string;
  readonly month: string;
  readonly offered: number;
  readonly answered: number;
  readonly inTime: number;
  readonly abandoned: number;
}

interface Expected {
  readonly calls_offered: number;
  readonly calls_answered: number;
  readonly calls_abandoned_after_30s: number;
  readonly calls_answered_within_60s: number;
}

function linesOf(text: string): Line[] {
  const [header = '', ...rows] = text.trim().split(/\r?\n/);
  const names = header.split(',');
  return rows.map((row) => {
    // names are quoted where they hold a comma
    const cells = row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    return {
      provider: cell('provider_code'),
      month: months[cell('period') as keyof typeof months],
      offered: Number(cell('calls_offered')),
      answered: Number(cell('calls_answered')),
      inTime: Number(cell('calls_answered_within_60s')),
      abandoned: Number(cell('calls_abandoned_after_30s')),
    };
  });
}

withData('45 nurse lines over three months (nurse-line-monthly, OGL v3)', () => {
  let bench: EvaluationBench;
  let tenant: Tenant;
  let lines: Line[];
  let expected: { by_month: Record<string, Expected>; by_provider_quarter: Record<string, Expected> };

  beforeAll(async () => {
    bench = await EvaluationBench.open();
    tenant = await bench.tenant('Europe/London');
    lines = linesOf(readFileSync(join(folder, 'nurse-line-2015-q1.csv'), 'utf8'));
    expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    await bench.metric(tenant, {
      code: 'answered_in_60s',
      numerator: 'answered_within_threshold',
      denominator: 'answered',
      direction: 'higher',
    });
    await bench.metric(tenant, {
      code: 'abandoned_after_30s',
      numerator: 'abandoned_after_threshold',
      denominator: 'offered',
      direction: 'lower',
    });
    for (const provider of new Set(lines.map((line) => line.provider))) {
      const { id } = await bench.database.vendor(tenant, provider);
      await bench.contract(tenant, {
        vendorId: id,
        effectiveFrom: '2015-04-01',
        effectiveTo: '2015-07-01',
        activatedAt: '2026-04-01T00:00:00Z',
        slas: [
          { metric: 'answered_in_60s', target: { comparator: '>=', value: '0.95' } },
          { metric: 'abandoned_after_30s', target: { comparator: '<', value: '0.05' } },
        ],
      });
      await bench.load(
        tenant,
        id,
        lines
          .filter((line) => line.provider === provider)
          .map((line) => ({
            date: `${line.month}-01`,
            grain: 32_767,
            amounts: {
              offered: line.offered,
              answered: line.answered,
              answered_within_threshold: line.inTime,
              abandoned_after_threshold: line.abandoned,
            },
          })),
        { name: 'nurse-line-2015-q1.csv' },
      );
      for (const month of Object.values(months)) await bench.evaluate(tenant, id, month);
    }
  }, 120_000);
  afterAll(() => bench.close());

  const sums = (by: string) =>
    bench.query<{ key: string; metric: string; numerator: string; denominator: string; results: number }>(
      tenant,
      `select ${by} as key, m.code as metric, sum(r.numerator)::text as numerator, sum(r.denominator)::text as denominator,
              count(*)::int as results
       from result r join sla s on s.tenant_id = r.tenant_id and s.id = r.sla_id
       join metric m on m.tenant_id = s.tenant_id and m.id = s.metric_id
       join vendor v on v.tenant_id = r.tenant_id and v.id = r.vendor_id
       where r.tenant_id = $1 and r.latest group by 1, 2`,
      [tenant.id],
    );

  it.each([
    ['month', `to_char(r.month, 'Mon-YY')`, 45],
    ['provider', 'v.code', 3],
  ] as const)('adds up by %s as computed independently', async (by, column, results) => {
    const found = await sums(column);
    const wanted = by === 'month' ? expected.by_month : expected.by_provider_quarter;
    expect(new Set(found.map(({ key }) => key))).toEqual(new Set(Object.keys(wanted)));
    for (const [key, sum] of Object.entries(wanted)) {
      const of = (metric: string) => found.find((row) => row.key === key && row.metric === metric);
      expect(of('answered_in_60s')).toMatchObject({
        numerator: `${sum.calls_answered_within_60s}`,
        denominator: `${sum.calls_answered}`,
        results,
      });
      expect(of('abandoned_after_30s')).toMatchObject({
        numerator: `${sum.calls_abandoned_after_30s}`,
        denominator: `${sum.calls_offered}`,
        results,
      });
    }
  });

  it('breaches exactly the provider-months that miss their target', async () => {
    const missed = lines.flatMap((line) => [
      ...(line.inTime * 100 < 95 * line.answered ? [`${line.provider} ${line.month} answered_in_60s`] : []),
      ...(line.abandoned * 100 >= 5 * line.offered
        ? [`${line.provider} ${line.month} abandoned_after_30s`]
        : []),
    ]);
    const breached = await bench.query<{ key: string }>(
      tenant,
      `select v.code || ' ' || to_char(b.month, 'YYYY-MM') || ' ' || m.code as key
       from breach b join sla s on s.tenant_id = b.tenant_id and s.id = b.sla_id
       join metric m on m.tenant_id = s.tenant_id and m.id = s.metric_id
       join vendor v on v.tenant_id = b.tenant_id and v.id = b.vendor_id
       where b.tenant_id = $1 and b.closed_at is null`,
      [tenant.id],
    );
    expect(missed.length).toBeGreaterThan(20);
    expect(breached.map(({ key }) => key).sort()).toEqual(missed.sort());
  });

  it('exports figures that recompute to the same verdict', async () => {
    const results = await bench.query<{ id: string }>(
      tenant,
      'select id from result where tenant_id = $1 and latest order by id limit 20',
      [tenant.id],
    );
    for (const { id } of results) {
      const exported = await bench.explanations.export(bench.manager(tenant), id);
      const again = recompute(JSON.parse(JSON.stringify(exported)));
      expect(again.ok && again.value.differences).toEqual([]);
    }
  });
});
