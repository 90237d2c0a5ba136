import { type TraceTexts, say, word } from '../trace-text';

const ownersEn: Record<string, string> = {
  insurer: 'The miss is the insurer’s: the volume went beyond the forecast, the staffing was as planned.',
  vendor: 'The miss is the vendor’s: the staffing fell short, the volume stayed within the forecast.',
  both: 'The miss belongs to both: more calls than forecast and too few agents.',
  neither: 'Neither volume nor staffing explains the miss.',
};
const ownersEs: Record<string, string> = {
  insurer:
    'El incumplimiento es de la aseguradora: el volumen superó la previsión y la dotación fue la prevista.',
  vendor: 'El incumplimiento es del proveedor: faltó dotación y el volumen no superó la previsión.',
  both: 'El incumplimiento es de ambos: más llamadas de las previstas y menos agentes.',
  neither: 'Ni el volumen ni la dotación explican el incumplimiento.',
};

/** Sentences of the rules that staffing states; explain/ puts them together with those of the other folders. */
export const traceTexts: TraceTexts = {
  'staffing.compared': {
    en: (facts) =>
      `${say(facts['actualCalls'])} calls came; ${say(facts['forecastCalls'])} were forecast and up to ${say(facts['limitCalls'])} agreed. ${say(facts['actualAgents'])} agents were there of ${say(facts['plannedAgents'])} planned.`,
    es: (facts) =>
      `Llegaron ${say(facts['actualCalls'])} llamadas; se preveían ${say(facts['forecastCalls'])} y se aceptaban hasta ${say(facts['limitCalls'])}. Hubo ${say(facts['actualAgents'])} agentes de ${say(facts['plannedAgents'])} previstos.`,
  },
  'staffing.expected': {
    en: (facts) =>
      `Expected service level as agreed ${say(facts['asAgreed'])}, with the actual volume ${say(facts['withActualVolume'])}, with the actual staffing ${say(facts['withActualStaffing'])}, as it was ${say(facts['asItWas'])}; the target is ${say(facts['target'])}.`,
    es: (facts) =>
      `Nivel de servicio esperado según lo acordado ${say(facts['asAgreed'])}, con el volumen real ${say(facts['withActualVolume'])}, con la dotación real ${say(facts['withActualStaffing'])}, tal como fue ${say(facts['asItWas'])}; el objetivo es ${say(facts['target'])}.`,
  },
  'staffing.attributed': {
    en: (facts) => word(ownersEn, facts['owner']),
    es: (facts) => word(ownersEs, facts['owner']),
  },
};
