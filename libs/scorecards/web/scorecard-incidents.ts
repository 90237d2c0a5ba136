import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { viewIncidentFigures } from '@plumbline/incidents/schema';
import type { Scorecard } from '@plumbline/scorecards/schema';
import {
  formatNumber,
  pageResource,
  PageStateView,
  Reader,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';

const words = {
  en: {
    title: 'For information: incidents',
    lead: 'As the register stands now; no part of the score, and nothing of it is frozen.',
    none: (year: number) => `No incident was discovered in ${year}.`,
    said: (year: number, total: string, median: string, late: string, of: string) =>
      `${year}: ${total} incidents, median time to notify ${median}, ${late} of ${of} late.`,
    figures: 'Yearly figures',
  },
  es: {
    title: 'Para información: incidentes',
    lead: 'Según el registro ahora; no cuenta en la puntuación y nada de ello queda fijo.',
    none: (year: number) => `No se descubrió ningún incidente en ${year}.`,
    said: (year: number, total: string, median: string, late: string, of: string) =>
      `${year}: ${total} incidentes, mediana hasta el aviso ${median}, ${late} de ${of} con retraso.`,
    figures: 'Cifras del año',
  },
};

/** The vendor's year of incidents beside its scorecard: told, not weighed. */
@Component({
  selector: 'pl-scorecard-incidents',
  imports: [RouterLink, PageStateView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-scorecard-incidents">
      <h2 id="pl-scorecard-incidents">{{ text().title }}</h2>
      <p class="pl-muted">{{ text().lead }}</p>
      <pl-page-state [state]="figures.state()" (retry)="figures.reload()">
        <p>{{ said() }}</p>
      </pl-page-state>
      <p class="pl-no-print">
        <a
          [routerLink]="tenant.link('incidents', 'figures')"
          [queryParams]="{ year: asked().year, vendorId: asked().vendorId }"
          >{{ text().figures }}</a
        >
      </p>
    </section>
  `,
})
export class ScorecardIncidents {
  readonly scorecard = input.required<Scorecard>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly asked = computed(() => ({
    year: Number(this.scorecard().period.slice(0, 4)),
    vendorId: this.scorecard().vendor.id,
  }));
  protected readonly figures = pageResource({
    params: () => this.asked(),
    load: (query, signal) => this.api.call(viewIncidentFigures, { query }, { signal }),
  });
  protected readonly said = computed(() => {
    const { year } = this.asked();
    const own = this.figures.value()?.items[0]?.figures;
    if (!own) return this.text().none(year);
    const locale = this.reader.locale();
    const number = (count: number) => formatNumber(count, locale);
    const { medianSeconds } = own.timeToNotify;
    const median =
      medianSeconds === null ? '–' : `${formatNumber(medianSeconds / 3600, locale, { max: 1 })} h`;
    return this.text().said(year, number(own.total), median, number(own.late.count), number(own.late.of));
  });
}
