import type { PeriodFormat, RowProblemParameters } from '@plumbline/measurements/schema';
import { readMoment } from '../reading/periods';

/** When something happened to a case: an instant, and the day that is counted. */
export interface CaseMoment {
  readonly instant: Temporal.Instant;
  /** YYYY-MM-DD: as written, or of the instant in the zone that days are counted in. */
  readonly date: string;
  /** False: only a date was written; the instant is its beginning. */
  readonly timed: boolean;
}

export type MomentProblem =
  'not-a-date' | 'out-of-calendar' | 'future-date' | 'no-such-time' | 'ambiguous-time' | 'not-a-time';

export interface MomentRules {
  readonly format: PeriodFormat;
  /** The zone the file states for its times. */
  readonly zone: string;
  /** The zone in which days are counted. */
  readonly dayZone: string;
  /** Hours are counted, so that a date alone says too little. */
  readonly needsTime: boolean;
  /** Nothing can have happened after this. */
  readonly now: Temporal.Instant;
}

/** Files repeat their dates row after row: the zone's rules are asked once a text. */
const REMEMBERED = 20_000;

/** Cells of one column to moments. A date without a time stands for itself and is never moved to another zone. */
export class CaseMoments {
  private readonly known = new Map<string, CaseMoment | MomentProblem>();

  constructor(private readonly rules: MomentRules) {}

  read(text: string): CaseMoment | MomentProblem {
    let found = this.known.get(text);
    if (found === undefined) {
      found = this.resolve(text);
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(text, found);
    }
    return found;
  }

  private resolve(text: string): CaseMoment | MomentProblem {
    const { format, dayZone, needsTime, now } = this.rules;
    const written = readMoment(text, format);
    if (written === null) return 'not-a-date';
    const year = Number(written.date.slice(0, 4));
    if (year < 2000 || year > 2099) return 'out-of-calendar';
    if (written.second === null) {
      if (needsTime) return 'not-a-time';
      const instant = Temporal.PlainDate.from(written.date).toZonedDateTime(dayZone).toInstant();
      return this.notAfter(now, { instant, date: written.date, timed: false });
    }
    const instant = this.instantOf(written.date, written.second, written.offset);
    if (typeof instant === 'string') return instant;
    return this.notAfter(now, {
      instant,
      date: instant.toZonedDateTimeISO(dayZone).toPlainDate().toString(),
      timed: true,
    });
  }

  private instantOf(date: string, second: number, offset: string | null): Temporal.Instant | MomentProblem {
    const wall = Temporal.PlainDate.from(date).toPlainDateTime().add({ seconds: second });
    if (offset !== null) return Temporal.Instant.from(`${wall.toString()}${offset}`);
    const earlier = wall.toZonedDateTime(this.rules.zone, { disambiguation: 'earlier' });
    const later = wall.toZonedDateTime(this.rules.zone, { disambiguation: 'later' });
    if (earlier.equals(later)) return earlier.toInstant();
    return earlier.toPlainDateTime().equals(wall) ? 'ambiguous-time' : 'no-such-time';
  }

  private notAfter(now: Temporal.Instant, moment: CaseMoment): CaseMoment | MomentProblem {
    return Temporal.Instant.compare(moment.instant, now) > 0 ? 'future-date' : moment;
  }
}

/** What stands in the sentence of any of the problems. */
export function parametersOf(problem: MomentProblem): RowProblemParameters[MomentProblem] {
  switch (problem) {
    case 'ambiguous-time':
    case 'not-a-time':
    case 'out-of-calendar':
      return { what: 'case' };
    default:
      return {};
  }
}
