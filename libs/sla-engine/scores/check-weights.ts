import { type Amount, Exact, parseExact, writeExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';

/**
 * Reads weights and checks that each is above zero, that none is named twice and that they add to 100 exactly
 * (semantics rule 25).
 */
export function checkWeights<W extends { readonly id: string; readonly weight: Amount }>(
  weights: readonly W[],
  path = 'weights',
): Outcome<readonly { readonly id: string; readonly weight: Exact }[]> {
  const read: { id: string; weight: Exact }[] = [];
  const seen = new Set<string>();
  for (const [index, { id, weight }] of weights.entries()) {
    const exact = parseExact(weight, `${path}.${index}.weight`);
    if (!exact.ok) {
      return exact;
    }
    if (exact.value.lte(0)) {
      return fail('weights.notPositive', 'A weight is above zero.', `${path}.${index}.weight`);
    }
    if (seen.has(id)) {
      return fail('weights.duplicate', `"${id}" is weighted twice.`, `${path}.${index}`);
    }
    seen.add(id);
    read.push({ id, weight: exact.value });
  }
  const sum = Exact.sum(0, ...read.map((entry) => entry.weight));
  return sum.equals(100)
    ? succeed(read)
    : fail('weights.sum', `Weights add to 100 exactly; these add to ${writeExact(sum)}.`, path);
}
