import type { Trace, TraceStep } from '../trace';
import { allTraceTexts } from './all-trace-texts';

export const traceLocales = ['en', 'es'] as const;
export type TraceLocale = (typeof traceLocales)[number];

/**
 * A trace as sentences, one a step, in English or Spanish: the one place where data becomes prose (semantics rule
 * 29). A rule of a newer engine that has no sentence here reads as its code and facts.
 *
 * @example renderTrace([{ rule: 'kpi.total', facts: { value: '3' } }], 'en') // ['The total is 3.']
 */
export function renderTrace(trace: Trace, locale: TraceLocale): readonly string[] {
  return trace.map((step) => sentence(step, locale));
}

function sentence({ rule, facts }: TraceStep, locale: TraceLocale): string {
  const text = Object.hasOwn(allTraceTexts, rule) ? allTraceTexts[rule] : undefined;
  // A cut decimal at the end of a sentence brings its own dots.
  return text === undefined ? `${rule} ${JSON.stringify(facts)}` : text[locale](facts).replace('….', '…');
}
