import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type KpiFile, type MeasuredSegment } from '@plumbline/measurements/schema';
import { type CountingResult, type LineCase, type LineMeasurement } from '@plumbline/slas/schema';
import {
  PageStateView,
  Reader,
  TenantContext,
  VerdictChip,
  formatDate,
  formatInstant,
  formatMonth,
  formatNumber,
  formatWindow,
  texts,
} from '@plumbline/ui';
import { LineStore } from './line-store';
import { LineSuccessor } from './line-successor';

const words = {
  en: {
    title: 'Where did a line go?',
    lead: 'What a line of this file became: its measurement, the results that count it, the scorecards that show them.',
    line: 'Line of the file',
    show: 'Show',
    none: 'This line brought no measurement: it changed nothing, was left out, is no longer kept, or is not there.',
    case: (number: string, opened: string, due: string) => `Case ${number}, opened ${opened}, due ${due}`,
    open: 'still open',
    closed: (on: string, inTime: boolean) => `closed ${on}, ${inTime ? 'in time' : 'too late'}`,
    results: 'Results that count it',
    noResults: 'No result counts it.',
    revision: (number: number) => `revision ${number}`,
    latest: 'current',
    scorecard: (number: number) => `Scorecard, revision ${number}`,
  },
  es: {
    title: '¿Adónde fue una línea?',
    lead: 'En qué se convirtió una línea de este archivo: su medición, los resultados que la cuentan, los cuadros de mando que los muestran.',
    line: 'Línea del archivo',
    show: 'Mostrar',
    none: 'Esta línea no aportó ninguna medición: no cambió nada, se dejó fuera, ya no se conserva o no existe.',
    case: (number: string, opened: string, due: string) =>
      `Caso ${number}, abierto el ${opened}, con plazo hasta el ${due}`,
    open: 'todavía abierto',
    closed: (on: string, inTime: boolean) => `cerrado el ${on}, ${inTime ? 'a tiempo' : 'fuera de plazo'}`,
    results: 'Resultados que la cuentan',
    noResults: 'Ningún resultado la cuenta.',
    revision: (number: number) => `revisión ${number}`,
    latest: 'vigente',
    scorecard: (number: number) => `Cuadro de mando, revisión ${number}`,
  },
};

/** From a line of the file forward. The line is in the address, so that it can be sent on. */
@Component({
  selector: 'pl-line-panel',
  imports: [PageStateView, LineSuccessor, VerdictChip, RouterLink],
  providers: [LineStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" [attr.aria-label]="text().title">
      <div>
        <h2>{{ text().title }}</h2>
        <p class="pl-muted pl-small">{{ text().lead }}</p>
      </div>
      <form class="pl-row" (submit)="ask($event, number.value)" novalidate>
        <label class="pl-row" for="line-of-file">{{ text().line }}</label>
        <input
          #number
          id="line-of-file"
          class="pl-input line"
          type="number"
          min="1"
          step="1"
          [value]="chosen() ?? ''"
        />
        <button class="pl-button" type="submit">{{ text().show }}</button>
      </form>
      @if (chosen() !== null) {
        <pl-page-state [state]="store.found.state()" (retry)="store.found.reload()">
          <p plEmpty class="pl-muted">{{ text().none }}</p>
          @if (store.found.value(); as found) {
            <ul class="pl-stack">
              @for (each of found.measurements; track each.loadNumber + each.startsAt) {
                <li>
                  <strong>{{ placeOf(each) }}</strong>
                  <div>{{ amountsOf(each) }}</div>
                  <pl-line-successor [next]="each.supersededBy" />
                </li>
              }
              @for (each of found.cases; track each.loadNumber + each.vendor.id) {
                <li>
                  <strong>{{ caseOf(each) }}</strong>
                  <div>{{ endOf(each) }}</div>
                  <pl-line-successor [next]="each.supersededBy" />
                </li>
              }
            </ul>
            <h3>{{ text().results }}</h3>
            <ul class="pl-stack">
              @for (result of found.results; track result.id) {
                <li class="pl-row">
                  <pl-verdict [state]="result.state" />
                  <a [routerLink]="tenant.link('results', result.id)"
                    >{{ result.sla.name }}, {{ windowOf(result) }}, {{ text().revision(result.revision) }}</a
                  >
                  @if (result.latest) {
                    <span class="pl-muted">{{ text().latest }}</span>
                  }
                  @for (scorecard of result.scorecards; track scorecard.id) {
                    <a [routerLink]="tenant.link('scorecards', scorecard.id)">{{
                      text().scorecard(scorecard.revision)
                    }}</a>
                  }
                </li>
              } @empty {
                <li class="pl-muted">{{ text().noResults }}</li>
              }
            </ul>
          }
        </pl-page-state>
      }
    </section>
  `,
  styles: `
    input.line {
      width: 10rem;
    }
  `,
})
export class LinePanel {
  readonly file = input.required<KpiFile>();
  /** From the address. */
  readonly line = input<string>();

  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(LineStore);
  protected readonly text = texts(words);
  protected readonly chosen = computed(() =>
    /^[1-9]\d{0,8}$/.test(this.line() ?? '') ? Number(this.line()) : null,
  );

  constructor() {
    effect(() => {
      const line = this.chosen();
      this.store.asked.set(line === null ? undefined : { kpiFileId: this.file().id, line });
    });
  }

  protected ask(event: Event, line: string): void {
    event.preventDefault();
    void this.router.navigate([], { queryParams: { line: line || null }, queryParamsHandling: 'merge' });
  }

  /** `2 Mar 2026, 09:30 · voice, claims · Northwind Member Care`. */
  protected placeOf({ vendor, localDate, startsAt, grain, segment }: LineMeasurement): string {
    const locale = this.reader.locale();
    const timeZone = this.file().mapping?.timezone ?? this.tenant.timeZone();
    const at =
      grain === 'month'
        ? formatMonth(localDate.slice(0, 7), locale)
        : grain === 'day'
          ? formatDate(localDate, locale)
          : formatInstant(startsAt, { locale, timeZone });
    return [at, ...partOf(segment), vendor.name].join(' · ');
  }

  /** `Case C-1, opened 2 Mar 2026, due 23 Mar 2026 · claims · Northwind Member Care`. */
  protected caseOf({ number, vendor, openedOn, dueOn, segment }: LineCase): string {
    const date = (day: string) => formatDate(day, this.reader.locale());
    return [this.text().case(number, date(openedOn), date(dueOn)), ...partOf(segment), vendor.name].join(
      ' · ',
    );
  }

  protected endOf({ closedOn, inTime }: LineCase): string {
    return closedOn === null
      ? this.text().open
      : this.text().closed(formatDate(closedOn, this.reader.locale()), inTime === true);
  }

  protected amountsOf({ amounts }: LineMeasurement): string {
    return Object.entries(amounts)
      .map(([code, amount]) => `${code} ${formatNumber(amount, this.reader.locale())}`)
      .join(', ');
  }

  protected windowOf(result: CountingResult): string {
    return formatWindow(result, this.reader.locale());
  }
}

/** The part of the service in words, where one is said. */
function partOf({ lineOfBusiness, channel, queue, language }: MeasuredSegment): string[] {
  const part = [lineOfBusiness, channel, queue, language].filter((each) => each !== null).join(', ');
  return part === '' ? [] : [part];
}
