import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { downloadKpiFileTemplate } from '@plumbline/contracts/schema';
import { Icon, TenantApi, texts } from '@plumbline/ui';

const words = {
  en: {
    title: 'Download a template',
    counts: {
      xlsx: 'Template (XLSX)',
      csv: 'Template (CSV)',
      text: 'Has exactly the columns that this vendor’s service levels need; filled in, it is recognized at once.',
    },
    cases: {
      xlsx: 'Template of cases (XLSX)',
      csv: 'Template of cases (CSV)',
      text: 'For complaints and other cases, a row for each: its number and when it was opened and closed. The counts are made from them.',
    },
  },
  es: {
    title: 'Descargar una plantilla',
    counts: {
      xlsx: 'Plantilla (XLSX)',
      csv: 'Plantilla (CSV)',
      text: 'Tiene exactamente las columnas que piden los niveles de servicio de este proveedor; una vez rellena, se reconoce al instante.',
    },
    cases: {
      xlsx: 'Plantilla de casos (XLSX)',
      csv: 'Plantilla de casos (CSV)',
      text: 'Para reclamaciones y otros casos, una fila por cada uno: su número y cuándo se abrió y se cerró. Los recuentos se obtienen de ellos.',
    },
  },
};

const formats = ['xlsx', 'csv'] as const;

/** Empty KPI files for one vendor, made from its contracts: of counts, and of the cases that counts are made from. */
@Component({
  selector: 'pl-template-links',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-stack" [attr.aria-label]="text().title">
      @for (kind of kinds(); track kind.holds) {
        <div class="pl-row">
          @for (each of kind.links; track each.format) {
            <a class="pl-button" [href]="each.url" download
              ><pl-icon name="download" />{{ text()[kind.holds][each.format] }}</a
            >
          }
          <p class="pl-muted pl-small">{{ text()[kind.holds].text }}</p>
        </div>
      }
    </section>
  `,
  // below the links of either kind, whether or not there is room beside them
  styles: `
    p {
      flex-basis: 100%;
    }
  `,
})
export class TemplateLinks {
  readonly vendorId = input.required<string>();

  private readonly api = inject(TenantApi);
  protected readonly text = texts(words);
  protected readonly kinds = computed(() =>
    (['counts', 'cases'] as const).map((holds) => ({
      holds,
      links: formats.map((format) => ({
        format,
        url: this.api.urlOf(downloadKpiFileTemplate, { query: { vendorId: this.vendorId(), format, holds } }),
      })),
    })),
  );
}
