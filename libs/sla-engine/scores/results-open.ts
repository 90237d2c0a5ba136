import type { Problem } from '../outcome';
import { isFinalState } from './is-final-state';
import type { FlowLine } from './scorecard-event';

/** Problem `scorecard.resultsOpen`, with the lines whose result time can still change; undefined where none is. */
export function resultsOpen(lines: readonly FlowLine[]): Problem | undefined {
  const open = lines.filter(({ state }) => !isFinalState(state)).map(({ id }) => id);
  return open.length === 0
    ? undefined
    : { code: 'scorecard.resultsOpen', detail: `Results are still open: ${open.join(', ')}.`, path: '' };
}
