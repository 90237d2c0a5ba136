import {
  type ColumnMeaning,
  type Dimension,
  type FileLayout,
  finestOf,
  grains,
  type GrainName,
  isInterval,
  type MappedColumn,
  type PeriodFormat,
} from '@plumbline/measurements/schema';
import { formatsOf, readPeriod } from './periods';

/** What the columns probably mean, by their names and values. The zone is never among it: that is for people to say. */
export interface MappingGuess {
  readonly columns: readonly MappedColumn[];
  readonly grain: GrainName;
}

/** `metrics`: codes of ratio metrics that a percent-only column may claim. */
export interface Known {
  readonly measures: ReadonlySet<string>;
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
const periodWords = /\b(period|month|date|day|interval|interval start|start|timestamp)\b/;

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
  const columns = layout.columns.map(({ header, samples }) => {
    const words = wordsOf(header);
    return { header, means: guess(words, samples, known, once) };
  });
  return { columns, grain: grainOf(layout, columns) };
}

function guess(
  words: string,
  samples: readonly string[],
  known: Known,
  once: (key: string, meaning: ColumnMeaning) => ColumnMeaning,
): ColumnMeaning {
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
  known: Known,
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
    const beyondOne = samples.some((sample) => Number(sample.replace('%', '')) > 1 || sample.includes('%'));
    return once(`claimed ${claimed}`, {
      kind: 'claimed',
      metric: claimed,
      unit: beyondOne ? 'percent' : 'fraction',
    });
  }
  if (measure === undefined || !known.measures.has(measure)) return { kind: 'ignore' };
  const clock = samples.length > 0 && samples.every((sample) => /^\d+:\d{2}(:\d{2})?$/.test(sample));
  return once(measure, clock ? { kind: 'measure', measure, unit: 'hh:mm:ss' } : { kind: 'measure', measure });
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
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
}
