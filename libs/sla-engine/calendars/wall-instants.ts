import { secondsPerDay } from './time-units';
import { zoneOffsets } from './zone-offsets';

/** Which instant is meant when a wall time happens twice, or the end of the day that holds a repeated midnight. */
export type Occurrence = 'first' | 'last';

/**
 * The instant, in epoch seconds, at which the zone's clocks show a wall time given as seconds of local time since
 * 1970-01-01T00:00. A wall time the clocks skip is the instant as far after the change as it lies in the gap, as
 * RFC 5545 and Temporal's `compatible` do; one they show twice is the occurrence asked for.
 */
export function instantOfWallTime(zone: string, wallSeconds: number, occurrence: Occurrence): number {
  const offsets = zoneOffsets(zone);
  const shown: number[] = [];
  // Offsets lie within a day of UTC, so the instant does too.
  for (let time = wallSeconds - secondsPerDay; time <= wallSeconds + secondsPerDay;) {
    const stretch = offsets.at(time);
    const instant = wallSeconds - stretch.offset;
    if (instant >= stretch.from && instant < stretch.until) {
      shown.push(instant);
    }
    time = stretch.until;
  }
  const found = occurrence === 'first' ? shown[0] : shown[shown.length - 1];
  return found ?? wallSeconds - offsetBeforeGap(zone, wallSeconds);
}

function offsetBeforeGap(zone: string, wallSeconds: number): number {
  const offsets = zoneOffsets(zone);
  let stretch = offsets.at(wallSeconds - secondsPerDay);
  for (;;) {
    const next = offsets.at(stretch.until);
    if (stretch.until + next.offset > wallSeconds) {
      return stretch.offset;
    }
    stretch = next;
  }
}
