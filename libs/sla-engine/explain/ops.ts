import type { Outcome } from '../outcome';
import { InputReader, type Ops, readInput } from '../reading';
import type { TraceFact, TraceStep } from '../trace';
import { recompute } from './recompute';
import { renderTrace, traceLocales } from './render-trace';

/** `explain.recompute`: an exported explanation, bare or as `{explanation}` → `{agrees, verdict, differences, trace}`. */
function explainRecompute(input: unknown): Outcome<unknown> {
  const wrapped = readInput(input, (request) =>
    request.present('explanation') === undefined ? input : request.raw('explanation'),
  );
  return wrapped.ok ? recompute(wrapped.value) : wrapped;
}

/** `explain.render`: `{trace, locale}` → `{sentences}`. */
function explainRender(input: unknown): Outcome<unknown> {
  return readInput(input, (request) => ({
    sentences: renderTrace(
      request.list((item, path) => readStep(new InputReader(item, path)), 'trace'),
      request.optionalChoice(traceLocales, 'locale') ?? 'en',
    ),
  }));
}

function readStep(step: InputReader): TraceStep {
  const facts = step.optionalObject('facts')?.entries() ?? [];
  return {
    rule: step.text('rule'),
    facts: Object.fromEntries(facts.map(([name, fact]) => [name, readFact(fact)])),
  };
}

/** JSON is nothing but facts: text, numbers, flags, null, lists and objects of them. */
function readFact(fact: unknown): TraceFact {
  if (typeof fact === 'string' || typeof fact === 'number' || typeof fact === 'boolean') {
    return fact;
  }
  if (Array.isArray(fact)) {
    return fact.map(readFact);
  }
  return typeof fact === 'object' && fact !== null
    ? Object.fromEntries(Object.entries(fact).map(([name, value]) => [name, readFact(value)]))
    : null;
}

/** The operations on explanations of the engine as a command. */
export const ops: Ops = { 'explain.recompute': explainRecompute, 'explain.render': explainRender };
