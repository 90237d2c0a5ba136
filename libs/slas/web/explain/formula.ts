import * as z from 'zod';

const term = z.object({ measure: z.string(), weight: z.union([z.string(), z.number()]).optional() });
const terms = z.object({ numerator: z.array(term), denominator: z.array(term) });

export interface Formula {
  readonly numerator: string;
  /** Null for a metric that is a plain total. */
  readonly denominator: string | null;
}

/**
 * What a metric's definition counts, in the words of its measures: `Calls answered within threshold` over `Calls offered +
 * 2 × Calls abandoned`. Null for a definition that is written otherwise.
 */
export function formulaOf(definition: unknown, labels: ReadonlyMap<string, string>): Formula | null {
  const parsed = terms.safeParse(definition);
  if (!parsed.success) return null;
  const { numerator, denominator } = parsed.data;
  return {
    numerator: sum(numerator, labels),
    denominator: denominator.length === 0 ? null : sum(denominator, labels),
  };
}

function sum(list: readonly z.output<typeof term>[], labels: ReadonlyMap<string, string>): string {
  return list
    .map(({ measure, weight }, index) => {
      const size = String(weight ?? 1);
      const minus = size.startsWith('-');
      const times = size.replace(/^[+-]/, '');
      const label = labels.get(measure) ?? measure;
      const sign = minus ? '− ' : index === 0 ? '' : '+ ';
      return `${sign}${times === '1' ? '' : `${times} × `}${label}`;
    })
    .join(' ');
}
