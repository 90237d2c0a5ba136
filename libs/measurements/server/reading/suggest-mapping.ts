import {
  type ColumnMeaning,
  type Dimension,
  type FileLayout,
  finestOf,
  grains,
  type GrainName,
  isInterval,
  type MappedColumn,
  type Measure,
  type PeriodFormat,
} from '@plumbline/measurements/schema';
import { formatsOf, readPeriod } from './periods';

/** What the columns probably mean, by their names and values. The zone is never among it: that is for people to say. */
export interface MappingGuess {
  readonly columns: readonly MappedColumn[];
  readonly grain: GrainName;
  readonly decimal: '.' | ',';
}

/** `metrics`: codes of ratio metrics that a percent-only column may claim. */
export interface Known {
  readonly measures: readonly Pick<Measure, 'code' | 'unit' | 'label'>[];
  readonly metrics: ReadonlySet<string>;
}

const dimensionWords: readonly (readonly [RegExp, Dimension])[] = [
  [/\b(line of business|lob|plan type|market segment)\b/, 'lineOfBusiness'],
  [/\b(channel|media)\b/, 'channel'],
  [/\b(queue|skill|skill group|call type)\b/, 'queue'],
  [/\b(language|lang)\b/, 'language'],
];

/** In order: the first that fits wins, so the particular comes before the general. */
const measureWords: readonly (readonly [RegExp, string])[] = [
  [/\bchats?\b.*\b(offered|received)\b/, 'chats_offered'],
  [/\bchats?\b.*\banswered\b.*\b60 ?(s|sec|seconds)\b/, 'chats_answered_within_60s'],
  [/\bchats?\b.*\b(answered|picked up)\b.*\b60 ?(m|min|minutes)\b/, 'chats_answered_within_60m'],
  [/\bchats?\b.*\bhandled\b/, 'handled'],
  [/\babandon\w*\b.*\b(after|over|beyond)\b/, 'abandoned_after_threshold'],
  [/\babandon\w*\b.*\b(within|under)\b/, 'abandoned_within_threshold'],
  [/\bshort abandon\w*\b/, 'short_abandoned'],
  [
    /\banswered\b.*\b(within|in) ?\d+|\banswered \d+ ?s\b|\bcalls answered \d+s\b|\banswered (in time|within threshold)\b/,
    'answered_within_threshold',
  ],
  [/\bcallbacks?\b.*\boffered\b/, 'callbacks_offered'],
  [/\bcallbacks?\b.*\bwithin\b/, 'callbacks_within_threshold'],
  [
    /\b(calls offered|offered|inbound calls|call volume|calls received|total call center volume)\b/,
    'offered',
  ],
  [/\b(calls answered|answered)\b/, 'answered'],
  [/\b(calls abandoned|abandoned calls|abandoned)\b/, 'abandoned'],
  [/\b(wait|queue) ?(time )?seconds\b|\bseconds waited\b/, 'wait_seconds'],
  [/\bhandle (time )?seconds\b|\bseconds of handling\b/, 'handle_seconds'],
  [/\btalk (time )?seconds\b/, 'talk_seconds'],
  [/\bhold (time )?seconds\b/, 'hold_seconds'],
  [/\b(total|sum of) (handle|handling) time\b/, 'handle_seconds'],
  [/\b(total|sum of) talk time\b/, 'talk_seconds'],
  [/\b(total|sum of) hold time\b/, 'hold_seconds'],
  [/\b(total|sum of) (wait|waiting|queue) time\b/, 'wait_seconds'],
  [/\b(calls handled|contacts handled|handled)\b/, 'handled'],
  [/\bmessages?\b.*\b24 ?h\b/, 'messages_within_24h'],
];

const qualityWords = /^(disclosure|authentication|documentation|empathy|clarity) (samples|passes)$/;
const complaintWords: readonly (readonly [RegExp, string])[] = [
  [/\bcomplaints? due ack\w*/, 'complaints_due_ack'],
  [/\bcomplaints? ack\w* in time\b/, 'complaints_ack_in_time'],
  [/\bcomplaints? due clos\w*/, 'complaints_due_close'],
  [/\bcomplaints? closed in time\b/, 'complaints_closed_in_time'],
];

const vendorWords = /^(vendor|partner|provider|supplier|site|agency|state)( (code|id|abbreviation))?$/;
const vendorNameWords = /^(vendor|partner|provider|supplier|site|agency|state) name$/;
const periodWords =
  /\b(period|month|date|day|interval|interval start|start|timestamp|periodo|mes|fecha|dia|intervalo)\b/;

/** Of a file with one row or more per case; read so only where all three are there and no column counts anything. */
const caseNumberWords =
  /^(case|complaint|grievance|ticket|file|reference|expediente|caso|reclamacion) ?(number|num|no|nr|id|ref)?$/;
const openedWords = /^(date )?(opened|received|created|abierto)( (date|on|at))?$/;
const closedWords = /^(date )?(closed|resolved|completed|cerrado)( (date|on|at))?$/;
const acknowledgedWords = /^(date )?acknowledged( (date|on|at))?$/;

/** Earlier first. Only where the header speaks of versions too: a column of P and U may be anything. */
const versionWords = /\b(preliminary|updated?|version|revision|corrected|restated)\b/;
const versionOrders = [
  ['P', 'U'],
  ['Preliminary', 'Updated'],
  ['Preliminary', 'Final'],
  ['Original', 'Corrected'],
  ['Original', 'Restated'],
] as const;

export function suggestMapping(layout: FileLayout, known: Known): MappingGuess {
  const taken = new Set<string>();
  const once = (key: string, meaning: ColumnMeaning): ColumnMeaning => {
    if (taken.has(key)) return { kind: 'ignore' };
    taken.add(key);
    return meaning;
  };
  const names: Names = { ...known, units: new Map(), said: new Map() };
  for (const { code, unit, label } of known.measures) {
    names.units.set(code, unit);
    names.said.set(wordsOf(label), code);
  }
  // a code is nobody else's name, whatever the labels are
  for (const { code } of known.measures) names.said.set(wordsOf(code), code);
  const columns = layout.columns.map(({ header, samples }) => {
    const words = wordsOf(header);
    return { header, means: guess(words, samples, names, once) };
  });
  const cases = casesIn(layout, columns);
  if (cases) return { columns: cases, grain: 'day', decimal: decimalOf(layout) };
  return { columns, grain: grainOf(layout, columns), decimal: decimalOf(layout) };
}

/** The columns as those of a file of cases; null where it does not look like one. */
function casesIn(layout: FileLayout, guessed: readonly MappedColumn[]): MappedColumn[] | null {
  const taken = new Set<ColumnMeaning['kind']>();
  const meaningOf = (words: string, samples: readonly string[]): ColumnMeaning | null => {
    if (caseNumberWords.test(words)) return { kind: 'case_number' };
    const kind = openedWords.test(words)
      ? 'case_opened'
      : closedWords.test(words)
        ? 'case_closed'
        : acknowledgedWords.test(words)
          ? 'case_acknowledged'
          : null;
    // only dates with a day: a closing may be blank in all rows that were looked at
    const format = formatsOf(samples).find((each) => finestOf(each) !== 'month');
    return kind === null || format === undefined ? null : { kind, format };
  };
  const columns = guessed.map(({ header, means }, index): MappedColumn => {
    const found = meaningOf(wordsOf(header), layout.columns[index]?.samples ?? []);
    if (found !== null && !taken.has(found.kind)) {
      taken.add(found.kind);
      return { header, means: found };
    }
    return {
      header,
      means: means.kind === 'period' || means.kind === 'version' ? { kind: 'ignore' } : means,
    };
  });
  const counts = guessed.some(({ means }) => ['measure', 'average', 'claimed'].includes(means.kind));
  const whole = (['case_number', 'case_opened', 'case_closed'] as const).every((kind) => taken.has(kind));
  return whole && !counts ? columns : null;
}

/** Measures by what a header may call them, and their units. */
interface Names extends Known {
  readonly units: Map<string, Measure['unit']>;
  readonly said: Map<string, string>;
}

function guess(
  words: string,
  samples: readonly string[],
  known: Names,
  once: (key: string, meaning: ColumnMeaning) => ColumnMeaning,
): ColumnMeaning {
  const named = known.said.get(words);
  if (named !== undefined) return once(named, measureIn(named, words, samples, known));
  if (/\b(footnotes?|notes?|comments?)$/.test(words)) return { kind: 'ignore' };
  if (vendorNameWords.test(words)) return once('vendor_name', { kind: 'vendor_name' });
  if (vendorWords.test(words)) return once('vendor', { kind: 'vendor' });
  const order = versionWords.test(words) ? versionOrder(samples) : undefined;
  if (order) return once('version', { kind: 'version', order: [...order] });
  const dimension = dimensionWords.find(([pattern]) => pattern.test(words));
  if (dimension) return once(dimension[1], { kind: 'segment', dimension: dimension[1] });
  const [format] = periodWords.test(words) ? formatsOf(samples) : [];
  if (format) return once('period', { kind: 'period', format });
  return figure(words, samples, known, once);
}

function figure(
  words: string,
  samples: readonly string[],
  known: Names,
  once: (key: string, meaning: ColumnMeaning) => ColumnMeaning,
): ColumnMeaning {
  const quality = qualityWords.exec(words);
  const measure = quality
    ? `qa_${quality[1]}_${quality[2]}`
    : [...complaintWords, ...measureWords].find(([pattern]) => pattern.test(words))?.[1];
  const isRate = /\b(rate|percent|pct|average|avg|mean)\b|%/.test(words);
  if (isRate) {
    const claimed = /\babandon/.test(words) ? 'abandonment_rate' : undefined;
    if (claimed === undefined || !known.metrics.has(claimed)) return { kind: 'ignore' };
    const beyondOne = samples.some(
      (sample) => Number(sample.replace('%', '').replace(',', '.')) > 1 || sample.includes('%'),
    );
    return once(`claimed ${claimed}`, {
      kind: 'claimed',
      metric: claimed,
      unit: beyondOne ? 'percent' : 'fraction',
    });
  }
  if (measure === undefined || !known.units.has(measure)) return { kind: 'ignore' };
  return once(measure, measureIn(measure, words, samples, known));
}

/** A sum of time is in the unit that its values or its header show; seconds when neither does. */
function measureIn(
  measure: string,
  words: string,
  samples: readonly string[],
  { units }: Names,
): ColumnMeaning {
  if (units.get(measure) !== 'seconds') return { kind: 'measure', measure };
  if (samples.length > 0 && samples.every((sample) => /^\d+:\d{2}(:\d{2}([.,]\d+)?)?$/.test(sample)))
    return { kind: 'measure', measure, unit: 'hh:mm:ss' };
  if (/\b(minutes|mins?)\b/.test(words)) return { kind: 'measure', measure, unit: 'minutes' };
  return /\b(hours|hrs?)\b/.test(words)
    ? { kind: 'measure', measure, unit: 'hours' }
    : { kind: 'measure', measure };
}

/** A comma only where values show one that groups no thousands, and no point does the same. */
function decimalOf({ columns }: FileLayout): '.' | ',' {
  const samples = columns.flatMap((column) => column.samples);
  const shows = (pattern: RegExp) => samples.some((sample) => pattern.test(sample));
  return shows(/^-?[\d.]*\d,(?:\d{1,2}|\d{4,})\s*%?$/) && !shows(/^-?[\d,]*\d\.(?:\d{1,2}|\d{4,})\s*%?$/)
    ? ','
    : '.';
}

function grainOf(layout: FileLayout, columns: readonly MappedColumn[]): GrainName {
  const index = columns.findIndex(({ means }) => means.kind === 'period');
  const means = columns[index]?.means;
  if (means?.kind !== 'period') return 'month';
  const finest = finestOf(means.format);
  if (finest !== 'interval') return finest;
  return intervalGrain(layout.columns[index]?.samples ?? [], means.format);
}

/** The coarsest interval on which all sampled times stand; a day when none says a time. */
function intervalGrain(samples: readonly string[], format: PeriodFormat): GrainName {
  const minutes = samples.map((sample) => readPeriod(sample, format)?.minute ?? null);
  if (minutes.every((minute) => minute === null)) return 'day';
  const names = (Object.keys(grains) as GrainName[]).filter((name) => isInterval(grains[name])).reverse();
  return (
    names.find((name) => minutes.every((minute) => minute !== null && minute % grains[name] === 0)) ?? '15min'
  );
}

function versionOrder(samples: readonly string[]): readonly string[] | undefined {
  if (samples.length === 0) return undefined;
  return versionOrders.find((order) =>
    samples.every((sample) => (order as readonly string[]).includes(sample)),
  );
}

/** `Calls_Answered-20s` → `calls answered 20s`. */
function wordsOf(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
}
