import { describe, expect, it } from '@jest/globals';
import { labelledFacts } from '../labelled-facts.fixture';
import type { TraceFacts } from '../trace-text';
import { traceTexts } from './trace-texts';

/** Rule, the facts that matter to the wording, and the sentence in English and Spanish. */
const sentences: readonly (readonly [string, TraceFacts, string, string])[] = [
  [
    'staffing.compared',
    {},
    '<actualCalls> calls came; <forecastCalls> were forecast and up to <limitCalls> agreed. <actualAgents> agents were there of <plannedAgents> planned.',
    'Llegaron <actualCalls> llamadas; se preveían <forecastCalls> y se aceptaban hasta <limitCalls>. Hubo <actualAgents> agentes de <plannedAgents> previstos.',
  ],
  [
    'staffing.expected',
    {},
    'Expected service level as agreed <asAgreed>, with the actual volume <withActualVolume>, with the actual staffing <withActualStaffing>, as it was <asItWas>; the target is <target>.',
    'Nivel de servicio esperado según lo acordado <asAgreed>, con el volumen real <withActualVolume>, con la dotación real <withActualStaffing>, tal como fue <asItWas>; el objetivo es <target>.',
  ],
  ['staffing.attributed', {}, '<owner>', '<owner>'],
  [
    'staffing.attributed',
    { owner: 'insurer' },
    'The miss is the insurer’s: the volume went beyond the forecast, the staffing was as planned.',
    'El incumplimiento es de la aseguradora: el volumen superó la previsión y la dotación fue la prevista.',
  ],
  [
    'staffing.attributed',
    { owner: 'vendor' },
    'The miss is the vendor’s: the staffing fell short, the volume stayed within the forecast.',
    'El incumplimiento es del proveedor: faltó dotación y el volumen no superó la previsión.',
  ],
  [
    'staffing.attributed',
    { owner: 'both' },
    'The miss belongs to both: more calls than forecast and too few agents.',
    'El incumplimiento es de ambos: más llamadas de las previstas y menos agentes.',
  ],
  [
    'staffing.attributed',
    { owner: 'neither' },
    'Neither volume nor staffing explains the miss.',
    'Ni el volumen ni la dotación explican el incumplimiento.',
  ],
  [
    'staffing.planFallsShort',
    {},
    'The plan of <plannedAgents> agents itself would reach <asAgreed> at the forecast, below the target of <target>: that is a matter of staffing.',
    'El propio plan de <plannedAgents> agentes alcanzaría <asAgreed> con la previsión, por debajo del objetivo de <target>: es cuestión de dotación.',
  ],
  [
    'staffing.load',
    {},
    '<offeredErlangs> erlangs, calls of <ahtSeconds> s, meet <agents> agents; in time is within <thresholdSeconds> s.',
    '<offeredErlangs> erlangs, llamadas de <ahtSeconds> s, para <agents> agentes; a tiempo es en <thresholdSeconds> s.',
  ],
  [
    'staffing.patience',
    {},
    'Callers give up after <meanPatienceSeconds> s on average.',
    'Quien llama desiste a los <meanPatienceSeconds> s de media.',
  ],
  ['staffing.noCalls', {}, 'Nobody calls, so nobody waits.', 'Nadie llama, así que nadie espera.'],
  [
    'staffing.nobodyThere',
    {},
    'Nobody is there to answer: everybody gives up, after <meanWait> s on average.',
    'No hay nadie para responder: todos desisten, a los <meanWait> s de media.',
  ],
  [
    'staffing.unstable',
    {},
    '<offeredErlangs> erlangs are not fewer than <agents> agents: the queue grows without end, and nobody is answered in time.',
    '<offeredErlangs> erlangs no son menos que <agents> agentes: la cola crece sin fin y nadie recibe respuesta a tiempo.',
  ],
  [
    'staffing.erlangB',
    {},
    'Erlang B, by its recursion up to <agents> agents: <blocked> of calls would find all busy if none could wait.',
    'Erlang B, por recursión hasta <agents> agentes: <blocked> de las llamadas encontraría a todos ocupados si nadie pudiera esperar.',
  ],
  [
    'staffing.erlangC',
    {},
    'Erlang C: <agents> × <blocked> / (<agents> − <offeredErlangs> + <offeredErlangs> × <blocked>) = <waitProbability> of calls wait.',
    'Erlang C: <agents> × <blocked> / (<agents> − <offeredErlangs> + <offeredErlangs> × <blocked>) = <waitProbability> de las llamadas espera.',
  ],
  [
    'staffing.serviceLevel',
    {},
    'Service level: 1 − <waitProbability> × e^(−(<agents> − <offeredErlangs>) × <thresholdSeconds> / <ahtSeconds>) = <serviceLevel>.',
    'Nivel de servicio: 1 − <waitProbability> × e^(−(<agents> − <offeredErlangs>) × <thresholdSeconds> / <ahtSeconds>) = <serviceLevel>.',
  ],
  [
    'staffing.asa',
    {},
    'Mean wait: <waitProbability> × <ahtSeconds> / (<agents> − <offeredErlangs>) = <asa> s.',
    'Espera media: <waitProbability> × <ahtSeconds> / (<agents> − <offeredErlangs>) = <asa> s.',
  ],
  [
    'staffing.occupancy',
    {},
    'Occupancy: <offeredErlangs> × <answered> answered / <agents> agents = <occupancy>.',
    'Ocupación: <offeredErlangs> × <answered> atendido / <agents> agentes = <occupancy>.',
  ],
  [
    'staffing.erlangA',
    {},
    'Erlang A: of <offeredErlangs> erlangs at <agents> agents, <waitProbability> of calls wait.',
    'Erlang A: de <offeredErlangs> erlangs con <agents> agentes, <waitProbability> de las llamadas espera.',
  ],
  [
    'staffing.abandonment',
    {},
    '<waitProbability> wait × <abandonedOfWaiting> of them give up = <abandonProbability> abandoned.',
    '<waitProbability> espera × <abandonedOfWaiting> de ellas desiste = <abandonProbability> abandonadas.',
  ],
  [
    'staffing.serviceLevelOfAll',
    {},
    'Service level over all offered: 1 − <waitProbability> + <waitProbability> × <answeredOfWaiting> answered × <inTimeOfAnswered> within <thresholdSeconds> s = <serviceLevel>.',
    'Nivel de servicio sobre todas las ofrecidas: 1 − <waitProbability> + <waitProbability> × <answeredOfWaiting> atendidas × <inTimeOfAnswered> en <thresholdSeconds> s = <serviceLevel>.',
  ],
  [
    'staffing.waits',
    {},
    'Those answered waited <asa> s on average, all callers <meanWait> s.',
    'Quien obtuvo respuesta esperó <asa> s de media; el conjunto, <meanWait> s.',
  ],
  [
    'staffing.required',
    {},
    '<agents> agents reach the target of <target> with <serviceLevel>; <fewer> would give <withFewer>, compared unrounded.',
    '<agents> agentes alcanzan el objetivo de <target> con <serviceLevel>; <fewer> darían <withFewer>, comparado sin redondear.',
  ],
  [
    'staffing.nobodyRequired',
    {},
    'Nobody is needed: without agents the service level is <serviceLevel>, the target <target>.',
    'No hace falta nadie: sin agentes el nivel de servicio es <serviceLevel> y el objetivo, <target>.',
  ],
  [
    'staffing.scheduled',
    {},
    '<agents> agents at a shrinkage of <shrinkage>: <agents> / (1 − <shrinkage>), rounded up, is <scheduled> on the roster.',
    '<agents> agentes con una merma de <shrinkage>: <agents> / (1 − <shrinkage>), redondeado hacia arriba, son <scheduled> en el turno.',
  ],
  [
    'staffing.simulated',
    { variation: null, meanPatienceSeconds: null, distribution: 'exponential' },
    '<runs> runs from seed <seed>, <intervals> intervals of <intervalSeconds> s after a warm-up of <warmUpSeconds> s; handle times exponential.',
    '<runs> ejecuciones con la semilla <seed>, <intervals> intervalos de <intervalSeconds> s tras un calentamiento de <warmUpSeconds> s; tiempos de gestión exponenciales.',
  ],
  [
    'staffing.simulated',
    { variation: 1.5, meanPatienceSeconds: 60, distribution: 'lognormal' },
    '<runs> runs from seed <seed>, <intervals> intervals of <intervalSeconds> s after a warm-up of <warmUpSeconds> s; handle times log-normal with variation 1.5; callers give up after 60 s on average.',
    '<runs> ejecuciones con la semilla <seed>, <intervals> intervalos de <intervalSeconds> s tras un calentamiento de <warmUpSeconds> s; tiempos de gestión log-normales con variación 1.5; quien llama desiste a los 60 s de media.',
  ],
  [
    'staffing.simulated',
    { variation: null, meanPatienceSeconds: null, distribution: 'deterministic' },
    '<runs> runs from seed <seed>, <intervals> intervals of <intervalSeconds> s after a warm-up of <warmUpSeconds> s; handle times all alike.',
    '<runs> ejecuciones con la semilla <seed>, <intervals> intervalos de <intervalSeconds> s tras un calentamiento de <warmUpSeconds> s; tiempos de gestión todos iguales.',
  ],
  [
    'staffing.simulatedCalls',
    {},
    'In all runs together <offered> calls came: <answered> were answered, <answeredInTime> of them in time, and <abandoned> abandoned.',
    'En todas las ejecuciones llegaron <offered> llamadas: <answered> atendidas, <answeredInTime> de ellas a tiempo, y <abandoned> abandonadas.',
  ],
  [
    'staffing.simulatedNoCalls',
    {},
    'Nobody called in any run, so there is no service level.',
    'Nadie llamó en ninguna ejecución, así que no hay nivel de servicio.',
  ],
  [
    'staffing.simulatedLevel',
    {},
    'Service level: <answeredInTime> answered within <thresholdSeconds> s / <offered> offered = <serviceLevel>.',
    'Nivel de servicio: <answeredInTime> atendidas en <thresholdSeconds> s / <offered> ofrecidas = <serviceLevel>.',
  ],
  [
    'staffing.simulatedInterval',
    {},
    'Its interval at <confidence>: <serviceLevel> ± <halfWidth> (Student’s t <quantile> with <degrees> degrees of freedom), from <lower> to <upper>.',
    'Su intervalo al <confidence>: <serviceLevel> ± <halfWidth> (t de Student <quantile> con <degrees> grados de libertad), de <lower> a <upper>.',
  ],
  [
    'staffing.simulatedAsa',
    {},
    'Mean wait of those answered: <waitedSeconds> s / <answered> = <asa> s.',
    'Espera media de las atendidas: <waitedSeconds> s / <answered> = <asa> s.',
  ],
];

describe('the sentences of staffing (rule 29)', () => {
  it.each(sentences)('%s, given %j', (rule, facts, en, es) => {
    const text = traceTexts[rule];
    expect([text?.en(labelledFacts(facts)), text?.es(labelledFacts(facts))]).toEqual([en, es]);
  });

  it('are all here', () => {
    expect([...new Set(sentences.map(([rule]) => rule))]).toEqual(Object.keys(traceTexts));
  });
});
