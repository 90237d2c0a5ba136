import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CalendarSummary } from '@plumbline/calendars/schema';
import {
  type Column,
  DataTable,
  Empty,
  formatDate,
  formatInstant,
  PageHeader,
  PageStateView,
  Reader,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { CalendarsStore } from './calendars-store';

const words = {
  en: {
    title: 'Calendars',
    lead: 'When a site is open, and on which dates it is not: what business hours and business days are counted by.',
    add: 'Add a calendar',
    name: 'Name',
    zone: 'Time zone',
    version: 'Version',
    knownFrom: 'Known from',
    holidays: 'Holidays',
    until: 'Holidays until',
    none: 'No calendar yet',
    noneText:
      'A calendar says when a site is open; its holidays are proposed by country and reviewed by you.',
  },
  es: {
    title: 'Calendarios',
    lead: 'Cuándo abre un centro y en qué fechas no: por lo que se cuentan horas y días hábiles.',
    add: 'Añadir un calendario',
    name: 'Nombre',
    zone: 'Zona horaria',
    version: 'Versión',
    knownFrom: 'Conocida desde',
    holidays: 'Festivos',
    until: 'Festivos hasta',
    none: 'Aún no hay calendarios',
    noneText:
      'Un calendario dice cuándo abre un centro; sus festivos se proponen por país y los revisa usted.',
  },
};

@Component({
  selector: 'pl-calendars-page',
  imports: [PageHeader, PageStateView, Empty, DataTable, RouterLink],
  providers: [CalendarsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="text().title" [lead]="text().lead">
        @if (tenant.can('calendar.write')) {
          <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('calendars', 'new')">{{
            text().add
          }}</a>
        }
      </pl-page-header>
      <pl-page-state [state]="store.calendars.state()" (retry)="store.calendars.reload()">
        <pl-empty plEmpty icon="calendar" [title]="text().none" [text]="text().noneText">
          @if (tenant.can('calendar.write')) {
            <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('calendars', 'new')">{{
              text().add
            }}</a>
          }
        </pl-empty>
        <pl-data-table
          [caption]="text().title"
          [rows]="store.calendars.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="store.calendars.hasMore()"
          [loadingMore]="store.calendars.loadingMore()"
          (loadMore)="store.calendars.loadMore()"
          (open)="show($event)"
        />
      </pl-page-state>
    </div>
  `,
})
export class CalendarsPage {
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(CalendarsStore);
  protected readonly text = texts(words);
  protected readonly byId = (row: CalendarSummary): string => row.id;

  protected readonly columns = computed((): readonly Column<CalendarSummary>[] => {
    const [text, locale] = [this.text(), this.reader.locale()];
    return [
      {
        key: 'name',
        header: text.name,
        text: (row) => row.name,
        link: (row) => this.tenant.link('calendars', row.id),
      },
      { key: 'zone', header: text.zone, text: (row) => row.timezone },
      {
        key: 'holidays',
        header: text.holidays,
        text: (row) => `${row.holidays}`,
        sortBy: (row) => row.holidays,
        numeric: true,
      },
      {
        key: 'until',
        header: text.until,
        text: (row) => (row.holidaysUntil === null ? '–' : formatDate(row.holidaysUntil, locale)),
        sortBy: (row) => row.holidaysUntil,
        exported: (row) => row.holidaysUntil ?? '',
      },
      {
        key: 'version',
        header: text.version,
        text: (row) => `${row.number}`,
        sortBy: (row) => row.number,
        numeric: true,
      },
      {
        key: 'knownFrom',
        header: text.knownFrom,
        text: (row) => formatInstant(row.knownFrom, { locale, timeZone: this.tenant.timeZone() }),
        sortBy: (row) => row.knownFrom,
        exported: (row) => row.knownFrom,
      },
    ];
  });

  protected show(row: CalendarSummary): void {
    void this.router.navigate([...this.tenant.link('calendars', row.id)]);
  }
}
