import type { CellState, ParityCause, ParityFinding } from '@plumbline/contracts/schema';
import type { ParityReason } from '@plumbline/sla-engine';
import type { Hue, IconName } from '@plumbline/ui';
import type { Service } from '@plumbline/vendors/schema';

/** How a verdict looks; the word always stands beside it. */
export const parityLook: Readonly<Record<CellState, { readonly hue: Hue; readonly icon: IconName }>> = {
  equal: { hue: 'good', icon: 'check' },
  stricter: { hue: 'note', icon: 'arrowUp' },
  weaker: { hue: 'bad', icon: 'arrowDown' },
  missing: { hue: 'bad', icon: 'cross' },
  incomparable: { hue: 'warn', icon: 'help' },
  no_target: { hue: 'neutral', icon: 'circle' },
  not_demanded: { hue: 'neutral', icon: 'dash' },
};

interface ParityWords {
  readonly states: Readonly<Record<CellState, string>>;
  readonly closings: Readonly<Record<NonNullable<ParityFinding['closed']>['verdict'], string>>;
  readonly reasons: Readonly<Record<ParityReason, string>>;
  readonly causes: Readonly<Record<ParityCause, (number: number | null) => string>>;
  readonly services: Readonly<Record<Service, string>>;
  readonly everything: string;
  readonly everyVendor: string;
  readonly belowFloor: string;
  readonly month: string;
}

const numbered = (text: string, number: number | null) => (number === null ? text : `${text} ${number}`);

/** The words of parity, wherever it is shown. */
export const parityPageWords: { readonly en: ParityWords; readonly es: ParityWords } = {
  en: {
    states: {
      equal: 'Equal',
      stricter: 'Stricter',
      weaker: 'Weaker',
      missing: 'Missing',
      incomparable: 'Incomparable',
      no_target: 'No internal target',
      not_demanded: 'Not demanded',
    },
    closings: {
      equal: 'equal',
      stricter: 'stricter',
      weaker: 'weaker in another way',
      missing: 'missing',
      incomparable: 'incomparable',
      not_compared: 'not compared any more',
    },
    reasons: {
      definition: 'defined differently',
      segment: 'another segment',
      window: 'another window',
      values: 'neither contains the other',
    },
    causes: {
      contract_version: (number) => numbered('contract version', number),
      contract_ended: () => 'the end of the contract',
      internal_target: (number) => numbered('internal target, version', number),
      internal_target_ended: () => 'the end of the internal target',
      floor: () => 'a regulatory floor switched on',
      floor_off: () => 'a regulatory floor switched off',
      metric_version: (number) => numbered('metric definition, version', number),
    },
    services: {
      voice: 'Voice',
      chat: 'Chat',
      portal_messages: 'Portal messages',
      mail: 'Mail',
      claims_intake: 'Claims intake',
      crm: 'CRM',
      telephony: 'Telephony',
      speech_analytics: 'Speech analytics',
    },
    everything: 'everything',
    everyVendor: 'every vendor',
    belowFloor: 'Floor not held',
    month: 'by month',
  },
  es: {
    states: {
      equal: 'Igual',
      stricter: 'Más estricto',
      weaker: 'Más débil',
      missing: 'Ausente',
      incomparable: 'No comparable',
      no_target: 'Sin objetivo interno',
      not_demanded: 'No se exige',
    },
    closings: {
      equal: 'igual',
      stricter: 'más estricto',
      weaker: 'más débil de otro modo',
      missing: 'ausente',
      incomparable: 'no comparable',
      not_compared: 'ya no se compara',
    },
    reasons: {
      definition: 'definido de otra manera',
      segment: 'otro segmento',
      window: 'otro periodo',
      values: 'ninguno contiene al otro',
    },
    causes: {
      contract_version: (number) => numbered('versión del contrato', number),
      contract_ended: () => 'el fin del contrato',
      internal_target: (number) => numbered('objetivo interno, versión', number),
      internal_target_ended: () => 'el fin del objetivo interno',
      floor: () => 'un mínimo regulatorio activado',
      floor_off: () => 'un mínimo regulatorio desactivado',
      metric_version: (number) => numbered('definición de la métrica, versión', number),
    },
    services: {
      voice: 'Voz',
      chat: 'Chat',
      portal_messages: 'Mensajes del portal',
      mail: 'Correo',
      claims_intake: 'Recepción de reclamaciones',
      crm: 'CRM',
      telephony: 'Telefonía',
      speech_analytics: 'Análisis de voz',
    },
    everything: 'todo',
    everyVendor: 'todos los proveedores',
    belowFloor: 'No cumple el mínimo',
    month: 'por mes',
  },
};
