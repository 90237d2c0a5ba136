import { placeOf } from './places';

/** Something that is wrong, or cannot be judged, as data: the page says it in the reader's language. */
export interface ProfileFinding {
  readonly code: ProfileFindingCode;
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
}

export const profileFindingCodes = [
  'residency-outside',
  'residency-not-comparable',
  'residency-clause-missing',
  'residency-no-contract',
  'flow-fourth-party-not-approved',
  'flow-fourth-party-ended',
] as const;
export type ProfileFindingCode = (typeof profileFindingCodes)[number];

/** A contract in force, and what it says of where data may be kept; null: it has no such clause. */
export interface ResidencyTerms {
  readonly contract: string;
  readonly clause: { readonly number: string; readonly regions: readonly string[] } | null;
}

export interface FlowFacts {
  readonly place: string;
  readonly phiKinds: readonly string[];
}

/**
 * What is wrong with where a flow's data is kept, against the data residency clauses of the contracts in force (V2, D4).
 * Each clause must hold by itself. A place lies inside only if every country of it is agreed; words that are no country
 * and no named region of `places.ts` are not comparable, and never pass. Data without PHI may flow where no clause is.
 *
 * @example residencyFindings({ place: 'PH', phiKinds: ['claims'] }, [{ contract: 'MSA', clause: { number: '10.4', regions: ['US'] } }])
 * // [{ code: 'residency-outside', parameters: { contract: 'MSA', clause: '10.4', place: 'PH', agreed: ['US'] } }]
 */
export function residencyFindings(flow: FlowFacts, agreed: readonly ResidencyTerms[]): ProfileFinding[] {
  const clauses = agreed.flatMap(({ contract, clause }) => (clause ? [{ contract, ...clause }] : []));
  if (clauses.length === 0) {
    if (flow.phiKinds.length === 0) return [];
    return agreed.length === 0
      ? [{ code: 'residency-no-contract', parameters: {} }]
      : [
          {
            code: 'residency-clause-missing',
            parameters: { contracts: agreed.map(({ contract }) => contract) },
          },
        ];
  }
  return clauses.flatMap(({ contract, number: clause, regions }): ProfileFinding[] => {
    const { code, words } = compare(flow.place, regions);
    const where = { contract, clause, place: flow.place, agreed: regions };
    if (code === 'inside') return [];
    return code === 'outside'
      ? [{ code: 'residency-outside', parameters: where }]
      : [{ code: 'residency-not-comparable', parameters: { ...where, words } }];
  });
}

interface Comparison {
  readonly code: 'inside' | 'outside' | 'not-comparable';
  /** The words that cannot be compared. */
  readonly words: readonly string[];
}

function compare(place: string, regions: readonly string[]): Comparison {
  const kept = placeOf(place);
  if (!kept) return { code: 'not-comparable', words: [place] };
  const places = regions.flatMap((region) => placeOf(region) ?? []);
  const whole = new Set(places.filter(({ part }) => part === null).flatMap((each) => each.countries));
  const inside =
    kept.countries.every((country) => whole.has(country)) ||
    places.some(({ part }) => part !== null && part === kept.part);
  if (inside) return { code: 'inside', words: [] };
  // an agreed word that nobody here can read may well mean this place
  const words = regions.filter((region) => placeOf(region) === null);
  return words.length > 0 ? { code: 'not-comparable', words } : { code: 'outside', words: [] };
}
