import type { Language } from '@plumbline/api/schema';
import type { AnswerThreshold, Direction, MetricUnit } from '@plumbline/sla-engine';
import type { Service } from '@plumbline/vendors/schema';
import type { AgreedLimit } from '../service-level';

type Said = Readonly<Record<Language, string>>;

/** A limit that a regulation sets, as it ships with the product: data with its source, which a tenant may switch on. */
export interface ShippedFloor {
  readonly code: string;
  /** Counts up when the text or the limit changes; a tenant keeps the one it switched on. */
  readonly version: number;
  readonly title: Said;
  readonly citation: string;
  /** What the text says, in our words: a lawyer reads the source. */
  readonly says: Said;
  /** What has to be minded where our metrics count otherwise than the text. */
  readonly mind: Said;
  /** The text as of which this was written down. */
  readonly asOf: string;
  readonly source: string;
  readonly unit: MetricUnit;
  readonly direction: Direction;
  readonly target: AgreedLimit;
  /** Within how many seconds, where the text says so; the metric has to have the same. */
  readonly threshold: AnswerThreshold | null;
  readonly services: readonly Service[];
  /** The library's metric that comes nearest; null: the tenant has to define one. */
  readonly suggestedMetric: string | null;
}

const callCentre = {
  citation: '42 CFR 422.111(h)(1) (Medicare Advantage), 42 CFR 423.128(d)(1) (Part D)',
  // the rule that wrote the figures into the sections; amendments after it are for the reader to check
  asOf: '2021-01-19',
  source: '86 FR 5864, final rule of 19 January 2021 (CMS-4190-F2)',
  services: ['voice'] as readonly Service[],
};

export const shippedFloors: readonly ShippedFloor[] = [
  {
    code: 'cms-average-hold-time',
    version: 1,
    title: { en: 'CMS: average hold time', es: 'CMS: tiempo medio en espera' },
    ...callCentre,
    says: {
      en: 'The toll-free call centre holds callers for 2 minutes on average at the most, counted after the IVR, touch-tone system or recorded greeting until a live person answers.',
      es: 'El centro de llamadas gratuito mantiene en espera a quien llama 2 minutos de media como máximo, contados desde el final de la IVR, del sistema de tonos o del saludo grabado hasta que atiende una persona.',
    },
    mind: {
      en: 'The text names no window; it is compared by month. The metric has to count from the end of the IVR.',
      es: 'El texto no nombra ningún periodo; se compara por meses. La métrica debe contar desde el final de la IVR.',
    },
    unit: 'seconds',
    direction: 'lower',
    target: { comparator: '<=', value: '120' },
    threshold: null,
    suggestedMetric: 'average_speed_of_answer',
  },
  {
    code: 'cms-disconnect-rate',
    version: 1,
    title: { en: 'CMS: disconnect rate', es: 'CMS: tasa de llamadas cortadas' },
    ...callCentre,
    says: {
      en: 'At most 5 % of all incoming calls are disconnected: calls dropped unexpectedly, divided by all calls made to the call centre.',
      es: 'Como máximo el 5 % de las llamadas entrantes se corta: llamadas interrumpidas de forma inesperada, divididas entre todas las llamadas hechas al centro.',
    },
    mind: {
      en: 'This is not abandonment: a caller who gives up was not disconnected. Define a metric that counts dropped calls. The text names no window; it is compared by month.',
      es: 'No es el abandono: a quien cuelga por sí mismo no se le cortó la llamada. Defina una métrica que cuente las llamadas cortadas. El texto no nombra ningún periodo; se compara por meses.',
    },
    unit: 'ratio',
    direction: 'lower',
    target: { comparator: '<=', value: '0.05' },
    threshold: null,
    suggestedMetric: null,
  },
  {
    code: 'cms-answered-30s',
    version: 1,
    title: { en: 'CMS: calls answered within 30 s', es: 'CMS: llamadas atendidas en 30 s' },
    ...callCentre,
    says: {
      en: '80 % of incoming calls are answered within 30 seconds after the IVR, touch-tone system or recorded greeting.',
      es: 'El 80 % de las llamadas entrantes se atiende en los 30 segundos siguientes a la IVR, al sistema de tonos o al saludo grabado.',
    },
    mind: {
      en: 'An SLA with another threshold (20 s) is a different figure and is not compared. The text names no window; it is compared by month.',
      es: 'Un SLA con otro umbral (20 s) es otra cifra y no se compara. El texto no nombra ningún periodo; se compara por meses.',
    },
    unit: 'ratio',
    direction: 'higher',
    target: { comparator: '>=', value: '0.80' },
    threshold: { seconds: 30, comparison: '<=' },
    suggestedMetric: 'service_level',
  },
];

export function shippedFloor(code: string, version: number): ShippedFloor | undefined {
  return shippedFloors.find((floor) => floor.code === code && floor.version === version);
}

/** The newest version of each floor. */
export const newestFloors: readonly ShippedFloor[] = shippedFloors.filter((floor) =>
  shippedFloors.every(({ code, version }) => code !== floor.code || version <= floor.version),
);
