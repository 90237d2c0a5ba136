import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CreditSchemeSummary } from '@plumbline/credits/schema';
import {
  type Column,
  DataTable,
  Empty,
  formatInstant,
  formatMonth,
  MonthPipe,
  PageHeader,
  PageStateView,
  Reader,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { SchemesStore } from './schemes-store';

const words = {
  en: {
    title: 'Credit schemes',
    lead: 'What each contract says about money for missed service levels.',
    credits: 'Credits',
    caption: 'Credit schemes',
    none: 'No contract has a credit scheme yet',
    noneText: 'Open a contract and enter its scheme: past months are settled by it at once.',
    contracts: 'To the contracts',
    gaps: 'Amended without a scheme',
    gapsText:
      'These versions have no scheme although the version before had one: nothing is settled until somebody enters it. The form is filled in from the version before.',
    since: (month: string) => `from ${month} on`,
    contract: 'Contract',
    versionOf: (reference: string, number: number) => `${reference}, version ${number}`,
    vendor: 'Vendor',
    from: 'Settled from',
    currency: 'Currency',
    lines: 'SLAs',
    revision: 'Revision',
    entered: 'Entered',
    by: (by: string, at: string) => `${by}, ${at}`,
  },
  es: {
    title: 'Esquemas de crédito',
    lead: 'Lo que dice cada contrato sobre el dinero por niveles de servicio incumplidos.',
    credits: 'Créditos',
    caption: 'Esquemas de crédito',
    none: 'Ningún contrato tiene todavía un esquema de crédito',
    noneText: 'Abra un contrato e introduzca su esquema: los meses pasados se liquidan enseguida con él.',
    contracts: 'A los contratos',
    gaps: 'Modificados sin esquema',
    gapsText:
      'Estas versiones no tienen esquema aunque la anterior lo tenía: no se liquida nada hasta que alguien lo introduzca. El formulario se rellena a partir de la versión anterior.',
    since: (month: string) => `desde ${month}`,
    contract: 'Contrato',
    versionOf: (reference: string, number: number) => `${reference}, versión ${number}`,
    vendor: 'Proveedor',
    from: 'Se liquida desde',
    currency: 'Moneda',
    lines: 'SLA',
    revision: 'Revisión',
    entered: 'Introducido',
    by: (by: string, at: string) => `${by}, ${at}`,
  },
};

@Component({
  selector: 'pl-schemes-page',
  imports: [PageHeader, PageStateView, Empty, DataTable, RouterLink, MonthPipe],
  providers: [SchemesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[{ text: text().credits, link: tenant.link('credits') }]"
      />
      @if (store.gaps.value()?.items?.length) {
        <section class="pl-panel pl-stack" aria-labelledby="pl-scheme-gaps">
          <h2 id="pl-scheme-gaps">{{ text().gaps }}</h2>
          <p>{{ text().gapsText }}</p>
          <ul>
            @for (gap of store.gaps.value()?.items; track gap.contract.id + gap.contract.versionNumber) {
              <li>
                <a
                  [routerLink]="
                    tenant.link(
                      'credits',
                      'schemes',
                      gap.contract.id,
                      '' + gap.contract.versionNumber,
                      'edit'
                    )
                  "
                  >{{ text().versionOf(gap.contract.reference, gap.contract.versionNumber) }}</a
                >
                · {{ gap.vendor.name }} · {{ text().since(gap.from | plMonth: 'long') }}
              </li>
            }
          </ul>
        </section>
      }
      <pl-page-state [state]="store.schemes.state()" (retry)="store.schemes.reload()">
        <pl-empty plEmpty icon="contracts" [title]="text().none" [text]="text().noneText">
          <a class="pl-button" [routerLink]="tenant.link('contracts')">{{ text().contracts }}</a>
        </pl-empty>
        <pl-data-table
          [caption]="text().caption"
          [rows]="store.schemes.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="store.schemes.hasMore()"
          [loadingMore]="store.schemes.loadingMore()"
          (loadMore)="store.schemes.loadMore()"
        />
      </pl-page-state>
    </div>
  `,
})
export class SchemesPage {
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(SchemesStore);
  protected readonly text = texts(words);
  protected readonly byId = ({ id }: CreditSchemeSummary) => id;

  protected readonly columns = computed((): readonly Column<CreditSchemeSummary>[] => {
    const [text, locale] = [this.text(), this.reader.locale()];
    const at = { locale, timeZone: this.tenant.timeZone() };
    return [
      {
        key: 'contract',
        header: text.contract,
        text: ({ contract }) => text.versionOf(contract.reference, contract.versionNumber),
        link: ({ contract }) =>
          this.tenant.link('credits', 'schemes', contract.id, `${contract.versionNumber}`),
      },
      { key: 'vendor', header: text.vendor, text: ({ vendor }) => vendor.name },
      {
        key: 'from',
        header: text.from,
        text: ({ from }) => formatMonth(from, locale, 'long'),
        sortBy: ({ from }) => from,
      },
      { key: 'currency', header: text.currency, text: ({ currency }) => currency },
      {
        key: 'lines',
        header: text.lines,
        text: ({ lines }) => `${lines}`,
        sortBy: ({ lines }) => lines,
        numeric: true,
      },
      {
        key: 'revision',
        header: text.revision,
        text: ({ revision }) => `${revision}`,
        sortBy: ({ revision }) => revision,
        numeric: true,
      },
      {
        key: 'entered',
        header: text.entered,
        text: ({ enteredBy, enteredAt }) => text.by(enteredBy, formatInstant(enteredAt, at)),
        sortBy: ({ enteredAt }) => enteredAt,
      },
    ];
  });
}
