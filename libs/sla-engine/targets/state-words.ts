import type { VerdictState } from './verdict-states';

/** The words of the states (semantics rule 16), in each language of the product. */
export const stateWords: Readonly<Record<'en' | 'es', Readonly<Record<VerdictState, string>>>> = {
  en: {
    met: 'met',
    breached: 'breached',
    atRisk: 'at risk',
    insufficientSample: 'insufficient sample',
    noVolume: 'no volume',
    notReported: 'not reported',
    provisional: 'provisional',
    disputed: 'disputed',
    excused: 'excused',
  },
  es: {
    met: 'cumplido',
    breached: 'incumplido',
    atRisk: 'en riesgo',
    insufficientSample: 'muestra insuficiente',
    noVolume: 'sin volumen',
    notReported: 'no informado',
    provisional: 'provisional',
    disputed: 'en disputa',
    excused: 'excusado',
  },
};
