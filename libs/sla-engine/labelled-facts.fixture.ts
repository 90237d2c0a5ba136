import type { TraceFacts } from './trace-text';

/** Facts in which everything that is not given reads as its own name: `<value>`. */
export function labelledFacts(given: TraceFacts): TraceFacts {
  return new Proxy(given, {
    get: (facts, name) => (Object.hasOwn(facts, name) ? facts[name as string] : `<${String(name)}>`),
  });
}
