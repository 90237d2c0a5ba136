import { type Amount, type Exact, parseExact, writeExact } from '../decimals';
import { type Outcome, fail, succeed } from '../outcome';

/** A half-open stretch `[from, to)` of a scale; the topmost band also holds its upper edge. */
export interface Band {
  readonly name: string;
  readonly from: Amount;
  readonly to: Amount;
}

export type CheckedBand<B extends Band> = B & { readonly low: Exact; readonly high: Exact };

/**
 * Sorts bands upwards and checks that they touch without a hole (98.9 | 99) and without overlap (semantics rule
 * 23); with `scale` also that they reach from one end of it to the other.
 */
export function checkBands<B extends Band>(
  bands: readonly B[],
  scale?: { readonly from: Amount; readonly to: Amount },
  path = 'bands',
): Outcome<readonly CheckedBand<B>[]> {
  if (bands.length === 0) {
    return fail('bands.none', 'At least one band is needed.', path);
  }
  const checked: { band: CheckedBand<B>; path: string }[] = [];
  for (const [index, band] of bands.entries()) {
    const low = parseExact(band.from, `${path}.${index}.from`);
    if (!low.ok) {
      return low;
    }
    const high = parseExact(band.to, `${path}.${index}.to`);
    if (!high.ok) {
      return high;
    }
    if (low.value.gte(high.value)) {
      return fail('bands.empty', 'A band starts below its end.', `${path}.${index}`);
    }
    checked.push({ band: { ...band, low: low.value, high: high.value }, path: `${path}.${index}` });
  }
  checked.sort((one, other) => one.band.low.comparedTo(other.band.low));
  for (const [index, { band, path: at }] of checked.entries()) {
    const before = checked[index - 1]?.band;
    if (before !== undefined && !before.high.equals(band.low)) {
      return neighboursProblem(before, band, at);
    }
  }
  const sorted = checked.map(({ band }) => band);
  return scale === undefined ? succeed(sorted) : reachingEnds(sorted, scale, path);
}

function neighboursProblem(below: CheckedBand<Band>, above: CheckedBand<Band>, path: string): Outcome<never> {
  const edges = `${writeExact(below.high)} | ${writeExact(above.low)}`;
  return below.high.lt(above.low)
    ? fail('bands.hole', `Nothing covers the values between ${edges}.`, path)
    : fail('bands.overlap', `Two bands cover the same values: ${edges}.`, path);
}

function reachingEnds<B extends Band>(
  bands: readonly CheckedBand<B>[],
  scale: { readonly from: Amount; readonly to: Amount },
  path: string,
): Outcome<readonly CheckedBand<B>[]> {
  const reaches = bands.at(0)?.low.lte(scale.from) === true && bands.at(-1)?.high.gte(scale.to) === true;
  return reaches
    ? succeed(bands)
    : fail('bands.hole', `The bands do not reach from ${scale.from} to ${scale.to}.`, path);
}
