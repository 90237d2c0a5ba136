import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Holiday, holidayAttribution } from '@plumbline/calendars/schema';
import { weekdays } from '@plumbline/sla-engine';
import {
  formatDate,
  formatInstant,
  PageHeader,
  PageStateView,
  Reader,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { CalendarStore } from './calendar-store';
import { calendarWords, provenanceText } from './calendar-words';
import { DueDateTryOut } from './due-date-try-out';

const words = {
  en: {
    calendars: 'Calendars',
    loading: 'Calendar',
    newVersion: 'New version',
    versions: 'Versions',
    from: (at: string) => `from ${at}`,
    zone: 'Time zone',
    hours: 'Open hours',
    reviewed: (by: string, at: string) => `Reviewed by ${by} on ${at}.`,
    holidays: 'Holidays',
    none: 'No holiday is listed: it is open on every date its week opens.',
  },
  es: {
    calendars: 'Calendarios',
    loading: 'Calendario',
    newVersion: 'Nueva versión',
    versions: 'Versiones',
    from: (at: string) => `desde ${at}`,
    zone: 'Zona horaria',
    hours: 'Horario de apertura',
    reviewed: (by: string, at: string) => `Revisado por ${by} el ${at}.`,
    holidays: 'Festivos',
    none: 'No hay festivos: abre en todas las fechas en que abre su semana.',
  },
};

@Component({
  selector: 'pl-calendar-page',
  imports: [PageHeader, PageStateView, RouterLink, DueDateTryOut],
  providers: [CalendarStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './calendar-page.html',
  styles: `
    .versions a {
      text-decoration: none;
    }
    .versions [aria-current] {
      border-color: var(--pl-accent);
      box-shadow: inset 0 -2px 0 var(--pl-accent);
    }
    .dates {
      display: flex;
      flex-direction: column;
      gap: var(--pl-1);
      margin: 0;
    }
    .dates li {
      display: grid;
      grid-template-columns: 9rem minmax(0, 1fr);
      gap: 0 var(--pl-3);
    }
    .day {
      font-variant-numeric: tabular-nums;
    }
    .from {
      grid-column: 2;
      overflow-wrap: anywhere;
    }
  `,
})
export class CalendarPage {
  readonly calendarId = input.required<string>();
  /** From the address: the version shown. */
  readonly version = input<string>();

  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(CalendarStore);
  protected readonly text = texts(words);
  protected readonly words = texts(calendarWords);
  protected readonly weekdays = weekdays;
  protected readonly attribution = holidayAttribution;
  protected readonly years = computed(() => [
    ...Map.groupBy(this.store.version.value()?.holidays ?? [], ({ date }) => date.slice(0, 4)),
  ]);
  protected readonly hasProposed = computed(() =>
    (this.store.version.value()?.holidays ?? []).some(({ provenance }) => provenance.source === 'library'),
  );

  constructor() {
    effect(() => {
      this.store.id.set(this.calendarId());
      this.store.asked.set(Number(this.version()));
    });
  }

  protected instant(at: string): string {
    return formatInstant(at, { locale: this.reader.locale(), timeZone: this.tenant.timeZone() });
  }

  protected dayOf(date: string): string {
    const weekday = new Intl.DateTimeFormat(this.reader.locale(), { weekday: 'short', timeZone: 'UTC' });
    return `${weekday.format(new Date(`${date}T00:00:00Z`))} ${formatDate(date, this.reader.locale())}`;
  }

  protected rangesOf(ranges: readonly (readonly [string, string])[]): string {
    return ranges.map((range) => range.join('–')).join(', ') || this.words().closed;
  }

  protected from(holiday: Holiday): string {
    return provenanceText(holiday, this.words());
  }
}
