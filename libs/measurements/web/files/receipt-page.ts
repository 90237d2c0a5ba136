import { ChangeDetectionStrategy, Component, DOCUMENT, effect, inject, input } from '@angular/core';
import { Icon, PageHeader, PageStateView, TenantContext, texts } from '@plumbline/ui';
import { KpiFileStore } from './kpi-file-store';
import { Receipt } from './receipt';

const words = {
  en: { title: 'Receipt', files: 'KPI files', print: 'Print' },
  es: { title: 'Recibo', files: 'Archivos KPI', print: 'Imprimir' },
};

/** A file's receipt by itself, to be printed or kept as PDF. */
@Component({
  selector: 'pl-receipt-page',
  imports: [PageHeader, PageStateView, Icon, Receipt],
  providers: [KpiFileStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-page-state [state]="store.loaded.state()" (retry)="store.loaded.reload()">
      @if (store.file(); as file) {
        <div class="pl-stack">
          <pl-page-header
            [title]="text().title"
            [lead]="file.name"
            [breadcrumbs]="[
              { text: text().files, link: tenant.link('kpi-files') },
              { text: file.name, link: tenant.link('kpi-files', file.id) },
            ]"
          >
            <button class="pl-button" data-kind="primary" type="button" (click)="print()">
              <pl-icon name="file" />{{ text().print }}
            </button>
          </pl-page-header>
          <pl-receipt [file]="file" [alone]="true" />
        </div>
      }
    </pl-page-state>
  `,
})
export class ReceiptPage {
  readonly kpiFileId = input.required<string>();

  private readonly document = inject(DOCUMENT);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(KpiFileStore);
  protected readonly text = texts(words);

  constructor() {
    effect(() => this.store.id.set(this.kpiFileId()));
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
