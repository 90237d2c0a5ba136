import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { type ProposedHoliday, workCountries } from '@plumbline/calendars/schema';
import { Empty, formatDate, PageStateView, Reader, StatusChip, TenantContext, texts } from '@plumbline/ui';
import { calendarWords } from './calendar-words';
import { HolidaysStore } from './holidays-store';
import { today } from './today';

const words = {
  en: {
    title: 'Propose holidays',
    lead: 'A list from the library to look through: tick what the site closes for. Nothing is saved before the calendar is.',
    country: 'Country',
    choose: 'Choose a country',
    usual: 'Where contact centres work',
    others: 'All others',
    state: 'State or region',
    whole: 'The whole country',
    from: 'From year',
    to: 'To year',
    propose: 'Propose',
    none: 'The library lists nothing',
    noneText: 'Try another year, or enter the dates by hand.',
    found: (all: number, ticked: number) => `${all} dates are proposed, ${ticked} are ticked.`,
    missing: (listed: string | null) =>
      listed === null
        ? 'missing from the library, added by our rule'
        : `only a ${listed} in the library, added by our rule`,
    part: 'part of the day',
    there: 'in the list already',
    add: (count: number) => (count === 1 ? 'Add 1 ticked date' : `Add ${count} ticked dates`),
  },
  es: {
    title: 'Proponer festivos',
    lead: 'Una lista de la biblioteca para revisar: marque los días en que cierra el centro. Nada se guarda antes que el calendario.',
    country: 'País',
    choose: 'Elija un país',
    usual: 'Donde trabajan los centros de contacto',
    others: 'Todos los demás',
    state: 'Estado o región',
    whole: 'Todo el país',
    from: 'Desde el año',
    to: 'Hasta el año',
    propose: 'Proponer',
    none: 'La biblioteca no tiene nada',
    noneText: 'Pruebe otro año, o introduzca las fechas a mano.',
    found: (all: number, ticked: number) => `Se proponen ${all} fechas, ${ticked} están marcadas.`,
    missing: (listed: string | null) =>
      listed === null
        ? 'falta en la biblioteca, añadido por nuestra regla'
        : `solo ${listed} en la biblioteca, añadido por nuestra regla`,
    part: 'parte del día',
    there: 'ya está en la lista',
    add: (count: number) => (count === 1 ? 'Añadir 1 fecha marcada' : `Añadir ${count} fechas marcadas`),
  },
};

const maxYears = 5;

/** Asks for a list of holidays and lets a person tick what belongs in the calendar. */
@Component({
  selector: 'pl-holiday-proposer',
  imports: [PageStateView, Empty, StatusChip],
  providers: [HolidaysStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './holiday-proposer.html',
  styleUrl: './holiday-proposer.css',
})
export class HolidayProposer {
  /** The dates that are in the calendar already. */
  readonly known = input.required<readonly string[]>();
  readonly add = output<readonly ProposedHoliday[]>();

  private readonly reader = inject(Reader);
  private readonly thisYear = Number(today(inject(TenantContext).timeZone()).slice(0, 4));
  protected readonly store = inject(HolidaysStore);
  protected readonly text = texts(words);
  protected readonly words = texts(calendarWords);

  protected readonly country = signal('');
  protected readonly state = linkedSignal({ source: this.country, computation: () => '' });
  protected readonly from = signal(this.thisYear);
  protected readonly to = linkedSignal({ source: this.from, computation: (from) => from + 1 });
  protected readonly firstYears = Array.from({ length: 9 }, (_, at) => this.thisYear - 4 + at);
  protected readonly lastYears = computed(() =>
    Array.from({ length: maxYears }, (_, at) => this.from() + at),
  );

  protected readonly countries = computed(() => {
    const names = new Intl.DisplayNames([this.reader.locale()], { type: 'region' });
    const all = (this.store.countries.value()?.items ?? []).map(({ code, name, states }) => ({
      code,
      name: names.of(code) ?? name,
      states,
    }));
    const usual: readonly string[] = workCountries;
    const byName = all.toSorted((a, b) => a.name.localeCompare(b.name, this.reader.locale()));
    return {
      usual: byName.filter(({ code }) => usual.includes(code)),
      others: byName.filter(({ code }) => !usual.includes(code)),
    };
  });
  protected readonly states = computed(
    () => this.store.countries.value()?.items.find(({ code }) => code === this.country())?.states ?? [],
  );

  protected readonly items = computed(() => this.store.proposal.value()?.items ?? []);
  protected readonly years = computed(() => [...Map.groupBy(this.items(), ({ date }) => date.slice(0, 4))]);
  private readonly listed = computed(() => new Set(this.known()));
  /** As proposed, until somebody ticks otherwise. */
  private readonly ticks = linkedSignal(
    () => new Set(this.items().flatMap(({ date, ticked }) => (ticked ? [date] : []))),
  );
  protected readonly ticked = computed(() =>
    this.items().filter(({ date }) => this.ticks().has(date) && !this.listed().has(date)),
  );

  protected isListed(date: string): boolean {
    return this.listed().has(date);
  }

  protected isTicked(date: string): boolean {
    return this.ticks().has(date);
  }

  protected tick(date: string): void {
    this.ticks.update((now) => {
      const next = new Set(now);
      if (!next.delete(date)) next.add(date);
      return next;
    });
  }

  protected dayOf(date: string): string {
    const weekday = new Intl.DateTimeFormat(this.reader.locale(), { weekday: 'short', timeZone: 'UTC' });
    return `${weekday.format(new Date(`${date}T00:00:00Z`))} ${formatDate(date, this.reader.locale())}`;
  }

  protected missing({ listedAs }: ProposedHoliday): string {
    return this.text().missing(listedAs === null ? null : this.words().types[listedAs]);
  }

  protected propose(): void {
    const [from, to] = [this.from(), Math.max(this.from(), this.to())];
    const years = Array.from({ length: to - from + 1 }, (_, at) => from + at).join(',');
    this.store.asked.set({ country: this.country(), state: this.state() || undefined, years });
  }
}
