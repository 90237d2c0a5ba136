/** When a person wants to be told, by the clock of their own zone. */
export interface Hours {
  /** IANA zone. */
  readonly timezone: string;
  /** HH:mm; null: never quiet. `quietFrom` may be later than `quietUntil`: the night in between. */
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  /** HH:mm, and the ISO weekday (1 is Monday) of weekly digests. */
  readonly digestAt: string;
  readonly digestWeekday: number;
}

export type Rhythm = 'at-once' | 'daily' | 'weekly';

export function usualHours(timezone: string): Hours {
  return { timezone, quietFrom: null, quietUntil: null, digestAt: '08:00', digestWeekday: 1 };
}

/** The instant from which a person is told. What a legal clock depends on is told now, in the middle of any night. */
export function toldWhen(
  legal: boolean,
  rhythm: Rhythm,
  hours: Hours,
  now: Temporal.Instant,
): Temporal.Instant {
  if (legal) return now;
  return afterQuiet(hours, rhythm === 'at-once' ? now : nextDigest(rhythm, hours, now));
}

/** The first digest after `now`: a skipped local time (spring) comes an hour later, a repeated one (autumn) the first time. */
function nextDigest(
  rhythm: Exclude<Rhythm, 'at-once'>,
  hours: Hours,
  now: Temporal.Instant,
): Temporal.Instant {
  const today = now.toZonedDateTimeISO(hours.timezone).toPlainDate();
  for (let days = 0; ; days += 1) {
    const day = today.add({ days });
    if (rhythm === 'weekly' && day.dayOfWeek !== hours.digestWeekday) continue;
    const at = instantOf(day, hours.digestAt, hours.timezone);
    if (Temporal.Instant.compare(at, now) > 0) return at;
  }
}

function afterQuiet({ timezone, quietFrom, quietUntil }: Hours, at: Temporal.Instant): Temporal.Instant {
  if (quietFrom === null || quietUntil === null) return at;
  const local = at.toZonedDateTimeISO(timezone);
  const time = local.toPlainTime();
  const afterFrom = Temporal.PlainTime.compare(time, quietFrom) >= 0;
  const beforeUntil = Temporal.PlainTime.compare(time, quietUntil) < 0;
  const overnight = Temporal.PlainTime.compare(quietFrom, quietUntil) > 0;
  if (overnight ? !(afterFrom || beforeUntil) : !(afterFrom && beforeUntil)) return at;
  const day = overnight && afterFrom ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  const end = instantOf(day, quietUntil, timezone);
  // in the hour that is repeated in autumn, the end that is meant is the second one
  return Temporal.Instant.compare(end, at) > 0 ? end : instantOf(day, quietUntil, timezone, 'later');
}

function instantOf(
  day: Temporal.PlainDate,
  time: string,
  timeZone: string,
  disambiguation: 'compatible' | 'later' = 'compatible',
): Temporal.Instant {
  return day.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation }).toInstant();
}
