import { Exact, parseExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import type { ExcludedUnits, KpiRow } from './kpi-row';

export interface CountedRow {
  readonly name: string;
  readonly startsAt: string | undefined;
  readonly amounts: ReadonlyMap<string, Exact>;
}

export interface RowSums {
  readonly rows: readonly CountedRow[];
  readonly amounts: ReadonlyMap<string, Exact>;
  /** Rows that lack a measure, grouped by which: a blank is not a zero. */
  readonly setAside: readonly ExcludedUnits[];
}

/**
 * Sums the measures over the rows that carry all of them; the others are set aside and named. Amounts are counts or
 * seconds and never negative.
 */
export function sumRows(rows: readonly KpiRow[], measures: readonly string[]): Outcome<RowSums> {
  const counted: CountedRow[] = [];
  const amounts = new Map<string, Exact>(measures.map((measure) => [measure, new Exact(0)]));
  const setAside = new Map<string, { rows: string[]; measures: readonly string[] }>();
  for (const [index, row] of rows.entries()) {
    const name = row.id ?? `${index}`;
    const missing = measures.filter((measure) => amountOf(row, measure) === null);
    if (missing.length > 0) {
      const key = missing.join(' ');
      const group = setAside.get(key) ?? { rows: [], measures: missing };
      group.rows.push(name);
      setAside.set(key, group);
      continue;
    }
    const own = new Map<string, Exact>();
    for (const measure of measures) {
      const amount = parseExact(amountOf(row, measure), `rows.${index}.amounts.${measure}`);
      if (!amount.ok) {
        return amount;
      }
      if (amount.value.lessThan(0)) {
        return fail(
          'measure.negative',
          'A count or a sum of seconds is never negative.',
          `rows.${index}.amounts.${measure}`,
        );
      }
      own.set(measure, amount.value);
      amounts.set(measure, (amounts.get(measure) ?? new Exact(0)).plus(amount.value));
    }
    counted.push({ name, startsAt: row.startsAt, amounts: own });
  }
  return succeed({
    rows: counted,
    amounts,
    setAside: [...setAside.values()].map((group) => ({ reason: 'missingMeasure', amounts: {}, ...group })),
  });
}

function amountOf(row: KpiRow, measure: string): string | number | null {
  return Object.hasOwn(row.amounts, measure) ? (row.amounts[measure] ?? null) : null;
}
