import { computed, inject, type Signal } from '@angular/core';
import type { Writing } from '@plumbline/measurements/schema';
import { type NoticeParameters, type SaidNotice, sayNotice } from '@plumbline/notifications/schema';
import {
  formatDate,
  formatInstant,
  formatMonth,
  formatNumber,
  languageOf,
  Reader,
  TenantContext,
} from '@plumbline/ui';

interface Sayable {
  readonly kind: string;
  readonly parameters: NoticeParameters;
}

/** Notices in the reader's words, instants in the zone of the page's tenant. */
export function noticeSaid(): Signal<(notice: Sayable) => SaidNotice> {
  const reader = inject(Reader);
  const tenant = inject(TenantContext);
  return computed(() => {
    const locale = reader.locale();
    const writing: Writing = {
      number: (value) => formatNumber(value, locale, { max: 6 }),
      date: (day) => formatDate(day, locale),
      month: (month) => formatMonth(month, locale, 'long'),
      instant: (instant) => formatInstant(instant, { locale, timeZone: tenant.timeZone() }),
    };
    return (notice) => sayNotice(notice, languageOf(locale), writing);
  });
}
