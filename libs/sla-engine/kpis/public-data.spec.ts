import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { verdict } from '../targets/verdict';
import { valueOf } from '../value-of.fixture';
import type { KpiRow } from './kpi-row';
import { kpiValue } from './kpi-value';
import type { MetricDefinition } from './metric-definition';

interface Expected {
  readonly sl60_of_answered: number;
  readonly abandonment_rate: number;
}

const data = process.env['PLUMBLINE_DATA'] ?? join(process.cwd(), '../shared/data');
const folder = join(data, 'nurse-line-monthly');
const whenThere = existsSync(folder) ? describe : describe.skip;

const answeredWithin60s: MetricDefinition = {
  id: 'answered_within_60s',
  version: 1,
  unit: 'ratio',
  direction: 'higher',
  numerator: [{ measure: 'calls_answered_within_60s' }],
  denominator: [{ measure: 'calls_answered' }],
  source: 'NHS 111 minimum data set',
};
const abandonedAfter30s: MetricDefinition = {
  ...answeredWithin60s,
  id: 'abandoned_after_30s',
  direction: 'lower',
  numerator: [{ measure: 'calls_abandoned_after_30s' }],
  denominator: [{ measure: 'calls_offered' }],
};

whenThere('real months of 45 nurse lines (needs ../shared/data/nurse-line-monthly)', () => {
  const table = existsSync(folder) ? readTable(join(folder, 'nurse-line-2015-q1.csv')) : [];
  const expected = existsSync(folder)
    ? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
        quarter: Expected;
        by_month: Record<string, Expected>;
        by_provider_quarter: Record<string, Expected>;
        providers_below_95pct_in_quarter: string[];
      })
    : undefined;

  function figures(rows: readonly KpiRow[]): { sl60_of_answered: number; abandonment_rate: number } {
    const value = (definition: MetricDefinition): number =>
      Number(Number(valueOf(kpiValue({ definition, rows })).value).toFixed(6));
    return { sl60_of_answered: value(answeredWithin60s), abandonment_rate: value(abandonedAfter30s) };
  }

  it('the quarter', () => {
    expect(expected?.quarter).toMatchObject(figures(table));
  });

  it('each month and each provider', () => {
    for (const [month, figure] of Object.entries(expected?.by_month ?? {})) {
      expect(figure).toMatchObject(figures(table.filter(({ amounts }) => amounts['period'] === month)));
    }
    for (const [provider, figure] of Object.entries(expected?.by_provider_quarter ?? {})) {
      expect(figure).toMatchObject(
        figures(table.filter(({ amounts }) => amounts['provider_code'] === provider)),
      );
    }
  });

  it('the providers below 95 %', () => {
    const providers = Object.keys(expected?.by_provider_quarter ?? {});
    const below = providers.filter((provider) => {
      const rows = table.filter(({ amounts }) => amounts['provider_code'] === provider);
      const { numerator, denominator } = valueOf(kpiValue({ definition: answeredWithin60s, rows }));
      const target = { comparator: '>=', value: '0.95' } as const;
      return valueOf(verdict(target, { numerator, denominator: denominator ?? 0 })).state === 'breached';
    });
    expect(below.toSorted()).toEqual(expected?.providers_below_95pct_in_quarter.toSorted());
  });
});

/** Some names are quoted because they have commas; none has a quote or a line end. */
function readTable(path: string): readonly KpiRow[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? '');
    return { amounts: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null])) };
  });
}
