import { InputReader } from '../reading';
import type { Band } from './check-bands';

const fromNames = ['from', 'min', 'low'];
const toNames = ['to', 'max', 'high'];

/**
 * Reads a list of bands from untrusted JSON: `{"name", "from", "to"}`. Without any `to` a band ends where the next
 * one above it starts, the topmost at `top`.
 */
export function readBands<B extends Band = Band>(
  input: InputReader,
  name: string,
  options: { readonly top?: string; readonly more?: (band: InputReader) => Omit<B, keyof Band> } = {},
): readonly (Band & Omit<B, keyof Band>)[] {
  const { top, more } = options;
  const bands = input.list((item, path, index) => {
    const band = new InputReader(item, path);
    return {
      name: band.optionalText('name', 'band', 'label', 'id') ?? `${index + 1}`,
      from: band.decimal(...fromNames),
      to: band.optionalDecimal(...toNames),
      more: more?.(band) ?? ({} as Omit<B, keyof Band>),
      path,
    };
  }, name);
  const starts = bands.map((band) => Number(band.from)).sort((one, other) => one - other);
  return bands.map(({ path, more: rest, ...band }) => {
    const next = starts.find((start) => start > Number(band.from));
    const end = band.to ?? (next === undefined ? top : bands.find(({ from }) => Number(from) === next)?.from);
    if (end === undefined) {
      return new InputReader({}, path).refuse('input.missing', '"to" is required.', 'to');
    }
    return { ...rest, name: band.name, from: band.from, to: end };
  });
}
