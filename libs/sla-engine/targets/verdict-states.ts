/** The states of a result, and the only words for them (semantics rule 16). */
export const verdictStates = [
  'met',
  'breached',
  'atRisk',
  'insufficientSample',
  'noVolume',
  'notReported',
  'provisional',
  'disputed',
  'excused',
] as const;

export type VerdictState = (typeof verdictStates)[number];
