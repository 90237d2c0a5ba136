import {
  callProblemTexts,
  type FileProblem,
  type FileRefusal,
  type FileWarning,
  doubtPlaceTexts,
  doubtTexts,
  rowProblemTexts,
  say,
  sayRefusal,
  type WarningPlace,
  type Writing,
} from '@plumbline/measurements/schema';
import {
  type ApiProblem,
  formatDate,
  formatInstant,
  formatMonth,
  formatNumber,
  languageOf,
} from '@plumbline/ui';

/** How a reader of this locale writes what stands in a sentence; instants in the zone of the file. */
export function writingOf(locale: string, timeZone = 'UTC'): Writing {
  return {
    // figures that differ must not look the same
    number: (value) => formatNumber(value, locale, { max: 6 }),
    date: (day) => formatDate(day, locale),
    month: (month) => formatMonth(month, locale, 'long'),
    instant: (instant) => formatInstant(instant, { locale, timeZone }),
  };
}

/** What is wrong with a row, in the reader's words; as the server says it where there are none for it. */
export function rowProblemSaid(problem: FileProblem, locale: string): string {
  return say(rowProblemTexts, problem, languageOf(locale), writingOf(locale)) ?? problem.detail;
}

export function refusalSaid(refusal: FileRefusal, locale: string): string {
  return sayRefusal(refusal, languageOf(locale), writingOf(locale)) ?? refusal.detail;
}

export function warningSaid(warning: FileWarning, locale: string): string {
  return say(doubtTexts, warning, languageOf(locale), writingOf(locale)) ?? warning.detail;
}

export function placeSaid(
  code: FileWarning['code'],
  { parameters, detail }: WarningPlace,
  locale: string,
  timeZone: string,
): string {
  return (
    say(doubtPlaceTexts, { code, parameters }, languageOf(locale), writingOf(locale, timeZone)) ?? detail
  );
}

/** Why a call about a KPI file was refused; null where the server's own words, or those for any call, have to do. */
export function callProblemSaid({ code, parameters }: ApiProblem, locale: string): string | null {
  const language = languageOf(locale);
  const refusal = sayRefusal({ code, parameters }, language, writingOf(locale));
  if (refusal !== null || language === 'en') return refusal;
  const own: Readonly<Record<string, string>> = callProblemTexts[language];
  return own[code] ?? null;
}
