import type { TraceFact } from '../trace';
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

const distributionsEn: Record<string, string> = {
  deterministic: 'all alike',
  exponential: 'exponential',
  lognormal: 'log-normal',
};
const distributionsEs: Record<string, string> = {
  deterministic: 'todos iguales',
  exponential: 'exponenciales',
  lognormal: 'log-normales',
};

/** What a fact adds to a sentence where there is one. */
function where(fact: TraceFact | undefined, text: (said: string) => string): string {
  return fact === undefined || fact === null ? '' : text(say(fact));
}

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
  'staffing.planFallsShort': {
    en: (facts) =>
      `The plan of ${say(facts['plannedAgents'])} agents itself would reach ${say(facts['asAgreed'])} at the forecast, below the target of ${say(facts['target'])}: that is a matter of staffing.`,
    es: (facts) =>
      `El propio plan de ${say(facts['plannedAgents'])} agentes alcanzaría ${say(facts['asAgreed'])} con la previsión, por debajo del objetivo de ${say(facts['target'])}: es cuestión de dotación.`,
  },
  'staffing.load': {
    en: (facts) =>
      `${say(facts['offeredErlangs'])} erlangs, calls of ${say(facts['ahtSeconds'])} s, meet ${say(facts['agents'])} agents; in time is within ${say(facts['thresholdSeconds'])} s.`,
    es: (facts) =>
      `${say(facts['offeredErlangs'])} erlangs, llamadas de ${say(facts['ahtSeconds'])} s, para ${say(facts['agents'])} agentes; a tiempo es en ${say(facts['thresholdSeconds'])} s.`,
  },
  'staffing.patience': {
    en: (facts) => `Callers give up after ${say(facts['meanPatienceSeconds'])} s on average.`,
    es: (facts) => `Quien llama desiste a los ${say(facts['meanPatienceSeconds'])} s de media.`,
  },
  'staffing.noCalls': {
    en: () => 'Nobody calls, so nobody waits.',
    es: () => 'Nadie llama, así que nadie espera.',
  },
  'staffing.nobodyThere': {
    en: (facts) =>
      `Nobody is there to answer: everybody gives up, after ${say(facts['meanWait'])} s on average.`,
    es: (facts) => `No hay nadie para responder: todos desisten, a los ${say(facts['meanWait'])} s de media.`,
  },
  'staffing.unstable': {
    en: (facts) =>
      `${say(facts['offeredErlangs'])} erlangs are not fewer than ${say(facts['agents'])} agents: the queue grows without end, and nobody is answered in time.`,
    es: (facts) =>
      `${say(facts['offeredErlangs'])} erlangs no son menos que ${say(facts['agents'])} agentes: la cola crece sin fin y nadie recibe respuesta a tiempo.`,
  },
  'staffing.erlangB': {
    en: (facts) =>
      `Erlang B, by its recursion up to ${say(facts['agents'])} agents: ${say(facts['blocked'])} of calls would find all busy if none could wait.`,
    es: (facts) =>
      `Erlang B, por recursión hasta ${say(facts['agents'])} agentes: ${say(facts['blocked'])} de las llamadas encontraría a todos ocupados si nadie pudiera esperar.`,
  },
  'staffing.erlangC': {
    en: (facts) =>
      `Erlang C: ${say(facts['agents'])} × ${say(facts['blocked'])} / (${say(facts['agents'])} − ${say(facts['offeredErlangs'])} + ${say(facts['offeredErlangs'])} × ${say(facts['blocked'])}) = ${say(facts['waitProbability'])} of calls wait.`,
    es: (facts) =>
      `Erlang C: ${say(facts['agents'])} × ${say(facts['blocked'])} / (${say(facts['agents'])} − ${say(facts['offeredErlangs'])} + ${say(facts['offeredErlangs'])} × ${say(facts['blocked'])}) = ${say(facts['waitProbability'])} de las llamadas espera.`,
  },
  'staffing.serviceLevel': {
    en: (facts) =>
      `Service level: 1 − ${say(facts['waitProbability'])} × e^(−(${say(facts['agents'])} − ${say(facts['offeredErlangs'])}) × ${say(facts['thresholdSeconds'])} / ${say(facts['ahtSeconds'])}) = ${say(facts['serviceLevel'])}.`,
    es: (facts) =>
      `Nivel de servicio: 1 − ${say(facts['waitProbability'])} × e^(−(${say(facts['agents'])} − ${say(facts['offeredErlangs'])}) × ${say(facts['thresholdSeconds'])} / ${say(facts['ahtSeconds'])}) = ${say(facts['serviceLevel'])}.`,
  },
  'staffing.asa': {
    en: (facts) =>
      `Mean wait: ${say(facts['waitProbability'])} × ${say(facts['ahtSeconds'])} / (${say(facts['agents'])} − ${say(facts['offeredErlangs'])}) = ${say(facts['asa'])} s.`,
    es: (facts) =>
      `Espera media: ${say(facts['waitProbability'])} × ${say(facts['ahtSeconds'])} / (${say(facts['agents'])} − ${say(facts['offeredErlangs'])}) = ${say(facts['asa'])} s.`,
  },
  'staffing.occupancy': {
    en: (facts) =>
      `Occupancy: ${say(facts['offeredErlangs'])} × ${say(facts['answered'])} answered / ${say(facts['agents'])} agents = ${say(facts['occupancy'])}.`,
    es: (facts) =>
      `Ocupación: ${say(facts['offeredErlangs'])} × ${say(facts['answered'])} atendido / ${say(facts['agents'])} agentes = ${say(facts['occupancy'])}.`,
  },
  'staffing.erlangA': {
    en: (facts) =>
      `Erlang A: of ${say(facts['offeredErlangs'])} erlangs at ${say(facts['agents'])} agents, ${say(facts['waitProbability'])} of calls wait.`,
    es: (facts) =>
      `Erlang A: de ${say(facts['offeredErlangs'])} erlangs con ${say(facts['agents'])} agentes, ${say(facts['waitProbability'])} de las llamadas espera.`,
  },
  'staffing.abandonment': {
    en: (facts) =>
      `${say(facts['waitProbability'])} wait × ${say(facts['abandonedOfWaiting'])} of them give up = ${say(facts['abandonProbability'])} abandoned.`,
    es: (facts) =>
      `${say(facts['waitProbability'])} espera × ${say(facts['abandonedOfWaiting'])} de ellas desiste = ${say(facts['abandonProbability'])} abandonadas.`,
  },
  'staffing.serviceLevelOfAll': {
    en: (facts) =>
      `Service level over all offered: 1 − ${say(facts['waitProbability'])} + ${say(facts['waitProbability'])} × ${say(facts['answeredOfWaiting'])} answered × ${say(facts['inTimeOfAnswered'])} within ${say(facts['thresholdSeconds'])} s = ${say(facts['serviceLevel'])}.`,
    es: (facts) =>
      `Nivel de servicio sobre todas las ofrecidas: 1 − ${say(facts['waitProbability'])} + ${say(facts['waitProbability'])} × ${say(facts['answeredOfWaiting'])} atendidas × ${say(facts['inTimeOfAnswered'])} en ${say(facts['thresholdSeconds'])} s = ${say(facts['serviceLevel'])}.`,
  },
  'staffing.waits': {
    en: (facts) =>
      `Those answered waited ${say(facts['asa'])} s on average, all callers ${say(facts['meanWait'])} s.`,
    es: (facts) =>
      `Quien obtuvo respuesta esperó ${say(facts['asa'])} s de media; el conjunto, ${say(facts['meanWait'])} s.`,
  },
  'staffing.required': {
    en: (facts) =>
      `${say(facts['agents'])} agents reach the target of ${say(facts['target'])} with ${say(facts['serviceLevel'])}; ${say(facts['fewer'])} would give ${say(facts['withFewer'])}, compared unrounded.`,
    es: (facts) =>
      `${say(facts['agents'])} agentes alcanzan el objetivo de ${say(facts['target'])} con ${say(facts['serviceLevel'])}; ${say(facts['fewer'])} darían ${say(facts['withFewer'])}, comparado sin redondear.`,
  },
  'staffing.nobodyRequired': {
    en: (facts) =>
      `Nobody is needed: without agents the service level is ${say(facts['serviceLevel'])}, the target ${say(facts['target'])}.`,
    es: (facts) =>
      `No hace falta nadie: sin agentes el nivel de servicio es ${say(facts['serviceLevel'])} y el objetivo, ${say(facts['target'])}.`,
  },
  'staffing.scheduled': {
    en: (facts) =>
      `${say(facts['agents'])} agents at a shrinkage of ${say(facts['shrinkage'])}: ${say(facts['agents'])} / (1 − ${say(facts['shrinkage'])}), rounded up, is ${say(facts['scheduled'])} on the roster.`,
    es: (facts) =>
      `${say(facts['agents'])} agentes con una merma de ${say(facts['shrinkage'])}: ${say(facts['agents'])} / (1 − ${say(facts['shrinkage'])}), redondeado hacia arriba, son ${say(facts['scheduled'])} en el turno.`,
  },
  'staffing.simulated': {
    en: (facts) =>
      `${say(facts['runs'])} runs from seed ${say(facts['seed'])}, ${say(facts['intervals'])} intervals of ${say(facts['intervalSeconds'])} s after a warm-up of ${say(facts['warmUpSeconds'])} s; handle times ${word(distributionsEn, facts['distribution'])}${where(facts['variation'], (variation) => ` with variation ${variation}`)}${where(facts['meanPatienceSeconds'], (patience) => `; callers give up after ${patience} s on average`)}.`,
    es: (facts) =>
      `${say(facts['runs'])} ejecuciones con la semilla ${say(facts['seed'])}, ${say(facts['intervals'])} intervalos de ${say(facts['intervalSeconds'])} s tras un calentamiento de ${say(facts['warmUpSeconds'])} s; tiempos de gestión ${word(distributionsEs, facts['distribution'])}${where(facts['variation'], (variation) => ` con variación ${variation}`)}${where(facts['meanPatienceSeconds'], (patience) => `; quien llama desiste a los ${patience} s de media`)}.`,
  },
  'staffing.simulatedCalls': {
    en: (facts) =>
      `In all runs together ${say(facts['offered'])} calls came: ${say(facts['answered'])} were answered, ${say(facts['answeredInTime'])} of them in time, and ${say(facts['abandoned'])} abandoned.`,
    es: (facts) =>
      `En todas las ejecuciones llegaron ${say(facts['offered'])} llamadas: ${say(facts['answered'])} atendidas, ${say(facts['answeredInTime'])} de ellas a tiempo, y ${say(facts['abandoned'])} abandonadas.`,
  },
  'staffing.simulatedNoCalls': {
    en: () => 'Nobody called in any run, so there is no service level.',
    es: () => 'Nadie llamó en ninguna ejecución, así que no hay nivel de servicio.',
  },
  'staffing.simulatedLevel': {
    en: (facts) =>
      `Service level: ${say(facts['answeredInTime'])} answered within ${say(facts['thresholdSeconds'])} s / ${say(facts['offered'])} offered = ${say(facts['serviceLevel'])}.`,
    es: (facts) =>
      `Nivel de servicio: ${say(facts['answeredInTime'])} atendidas en ${say(facts['thresholdSeconds'])} s / ${say(facts['offered'])} ofrecidas = ${say(facts['serviceLevel'])}.`,
  },
  'staffing.simulatedInterval': {
    en: (facts) =>
      `Its interval at ${say(facts['confidence'])}: ${say(facts['serviceLevel'])} ± ${say(facts['halfWidth'])} (Student’s t ${say(facts['quantile'])} with ${say(facts['degrees'])} degrees of freedom), from ${say(facts['lower'])} to ${say(facts['upper'])}.`,
    es: (facts) =>
      `Su intervalo al ${say(facts['confidence'])}: ${say(facts['serviceLevel'])} ± ${say(facts['halfWidth'])} (t de Student ${say(facts['quantile'])} con ${say(facts['degrees'])} grados de libertad), de ${say(facts['lower'])} a ${say(facts['upper'])}.`,
  },
  'staffing.simulatedAsa': {
    en: (facts) =>
      `Mean wait of those answered: ${say(facts['waitedSeconds'])} s / ${say(facts['answered'])} = ${say(facts['asa'])} s.`,
    es: (facts) =>
      `Espera media de las atendidas: ${say(facts['waitedSeconds'])} s / ${say(facts['answered'])} = ${say(facts['asa'])} s.`,
  },
};
