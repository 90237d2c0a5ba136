import { type InputReader, InputReader as Reader } from '../reading';
import { abandonmentReadings } from './abandonment-readings';
import { defaultMetrics } from './default-metrics';
import { measureCatalogue } from './measure-catalogue';
import { measureCode } from './measure-code';
import {
  type AnswerThreshold,
  type MetricDefinition,
  type ShortAbandon,
  type ShortAbandonRule,
  type Term,
  directions,
  metricUnits,
  shortAbandonRules,
} from './metric-definition';
import { serviceLevelReadings } from './service-level-readings';

const readings = { ...serviceLevelReadings, ...abandonmentReadings };
const knownMeasures: ReadonlySet<string> = new Set(measureCatalogue.map((measure) => measure.code));
const usualShortSeconds = 5;

/**
 * Reads a metric definition from untrusted JSON: the id of a metric of the default library, or an object. A term is
 * `"answered"`, `"-answered"` or `{"measure", "weight"}`; a sum is one term, a list of them, or an object of weights by
 * measure; `reading` names one of the usual readings instead of sums.
 */
export function readDefinition(input: InputReader, ...names: readonly string[]): MetricDefinition {
  const value = input.raw(...names);
  if (typeof value === 'string') {
    const metric = defaultMetrics.find(({ definition }) => definition.id === value);
    return (
      metric?.definition ??
      input.refuse('definition.unknown', `The library has no metric "${value}".`, input.present(...names))
    );
  }
  const definition = input.object(...names);
  const reading = readReading(definition);
  const threshold = readThreshold(definition);
  const shortAbandon = readShortAbandon(definition, reading?.shortAbandonRule);
  const repeatWindowDays = definition.optionalWhole('repeatWindowDays');
  const sampled = definition.optionalFlag('sampled');
  return {
    id: definition.optionalText('id') ?? 'metric',
    version: definition.optionalWhole('version') ?? 1,
    unit: definition.optionalChoice(metricUnits, 'unit') ?? 'ratio',
    direction: definition.optionalChoice(directions, 'direction') ?? 'higher',
    numerator: reading?.numerator ?? readSum(definition, 'numerator'),
    denominator:
      reading?.denominator ??
      (definition.present('denominator') === undefined ? [] : readSum(definition, 'denominator')),
    ...(threshold === undefined ? {} : { threshold }),
    ...(shortAbandon === undefined ? {} : { shortAbandon }),
    ...(repeatWindowDays === undefined ? {} : { repeatWindowDays }),
    ...(sampled === undefined ? {} : { sampled }),
    source: definition.optionalText('source') ?? '',
  };
}

function readReading(definition: InputReader): (typeof readings)[keyof typeof readings] | undefined {
  const name = definition.optionalText('reading');
  if (name === undefined) {
    return undefined;
  }
  const found = Object.entries(readings).find(([reading]) => reading === name);
  return (
    found?.[1] ??
    definition.refuse(
      'definition.reading',
      `Expected one of: ${Object.keys(readings).join(', ')}.`,
      'reading',
    )
  );
}

function readThreshold(definition: InputReader): AnswerThreshold | undefined {
  const value = definition.raw('threshold', 'thresholdSeconds');
  if (value === undefined) {
    return undefined;
  }
  const comparisons = ['<=', '<'] as const;
  if (typeof value !== 'object') {
    const seconds = Number(definition.decimal('threshold', 'thresholdSeconds'));
    return { seconds, comparison: definition.optionalChoice(comparisons, 'comparison') ?? '<=' };
  }
  const threshold = definition.object('threshold');
  return {
    seconds: Number(threshold.decimal('seconds')),
    comparison: threshold.optionalChoice(comparisons, 'comparison') ?? '<=',
  };
}

function readShortAbandon(
  definition: InputReader,
  byReading: ShortAbandonRule | undefined,
): ShortAbandon | undefined {
  const names = ['shortAbandon', 'shortAbandons', 'shortAbandonRule'];
  const value = definition.raw(...names);
  if (value === undefined) {
    return byReading === undefined ? undefined : { seconds: usualShortSeconds, rule: byReading };
  }
  if (typeof value === 'string') {
    return { seconds: usualShortSeconds, rule: readRule(definition, ...names) };
  }
  const short = definition.object(...names);
  const measure = short.optionalText('measure');
  const stated = short.present('rule', 'treatment') !== undefined || byReading === undefined;
  const rule = stated ? readRule(short, 'rule', 'treatment') : byReading;
  return {
    seconds: Number(short.optionalDecimal('seconds', 'thresholdSeconds') ?? usualShortSeconds),
    rule,
    ...(measure === undefined ? {} : { measure: measureCode(measure) }),
  };
}

/** `outOfBoth` in any of its spellings, such as `out of both`. */
function readRule(input: InputReader, ...names: readonly string[]): ShortAbandonRule {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '');
  const spelt = plain(input.text(...names));
  return (
    shortAbandonRules.find((rule) => plain(rule) === spelt) ??
    input.refuse(
      'input.notAChoice',
      `Expected one of: ${shortAbandonRules.join(', ')}.`,
      input.present(...names),
    )
  );
}

function readSum(definition: InputReader, name: string): readonly Term[] {
  const value = definition.raw(name);
  if (typeof value === 'string') {
    return [termOf(value)];
  }
  if (Array.isArray(value)) {
    return definition.list((item, path) => readTerm(item, path), name);
  }
  const weights = definition.object(name);
  if (weights.present('measure') !== undefined) {
    return [readTerm(value, weights.path)];
  }
  return weights.names().map((measure) => ({ ...termOf(measure), weight: weights.decimal(measure) }));
}

function readTerm(item: unknown, path: string): Term {
  if (typeof item === 'string') {
    return termOf(item);
  }
  const term = new Reader(item, path);
  const sign = term.optionalChoice(['+', '-'] as const, 'sign') ?? '+';
  const weight = term.optionalDecimal('weight') ?? '1';
  const counts = term.optionalFlag('countsShortAbandons');
  return {
    ...termOf(term.text('measure')),
    ...(weight === '1' && sign === '+' ? {} : { weight: sign === '-' ? negated(weight) : weight }),
    ...(counts === undefined ? {} : { countsShortAbandons: counts }),
  };
}

function negated(weight: string): string {
  return weight.startsWith('-') ? weight.slice(1) : `-${weight}`;
}

/** A measure the catalogue does not know counts short abandons when its name says calls offered or abandoned. */
function termOf(text: string): Term {
  const measure = measureCode(text.replace(/^[+-]\s*/, ''));
  const counts = !knownMeasures.has(measure) && /abandon|offered/.test(measure) && !measure.includes('after');
  return {
    measure,
    ...(text.startsWith('-') ? { weight: '-1' } : {}),
    ...(counts ? { countsShortAbandons: true } : {}),
  };
}
