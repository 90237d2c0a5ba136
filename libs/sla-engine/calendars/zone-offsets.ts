import { nanosecondsPerSecond } from './time-units';

/** A stretch of time in which a zone keeps one offset; `from` inclusive, `until` exclusive, in epoch seconds. */
export interface OffsetStretch {
  readonly from: number;
  readonly until: number;
  /** Seconds east of UTC. */
  readonly offset: number;
}

/**
 * The offsets of one zone as a growing sorted list. `Temporal.ZonedDateTime` knows them but costs microseconds a
 * question; a clock asks the same few stretches thousands of times.
 */
export class ZoneOffsets {
  private readonly stretches: OffsetStretch[] = [];

  constructor(private readonly zone: string) {}

  /** The stretch that holds the instant. */
  at(epochSeconds: number): OffsetStretch {
    const position = this.positionOf(epochSeconds);
    const candidate = this.stretches[position];
    if (candidate !== undefined && epochSeconds >= candidate.from) {
      return candidate;
    }
    const read = this.read(epochSeconds);
    this.stretches.splice(position, 0, read);
    return read;
  }

  /** Index of the first known stretch that ends after the instant. */
  private positionOf(epochSeconds: number): number {
    let low = 0;
    let high = this.stretches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const stretch = this.stretches[middle];
      if (stretch !== undefined && stretch.until <= epochSeconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private read(epochSeconds: number): OffsetStretch {
    const here = new Temporal.ZonedDateTime(BigInt(epochSeconds) * nanosecondsPerSecond, this.zone);
    // "previous" is strictly before, so it is asked one nanosecond later: a change at this very second counts.
    const began = here.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
    const ends = here.getTimeZoneTransition('next');
    return {
      from: began === null ? -Infinity : began.epochMilliseconds / 1000,
      until: ends === null ? Infinity : ends.epochMilliseconds / 1000,
      offset: here.offsetNanoseconds / 1e9,
    };
  }
}

const byZone = new Map<string, ZoneOffsets>();

/** Memoised by zone: the answer depends on nothing but the zone's rules. */
export function zoneOffsets(zone: string): ZoneOffsets {
  const existing = byZone.get(zone);
  if (existing !== undefined) {
    return existing;
  }
  const made = new ZoneOffsets(zone);
  byZone.set(zone, made);
  return made;
}
