import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type KpiFile, downloadKpiFile, viewKpiFileReceipt } from '@plumbline/measurements/schema';
import {
  Icon,
  Reader,
  TenantApi,
  TenantContext,
  formatBytes,
  formatInstant,
  formatNumber,
  saveFile,
  texts,
  zoneCity,
} from '@plumbline/ui';
import { doubtWords } from '../doubts/doubt-words';
import { mappingWords } from '../mapping/mapping-words';
import { effectWords, monthsSentence } from './effect-sentence';
import { isCompared } from './is-compared';
import { receiptText } from './receipt-text';
import { stateWords } from './state-words';
import { wayWords } from './way-words';

const words = {
  en: {
    title: 'Receipt',
    save: 'Save the receipt',
    json: 'Receipt as JSON',
    page: 'Page to print',
    download: 'Download the file as received',
    name: (file: string) => `Plumbline receipt for ${file}`,
    facts: {
      file: 'File',
      reference: 'Reference',
      tenant: 'Sent to',
      vendor: 'Vendor',
      state: 'State',
      received: 'Received',
      by: 'Sent by',
      address: 'From the address',
      key: 'With the key',
      bytes: 'Size',
      sha256: 'SHA-256',
      read: 'Read as',
      months: 'Months',
      rows: 'Rows',
      doubts: 'Doubtful, accepted',
      reason: 'Reason',
      loaded: 'Loaded',
      load: 'Load number',
      finished: 'Finished',
    },
    readCases: (zone: string) => `One row or more per case, times of ${zone}`,
    readAs: (grain: string, zone: string) => `${grain} a row, times of ${zone}`,
    size: (size: string, bytes: string) => `${size} (${bytes} bytes)`,
    rows: (all: string, fresh: string, restated: string, known: string, wrong: string) =>
      `${all} read: ${fresh} new, ${restated} replacing, ${known} known, ${wrong} wrong`,
    rowsRead: (all: string, wrong: string) => `${all} read, ${wrong} wrong`,
    doubt: (what: string, count: string, by: string, at: string, remembered: boolean) =>
      `${what} (${count}): ${by}, ${at}${remembered ? ', for every file of this layout' : ''}`,
    at: (instant: string) => `${instant} UTC`,
  },
  es: {
    title: 'Recibo',
    save: 'Guardar el recibo',
    json: 'Recibo en JSON',
    page: 'Página para imprimir',
    download: 'Descargar el archivo tal como se recibió',
    name: (file: string) => `Recibo de Plumbline por ${file}`,
    facts: {
      file: 'Archivo',
      reference: 'Referencia',
      tenant: 'Enviado a',
      vendor: 'Proveedor',
      state: 'Estado',
      received: 'Recibido',
      by: 'Enviado por',
      address: 'Desde la dirección',
      key: 'Con la clave',
      bytes: 'Tamaño',
      sha256: 'SHA-256',
      read: 'Leído como',
      months: 'Meses',
      rows: 'Filas',
      doubts: 'Dudas aceptadas',
      reason: 'Motivo',
      loaded: 'Cargado',
      load: 'Número de carga',
      finished: 'Terminado',
    },
    readCases: (zone: string) => `Una o más filas por caso, horas de ${zone}`,
    readAs: (grain: string, zone: string) => `${grain} por fila, horas de ${zone}`,
    size: (size: string, bytes: string) => `${size} (${bytes} bytes)`,
    rows: (all: string, fresh: string, restated: string, known: string, wrong: string) =>
      `${all} leídas: ${fresh} nuevas, ${restated} que sustituyen, ${known} conocidas, ${wrong} incorrectas`,
    rowsRead: (all: string, wrong: string) => `${all} leídas, ${wrong} incorrectas`,
    doubt: (what: string, count: string, by: string, at: string, remembered: boolean) =>
      `${what} (${count}): ${by}, ${at}${remembered ? ', para todo archivo de este formato' : ''}`,
    at: (instant: string) => `${instant} UTC`,
  },
};

/** What was received from whom, when and how, and what came of it: enough to prove it later. */
@Component({
  selector: 'pl-receipt',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" [attr.aria-label]="text().title">
      <h2>{{ text().title }}</h2>
      <dl class="pl-facts">
        @for (fact of facts(); track $index) {
          <dt>{{ fact[0] }}</dt>
          <dd class="pl-wrap-anywhere">{{ fact[1] }}</dd>
        }
      </dl>
      <div class="pl-row pl-no-print">
        <button class="pl-button" type="button" (click)="save()">
          <pl-icon name="file" />{{ text().save }}
        </button>
        <a class="pl-button" [href]="jsonUrl()" [attr.download]="baseName() + '-receipt.json'">
          <pl-icon name="download" />{{ text().json }}
        </a>
        @if (!alone()) {
          <a class="pl-button" [routerLink]="tenant.link('kpi-files', file().id, 'receipt')">{{
            text().page
          }}</a>
        }
        <a class="pl-button" [href]="contentUrl()" download>
          <pl-icon name="download" />{{ text().download }}
        </a>
      </div>
    </section>
  `,
  styles: `
    .pl-button {
      white-space: normal;
    }
  `,
})
export class Receipt {
  readonly file = input.required<KpiFile>();
  /** On the page that is printed. */
  readonly alone = input(false);
  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  private readonly mappingText = texts(mappingWords);
  private readonly stateText = texts(stateWords);
  private readonly effectText = texts(effectWords);
  private readonly doubtText = texts(doubtWords);
  private readonly wayText = texts(wayWords);

  protected readonly contentUrl = computed(() =>
    this.api.urlOf(downloadKpiFile, { params: { kpiFileId: this.file().id } }),
  );

  protected readonly jsonUrl = computed(() =>
    this.api.urlOf(viewKpiFileReceipt, { params: { kpiFileId: this.file().id } }),
  );
  protected readonly baseName = computed(() => this.file().name.replace(/\.\w{1,5}$/, ''));

  protected readonly facts = computed((): readonly (readonly [string, string])[] => {
    const file = this.file();
    const { facts: names, ...text } = this.text();
    const locale = this.reader.locale();
    const count = (value: number | null) => formatNumber(value ?? 0, locale);
    const at = (instant: string) =>
      text.at(formatInstant(instant, { locale, timeZone: 'UTC', seconds: true, zoneName: false }));
    const { rows, mapping, effect } = file;
    const some = (name: string, value: string | null | undefined) => (value ? [[name, value] as const] : []);
    return [
      [names.file, file.name],
      [names.reference, file.id],
      [names.tenant, this.tenant.name()],
      [names.vendor, `${file.vendor.name} (${file.vendor.code})`],
      [names.state, this.stateText()[file.state]],
      [names.received, at(file.createdAt)],
      [names.by, this.wayText()[file.uploadedVia](file.uploadedBy)],
      ...some(names.address, file.uploadedFrom.address),
      ...some(names.key, file.uploadedFrom.key),
      [names.bytes, text.size(formatBytes(file.bytes, locale), count(file.bytes))],
      [names.sha256, file.sha256],
      ...some(
        names.read,
        mapping?.cases
          ? text.readCases(zoneCity(mapping.timezone))
          : mapping && text.readAs(this.mappingText().grains[mapping.grain], zoneCity(mapping.timezone)),
      ),
      ...some(names.months, effect && monthsSentence(effect.months, this.effectText(), locale)),
      ...some(
        names.rows,
        rows.total === null
          ? null
          : isCompared(file)
            ? text.rows(
                count(rows.total),
                count(rows.new),
                count(rows.restated),
                count(rows.unchanged),
                count(rows.wrong),
              )
            : text.rowsRead(count(rows.total), count(rows.wrong)),
      ),
      ...file.warnings.flatMap(({ code, count: concerned, accepted, remembered }) => {
        if (accepted === null) return [];
        const what = this.doubtText().titles[code];
        return some(
          names.doubts,
          text.doubt(what, count(concerned), accepted.by, at(accepted.at), remembered),
        );
      }),
      ...some(names.reason, file.restatementReason),
      ...some(names.loaded, file.loadedAt && at(file.loadedAt)),
      ...some(names.load, file.loadNumber === null ? null : String(file.loadNumber)),
      ...some(names.finished, file.finishedAt && at(file.finishedAt)),
    ];
  });

  protected save(): void {
    const { name } = this.file();
    const text = receiptText(this.text().name(name), this.facts());
    saveFile(`${this.baseName()}-receipt.txt`, text, 'text/plain;charset=utf-8');
  }
}
