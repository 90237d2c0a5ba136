import type { ClockAmount, ClockUnit } from './clock-terms';

export const clockEventTypes = ['started', 'paused', 'resumed', 'extended', 'met', 'cancelled'] as const;
export type ClockEventType = (typeof clockEventTypes)[number];

/** One immutable fact in a clock's life (semantics rule 9). `path` says where in the input it was, for problems. */
export type ClockEvent =
  | { readonly type: 'started' | 'resumed' | 'met'; readonly at: Temporal.Instant; readonly path: string }
  | { readonly type: 'paused'; readonly at: Temporal.Instant; readonly path: string; readonly reason: string }
  | {
      readonly type: 'cancelled';
      readonly at: Temporal.Instant;
      readonly path: string;
      readonly reason: string | null;
    }
  | {
      readonly type: 'extended';
      readonly at: Temporal.Instant;
      readonly path: string;
      readonly amount: ClockAmount;
      readonly unit: ClockUnit;
      readonly reason: string;
      readonly approver: string;
    };
