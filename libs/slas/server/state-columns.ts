import { verdictStates, type VerdictState } from '@plumbline/sla-engine';

const columns: Readonly<Record<VerdictState, string>> = {
  met: 'met',
  breached: 'breached',
  atRisk: 'at_risk',
  insufficientSample: 'insufficient_sample',
  noVolume: 'no_volume',
  notReported: 'not_reported',
  provisional: 'provisional',
  disputed: 'disputed',
  excused: 'excused',
};

/** A state as the tables spell it. */
export function columnOfState(state: VerdictState): string {
  return columns[state];
}

/** The state that a column spells; the table's check lets no other in. */
export function stateOfColumn(column: string): VerdictState {
  const state = verdictStates.find((each) => columns[each] === column);
  if (!state) throw new Error(`a result is in the unknown state "${column}"`);
  return state;
}
