import { type Texts } from '@plumbline/ui';

interface ExplainWords {
  readonly title: string;
  readonly close: string;
  readonly copyLink: string;
  readonly copyJson: string;
  readonly download: string;
  readonly copiedLink: string;
  readonly copiedJson: string;
  readonly copyFailed: string;
  readonly verdict: (
    name: string,
    vendor: string,
    month: string,
    value: string,
    target: string,
    state: string,
  ) => string;
  readonly noValue: (name: string, vendor: string, month: string, target: string, state: string) => string;
  readonly superseded: string;
  readonly arithmetic: string;
  readonly steps: string;
  readonly definition: string;
  readonly metric: string;
  readonly formula: string;
  readonly version: (version: number, from: string) => string;
  readonly source: string;
  readonly rowsCounted: (count: string) => string;
  readonly target: string;
  readonly contract: string;
  readonly contractVersion: (version: number, from: string) => string;
  readonly clause: string;
  readonly page: (page: number) => string;
  readonly window: string;
  readonly reportDue: string;
  readonly exclusions: string;
  readonly noExclusions: string;
  readonly excludedRows: (count: string) => string;
  readonly claimed: string;
  readonly claimedNote: string;
  readonly trend: string;
  readonly rows: string;
  readonly showRows: string;
  readonly noRows: string;
  readonly rowsDropped: (date: string) => string;
  readonly file: string;
  readonly line: string;
  readonly atLine: (line: number) => string;
  /** Start of the interval, in the zone of the contract. */
  readonly start: (zone: string) => string;
  readonly counted: string;
  readonly yes: string;
  readonly no: string;
  readonly history: string;
  readonly revision: (revision: number) => string;
  readonly current: string;
  readonly interval: (lower: string, upper: string) => string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly excludedReasons: Readonly<Record<string, string>>;
}

export const explainWords: Texts<ExplainWords> = {
  en: {
    title: 'Why this figure',
    close: 'Close',
    copyLink: 'Copy link',
    copyJson: 'Copy as JSON',
    download: 'Download JSON',
    copiedLink: 'The link to this explanation was copied.',
    copiedJson: 'The explanation was copied as JSON.',
    copyFailed: 'The browser did not let this page copy. Download the JSON instead.',
    verdict: (name, vendor, month, value, target, state) =>
      `${name} of ${vendor} in ${month} was ${value} against ${target}: ${state}.`,
    noValue: (name, vendor, month, target, state) =>
      `${name} of ${vendor} in ${month} has no figure to hold against ${target}: ${state}.`,
    superseded: 'A newer revision has replaced this one; it stays as it was published.',
    arithmetic: 'Arithmetic',
    steps: 'Step by step',
    definition: 'Definition',
    metric: 'Metric',
    formula: 'Counts',
    version: (version, from) => `version ${version}, in use from ${from}`,
    source: 'Source',
    rowsCounted: (count) => `Summed over ${count} rows, never averaged over ratios.`,
    target: 'Target and clause',
    contract: 'Contract',
    contractVersion: (version, from) => `version ${version}, effective ${from}`,
    clause: 'Clause',
    page: (page) => `page ${page}`,
    window: 'Window',
    reportDue: 'Report due',
    exclusions: 'Not counted',
    noExclusions: 'Nothing was left out.',
    excludedRows: (count) => `${count} rows`,
    claimed: 'Claimed by the vendor',
    claimedNote: 'Stated without its counts: shown beside, never mixed in.',
    trend: 'Trend',
    rows: 'Rows',
    showRows: 'Show the rows behind this figure',
    noRows: 'No row was received for this window.',
    rowsDropped: (date) =>
      `Rows of this window are no longer kept: they were dropped on ${date}. The sums and the trace above and the received files stay.`,
    file: 'File',
    line: 'Line',
    atLine: (line) => `line ${line}`,
    start: (zone) => `Interval (${zone})`,
    counted: 'Counted',
    yes: 'yes',
    no: 'no, a measure is blank',
    history: 'History',
    revision: (revision) => `Revision ${revision}`,
    current: 'newest',
    interval: (lower, upper) => `95% interval ${lower} to ${upper}`,
    reasons: {
      kpi_file: 'KPI file',
      time_passed: 'Time passed',
      terms_changed: 'Terms or definition changed',
      exclusion: 'Exclusion or waiver approved',
    },
    excludedReasons: {
      missingMeasure: 'A measure is blank, which is not zero',
      impossibleCounts: 'The counts cannot be, such as more passes than samples',
      approvedExclusion: 'Approved exclusion',
      shortAbandon: 'Short abandons',
    },
  },
  es: {
    title: 'Por qué esta cifra',
    close: 'Cerrar',
    copyLink: 'Copiar enlace',
    copyJson: 'Copiar como JSON',
    download: 'Descargar JSON',
    copiedLink: 'Se copió el enlace a esta explicación.',
    copiedJson: 'La explicación se copió como JSON.',
    copyFailed: 'El navegador no permitió copiar. Descargue el JSON.',
    verdict: (name, vendor, month, value, target, state) =>
      `${name} de ${vendor} en ${month} fue ${value} frente a ${target}: ${state}.`,
    noValue: (name, vendor, month, target, state) =>
      `${name} de ${vendor} en ${month} no tiene cifra que comparar con ${target}: ${state}.`,
    superseded: 'Una revisión más nueva sustituyó a esta; queda como se publicó.',
    arithmetic: 'Aritmética',
    steps: 'Paso a paso',
    definition: 'Definición',
    metric: 'Métrica',
    formula: 'Cuenta',
    version: (version, from) => `versión ${version}, en uso desde ${from}`,
    source: 'Fuente',
    rowsCounted: (count) => `Suma de ${count} filas, nunca un promedio de proporciones.`,
    target: 'Objetivo y cláusula',
    contract: 'Contrato',
    contractVersion: (version, from) => `versión ${version}, vigente desde ${from}`,
    clause: 'Cláusula',
    page: (page) => `página ${page}`,
    window: 'Ventana',
    reportDue: 'Informe hasta',
    exclusions: 'No contado',
    noExclusions: 'No se dejó nada fuera.',
    excludedRows: (count) => `${count} filas`,
    claimed: 'Afirmado por el proveedor',
    claimedNote: 'Sin sus recuentos: se muestra al lado, nunca se mezcla.',
    trend: 'Tendencia',
    rows: 'Filas',
    showRows: 'Mostrar las filas detrás de esta cifra',
    noRows: 'No se recibió ninguna fila para esta ventana.',
    rowsDropped: (date) =>
      `Las filas de esta ventana ya no se conservan: se eliminaron el ${date}. Se conservan las sumas y los pasos de arriba y los archivos recibidos.`,
    file: 'Archivo',
    line: 'Línea',
    atLine: (line) => `línea ${line}`,
    start: (zone) => `Intervalo (${zone})`,
    counted: 'Contada',
    yes: 'sí',
    no: 'no, falta una medida',
    history: 'Historial',
    revision: (revision) => `Revisión ${revision}`,
    current: 'la más nueva',
    interval: (lower, upper) => `intervalo del 95% de ${lower} a ${upper}`,
    reasons: {
      kpi_file: 'Archivo KPI',
      time_passed: 'Pasó el plazo',
      terms_changed: 'Cambió lo acordado o la definición',
      exclusion: 'Exclusión o dispensa aprobada',
    },
    excludedReasons: {
      missingMeasure: 'Falta una medida, que no es cero',
      impossibleCounts: 'Los recuentos no pueden ser, como más aciertos que muestras',
      approvedExclusion: 'Exclusión aprobada',
      shortAbandon: 'Abandonos breves',
    },
  },
};
