import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { downloadKpiFileTemplate } from '@plumbline/contracts/schema';
import { Icon, TenantApi, texts } from '@plumbline/ui';

const words = {
  en: {
    title: 'Download a template',
    text: 'Has exactly the columns that this vendor’s service levels need; filled in, it is recognized at once.',
    xlsx: 'Template (XLSX)',
    csv: 'Template (CSV)',
  },
  es: {
    title: 'Descargar una plantilla',
    text: 'Tiene exactamente las columnas que piden los niveles de servicio de este proveedor; una vez rellena, se reconoce al instante.',
    xlsx: 'Plantilla (XLSX)',
    csv: 'Plantilla (CSV)',
  },
};

/** An empty KPI file for one vendor, made from its contracts. */
@Component({
  selector: 'pl-template-links',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-row" [attr.aria-label]="text().title">
      @for (each of links(); track each.format) {
        <a class="pl-button" [href]="each.url" download
          ><pl-icon name="download" />{{ text()[each.format] }}</a
        >
      }
      <p class="pl-muted pl-small">{{ text().text }}</p>
    </section>
  `,
})
export class TemplateLinks {
  readonly vendorId = input.required<string>();

  private readonly api = inject(TenantApi);
  protected readonly text = texts(words);
  protected readonly links = computed(() =>
    (['xlsx', 'csv'] as const).map((format) => ({
      format,
      url: this.api.urlOf(downloadKpiFileTemplate, { query: { vendorId: this.vendorId(), format } }),
    })),
  );
}
