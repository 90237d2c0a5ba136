import { type VerdictState } from '@plumbline/sla-engine';
import { type IconName } from '../icon/icons';
import { type Texts } from '../i18n/texts';

/** The states of a result, as the engine names them (semantics rule 16); this file gives them words and looks. */
export type Verdict = VerdictState;
export type Hue = 'good' | 'bad' | 'warn' | 'note' | 'neutral';

/** Hue and picture of each; no two share a picture, so that grey-scale tells them apart. */
export const verdictLook: Readonly<Record<Verdict, { readonly hue: Hue; readonly icon: IconName }>> = {
  met: { hue: 'good', icon: 'check' },
  breached: { hue: 'bad', icon: 'cross' },
  atRisk: { hue: 'warn', icon: 'triangle' },
  insufficientSample: { hue: 'note', icon: 'sample' },
  noVolume: { hue: 'neutral', icon: 'dash' },
  notReported: { hue: 'warn', icon: 'noFile' },
  provisional: { hue: 'note', icon: 'hourglass' },
  disputed: { hue: 'warn', icon: 'scale' },
  excused: { hue: 'neutral', icon: 'shield' },
};

export const verdictWords: Texts<Readonly<Record<Verdict, string>>> = {
  en: {
    met: 'Met',
    breached: 'Breached',
    atRisk: 'At risk',
    insufficientSample: 'Insufficient sample',
    noVolume: 'No volume',
    notReported: 'Not reported',
    provisional: 'Provisional',
    disputed: 'Disputed',
    excused: 'Excused',
  },
  es: {
    met: 'Cumplido',
    breached: 'Incumplido',
    atRisk: 'En riesgo',
    insufficientSample: 'Muestra insuficiente',
    noVolume: 'Sin volumen',
    notReported: 'No informado',
    provisional: 'Provisional',
    disputed: 'En disputa',
    excused: 'Eximido',
  },
};

export function isVerdict(state: string): state is Verdict {
  return Object.hasOwn(verdictLook, state);
}
