import type { Outcome } from '../outcome';
import { InputReader, type Ops, readInput } from '../reading';
import { readTarget } from '../targets/read-target';
import { verdictStates } from '../targets/verdict-states';
import { decideBreach } from './decide-breach';
import { reportingDuty } from './reporting-duty';
import { type TriggerMonth, type TriggerRule, trigger } from './trigger';

const kinds = ['consecutive', 'kOfN', 'rollingAverage'] as const;

/** `credit.trigger`: `{rule, series}` → `{triggered, undecided, skipped}`. */
function creditTrigger(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => ({ rule: readRule(request), series: readSeries(request) }));
  return read.ok ? trigger(read.value.rule, read.value.series) : read;
}

/** `{"kind": "consecutive", "n": 3}`, or `"consecutive"` with `n` beside it, or `{"consecutive": 3}`. */
function readRule(request: InputReader): TriggerRule {
  const named = typeof request.raw('rule') === 'string';
  const rule = named ? request : request.object('rule');
  const wrapped = kinds.find((kind) => rule.present(kind) !== undefined);
  if (wrapped !== undefined) {
    return ruleFields(wrapped, wrappedFields(rule, wrapped));
  }
  return ruleFields(named ? request.choice(kinds, 'rule') : rule.choice(kinds, 'kind', 'type'), rule);
}

function wrappedFields(rule: InputReader, kind: (typeof kinds)[number]): InputReader {
  const value = rule.raw(kind);
  return typeof value === 'object' ? rule.object(kind) : new InputReader({ n: value }, rule.path);
}

function ruleFields(kind: (typeof kinds)[number], fields: InputReader): TriggerRule {
  const n = fields.whole('n', 'months', 'window');
  switch (kind) {
    case 'consecutive':
      return { kind, n };
    case 'kOfN':
      return { kind, k: fields.whole('k'), n };
    case 'rollingAverage':
      return { kind, n, target: readTarget(fields, 'target', 'threshold') };
  }
}

function readSeries(request: InputReader): readonly TriggerMonth[] {
  const series = request.raw('series');
  if (typeof series === 'string') {
    const months = [...series.replace(/[\s,]/g, '')];
    return months.map((month, index) => readMonth(month, `series.${index}`));
  }
  return request.list(readMonth, 'series');
}

function readMonth(item: unknown, path: string): TriggerMonth {
  if (item === null || item === '?') {
    return '?';
  }
  if (item === 'P' || item === 'F') {
    return item;
  }
  if (typeof item === 'object') {
    const month = new InputReader(item, path);
    return month.present('value') === undefined
      ? { numerator: month.decimal('numerator'), denominator: month.decimal('denominator') }
      : { value: month.decimal('value') };
  }
  const bare = new InputReader({ value: item }, path);
  const isNumber = typeof item === 'number' || (typeof item === 'string' && /\d/.test(item));
  return isNumber
    ? { value: bare.decimal('value') }
    : new InputReader({}, path).refuse('trigger.month', 'Expected "P", "F", "?", a value or sums.');
}

/** `breach.decide`: states before and after an evaluation → what happens to the breach record. */
function breachDecide(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => {
    const nextUnderlying = request.optionalChoice(verdictStates, 'nextUnderlying');
    return decideBreach({
      previous: request.optionalChoice(verdictStates, 'previous') ?? null,
      next: request.choice(verdictStates, 'next'),
      ...(nextUnderlying === undefined ? {} : { nextUnderlying }),
      record: request.optionalChoice(['none', 'open', 'closed'] as const, 'record') ?? 'none',
    });
  });
}

/** `breach.reportingDuty`: `{dueAt, receivedAt, asOf}` → whether the duty to report was met. */
function breachReportingDuty(input: unknown): Outcome<unknown> {
  const read = readInput(input, (request) => ({
    dueAt: request.text('dueAt'),
    receivedAt: request.optionalText('receivedAt') ?? null,
    asOf: request.text('asOf', 'at'),
  }));
  return read.ok ? reportingDuty(read.value) : read;
}

/** The operations on breaches and repeat triggers of the engine as a command (engine-cli). */
export const ops: Ops = {
  'credit.trigger': creditTrigger,
  'breach.decide': breachDecide,
  'breach.reportingDuty': breachReportingDuty,
};
