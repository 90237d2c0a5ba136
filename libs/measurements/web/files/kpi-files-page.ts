import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type KpiFileState, type KpiFileSummary, kpiFileStates } from '@plumbline/measurements/schema';
import {
  type Column,
  DataTable,
  Empty,
  PageHeader,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TableCell,
  TenantContext,
  formatInstant,
  formatNumber,
  texts,
} from '@plumbline/ui';
import { KpiFilesStore } from './kpi-files-store';
import { stateLook, stateWords } from './state-words';
import { wayWords } from './way-words';

const words = {
  en: {
    title: 'KPI files',
    lead: 'What vendors report: every file as it was received, what was loaded of it, and what was wrong with it.',
    upload: 'Send a KPI file',
    vendor: 'Vendor',
    everyVendor: 'Every vendor',
    state: 'State',
    everyState: 'Every state',
    none: 'No KPI file yet',
    noneText:
      'A KPI file is a CSV with counts per interval, day or month. Send the first one: its columns are explained once and remembered for the next.',
    noneFound: 'No file fits these filters',
    noneFoundText: 'There are files, but none for this vendor and state.',
    clear: 'Show every file',
    file: 'File',
    rows: 'Rows',
    wrong: 'Wrong rows',
    by: 'Sent by',
    at: 'Sent',
  },
  es: {
    title: 'Archivos KPI',
    lead: 'Lo que informan los proveedores: cada archivo tal como se recibió, qué se cargó de él y qué estaba mal.',
    upload: 'Enviar un archivo KPI',
    vendor: 'Proveedor',
    everyVendor: 'Todos los proveedores',
    state: 'Estado',
    everyState: 'Todos los estados',
    none: 'Aún no hay archivos KPI',
    noneText:
      'Un archivo KPI es un CSV con recuentos por intervalo, día o mes. Envíe el primero: sus columnas se explican una vez y se recuerdan para el siguiente.',
    noneFound: 'Ningún archivo cumple estos filtros',
    noneFoundText: 'Hay archivos, pero ninguno de este proveedor y estado.',
    clear: 'Mostrar todos los archivos',
    file: 'Archivo',
    rows: 'Filas',
    wrong: 'Filas incorrectas',
    by: 'Enviado por',
    at: 'Enviado',
  },
};

@Component({
  selector: 'pl-kpi-files-page',
  imports: [PageHeader, PageStateView, ProblemView, Empty, DataTable, TableCell, StatusChip, RouterLink],
  providers: [KpiFilesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './kpi-files-page.html',
  styles: `
    select.pl-input {
      width: auto;
      max-width: 16rem;
    }
  `,
})
export class KpiFilesPage {
  /** From the address. */
  readonly vendorId = input<string>();
  /** From the address. */
  readonly state = input<string>();

  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(KpiFilesStore);
  protected readonly text = texts(words);
  protected readonly stateText = texts(stateWords);
  private readonly wayText = texts(wayWords);
  protected readonly look = stateLook;
  protected readonly states = kpiFileStates;
  protected readonly filtered = computed(
    () => this.store.filter()?.vendorId !== undefined || this.store.filter()?.state !== undefined,
  );
  protected readonly byId = (file: KpiFileSummary) => file.id;

  protected readonly columns = computed((): readonly Column<KpiFileSummary>[] => {
    const text = this.text();
    const ways = this.wayText();
    const locale = this.reader.locale();
    const timeZone = this.tenant.timeZone();
    const count = (value: number | null) => (value === null ? '' : formatNumber(value, locale));
    return [
      {
        key: 'name',
        header: text.file,
        text: (file) => file.name,
        link: (file) => this.tenant.link('kpi-files', file.id),
      },
      { key: 'state', header: text.state, text: (file) => this.stateText()[file.state] },
      { key: 'vendor', header: text.vendor, text: (file) => file.vendor.name },
      {
        key: 'rows',
        header: text.rows,
        text: ({ rows }) => count(rows.total ?? (rows.read > 0 ? rows.read : null)),
        sortBy: ({ rows }) => rows.total ?? rows.read,
        numeric: true,
      },
      {
        key: 'wrong',
        header: text.wrong,
        text: ({ rows }) => (rows.total === null ? '' : count(rows.wrong)),
        sortBy: ({ rows }) => rows.wrong,
        numeric: true,
      },
      {
        key: 'by',
        header: text.by,
        text: (file) =>
          file.uploadedVia === 'page' ? file.uploadedBy : ways[file.uploadedVia](file.uploadedBy),
      },
      {
        key: 'at',
        header: text.at,
        text: (file) => formatInstant(file.createdAt, { locale, timeZone }),
        sortBy: (file) => file.createdAt,
        exported: (file) => file.createdAt,
      },
    ];
  });

  constructor() {
    effect(() => {
      const state = this.state();
      this.store.filter.set({
        vendorId: this.vendorId() || undefined,
        state: isState(state) ? state : undefined,
      });
    });
  }

  protected choose(name: 'vendorId' | 'state', event: Event): void {
    this.show({ [name]: (event.target as HTMLSelectElement).value || null });
  }

  protected clear(): void {
    this.show({ vendorId: null, state: null });
  }

  protected open(file: KpiFileSummary): void {
    void this.router.navigate([...this.tenant.link('kpi-files', file.id)]);
  }

  private show(queryParams: { vendorId?: string | null; state?: string | null }): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}

function isState(text: string | undefined): text is KpiFileState {
  return (kpiFileStates as readonly string[]).includes(text ?? '');
}
