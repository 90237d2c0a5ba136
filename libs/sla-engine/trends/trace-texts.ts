import type { TraceFact } from '../trace';
import { type TraceTexts, say, word } from '../trace-text';

const signalsEn: Record<string, string> = {
  beyondLimits: 'a point beyond a limit',
  twoOfThreeBeyondTwoSigma: 'two of three points beyond two sigma',
  fourOfFiveBeyondOneSigma: 'four of five points beyond one sigma',
  eightOnOneSide: 'eight points on one side of the centre',
};
const signalsEs: Record<string, string> = {
  beyondLimits: 'un punto fuera de un límite',
  twoOfThreeBeyondTwoSigma: 'dos de tres puntos a más de dos sigmas',
  fourOfFiveBeyondOneSigma: 'cuatro de cinco puntos a más de un sigma',
  eightOnOneSide: 'ocho puntos a un lado del centro',
};
const sidesEn: Record<string, string> = { above: 'above', below: 'below' };
const sidesEs: Record<string, string> = { above: 'por encima', below: 'por debajo' };

/** Places in a series as people count them, from 1. */
function sayPlaces(places: TraceFact | undefined): string {
  return Array.isArray(places)
    ? say(places.map((place: TraceFact) => (typeof place === 'number' ? place + 1 : place)))
    : say(places);
}

/** Lines of a chart: one where all points have the same. */
function sayLines(lines: TraceFact | undefined): string {
  return Array.isArray(lines) ? say([...new Set(lines as readonly TraceFact[])]) : say(lines);
}

/** Sentences of the rules of control charts; explain/ puts them together with those of the other folders. */
export const traceTexts: TraceTexts = {
  'trend.mean': {
    en: (facts) =>
      `The centre is the mean of ${say(facts['values'])} values: ${say(facts['centre'])}. Periods without a value: ${say(facts['gaps'])}.`,
    es: (facts) =>
      `El centro es la media de ${say(facts['values'])} valores: ${say(facts['centre'])}. Periodos sin valor: ${say(facts['gaps'])}.`,
  },
  'trend.movingRange': {
    en: (facts) =>
      `${say(facts['ranges'])} moving ranges of two neighbours have the mean ${say(facts['mean'])}; their upper limit is ${say(facts['factor'])} × ${say(facts['mean'])} = ${say(facts['upper'])}.`,
    es: (facts) =>
      `${say(facts['ranges'])} rangos móviles de dos vecinos tienen la media ${say(facts['mean'])}; su límite superior es ${say(facts['factor'])} × ${say(facts['mean'])} = ${say(facts['upper'])}.`,
  },
  'trend.limits': {
    en: (facts) =>
      `Limits: ${say(facts['centre'])} ± ${say(facts['factor'])} × ${say(facts['meanRange'])}, from ${say(facts['lower'])} to ${say(facts['upper'])}.`,
    es: (facts) =>
      `Límites: ${say(facts['centre'])} ± ${say(facts['factor'])} × ${say(facts['meanRange'])}, de ${say(facts['lower'])} a ${say(facts['upper'])}.`,
  },
  'trend.proportion': {
    en: (facts) =>
      `The centre is the ratio of sums over ${say(facts['periods'])} periods: ${say(facts['count'])} / ${say(facts['of'])} = ${say(facts['centre'])}. Periods that counted nothing: ${say(facts['gaps'])}.`,
    es: (facts) =>
      `El centro es la razón de las sumas de ${say(facts['periods'])} periodos: ${say(facts['count'])} / ${say(facts['of'])} = ${say(facts['centre'])}. Periodos sin nada contado: ${say(facts['gaps'])}.`,
  },
  'trend.limitsOfSize': {
    en: (facts) =>
      `Limits of a period of ${say(facts['n'])}: ${say(facts['centre'])} ± 3 × √(${say(facts['centre'])} × (1 − ${say(facts['centre'])}) / ${say(facts['n'])}), within 0 and 1: from ${say(facts['lower'])} to ${say(facts['upper'])}.`,
    es: (facts) =>
      `Límites de un periodo de ${say(facts['n'])}: ${say(facts['centre'])} ± 3 × √(${say(facts['centre'])} × (1 − ${say(facts['centre'])}) / ${say(facts['n'])}), entre 0 y 1: de ${say(facts['lower'])} a ${say(facts['upper'])}.`,
  },
  'trend.signal': {
    en: (facts) =>
      `Signal, ${word(sidesEn, facts['side'])}: ${word(signalsEn, facts['signal'])}. Points ${sayPlaces(facts['points'])} (${say(facts['values'])}) lie beyond ${sayLines(facts['lines'])}. It advises and breaches nothing.`,
    es: (facts) =>
      `Señal, ${word(sidesEs, facts['side'])}: ${word(signalsEs, facts['signal'])}. Los puntos ${sayPlaces(facts['points'])} (${say(facts['values'])}) pasan de ${sayLines(facts['lines'])}. Es un aviso y no incumple nada.`,
  },
  'trend.noSignal': {
    en: () => 'No signal: the process is what it was.',
    es: () => 'Sin señal: el proceso sigue como estaba.',
  },
};
