import { windowLabel } from '@plumbline/sla-engine';
import { languageOf } from '../i18n/language';
import { formatMonth, type MonthStyle } from './format-month';

/** What a figure was judged over: a month as everywhere else, every other window by the engine's name for it. */
export function formatWindow(
  {
    month,
    window,
  }: {
    readonly month: string;
    readonly window: { readonly code: string; readonly first: string; readonly last: string };
  },
  locale: string,
  style: MonthStyle = 'short',
): string {
  return window.code === 'month'
    ? formatMonth(month, locale, style)
    : windowLabel(window.code, window, languageOf(locale));
}
