/** `waiting` has not begun; `late` missed its deadline, done since or not. */
export type ClockState = 'waiting' | 'running' | 'paused' | 'met' | 'late' | 'cancelled';

/** A deadline that runs, as a page shows it. Instants are RFC 3339. */
export interface ClockView {
  readonly state: ClockState;
  /** The rule's name: `Contract NS-2026-01, notice within 24 h`. */
  readonly name: string;
  /** Where the rule stands: `45 CFR 164.410`. */
  readonly source: string | null;
  readonly startedAt: string | null;
  readonly deadlineAt: string | null;
  readonly metAt: string | null;
}

/** From calm to urgent, by the share of the time that is used. */
export const urgencies = ['calm', 'half', 'soon', 'last', 'late'] as const;
export type Urgency = (typeof urgencies)[number];

/** Share of the time from start to deadline that is used, 0 to 1; null where there is nothing to take a share of. */
export function usedShare(clock: ClockView, now: number): number | null {
  if (clock.startedAt === null || clock.deadlineAt === null) return null;
  const start = Date.parse(clock.startedAt);
  const whole = Date.parse(clock.deadlineAt) - start;
  const until = clock.metAt === null ? now : Date.parse(clock.metAt);
  if (!(whole > 0)) return 1;
  return Math.min(1, Math.max(0, (until - start) / whole));
}

/** What a clock is at an instant: one whose deadline passes while it is looked at is late without asking again. */
export function stateAt(clock: ClockView, now: number): ClockState {
  return clock.state === 'running' && clock.deadlineAt !== null && now > Date.parse(clock.deadlineAt)
    ? 'late'
    : clock.state;
}

/** The same stages at which people are told (50, 75, 90 %, missed). */
export function urgencyAt(clock: ClockView, now: number): Urgency {
  const state = stateAt(clock, now);
  if (state === 'late') return 'late';
  if (state !== 'running') return 'calm';
  const used = usedShare(clock, now) ?? 0;
  if (used >= 0.9) return 'last';
  if (used >= 0.75) return 'soon';
  return used >= 0.5 ? 'half' : 'calm';
}
