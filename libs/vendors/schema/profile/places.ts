/** ISO 3166-1 alpha-2, as assigned in 2026. */
const COUNTRY_CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO ' +
  'JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR ' +
  'MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO ' +
  'RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV ' +
  'TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

export const countries: readonly string[] = COUNTRY_CODES.split(' ');

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/**
 * Named regions and the countries in them: all that the product knows beside countries. EU: Treaty on European Union,
 * 27 members since 2020-02-01. EEA: those and Iceland, Liechtenstein, Norway. US+TERRITORIES: the United States with the
 * territories that have an ISO code of their own, which `US` by itself does not hold.
 */
export const namedRegions: Readonly<Record<string, readonly string[]>> = {
  EU,
  EEA: [...EU, 'IS', 'LI', 'NO'],
  'US+TERRITORIES': ['US', 'AS', 'GU', 'MP', 'PR', 'UM', 'VI'],
};

/** Other ways to write a place, each meaning exactly one: nothing is guessed. */
const SPELLINGS: Readonly<Record<string, string>> = {
  USA: 'US',
  'UNITED STATES': 'US',
  'UNITED STATES OF AMERICA': 'US',
  'ESTADOS UNIDOS': 'US',
  UK: 'GB',
  'UNITED KINGDOM': 'GB',
  'REINO UNIDO': 'GB',
  'EUROPEAN UNION': 'EU',
  UE: 'EU',
  'UNIÓN EUROPEA': 'EU',
  'EUROPEAN ECONOMIC AREA': 'EEA',
};

/** A place that can be compared: a country, a named region, or a part of a country (ISO 3166-2, `US-TX`). */
export interface Place {
  readonly code: string;
  /** The countries it touches. */
  readonly countries: readonly string[];
  /** The part of its one country that it is. */
  readonly part: string | null;
}

/** What words say of a place; null: they are none that can be compared. */
export function placeOf(words: string): Place | null {
  const written = words.trim().replace(/\s+/g, ' ').toUpperCase();
  const code = SPELLINGS[written] ?? written;
  if (countries.includes(code)) return { code, countries: [code], part: null };
  const members = namedRegions[code];
  if (members) return { code, countries: members, part: null };
  const [, country] = /^([A-Z]{2})-[A-Z0-9]{1,3}$/.exec(code) ?? [];
  return country !== undefined && countries.includes(country)
    ? { code, countries: [country], part: code }
    : null;
}
