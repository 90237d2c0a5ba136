import type { ResultState } from '@plumbline/slas/schema';

/** Worst first; "met" only where nothing worse is known, and before what carries no verdict at all. */
const order: readonly ResultState[] = [
  'breached',
  'notReported',
  'atRisk',
  'disputed',
  'provisional',
  'excused',
  'met',
  'insufficientSample',
  'noVolume',
];

/** The one state that stands for several in a cell of the heat map; null for none. */
export function worstState(states: readonly ResultState[]): ResultState | null {
  return order.find((state) => states.includes(state)) ?? null;
}
