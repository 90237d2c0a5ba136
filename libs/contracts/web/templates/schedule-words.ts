import type { ScheduleRow } from '@plumbline/contracts/schema';

type Change = ScheduleRow['change'];

interface ScheduleWords {
  readonly title: string;
  readonly lead: string;
  readonly contracts: string;
  readonly draft: string;
  readonly from: string;
  readonly sources: Readonly<Record<'pack' | 'file' | 'contract', string>>;
  readonly pack: string;
  readonly choosePack: string;
  readonly packs: string;
  readonly file: string;
  readonly fileHint: string;
  readonly download: string;
  readonly contract: string;
  readonly chooseContract: string;
  readonly mode: string;
  readonly merge: string;
  readonly replace: string;
  readonly preview: string;
  readonly apply: (count: number) => string;
  readonly applied: (count: number) => string;
  readonly problems: (count: number) => string;
  readonly nothingTaken: string;
  readonly line: string;
  readonly column: string;
  readonly value: string;
  readonly what: string;
  readonly whatHappens: string;
  readonly weights: (total: string) => string;
  readonly changes: Readonly<Record<Change, string>>;
  readonly sla: string;
  readonly segment: string;
  readonly before: string;
  readonly after: string;
  readonly weight: string;
  readonly everything: string;
  readonly tooLarge: string;
}

export const scheduleWords: { readonly en: ScheduleWords; readonly es: ScheduleWords } = {
  en: {
    title: 'Fill the draft with SLAs',
    lead: 'From a pack, a file or another contract. You see what would change before anything is saved.',
    contracts: 'Contracts',
    draft: 'Draft',
    from: 'Where the SLAs come from',
    sources: { pack: 'A pack', file: 'A file', contract: 'Another contract' },
    pack: 'Pack',
    choosePack: 'Choose a pack',
    packs: 'Look at the packs, copy and change them',
    file: 'Schedule (CSV or XLSX)',
    fileHint: 'CSV or XLSX, up to 256 KB; start from a download below',
    download: 'Download this draft’s SLAs',
    contract: 'Contract',
    chooseContract: 'Choose a contract',
    mode: 'What happens to the SLAs that are there',
    merge: 'Keep them; change those of the same metric and part of the service',
    replace: 'Remove what is not in it',
    preview: 'Preview',
    apply: (count) => (count === 1 ? 'Take 1 SLA into the draft' : `Take ${count} SLAs into the draft`),
    applied: (count) => (count === 1 ? 'The draft has 1 SLA now.' : `The draft has ${count} SLAs now.`),
    problems: (count) => (count === 1 ? 'One thing is wrong' : `${count} things are wrong`),
    nothingTaken: 'Nothing is taken while anything is wrong. Put it right in the file and choose it again.',
    line: 'Line',
    column: 'Column',
    value: 'Value',
    what: 'What is wrong',
    whatHappens: 'What would happen',
    weights: (total) => `Weights would add to ${total} of 100.`,
    changes: {
      added: 'Added',
      changed: 'Changed',
      unchanged: 'Same already',
      removed: 'Removed',
      kept: 'Kept',
    },
    sla: 'SLA',
    segment: 'Part of the service',
    before: 'Now',
    after: 'Then',
    weight: 'Weight',
    everything: 'everything',
    tooLarge: 'This file is larger than 256 KB.',
  },
  es: {
    title: 'Llenar el borrador con SLA',
    lead: 'De un paquete, un archivo u otro contrato. Verá qué cambiaría antes de guardar nada.',
    contracts: 'Contratos',
    draft: 'Borrador',
    from: 'De dónde vienen los SLA',
    sources: { pack: 'Un paquete', file: 'Un archivo CSV', contract: 'Otro contrato' },
    pack: 'Paquete',
    choosePack: 'Elija un paquete',
    packs: 'Ver los paquetes, copiarlos y cambiarlos',
    file: 'Lista de SLA (CSV)',
    fileHint: 'CSV, hasta 256 KB; parta de la descarga de abajo',
    download: 'Descargar los SLA de este borrador',
    contract: 'Contrato',
    chooseContract: 'Elija un contrato',
    mode: 'Qué pasa con los SLA que ya están',
    merge: 'Se quedan; cambian los de la misma métrica y parte del servicio',
    replace: 'Se quita lo que no esté en ella',
    preview: 'Vista previa',
    apply: (count) => (count === 1 ? 'Llevar 1 SLA al borrador' : `Llevar ${count} SLA al borrador`),
    applied: (count) =>
      count === 1 ? 'El borrador tiene ahora 1 SLA.' : `El borrador tiene ahora ${count} SLA.`,
    problems: (count) => (count === 1 ? 'Hay un error' : `Hay ${count} errores`),
    nothingTaken: 'No se toma nada mientras haya errores. Corríjalos en el archivo y elíjalo de nuevo.',
    line: 'Línea',
    column: 'Columna',
    value: 'Valor',
    what: 'Qué está mal',
    whatHappens: 'Qué pasaría',
    weights: (total) => `Los pesos sumarían ${total} de 100.`,
    changes: {
      added: 'Se añade',
      changed: 'Cambia',
      unchanged: 'Ya es igual',
      removed: 'Se quita',
      kept: 'Se queda',
    },
    sla: 'SLA',
    segment: 'Parte del servicio',
    before: 'Ahora',
    after: 'Después',
    weight: 'Peso',
    everything: 'todo',
    tooLarge: 'Este archivo supera los 256 KB.',
  },
};
