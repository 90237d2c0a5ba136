import { type Outcome, fail, succeed } from '../outcome';

const ianaShape = /^[A-Za-z][A-Za-z0-9._+-]*(\/[A-Za-z0-9._+-]+)*$/;
const offsetShape = /^(utc|gmt)?[+-]\d/i;
/** Registered names that stand for one offset all year; people who write EST mostly mean New York. */
const fixedNames = /^(etc\/(gmt|utc)[+-]?\d{1,2}|gmt[+-]?\d{1,2}|est|mst|hst)$/i;

const known = new Map<string, string>();

/**
 * Checks that a name is an IANA zone and answers it in its registered spelling. Fixed offsets (`+05:00`, `UTC-5`,
 * `Etc/GMT+5`, `EST`) are refused with `zone.fixedOffset` because they do not follow clock changes (semantics
 * rule 1); `UTC` itself is a zone. Names nobody registered: `zone.unknown`.
 *
 * @example zoneName('america/new_york') // succeed('America/New_York')
 */
export function zoneName(name: string): Outcome<string> {
  const spelled = known.get(name);
  if (spelled !== undefined) {
    return succeed(spelled);
  }
  if (offsetShape.test(name) || fixedNames.test(name)) {
    return fail(
      'zone.fixedOffset',
      `"${name}" is a fixed offset: name an IANA zone such as America/New_York.`,
    );
  }
  const registered = ianaShape.test(name) ? registeredSpelling(name) : undefined;
  if (registered === undefined) {
    return fail('zone.unknown', `"${name}" is not an IANA time zone.`);
  }
  known.set(name, registered);
  return succeed(registered);
}

function registeredSpelling(name: string): string | undefined {
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId;
  } catch (error) {
    // A RangeError is how the platform says that it does not know a zone; it may come from another realm, where
    // `instanceof` does not reach. Anything else is ours.
    if (Object(error).name === 'RangeError') {
      return undefined;
    }
    throw error;
  }
}
