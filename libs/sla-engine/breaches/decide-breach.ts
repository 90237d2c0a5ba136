import type { Trace } from '../trace';
import type { VerdictState } from '../targets/verdict-states';

/** The state of one result under one SLA version, before and after an evaluation. */
export interface BreachFacts {
  /** Null where this result was never judged before. */
  readonly previous: VerdictState | null;
  readonly next: VerdictState;
  /** What the figures alone say, where a waiver or a dispute lies over them; `next` when not said. */
  readonly nextUnderlying?: VerdictState;
  /** Whether a breach record for this (result, SLA version) exists, and whether it is open. */
  readonly record: 'none' | 'open' | 'closed';
}

export interface BreachDecision {
  /** `open` writes the one record, `reopen` and `close` change it, `keep` and `none` change nothing. */
  readonly action: 'open' | 'reopen' | 'close' | 'keep' | 'none';
  /** Whether the breach that stays is waived or disputed: it is shown all the same. */
  readonly standing: 'plain' | 'waived' | 'disputed' | null;
  readonly trace: Trace;
}

const rules = {
  open: 'breach.opened',
  reopen: 'breach.reopened',
  close: 'breach.closed',
  keep: 'breach.kept',
  none: 'breach.none',
} as const;

/**
 * What an evaluation does to the breach record of a result: by facts alone, at most one record per (result, SLA
 * version) ever (semantics rule 12). Evaluating twice changes nothing. A waiver or a dispute does not close a breach
 * (semantics rule 20); figures that no longer miss do (semantics rule 22).
 */
export function decideBreach({ previous, next, nextUnderlying, record }: BreachFacts): BreachDecision {
  const underlying = nextUnderlying ?? next;
  const missed = underlying === 'breached';
  const action = missed ? actionWhenMissed(record) : record === 'open' ? 'close' : 'none';
  const standing = missed ? standingOf(next) : null;
  return {
    action,
    standing,
    trace: [{ rule: rules[action], facts: { previous, next, underlying, standing } }],
  };
}

function actionWhenMissed(record: BreachFacts['record']): BreachDecision['action'] {
  switch (record) {
    case 'none':
      return 'open';
    case 'open':
      return 'keep';
    case 'closed':
      return 'reopen';
  }
}

function standingOf(next: VerdictState): BreachDecision['standing'] {
  if (next === 'excused') {
    return 'waived';
  }
  return next === 'disputed' ? 'disputed' : 'plain';
}
