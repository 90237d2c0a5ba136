import { type ClaimedUnit, type DurationUnit } from '@plumbline/measurements/schema';
import { Exact, writeExact } from '@plumbline/sla-engine';

/** Why a cell holds no amount. */
export type AmountProblem = 'not-a-number' | 'negative' | 'not-a-duration' | 'out-of-range' | 'too-large';

/** Exact decimal text; null: blank, which is not reported and never 0 (semantics rule 16); else what is wrong. */
export type ReadAmount = { readonly amount: string | null } | { readonly problem: AmountProblem };

const BLANK: ReadAmount = { amount: null };
const DIGITS = /^\d{1,15}$/;
/** A spreadsheet's numbers have up to 15 significant digits, so a share of one has up to 15 decimals. */
const PLAIN = { '.': /^\d{1,15}(?:\.\d{1,15})?$/, ',': /^\d{1,15}(?:,\d{1,15})?$/ } as const;
const GROUPED = {
  '.': /^\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d{1,15})?$/,
  ',': /^\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d{1,15})?$/,
} as const;
const LOOKS_NEGATIVE = /^(?:[-\u2212]\s*\d|\(\s*\d[\d.,]*\s*\)$)/;
const NOT_REPORTED = /^(?:n\/?a|null|none|not reported)$/i;
const CLOCK = /^(?:(\d{1,6}):)?(\d{1,5}):([0-5]\d(?:[.,]\d{1,6})?)$/;
const SECONDS_IN = { seconds: 1, minutes: 60, hours: 3600 } as const;

/** A count, or a number in any unit that needs no conversion. */
export function readNumber(text: string, decimal: '.' | ','): ReadAmount {
  if (DIGITS.test(text)) return { amount: text };
  const trimmed = text.trim();
  if (trimmed === '' || NOT_REPORTED.test(trimmed)) return BLANK;
  if (PLAIN[decimal].test(trimmed)) return { amount: trimmed.replace(',', '.') };
  if (GROUPED[decimal].test(trimmed)) {
    const digits = trimmed
      .replace(decimal === '.' ? /[,\u00a0\u202f ]/g : /[.\u00a0\u202f ]/g, '')
      .replace(',', '.');
    return digits.length > 28 ? { problem: 'too-large' } : { amount: digits };
  }
  if (LOOKS_NEGATIVE.test(trimmed)) return { problem: 'negative' };
  return { problem: /^\d{16,}(?:[.,]\d+)?$/.test(trimmed) ? 'too-large' : 'not-a-number' };
}

/** A time, in seconds. `hh:mm:ss` also takes `mm:ss`. */
export function readDuration(text: string, unit: DurationUnit, decimal: '.' | ','): ReadAmount {
  if (unit !== 'hh:mm:ss') {
    const read = readNumber(text, decimal);
    if (unit === 'seconds' || 'problem' in read || read.amount === null) return read;
    return { amount: writeExact(new Exact(read.amount).times(SECONDS_IN[unit])) };
  }
  const trimmed = text.trim();
  if (trimmed === '' || NOT_REPORTED.test(trimmed)) return BLANK;
  const parts = CLOCK.exec(trimmed);
  if (!parts) return { problem: LOOKS_NEGATIVE.test(trimmed) ? 'negative' : 'not-a-duration' };
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  if (parts[1] !== undefined && Number(minutes) > 59) return { problem: 'not-a-duration' };
  const total = new Exact(hours)
    .times(3600)
    .plus(new Exact(minutes).times(60))
    .plus(seconds.replace(',', '.'));
  return { amount: writeExact(total) };
}

/** A figure stated without its counts: shares of one, or seconds. */
export function readClaimed(text: string, unit: ClaimedUnit, decimal: '.' | ','): ReadAmount {
  if (unit !== 'percent' && unit !== 'fraction') return readDuration(text, unit, decimal);
  const read = readNumber(unit === 'percent' ? text.replace(/%\s*$/, '') : text, decimal);
  if ('problem' in read || read.amount === null) return read;
  const share = unit === 'percent' ? new Exact(read.amount).div(100) : new Exact(read.amount);
  return share.greaterThan(1) ? { problem: 'out-of-range' } : { amount: writeExact(share) };
}

/** An average times what it is per: the sum that it was made from (semantics rule 13). Null unless both are known. */
export function weighted(average: string | null, weight: string | null): string | null {
  return average === null || weight === null ? null : writeExact(new Exact(average).times(weight));
}
