import type { CreditSchemeTerms } from './scheme-terms';

/** An SLA as far as it can be recognised in another contract version. */
export interface CarriedSla {
  readonly id: string;
  readonly name: string;
  /** Metric and segment: what is measured, whatever is agreed about it. */
  readonly key: string;
}

export interface CarriedScheme {
  readonly terms: CreditSchemeTerms;
  /** SLAs that were priced and are not agreed here. */
  readonly left: readonly string[];
  /** SLAs that are agreed here and were not priced. */
  readonly unpriced: readonly string[];
}

/**
 * A scheme as it would read for another contract version, from a month on: each line goes to the SLA that measures the same,
 * and where several do to the one of the same name. Nothing is decided by it: somebody looks at it and enters it.
 */
export function carryScheme(
  terms: CreditSchemeTerms,
  { before, after, from }: { before: readonly CarriedSla[]; after: readonly CarriedSla[]; from: string },
): CarriedScheme {
  const free = new Set(after);
  const carried = terms.lines.map((line) => {
    const priced = before.find(({ id }) => id === line.slaId);
    const alike = [...free].filter(({ key }) => key === priced?.key);
    const sla = alike.find(({ name }) => name === priced?.name) ?? alike[0];
    if (sla) free.delete(sla);
    return { line, name: priced?.name ?? '', sla };
  });
  const [first, ...later] = terms.fees;
  return {
    terms: {
      ...terms,
      from,
      // the fee has to hold in the first month that is settled
      fees: first && first.from > from ? [{ ...first, from }, ...later] : terms.fees,
      lines: carried.flatMap(({ line, sla }) => (sla ? [{ ...line, slaId: sla.id }] : [])),
    },
    left: carried.filter(({ sla }) => !sla).map(({ name }) => name),
    unpriced: [...free].map(({ name }) => name),
  };
}
