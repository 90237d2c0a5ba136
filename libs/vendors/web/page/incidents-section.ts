import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listIncidents, viewIncidentFigures } from '@plumbline/incidents/schema';
import {
  formatNumber,
  InstantPipe,
  pageResource,
  PageStateView,
  Reader,
  ServerTime,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import type { Vendor } from '@plumbline/vendors/schema';

const words = {
  en: {
    title: 'Incidents',
    none: 'No incident is open.',
    late: 'Deadline late',
    open: 'Open',
    due: 'next deadline',
    all: 'All incidents',
    figures: 'Yearly figures',
    year: (year: number, total: string, hours: string, late: string) =>
      `${year}: ${total} incidents, median time to notify ${hours}, ${late} late.`,
    never: (year: number) => `${year}: no incident.`,
  },
  es: {
    title: 'Incidentes',
    none: 'Ningún incidente abierto.',
    late: 'Plazo con retraso',
    open: 'Abierto',
    due: 'próximo plazo',
    all: 'Todos los incidentes',
    figures: 'Cifras del año',
    year: (year: number, total: string, hours: string, late: string) =>
      `${year}: ${total} incidentes, mediana hasta el aviso ${hours}, ${late} con retraso.`,
    never: (year: number) => `${year}: ningún incidente.`,
  },
};

/** Open incidents of a vendor, those with a late deadline first, and its year in a sentence. */
@Component({
  selector: 'pl-vendor-incidents-section',
  imports: [RouterLink, PageStateView, StatusChip, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-vendor-incidents">
      <h2 id="pl-vendor-incidents">{{ text().title }}</h2>
      <pl-page-state [state]="incidents.state()" (retry)="incidents.reload()">
        <p plEmpty class="pl-muted">{{ text().none }}</p>
        <ul class="list">
          @for (incident of shown(); track incident.id) {
            <li>
              <pl-status
                [hue]="incident.lateClocks > 0 ? 'bad' : 'note'"
                [icon]="incident.lateClocks > 0 ? 'cross' : 'hourglass'"
                [text]="incident.lateClocks > 0 ? text().late : text().open"
              />
              <a [routerLink]="tenant.link('incidents', incident.id)"
                >{{ incident.reference }} {{ incident.title }}</a
              >
              @if (incident.nextDeadline; as next) {
                <span class="pl-muted pl-small">{{ text().due }} {{ next.at | plInstant }}</span>
              }
            </li>
          }
        </ul>
      </pl-page-state>
      @if (year(); as said) {
        <p>{{ said }}</p>
      }
      <p class="pl-row">
        <a [routerLink]="tenant.link('incidents')" [queryParams]="{ vendorId: vendor().id }">{{
          text().all
        }}</a>
        <a [routerLink]="tenant.link('incidents', 'figures')" [queryParams]="{ vendorId: vendor().id }">{{
          text().figures
        }}</a>
      </p>
    </section>
  `,
  styleUrl: './section.css',
})
export class IncidentsSection {
  readonly vendor = input.required<Vendor>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly thisYear = new Date(inject(ServerTime).now()).getUTCFullYear();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly incidents = pageResource({
    params: () => this.vendor().id,
    load: (vendorId, signal) =>
      this.api.call(listIncidents, { query: { vendorId, open: 'true', limit: 20 } }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });
  private readonly figures = pageResource({
    params: () => ({ vendorId: this.vendor().id, year: this.thisYear }),
    load: (query, signal) => this.api.call(viewIncidentFigures, { query }, { signal }),
  });
  protected readonly shown = computed(() =>
    (this.incidents.value()?.items ?? []).toSorted((a, b) => b.lateClocks - a.lateClocks).slice(0, 6),
  );
  protected readonly year = computed(() => {
    const answer = this.figures.value();
    if (!answer) return null;
    const [own] = answer.items;
    if (!own) return this.text().never(answer.year);
    const locale = this.reader.locale();
    const { total, timeToNotify, late } = own.figures;
    const hours =
      timeToNotify.medianSeconds === null
        ? '–'
        : `${formatNumber(timeToNotify.medianSeconds / 3600, locale, { max: 1 })} h`;
    return this.text().year(
      answer.year,
      formatNumber(total, locale),
      hours,
      formatNumber(late.count, locale),
    );
  });
}
