import { type TraceFacts, type TraceTexts, say, word } from '../trace-text';
import type { TraceFact } from '../trace';
import { parityWords } from './parity-words';

const { en, es } = parityWords;

function sayLimit(facts: TraceFacts, between: string, and: string): string {
  return facts['comparator'] === null
    ? `${between} ${say(facts['low'])} ${and} ${say(facts['high'])}`
    : `${say(facts['comparator'])} ${say(facts['target'])}`;
}

function sayPart(segment: TraceFact | undefined, everything: string): string {
  const text = say(segment);
  return text === '–' ? everything : text;
}

function sayDifferences(fact: TraceFact | undefined, parts: Readonly<Record<string, string>>): string {
  if (!Array.isArray(fact)) return say(fact);
  return fact
    .map((each: TraceFact) => {
      const { part, agreed, expected } = (each ?? {}) as TraceFacts;
      return `${word(parts, part)} (${say(agreed)} ≠ ${say(expected)})`;
    })
    .join('; ');
}

function sayReasons(fact: TraceFact | undefined, reasons: Readonly<Record<string, string>>): string {
  return Array.isArray(fact) && fact.length > 0
    ? `: ${fact.map((code: TraceFact) => word(reasons, code)).join('; ')}`
    : '';
}

/** Sentences of the rules that hold a contract against what the insurer expects. */
export const traceTexts: TraceTexts = {
  'parity.expected': {
    en: (facts) =>
      `Expected: ${say(facts['metric'])} (version ${say(facts['version'])}) ${sayLimit(facts, 'between', 'and')}, ` +
      `window ${say(facts['window'])}, for ${sayPart(facts['segment'], 'everything')}.`,
    es: (facts) =>
      `Se espera: ${say(facts['metric'])} (versión ${say(facts['version'])}) ${sayLimit(facts, 'entre', 'y')}, ` +
      `periodo ${say(facts['window'])}, para ${sayPart(facts['segment'], 'todo')}.`,
  },
  'parity.agreed': {
    en: (facts) =>
      `Agreed: ${say(facts['metric'])} (version ${say(facts['version'])}) ${sayLimit(facts, 'between', 'and')}, ` +
      `window ${say(facts['window'])}, for ${sayPart(facts['segment'], 'everything')}.`,
    es: (facts) =>
      `Se acordó: ${say(facts['metric'])} (versión ${say(facts['version'])}) ${sayLimit(facts, 'entre', 'y')}, ` +
      `periodo ${say(facts['window'])}, para ${sayPart(facts['segment'], 'todo')}.`,
  },
  'parity.definition': {
    en: (facts) =>
      facts['same'] === true
        ? 'Both are counted by the same definition.'
        : `The definitions differ: ${sayDifferences(facts['differences'], en.parts)}.`,
    es: (facts) =>
      facts['same'] === true
        ? 'Ambos se cuentan con la misma definición.'
        : `Las definiciones difieren: ${sayDifferences(facts['differences'], es.parts)}.`,
  },
  'parity.segment': {
    en: (facts) =>
      `The agreed segment (${sayPart(facts['agreed'], 'everything')}) ${word(en.segments, facts['relation'])} ` +
      `(${sayPart(facts['expected'], 'everything')}).`,
    es: (facts) =>
      `El segmento acordado (${sayPart(facts['agreed'], 'todo')}) ${word(es.segments, facts['relation'])} ` +
      `(${sayPart(facts['expected'], 'todo')}).`,
  },
  'parity.window': {
    en: (facts) =>
      facts['same'] === true
        ? `Both are judged over the same window (${say(facts['agreed'])}).`
        : `The windows differ: ${say(facts['agreed'])} is agreed, ${say(facts['expected'])} is expected.`,
    es: (facts) =>
      facts['same'] === true
        ? `Ambos se evalúan en el mismo periodo (${say(facts['agreed'])}).`
        : `Los periodos difieren: se acordó ${say(facts['agreed'])}, se espera ${say(facts['expected'])}.`,
  },
  'parity.values': {
    en: (facts) =>
      `Of the possible values ${say(facts['possible'])} the SLA lets ${say(facts['agreed'])} pass, ` +
      `${say(facts['expected'])} is expected: ${word(en.relations, facts['relation'])}.`,
    es: (facts) =>
      `De los valores posibles ${say(facts['possible'])} el SLA admite ${say(facts['agreed'])}, ` +
      `se espera ${say(facts['expected'])}: ${word(es.relations, facts['relation'])}.`,
  },
  'parity.verdict': {
    en: (facts) =>
      facts['verdict'] === 'missing'
        ? 'The contract has no SLA for this.'
        : `The SLA is ${word(en.verdicts, facts['verdict'])}${sayReasons(facts['reasons'], en.reasons)}.`,
    es: (facts) =>
      facts['verdict'] === 'missing'
        ? 'El contrato no tiene ningún SLA para esto.'
        : `El SLA es ${word(es.verdicts, facts['verdict'])}${sayReasons(facts['reasons'], es.reasons)}.`,
  },
};
