import type { EpochDay } from './calendar';
import { secondsOf } from './instant-text';
import { secondsPerDay } from './time-units';
import { zoneOffsets } from './zone-offsets';

/** What the clocks of a zone show at an instant: seconds of local time since 1970-01-01T00:00, and the rest. */
export function wallTimeOf(
  instant: Temporal.Instant,
  zone: string,
): { readonly seconds: number; readonly nanoseconds: number } {
  const { seconds, nanoseconds } = secondsOf(instant);
  return { seconds: seconds + zoneOffsets(zone).at(seconds).offset, nanoseconds };
}

/** The date people in the zone have on the wall at an instant. */
export function localDateOf(instant: Temporal.Instant, zone: string): EpochDay {
  return Math.floor(wallTimeOf(instant, zone).seconds / secondsPerDay);
}
