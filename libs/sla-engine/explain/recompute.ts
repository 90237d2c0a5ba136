import { type Outcome, fail, succeed } from '../outcome';
import { readInput } from '../reading';
import { type Judgement, judge } from '../targets/judge';
import type { ExplanationVerdict } from './explanation';
import { readExplanation } from './read-explanation';

/** One part of the exported verdict that the rows do not bear out. */
export interface Difference {
  readonly field: 'state' | 'underlying' | 'value' | 'numerator' | 'denominator' | 'interval';
  readonly claimed: string | null;
  readonly recomputed: string | null;
}

export interface Recomputed {
  /** Whether recomputing arrives at the verdict the export claims, in every part. */
  readonly agrees: boolean;
  readonly verdict: ExplanationVerdict;
  readonly differences: readonly Difference[];
  readonly trace: Judgement['trace'];
}

/**
 * Recomputes the verdict of an exported explanation from its rows, definition, exclusions and target alone
 * (semantics rule 29), and says where the export claims something else. Malformed exports are problems with the
 * path of what is wrong.
 */
export function recompute(explanation: unknown): Outcome<Recomputed> {
  const read = readInput(explanation, readExplanation);
  if (!read.ok) {
    return read;
  }
  const judged = judge(read.value.input);
  if (!judged.ok) {
    // An export calls the definition it was judged by its metric.
    const { code, detail, path } = judged.problem;
    return fail(code, detail, path.replace(/^definition\b/, 'metric'));
  }
  const { state, underlying, value, numerator, denominator, interval, trace } = judged.value;
  const verdict = {
    state,
    underlying,
    value,
    numerator,
    denominator,
    ...(interval === undefined ? {} : { interval }),
  };
  const differences = differencesOf(read.value.claimed, verdict);
  return succeed({ agrees: differences.length === 0, verdict, differences, trace });
}

function differencesOf(claimed: ExplanationVerdict, recomputed: ExplanationVerdict): readonly Difference[] {
  const fields = ['state', 'underlying', 'value', 'numerator', 'denominator', 'interval'] as const;
  return fields
    .map((field) => ({ field, claimed: shown(claimed, field), recomputed: shown(recomputed, field) }))
    .filter((difference) => difference.claimed !== difference.recomputed);
}

function shown(verdict: ExplanationVerdict, field: Difference['field']): string | null {
  if (field !== 'interval') {
    return verdict[field];
  }
  const { interval } = verdict;
  return interval === undefined ? null : `${interval.lower} to ${interval.upper} at ${interval.confidence}`;
}
