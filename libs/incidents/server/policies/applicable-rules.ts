import type { EngineTerms } from '@plumbline/calendars/schema';
import type { ApplicableRule } from '@plumbline/clocks/server';
import type { AgreedNotice } from '@plumbline/contracts/server';
import { type PhiAnswer, type PolicyTerms, severities, type Severity } from '@plumbline/incidents/schema';
import { formatLocalDate, usFederalHolidays } from '@plumbline/sla-engine';
import type { EffectivePolicy } from './effective-policies';

export interface IncidentFacts {
  readonly phi: PhiAnswer;
  readonly severity: Severity | null;
  readonly places: readonly string[];
}

/** What is agreed and known at discovery, which picks the version (semantics rule 10). */
export interface AtDiscovery {
  readonly notice: AgreedNotice | null;
  readonly timezone: string;
  readonly year: number;
}

/** The rules of the policies that are on and apply to an incident. */
export function applicableRules(
  policies: readonly EffectivePolicy[],
  incident: IncidentFacts,
  at: AtDiscovery,
): ApplicableRule[] {
  return policies
    .filter(({ switchedOn, terms }) => switchedOn && applies(terms, incident))
    .map(({ code, version, terms }) => ruleOf(code, version, terms, incident.severity, at));
}

function applies({ appliesTo }: PolicyTerms, { phi, severity, places }: IncidentFacts): boolean {
  if (appliesTo.phiOnly && phi === 'no') return false;
  if (appliesTo.severities.length > 0 && (severity === null || !appliesTo.severities.includes(severity)))
    return false;
  return appliesTo.places.length === 0 || places.some((place) => appliesTo.places.includes(place));
}

function ruleOf(
  code: string,
  version: number,
  terms: PolicyTerms,
  severity: Severity | null,
  { notice, timezone, year }: AtDiscovery,
): ApplicableRule {
  const agreed = terms.amountFromContract ? (notice?.clause ?? null) : null;
  const [first, ...others] = terms.legs;
  if (!first) throw new Error(`policy ${code} has no duration`);
  const amount = Math.min(agreed?.withinHours ?? first.amount, shortenedAmount(terms, severity));
  const unit = agreed === null ? first.unit : 'elapsedHours';
  const source =
    agreed === null ? terms.source : { title: `${notice?.reference ?? ''}, ${agreed.number}`, url: null };
  const { name, nameEs, owedBy, metBy, respectHours } = terms;
  return {
    code,
    version,
    contractVersionId: owedBy === 'vendor' ? (notice?.contractVersionId ?? null) : null,
    rule: {
      policy: { name, nameEs, source, owedBy },
      legs: [{ ...first, unit, amount }, ...others],
      metBy,
      timezone,
      calendar: terms.calendar === 'us_federal' ? usFederalCalendar(timezone, year) : null,
      respectHours,
    },
  };
}

function shortenedAmount({ shortened }: PolicyTerms, severity: Severity | null): number {
  const rank = severity === null ? -1 : severities.indexOf(severity);
  return Math.min(
    Infinity,
    ...shortened.filter((each) => severities.indexOf(each.severity) <= rank).map(({ amount }) => amount),
  );
}

/** Monday to Friday without the federal holidays of the year and the next one, kept with the clock (semantics rule 8). */
export function usFederalCalendar(timezone: string, year: number): EngineTerms {
  const holidays = [year, year + 1].flatMap((each) => {
    const closed = usFederalHolidays(each);
    // before the list is known no rule of a place was in force
    return closed.ok ? closed.value.map(({ date, name }) => ({ date: formatLocalDate(date), name })) : [];
  });
  const day: [string, string][] = [['00:00', '24:00']];
  return {
    timezone,
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    holidays,
  };
}
