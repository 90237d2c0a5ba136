import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ReportingDutyAnswer } from '@plumbline/slas/schema';
import {
  addMonths,
  Empty,
  formatInstant,
  formatMonth,
  MonthPicker,
  PageHeader,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { monthOrNothing } from './month-filter';
import { daysLeft, reportingLook, reportingRows } from './reporting-rows';
import { ReportingStore } from './reporting-store';

const words = {
  en: {
    title: 'Reporting calendar',
    lead: 'What every contract asks to be reported, month by month: due, in, late or missing. A chip leads to the file that came, or to the breach.',
    until: 'Last month shown',
    caption: 'Reporting duties by vendor and month',
    vendor: 'Vendor',
    nothing: 'Nothing asked',
    states: { due: 'Due', in_time: 'In time', late: 'Late', missing: 'Missing' },
    dueOn: (day: string) => `Due until ${day}`,
    inDays: (days: number) => (days === 0 ? 'today' : days === 1 ? 'in 1 day' : `in ${days} days`),
    wasDue: (day: string) => `was due until ${day}`,
    came: (day: string) => `came ${day}`,
    reminded: 'reminded',
    escalated: 'escalated',
    none: 'Nothing has to be reported',
    noneText: 'Once a contract is active, each month that begins appears here with its due day.',
    more: 'Show more vendors',
    upload: 'Send a KPI file',
  },
  es: {
    title: 'Calendario de informes',
    lead: 'Lo que cada contrato pide informar, mes a mes: pendiente, recibido, tarde o sin informar. Cada marca lleva al archivo recibido o al incumplimiento.',
    until: 'Último mes mostrado',
    caption: 'Obligaciones de informar por proveedor y mes',
    vendor: 'Proveedor',
    nothing: 'Nada que informar',
    states: { due: 'Pendiente', in_time: 'A tiempo', late: 'Tarde', missing: 'Sin informar' },
    dueOn: (day: string) => `Hasta ${day}`,
    inDays: (days: number) => (days === 0 ? 'hoy' : days === 1 ? 'en 1 día' : `en ${days} días`),
    wasDue: (day: string) => `se esperaba hasta ${day}`,
    came: (day: string) => `llegó ${day}`,
    reminded: 'recordado',
    escalated: 'escalado',
    none: 'No hay nada que informar',
    noneText: 'Cuando un contrato esté activo, cada mes que empiece aparecerá aquí con su día límite.',
    more: 'Mostrar más proveedores',
    upload: 'Enviar un archivo KPI',
  },
};

/** Vendors by months: what has to be reported, until when, and what became of it. */
@Component({
  selector: 'pl-reporting-page',
  imports: [PageHeader, PageStateView, ProblemView, Empty, MonthPicker, StatusChip, RouterLink],
  providers: [ReportingStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reporting-page.html',
  styleUrl: './reporting-page.css',
})
export class ReportingPage {
  /** From the address: the last month shown, `YYYY-MM`. */
  readonly to = input<string>();

  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ReportingStore);
  protected readonly text = texts(words);
  protected readonly look = reportingLook;
  protected readonly earliest = addMonths(this.store.thisMonth, -180);
  private readonly now = new Date();

  protected readonly months = computed(() =>
    this.store.months().map((month) => ({ month, name: formatMonth(month, this.reader.locale()) })),
  );
  protected readonly rows = computed(() => reportingRows(this.store.duties.items(), this.store.months()));

  constructor() {
    effect(() => this.store.asked.set({ to: monthOrNothing(this.to()) }));
  }

  protected show(to: string): void {
    void this.router.navigate([], { queryParams: { to }, queryParamsHandling: 'merge' });
  }

  /** To what came, else to the breach, else to where a file is handed in. */
  protected linkOf({ file, breachId }: ReportingDutyAnswer): readonly string[] | null {
    if (file) return this.tenant.link('kpi-files', file.id);
    if (breachId !== null && this.tenant.can('breach.read')) return this.tenant.link('breaches', breachId);
    return this.tenant.can('kpi-file.upload') ? this.tenant.link('kpi-files', 'upload') : null;
  }

  protected queryOf({ file, breachId, vendor }: ReportingDutyAnswer): Record<string, string> | null {
    return file || breachId !== null ? null : { vendorId: vendor.id };
  }

  /** `MSA-2026-01 · until 10 Apr 2026, in 3 days`. */
  protected detailOf(duty: ReportingDutyAnswer): string {
    const text = this.text();
    const day = (instant: string, timeZone: string) =>
      formatInstant(instant, { locale: this.reader.locale(), timeZone }).split(',')[0] ?? '';
    // due at the end of a day: the instant itself is the first of the next
    const due = day(new Date(Date.parse(duty.dueAt) - 1).toISOString(), duty.timezone);
    const left = daysLeft(duty, this.now);
    const said =
      duty.receivedAt !== null
        ? [text.came(day(duty.receivedAt, duty.timezone)), text.dueOn(due)]
        : duty.state === 'due'
          ? [text.dueOn(due), text.inDays(Math.max(0, left)), ...(duty.remindedAt ? [text.reminded] : [])]
          : [text.wasDue(due), ...(duty.escalatedAt ? [text.escalated] : [])];
    return [duty.contract.reference, ...said].join(' · ');
  }
}
