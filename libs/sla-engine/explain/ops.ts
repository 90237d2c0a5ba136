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
  const facts = step.optionalObject('facts');
  const read = (facts?.entries() ?? []).map(
    ([name, fact]) => [name, readFact(fact, step.at('facts'))] as const,
  );
  return { rule: step.text('rule'), facts: Object.fromEntries(read) };
}

const deepestFact = 8;

/** JSON is nothing but facts: text, numbers, flags, null, lists and objects of them, as deep as the engine nests them. */
function readFact(fact: unknown, path: string, depth = 0): TraceFact {
  if (typeof fact === 'string' || typeof fact === 'number' || typeof fact === 'boolean') {
    return fact;
  }
  if (typeof fact !== 'object' || fact === null) {
    return null;
  }
  if (depth === deepestFact) {
    return new InputReader({}, path).refuse('trace.tooDeep', `Facts nest at most ${deepestFact} deep.`);
  }
  return Array.isArray(fact)
    ? fact.map((item) => readFact(item, path, depth + 1))
    : Object.fromEntries(
        Object.entries(fact).map(([name, value]) => [name, readFact(value, path, depth + 1)]),
      );
}

/** The operations on explanations of the engine as a command. */
export const ops: Ops = { 'explain.recompute': explainRecompute, 'explain.render': explainRender };
