import { type Amount, parseExact } from '../decimals';
import type { InputReader } from '../reading';
import type { Exclusion, KpiRow } from './kpi-row';
import { measureCode } from './measure-code';

const nested = ['amounts', 'counts', 'measures'];
const described = new Set(['id', 'row', 'line', 'file', 'fileName', 'startsAt', 'start', 'endsAt', 'end']);

/**
 * Reads rows of counts: `{"amounts": {"answered": 860}}`, or the measures directly in the row beside `id` and
 * `startsAt`. Amounts are decimal strings, numbers that are not negative, or null for a blank.
 */
export function readRows(input: InputReader, ...names: readonly string[]): readonly KpiRow[] {
  return input.objects(
    (row) => {
      const amounts = row.present(...nested) === undefined ? row : row.object(...nested);
      const id = row.raw('id', 'row', 'line');
      const startsAt = row.optionalText('startsAt', 'start');
      return {
        ...(id === undefined ? {} : { id: `${typeof id === 'number' ? id : row.text('id', 'row', 'line')}` }),
        ...(startsAt === undefined ? {} : { startsAt }),
        amounts: readAmounts(amounts, amounts === row),
      };
    },
    ...names,
  );
}

function readAmounts(amounts: InputReader, flat: boolean): Readonly<Record<string, Amount | null>> {
  const read = amounts
    .entries()
    .filter(([name]) => !flat || !described.has(name))
    .map(([name, value]) => [measureCode(name), readAmount(amounts, name, value)] as const);
  return Object.fromEntries(read);
}

function readAmount(amounts: InputReader, name: string, value: unknown): Amount | null {
  if (value === null || value === '') {
    return null;
  }
  const exact = amounts.expect(parseExact(value), name);
  return exact.lt(0)
    ? amounts.refuse('measure.negative', 'A count or a sum of seconds is never negative.', name)
    : exact.toFixed();
}

/** Reads approved exclusions: `{"id", "kind", "reason", "approvedBy", "period": {start, end} and/or "amounts"}`. */
export function readExclusions(input: InputReader, ...names: readonly string[]): readonly Exclusion[] {
  const exclusions = input.optionalObjects(
    (exclusion, index) => {
      const period = exclusion.optionalObject('period');
      const amounts = exclusion.optionalObject('amounts');
      return {
        id: exclusion.optionalText('id') ?? `${index}`,
        kind: exclusion.optionalText('kind') ?? 'other',
        reason: exclusion.optionalText('reason') ?? '',
        approvedBy: exclusion.optionalText('approvedBy') ?? null,
        ...(period === undefined ? {} : { period: { start: period.text('start'), end: period.text('end') } }),
        ...(amounts === undefined ? {} : { amounts: readExcluded(amounts) }),
      };
    },
    ...names,
  );
  return exclusions ?? [];
}

function readExcluded(amounts: InputReader): Readonly<Record<string, Amount>> {
  return Object.fromEntries(amounts.names().map((name) => [measureCode(name), amounts.decimal(name)]));
}
