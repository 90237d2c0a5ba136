import type { VerdictState } from '@plumbline/sla-engine';

const OPEN: readonly VerdictState[] = ['provisional', 'atRisk'];

/**
 * Whether time alone can no longer change a result: its month, its reporting day and any repeat window are over. Missing
 * figures are final too (not reported, no volume, insufficient sample); they leave their weight out.
 */
export function isFinalState(state: VerdictState): boolean {
  return !OPEN.includes(state);
}
