import { formatLocalDate, localDateOf } from '../calendars';
import type { Outcome } from '../outcome';
import { type EffectiveDated, effectiveVersion } from '../targets/effective-version';

/**
 * The version of an SLA that governs a clock: the one in force on the local date of the trigger (semantics rule 10),
 * whatever was agreed since. Problems: `version.none`, `version.overlap`.
 */
export function termsInForce<V extends EffectiveDated>(
  versions: readonly V[],
  trigger: Temporal.Instant,
  zone: string,
): Outcome<V> {
  return effectiveVersion(versions, formatLocalDate(localDateOf(trigger, zone)));
}
