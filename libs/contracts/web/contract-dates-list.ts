import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ContractDate, listContractDates, sayContractDate } from '@plumbline/contracts/schema';
import {
  DatePipe,
  languageOf,
  pageResource,
  PageStateView,
  Reader,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { writingOf } from './finding-said';

const words = {
  en: {
    title: 'Dates',
    none: 'Nothing dated is before this contract: its terms say no start and end.',
    feeds: 'Subscribe in your calendar',
  },
  es: {
    title: 'Fechas',
    none: 'Este contrato no tiene fechas por delante: sus términos no dicen inicio ni fin.',
    feeds: 'Suscribirse en su calendario',
  },
};

/** What a contract has before it, soonest first. */
@Component({
  selector: 'pl-contract-dates-list',
  imports: [PageStateView, RouterLink, DatePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-dates">
      <h2 id="pl-dates">{{ text().title }}</h2>
      <pl-page-state [state]="dates.state()" (retry)="dates.reload()">
        <p plEmpty class="pl-muted">{{ text().none }}</p>
        <dl class="pl-facts">
          @for (each of dates.value()?.items; track each.key) {
            <dt>{{ each.date | plDate }}</dt>
            <dd class="pl-wrap-anywhere">{{ said(each) }}</dd>
          }
        </dl>
      </pl-page-state>
      <p class="pl-no-print">
        <a [routerLink]="tenant.link('contracts', 'calendar')">{{ text().feeds }}</a>
      </p>
    </section>
  `,
})
export class ContractDatesList {
  readonly contractId = input.required<string>();
  /** Another value has the dates read again: a version was activated. */
  readonly of = input<unknown>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  private readonly asked = signal<{ readonly contractId: string; readonly of: unknown } | undefined>(
    undefined,
  );
  protected readonly dates = pageResource({
    params: () => this.asked(),
    load: ({ contractId }, signal) =>
      this.api.call(listContractDates, { query: { contractId, days: 3660 } }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });

  constructor() {
    effect(() => this.asked.set({ contractId: this.contractId(), of: this.of() }));
  }

  protected said(date: ContractDate): string {
    const locale = this.reader.locale();
    return sayContractDate(date, languageOf(locale), writingOf(locale));
  }
}
