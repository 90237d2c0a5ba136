import type { VerdictState } from '../targets/verdict-states';

const open: readonly VerdictState[] = ['provisional', 'atRisk'];

/**
 * Whether time alone can no longer change a result: its month, its reporting day and any repeat window are over. Missing
 * figures are final too (not reported, no volume, insufficient sample); they leave their weight out (semantics rule 25).
 */
export function isFinalState(state: VerdictState): boolean {
  return !open.includes(state);
}
