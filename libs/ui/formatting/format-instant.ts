import { dayMonthYear } from './format-date';

export interface InstantFormat {
  readonly locale: string;
  /** IANA zone in which the instant is written. */
  readonly timeZone: string;
  /** False where the zone is named beside it, as in the header of a column. */
  readonly zoneName?: boolean;
  readonly seconds?: boolean;
}

/**
 * An instant (RFC 3339) in a zone, with the zone's city: `12 Mar 2026, 14:05 New York`, 24-hour clock. Answers the text as it
 * came where it is no instant.
 */
export function formatInstant(instant: string, format: InstantFormat): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const time = new Intl.DateTimeFormat(format.locale, {
    hour: '2-digit',
    minute: '2-digit',
    ...(format.seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
    timeZone: format.timeZone,
  }).format(at);
  const zone = format.zoneName === false ? '' : ` ${zoneCity(format.timeZone)}`;
  return `${dayMonthYear(at, format.locale, format.timeZone)}, ${time}${zone}`;
}

/** The city people know a zone by: `America/New_York` as `New York`. */
export function zoneCity(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
