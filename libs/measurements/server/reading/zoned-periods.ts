import {
  grains,
  type GrainName,
  isInterval,
  type PeriodFormat,
  type RowProblemParameters,
} from '@plumbline/measurements/schema';
import type { KeptBounds } from '../retention/kept-bounds';
import { readPeriod, readTimeOfDay } from './periods';

export type PeriodProblem =
  | 'not-a-period'
  | 'not-a-time'
  | 'out-of-calendar'
  | 'future-period'
  | 'no-longer-kept'
  | 'off-the-grain'
  | 'no-such-time'
  | 'ambiguous-time';

/** Where a row stands in time, written as COPY wants it. */
export interface ZonedPeriod {
  /** Instant of the beginning. */
  readonly startsAt: string;
  readonly epochMinutes: number;
  /** YYYY-MM-DD: the day of the tenant's calendar that the row belongs to. */
  readonly localDate: string;
  /** The later reading of a wall time that comes twice when clocks go back. */
  readonly later: ZonedPeriod | null;
}

export interface PeriodRules {
  readonly format: PeriodFormat;
  readonly grain: GrainName;
  /** The zone the file states for its times. */
  readonly zone: string;
  /** The tenant's zone: periods are calendar months here. */
  readonly tenantZone: string;
  readonly repeatedHour: 'refuse' | 'in_order';
  /** Nothing can have been measured in a period that begins after this. */
  readonly now: Temporal.Instant;
  /** What is older is not loaded: it would be dropped again. */
  readonly kept: Pick<KeptBounds, 'months' | 'loadFrom'>;
}

/** Files repeat their labels row after row: the zone's rules are asked once a label. */
const REMEMBERED = 20_000;

/**
 * Period labels to instants and days. An interval belongs to the day of its instant in the tenant's zone; a day or a month
 * is the date as it is written, for a day that was counted elsewhere cannot be counted again by other hours.
 */
export class ZonedPeriods {
  private readonly known = new Map<string, ZonedPeriod | PeriodProblem>();
  private readonly step: number;

  constructor(private readonly rules: PeriodRules) {
    this.step = isInterval(grains[rules.grain]) ? grains[rules.grain] : 0;
  }

  /** `time` when the time of day stands in a column of its own. */
  read(label: string, time: string | null): ZonedPeriod | PeriodProblem {
    const key = time === null ? label : `${label}\u0000${time}`;
    let found = this.known.get(key);
    if (found === undefined) {
      found = this.resolve(label, time);
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(key, found);
    }
    return found;
  }

  /** What stands in the sentence of any of the problems. */
  parametersOf(problem: PeriodProblem): RowProblemParameters[PeriodProblem] {
    const { months, loadFrom } = this.rules.kept;
    switch (problem) {
      case 'no-longer-kept':
        return { what: 'row', months, from: loadFrom };
      case 'ambiguous-time':
      case 'not-a-time':
      case 'out-of-calendar':
        return { what: 'row' };
      default:
        return {};
    }
  }

  private resolve(text: string, time: string | null): ZonedPeriod | PeriodProblem {
    const label = readPeriod(text, this.rules.format);
    if (!label) return 'not-a-period';
    const year = Number(label.date.slice(0, 4));
    if (year < 2000 || year > 2099) return 'out-of-calendar';
    const minute = time === null ? label.minute : readTimeOfDay(time);
    if (time !== null && minute === null) return 'not-a-time';
    const found = this.step === 0 ? this.date(label.date) : this.interval(label.date, minute, label.offset);
    if (typeof found === 'string') return found;
    if (found.localDate.slice(0, 7) < this.rules.kept.loadFrom) return 'no-longer-kept';
    return found.epochMinutes * 60_000 > this.rules.now.epochMilliseconds ? 'future-period' : found;
  }

  private date(date: string): ZonedPeriod {
    const day = Temporal.PlainDate.from(this.rules.grain === 'month' ? `${date.slice(0, 7)}-01` : date);
    return written(day.toZonedDateTime(this.rules.zone).toInstant(), day, null);
  }

  private interval(date: string, minute: number | null, offset: string | null): ZonedPeriod | PeriodProblem {
    if (minute === null) return 'not-a-time';
    if (minute % this.step !== 0) return 'off-the-grain';
    const wall = Temporal.PlainDate.from(date).toPlainDateTime({
      hour: Math.floor(minute / 60),
      minute: minute % 60,
    });
    if (offset !== null) return this.placed(Temporal.Instant.from(`${wall.toString()}${offset}`), null);
    const earlier = wall.toZonedDateTime(this.rules.zone, { disambiguation: 'earlier' });
    const later = wall.toZonedDateTime(this.rules.zone, { disambiguation: 'later' });
    if (earlier.equals(later)) return this.placed(earlier.toInstant(), null);
    if (!earlier.toPlainDateTime().equals(wall)) return 'no-such-time';
    if (this.rules.repeatedHour === 'refuse') return 'ambiguous-time';
    return this.placed(earlier.toInstant(), this.placed(later.toInstant(), null));
  }

  private placed(at: Temporal.Instant, later: ZonedPeriod | null): ZonedPeriod {
    return written(at, at.toZonedDateTimeISO(this.rules.tenantZone).toPlainDate(), later);
  }
}

function written(at: Temporal.Instant, day: Temporal.PlainDate, later: ZonedPeriod | null): ZonedPeriod {
  return {
    startsAt: at.toString(),
    epochMinutes: at.epochMilliseconds / 60_000,
    localDate: day.toString(),
    later,
  };
}
