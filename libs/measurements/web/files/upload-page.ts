import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type KpiFile } from '@plumbline/measurements/schema';
import { Empty, PageHeader, PageStateView, TenantContext, texts } from '@plumbline/ui';
import { FileSteps } from './file-steps';
import { SendFiles } from '../sending/send-files';
import { TemplateLinks } from './template-links';
import { UploadStore } from './upload-store';

const words = {
  en: {
    title: 'Send KPI files',
    files: 'KPI files',
    vendor: 'Vendor whose figures these are',
    choose: 'Choose the vendor',
    first: 'Say whose figures these are; then files can be dropped here.',
    next: 'Sending loads nothing yet: you see every column, what was read and what is wrong before you confirm.',
    none: 'No vendor to report for',
    noneText: 'A file belongs to a vendor. Add the vendor first.',
    add: 'Add a vendor',
  },
  es: {
    title: 'Enviar archivos KPI',
    files: 'Archivos KPI',
    vendor: 'Proveedor al que pertenecen las cifras',
    choose: 'Elija el proveedor',
    first: 'Diga de quién son las cifras; después podrá soltar archivos aquí.',
    next: 'Enviar no carga nada todavía: verá cada columna, lo leído y lo incorrecto antes de confirmar.',
    none: 'No hay proveedor del que informar',
    noneText: 'Un archivo pertenece a un proveedor. Añada primero el proveedor.',
    add: 'Añadir un proveedor',
  },
};

/** The first step: whose file, and the file. What follows happens on the file's own page, so that it survives leaving. */
@Component({
  selector: 'pl-upload-page',
  imports: [PageHeader, PageStateView, Empty, FileSteps, SendFiles, TemplateLinks, RouterLink],
  providers: [UploadStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().next"
        [breadcrumbs]="[{ text: text().files, link: tenant.link('kpi-files') }]"
      />
      <pl-file-steps step="send" />
      <pl-page-state [state]="store.vendors.state()" (retry)="store.vendors.reload()">
        <pl-empty plEmpty icon="vendors" [title]="text().none" [text]="text().noneText">
          @if (tenant.can('vendor.write')) {
            <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('vendors', 'new')">{{
              text().add
            }}</a>
          }
        </pl-empty>
        <div class="pl-stack">
          @if (store.only() === undefined) {
            <div class="vendor">
              <label for="pl-upload-vendor">{{ text().vendor }}</label>
              <select id="pl-upload-vendor" class="pl-input" (change)="choose($event)">
                <option value="" [selected]="chosen() === undefined">{{ text().choose }}</option>
                @for (vendor of store.vendors.value(); track vendor.id) {
                  <option [value]="vendor.id" [selected]="vendor.id === chosen()">{{ vendor.name }}</option>
                }
              </select>
            </div>
          }
          @if (chosen(); as vendor) {
            <pl-send-files [vendorId]="vendor" (sent)="go($event)" />
            <pl-template-links [vendorId]="vendor" />
          } @else {
            <p class="pl-muted">{{ text().first }}</p>
          }
        </div>
      </pl-page-state>
    </div>
  `,
  styles: `
    .vendor {
      display: flex;
      flex-direction: column;
      gap: var(--pl-1);
      max-width: 26rem;
    }
    label {
      font-weight: 550;
      font-size: var(--pl-text-13);
    }
  `,
})
export class UploadPage {
  /** From the address. */
  readonly vendorId = input<string>();

  private readonly router = inject(Router);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(UploadStore);
  protected readonly text = texts(words);
  protected readonly chosen = computed(() => {
    const asked = this.store.vendors.value()?.find(({ id }) => id === this.vendorId());
    return asked?.id ?? this.store.only();
  });

  protected choose(event: Event): void {
    const vendorId = (event.target as HTMLSelectElement).value || null;
    void this.router.navigate([], {
      queryParams: { vendorId },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected go(file: KpiFile): void {
    void this.router.navigate([...this.tenant.link('kpi-files', file.id)], { replaceUrl: true });
  }
}
