import type { Outcome } from '../outcome';
import { type Ops, readInput } from '../reading';
import { countDue } from './count-due';
import type { KpiRow } from './kpi-row';
import { kpiValue } from './kpi-value';
import type { MetricDefinition } from './metric-definition';
import { readDefinition } from './read-definition';
import { readExclusions, readRows } from './read-rows';

const shortAbandonSpellings = ['short_abandoned', 'short_abandons', 'abandoned_short', 'short'];

/** `kpi.value`: `{definition, rows, exclusions?}` → `{value, numerator, denominator, excluded, trace}`. */
function value(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => {
    const rows = readRows(request, 'rows');
    return {
      definition: withShortMeasure(readDefinition(request, 'definition'), rows),
      rows,
      exclusions: readExclusions(request, 'exclusions'),
    };
  });
  return read.ok ? kpiValue(read.value) : read;
}

/** Where the definition does not name the measure of short abandons, the rows may spell it in a usual way. */
function withShortMeasure(definition: MetricDefinition, rows: readonly KpiRow[]): MetricDefinition {
  const { shortAbandon } = definition;
  if (shortAbandon === undefined || shortAbandon.measure !== undefined) {
    return definition;
  }
  const measure = shortAbandonSpellings.find((spelling) =>
    rows.some((row) => Object.hasOwn(row.amounts, spelling)),
  );
  return measure === undefined ? definition : { ...definition, shortAbandon: { ...shortAbandon, measure } };
}

/** `kpi.countDue`: `{cases: [{dueAt, doneAt?}], window: {start, end}}` → `{due, inTime, trace}`; no `doneAt`: open. */
function due(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => {
    const window = request.object('window');
    return {
      cases: request.objects(
        (item) => ({ dueAt: item.text('dueAt'), doneAt: item.optionalText('doneAt') ?? null }),
        'cases',
      ),
      window: { start: window.text('start'), end: window.text('end') },
    };
  });
  return read.ok ? countDue(read.value.cases, read.value.window) : read;
}

/** The operations on metrics of the engine as a command (engine-cli). */
export const ops: Ops = { 'kpi.value': value, 'kpi.countDue': due };
