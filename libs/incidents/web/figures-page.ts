import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { viewIncidentFigures, type VendorFigures } from '@plumbline/incidents/schema';
import {
  Empty,
  formatNumber,
  PageHeader,
  pageResource,
  PageStateView,
  Reader,
  ServerTime,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { incidentWords } from './incident-words';
import { sayHours } from './say-hours';

const words = {
  en: {
    title: 'Incidents in figures',
    incidents: 'Incidents',
    lead: 'Real incidents discovered in the year, per vendor. Drills are not among them.',
    year: 'Year',
    none: (year: number) => `No incident was discovered in ${year}`,
    noneText: 'Choose another year.',
    counts: 'Counts',
    causes: 'By cause',
    severities: 'By severity',
    time: 'Time to notify',
    vendor: 'Vendor',
    total: 'Incidents',
    notified: 'Notified',
    median: 'Median',
    p90: '90 %',
    late: 'Late',
    lateOf: (count: string, of: string, share: string) => `${count} of ${of} (${share})`,
    noClock: 'no deadline ran',
    upTo: (hours: number) => `≤ ${hours} h`,
    over: '> 72 h',
    uncoded: 'Not coded yet',
    untriaged: 'Not triaged',
    figuresOf: (vendor: string) => `${vendor} in the register`,
    hint: 'Hours from discovery to the notice. An upper end belongs to its bin. An incident with two causes counts under both.',
  },
  es: {
    title: 'Incidentes en cifras',
    incidents: 'Incidentes',
    lead: 'Incidentes reales descubiertos en el año, por proveedor. Los simulacros no cuentan.',
    year: 'Año',
    none: (year: number) => `No se descubrió ningún incidente en ${year}`,
    noneText: 'Elija otro año.',
    counts: 'Recuento',
    causes: 'Por causa',
    severities: 'Por gravedad',
    time: 'Tiempo hasta el aviso',
    vendor: 'Proveedor',
    total: 'Incidentes',
    notified: 'Avisados',
    median: 'Mediana',
    p90: '90 %',
    late: 'Con retraso',
    lateOf: (count: string, of: string, share: string) => `${count} de ${of} (${share})`,
    noClock: 'sin plazo',
    upTo: (hours: number) => `≤ ${hours} h`,
    over: '> 72 h',
    uncoded: 'Sin codificar',
    untriaged: 'Sin clasificar',
    figuresOf: (vendor: string) => `${vendor} en el registro`,
    hint: 'Horas del descubrimiento al aviso. El límite superior pertenece a su tramo. Un incidente con dos causas cuenta en ambas.',
  },
};

/** A year of incidents per vendor: how many, of what kind, how fast the insurer was told, how many too late. */
@Component({
  selector: 'pl-figures-page',
  imports: [PageHeader, PageStateView, Empty, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: text().incidents, link: tenant.link('incidents') }]"
      />
      <label class="pl-row pl-no-print">
        {{ text().year }}
        <select class="pl-input" (change)="choose($event)">
          @for (each of years; track each) {
            <option [value]="each" [selected]="each === asked().year">{{ each }}</option>
          }
        </select>
      </label>
      <pl-page-state [state]="figures.state()" (retry)="figures.reload()">
        <pl-empty plEmpty icon="check" [title]="text().none(asked().year)" [text]="text().noneText" />
        <div class="pl-stack">
          <div class="scroller" tabindex="0" role="group" [attr.aria-label]="text().time">
            <table>
              <caption class="pl-unseen">
                {{
                  text().title
                }}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{{ text().vendor }}</th>
                  <th scope="col" class="pl-number">{{ text().total }}</th>
                  <th scope="col" class="pl-number">{{ text().notified }}</th>
                  <th scope="col" class="pl-number">{{ text().median }}</th>
                  <th scope="col" class="pl-number">{{ text().p90 }}</th>
                  @for (bin of bins(); track $index) {
                    <th scope="col" class="pl-number">
                      {{ bin === null ? text().over : text().upTo(bin) }}
                    </th>
                  }
                  <th scope="col" class="pl-number">{{ text().late }}</th>
                </tr>
              </thead>
              <tbody>
                @for (row of items(); track row.vendor.id) {
                  <tr>
                    <th scope="row">
                      <a
                        [routerLink]="tenant.link('incidents')"
                        [queryParams]="{ vendorId: row.vendor.id }"
                        >{{ row.vendor.name }}</a
                      >
                    </th>
                    <td class="pl-number">{{ number(row.figures.total) }}</td>
                    <td class="pl-number">{{ number(row.figures.timeToNotify.notified) }}</td>
                    <td class="pl-number">{{ hours(row.figures.timeToNotify.medianSeconds) }}</td>
                    <td class="pl-number">{{ hours(row.figures.timeToNotify.p90Seconds) }}</td>
                    @for (bin of row.figures.timeToNotify.bins; track $index) {
                      <td class="pl-number" [class.pl-muted]="bin.count === 0">{{ number(bin.count) }}</td>
                    }
                    <td class="pl-number">{{ lateOf(row) }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <p class="pl-muted pl-small">{{ text().hint }}</p>
          <div class="pl-grid">
            @for (row of items(); track row.vendor.id) {
              <section class="pl-panel pl-stack" [attr.aria-label]="row.vendor.name">
                <h2>{{ row.vendor.name }}</h2>
                <div class="pl-row counts">
                  <dl class="pl-facts">
                    <dt>
                      <strong>{{ text().causes }}</strong>
                    </dt>
                    <dd></dd>
                    @for (each of row.figures.causes; track each.key) {
                      <dt>{{ each.key === 'not_coded' ? text().uncoded : words().actions[each.key] }}</dt>
                      <dd class="pl-number">{{ number(each.count) }}</dd>
                    }
                  </dl>
                  <dl class="pl-facts">
                    <dt>
                      <strong>{{ text().severities }}</strong>
                    </dt>
                    <dd></dd>
                    @for (each of row.figures.severities; track each.key) {
                      <dt>
                        {{ each.key === 'not_triaged' ? text().untriaged : words().severities[each.key] }}
                      </dt>
                      <dd class="pl-number">{{ number(each.count) }}</dd>
                    }
                  </dl>
                </div>
              </section>
            }
          </div>
        </div>
      </pl-page-state>
    </div>
  `,
  styles: `
    select.pl-input {
      width: auto;
    }
    .scroller {
      overflow-x: auto;
      border: 1px solid var(--pl-line);
      border-radius: var(--pl-radius);
      background: var(--pl-surface);
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: var(--pl-1) var(--pl-3);
      border-bottom: 1px solid var(--pl-line);
    }
    th {
      text-align: start;
      font-weight: 550;
      white-space: nowrap;
    }
    th.pl-number {
      text-align: end;
    }
    tbody tr:last-child > * {
      border-bottom: 0;
    }
    .counts {
      align-items: flex-start;
      gap: var(--pl-6);
    }
  `,
})
export class FiguresPage {
  /** From the address. */
  readonly year = input<string>();
  readonly vendorId = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(incidentWords);
  private readonly thisYear = new Date(inject(ServerTime).now()).getUTCFullYear();
  protected readonly years = Array.from({ length: 6 }, (_, back) => this.thisYear - back);
  protected readonly asked = computed(() => {
    const year = Number(this.year());
    return { year: Number.isInteger(year) && year >= 2000 ? year : this.thisYear, vendorId: this.vendorId() };
  });
  protected readonly figures = pageResource({
    params: () => this.asked(),
    load: (query, signal) => this.api.call(viewIncidentFigures, { query }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });
  protected readonly items = computed(() => this.figures.value()?.items ?? []);
  protected readonly bins = computed(
    () => this.items()[0]?.figures.timeToNotify.bins.map(({ upToHours }) => upToHours) ?? [],
  );

  protected choose(event: Event): void {
    const year = (event.target as HTMLSelectElement).value;
    void this.router.navigate([], { queryParams: { year }, queryParamsHandling: 'merge' });
  }

  protected number(count: number): string {
    return formatNumber(count, this.reader.locale());
  }

  protected hours(seconds: number | null): string {
    return sayHours(seconds, this.reader.locale());
  }

  protected lateOf({ figures: { late } }: VendorFigures): string {
    if (late.of === 0) return this.text().noClock;
    const share = new Intl.NumberFormat(this.reader.locale(), {
      style: 'percent',
      maximumFractionDigits: 1,
    }).format(late.count / late.of);
    return this.text().lateOf(this.number(late.count), this.number(late.of), share);
  }
}
