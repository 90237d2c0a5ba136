import { type KpiFileState } from '@plumbline/measurements/schema';
import { type Hue, type IconName, type Texts } from '@plumbline/ui';

export interface StateLook {
  readonly hue: Hue;
  readonly icon: IconName;
}

/** Hue and picture of each state of a file; states that look alike in grey-scale still differ in their word. */
export const stateLook: Readonly<Record<KpiFileState, StateLook>> = {
  received: { hue: 'note', icon: 'upload' },
  checking: { hue: 'note', icon: 'hourglass' },
  checked: { hue: 'warn', icon: 'triangle' },
  waiting_for_vendors: { hue: 'warn', icon: 'vendors' },
  queued: { hue: 'note', icon: 'pause' },
  ingesting: { hue: 'note', icon: 'hourglass' },
  evaluating: { hue: 'note', icon: 'hourglass' },
  done: { hue: 'good', icon: 'check' },
  unchanged: { hue: 'neutral', icon: 'dash' },
  refused: { hue: 'bad', icon: 'cross' },
  withdrawn: { hue: 'neutral', icon: 'noFile' },
};

export const stateWords: Texts<Readonly<Record<KpiFileState, string>>> = {
  en: {
    received: 'Columns to be explained',
    checking: 'Being checked',
    checked: 'To be confirmed',
    waiting_for_vendors: 'Waiting for vendors',
    queued: 'In the queue',
    ingesting: 'Loading',
    evaluating: 'Computing results',
    done: 'Loaded',
    unchanged: 'Nothing new',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
  },
  es: {
    received: 'Columnas por explicar',
    checking: 'Comprobándose',
    checked: 'Por confirmar',
    waiting_for_vendors: 'A la espera de proveedores',
    queued: 'En la cola',
    ingesting: 'Cargándose',
    evaluating: 'Calculando resultados',
    done: 'Cargado',
    unchanged: 'Nada nuevo',
    refused: 'Rechazado',
    withdrawn: 'Retirado',
  },
};

/** States after which nothing more happens to a file. */
export function isFinal(state: KpiFileState): boolean {
  return state === 'done' || state === 'unchanged' || state === 'withdrawn';
}
