import { Exact, parseExact, writeExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';
import { readInstant } from '../reading';
import type { TraceStep } from '../trace';
import type { ExcludedUnits, Exclusion } from './kpi-row';
import type { CountedRow, RowSums } from './sum-rows';

export interface AppliedExclusions {
  readonly amounts: ReadonlyMap<string, Exact>;
  readonly rowsCounted: number;
  readonly excluded: readonly ExcludedUnits[];
  readonly trace: readonly TraceStep[];
}

/**
 * Takes approved exclusions out of the sums (semantics rule 20), in the order given: first the rows that start
 * inside a period (half-open, each row once whatever overlaps it), then stated amounts. More than was counted is a
 * problem; an exclusion nobody approved takes nothing out and is listed as such.
 */
export function applyExclusions(sums: RowSums, exclusions: readonly Exclusion[]): Outcome<AppliedExclusions> {
  const amounts = new Map(sums.amounts);
  const excluded: ExcludedUnits[] = [];
  const trace: TraceStep[] = [];
  let remaining = sums.rows;
  for (const [index, exclusion] of exclusions.entries()) {
    const path = `exclusions.${index}`;
    if (exclusion.approvedBy === null) {
      trace.push({ rule: 'kpi.exclusionPending', facts: { id: exclusion.id, kind: exclusion.kind } });
      continue;
    }
    const rows = rowsWithin(remaining, exclusion, path);
    if (!rows.ok) {
      return rows;
    }
    const leaving = new Set(rows.value);
    remaining = remaining.filter((row) => !leaving.has(row));
    const units = unitsOf(rows.value, exclusion, sums, path);
    if (!units.ok) {
      return units;
    }
    for (const [measure, amount] of units.value) {
      const left = (amounts.get(measure) ?? new Exact(0)).minus(amount);
      if (left.lessThan(0)) {
        return fail('exclusion.beyondCounted', `More "${measure}" is excluded than was counted.`, path);
      }
      amounts.set(measure, left);
    }
    excluded.push(excludedUnits(exclusion, rows.value, units.value));
    trace.push(exclusionStep(exclusion, rows.value, units.value));
  }
  return succeed({ amounts, rowsCounted: remaining.length, excluded, trace });
}

function rowsWithin(
  rows: readonly CountedRow[],
  exclusion: Exclusion,
  path: string,
): Outcome<readonly CountedRow[]> {
  if (exclusion.period === undefined) {
    return succeed([]);
  }
  const start = readInstant(exclusion.period.start, `${path}.period.start`);
  if (!start.ok) {
    return start;
  }
  const end = readInstant(exclusion.period.end, `${path}.period.end`);
  if (!end.ok) {
    return end;
  }
  const within: CountedRow[] = [];
  for (const row of rows) {
    const at = readInstant(row.startsAt, `rows.${row.name}.startsAt`);
    if (!at.ok) {
      return at;
    }
    if (
      Temporal.Instant.compare(at.value, start.value) >= 0 &&
      Temporal.Instant.compare(at.value, end.value) < 0
    ) {
      within.push(row);
    }
  }
  return succeed(within);
}

function unitsOf(
  rows: readonly CountedRow[],
  exclusion: Exclusion,
  sums: RowSums,
  path: string,
): Outcome<ReadonlyMap<string, Exact>> {
  const units = new Map<string, Exact>();
  const add = (measure: string, amount: Exact): void => {
    units.set(measure, (units.get(measure) ?? new Exact(0)).plus(amount));
  };
  for (const row of rows) {
    row.amounts.forEach((amount, measure) => add(measure, amount));
  }
  for (const [measure, stated] of Object.entries(exclusion.amounts ?? {})) {
    const amount = parseExact(stated, `${path}.amounts.${measure}`);
    if (!amount.ok) {
      return amount;
    }
    if (amount.value.lessThan(0)) {
      return fail('measure.negative', 'An excluded amount is never negative.', `${path}.amounts.${measure}`);
    }
    // A measure this metric does not read has nothing to be taken out of.
    if (sums.amounts.has(measure)) {
      add(measure, amount.value);
    }
  }
  return succeed(units);
}

function written(units: ReadonlyMap<string, Exact>): Record<string, string> {
  return Object.fromEntries([...units].map(([measure, amount]) => [measure, writeExact(amount)]));
}

function excludedUnits(
  exclusion: Exclusion,
  rows: readonly CountedRow[],
  units: ReadonlyMap<string, Exact>,
): ExcludedUnits {
  return {
    reason: 'approvedExclusion',
    exclusionId: exclusion.id,
    rows: rows.map((row) => row.name),
    measures: [...units.keys()],
    amounts: written(units),
  };
}

function exclusionStep(
  exclusion: Exclusion,
  rows: readonly CountedRow[],
  units: ReadonlyMap<string, Exact>,
): TraceStep {
  return {
    rule: 'kpi.exclusion',
    facts: {
      id: exclusion.id,
      kind: exclusion.kind,
      reason: exclusion.reason,
      approvedBy: exclusion.approvedBy,
      rows: rows.length,
      amounts: written(units),
    },
  };
}
