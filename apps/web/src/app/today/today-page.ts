import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ContractDate, sayContractDate } from '@plumbline/contracts/schema';
import { type BreachSummary, type ReportingDutyAnswer } from '@plumbline/slas/schema';
import {
  DatePipe,
  Icon,
  InstantPipe,
  MonthPipe,
  PageHeader,
  PageStateView,
  Reader,
  SessionStore,
  TenantContext,
  formatDate,
  formatInstant,
  formatMonth,
  formatNumber,
  languageOf,
  texts,
} from '@plumbline/ui';
import { CreditsToday } from './credits-today';
import { IncidentsToday } from './incidents-today';
import { turnLook, waitingDuties, waitingFiles } from './today-items';
import { TodayStore } from './today-store';
import { TodayVendors, TodayVendorsList } from './today-vendors';
import { todayWords } from './today-words';

const shown = 6;

/** Each role's first page: what waits for it, how far the month's close is, what is breached, what came last. */
@Component({
  selector: 'pl-today-page',
  imports: [
    CreditsToday,
    IncidentsToday,
    PageHeader,
    PageStateView,
    Icon,
    RouterLink,
    DatePipe,
    InstantPipe,
    MonthPipe,
    TodayVendorsList,
  ],
  providers: [TodayStore, TodayVendors],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './today-page.html',
  styleUrl: './today-page.css',
})
export class TodayPage {
  private readonly session = inject(SessionStore);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(TodayStore);
  protected readonly vendors = inject(TodayVendors);
  protected readonly text = texts(todayWords);
  protected readonly turnLook = turnLook;

  protected readonly greeting = computed(() =>
    this.text().greeting(this.session.session()?.person.name ?? ''),
  );
  protected readonly monthName = computed(() => formatMonth(this.store.month, this.reader.locale(), 'long'));
  /** Whether anything can ever wait for this role; who only reads is not told that nothing waits. */
  protected readonly hasTurns = computed(() =>
    [
      'kpi-file.upload',
      'kpi-file.resolve-vendors',
      'scorecard.publish',
      'vendor-life.approve',
      'due-diligence.review',
      'waiver.approve',
    ].some((permission) => this.tenant.can(permission)),
  );
  protected readonly waiting = computed(() =>
    waitingFiles(this.store.files.value()?.items ?? [], (permission) => this.tenant.can(permission)),
  );
  private readonly now = new Date();
  protected readonly duties = computed(() => waitingDuties(this.store.duties.value()?.items ?? [], this.now));
  /** Nobody decides what they asked for. */
  protected readonly waivers = computed(() => {
    const mine = this.session.session()?.person.id;
    return (this.store.waivers.value()?.items ?? []).filter(({ requestedBy }) => requestedBy.id !== mine);
  });
  protected readonly comingDue = computed(() => (this.store.dates.value()?.items ?? []).slice(0, shown));
  protected readonly recent = computed(() => (this.store.files.value()?.items ?? []).slice(0, shown));
  protected readonly toPublish = computed(() =>
    this.tenant.can('scorecard.publish') ? this.count('ready') : 0,
  );
  protected readonly readiness = computed(() =>
    (['ready', 'waiting', 'published'] as const).map((key) => ({ key, count: this.count(key) })),
  );
  protected readonly firstParity = computed(() => (this.store.parity.value()?.items ?? []).slice(0, shown));
  protected readonly parityCount = computed(() => {
    const page = this.store.parity.value();
    return `${this.number(page?.items.length ?? 0)}${page?.nextCursor ? '+' : ''}`;
  });
  protected readonly openBreaches = computed(() => this.store.breaches.value()?.items ?? []);
  protected readonly firstBreaches = computed(() => this.openBreaches().slice(0, shown));
  protected readonly breachCount = computed(() => {
    const more = this.store.breaches.value()?.nextCursor ? '+' : '';
    return `${this.number(this.openBreaches().length)}${more}`;
  });

  protected number(count: number): string {
    return formatNumber(count, this.reader.locale());
  }

  /** The last day on which it is in time, where the contract is. */
  protected dueDay({ dueAt, timezone: timeZone }: ReportingDutyAnswer): string {
    const last = new Date(Date.parse(dueAt) - 1).toISOString();
    return formatInstant(last, { locale: this.reader.locale(), timeZone }).split(',')[0] ?? '';
  }

  protected nameOf(breach: BreachSummary): string {
    return breach.sla?.name ?? breach.clock?.incident?.reference ?? this.text().reportingDuty;
  }

  protected dateSaid(date: ContractDate): string {
    const locale = this.reader.locale();
    return sayContractDate(date, languageOf(locale), {
      number: (value) => formatNumber(value, locale),
      date: (day) => formatDate(day, locale),
      month: (month) => formatMonth(month, locale, 'long'),
      instant: (instant) => instant,
    });
  }

  private count(readiness: 'ready' | 'waiting' | 'published'): number {
    return (this.store.board.value()?.vendors ?? []).filter((vendor) => vendor.readiness === readiness)
      .length;
  }
}
