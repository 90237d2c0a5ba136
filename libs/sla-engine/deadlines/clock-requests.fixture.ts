import { ops } from './ops';

/** An insurer's office week in New York, with Christmas; `paused` and `extended` events of the usual kind. */
export const office = {
  timezone: 'America/New_York',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
};

const zone = 'America/New_York';
export const hours24 = { unit: 'elapsedHours', amount: 24, zone };
export const hours8 = { unit: 'businessHours', amount: 8, zone, pauseReasons: ['waiting for member'] };
export const days2 = { unit: 'businessDays', amount: 2, zone, pauseReasons: ['waiting for member'] };
export const days60 = { unit: 'calendarDays', amount: 60, zone };

export type EventJson = Record<string, unknown>;
export const started = (at: string): EventJson => ({ type: 'started', at });
export const met = (at: string): EventJson => ({ type: 'met', at });
export const paused = (at: string, reason = 'waiting for member'): EventJson => ({
  type: 'paused',
  at,
  reason,
});
export const resumed = (at: string): EventJson => ({ type: 'resumed', at });
export const cancelled = (at: string): EventJson => ({ type: 'cancelled', at });
export const extended = (at: string, more: object): EventJson => ({
  type: 'extended',
  at,
  reason: 'records asked for',
  approver: 'Medical director',
  ...more,
});

/** The answer of `clock.replay`, or `{problem}`. */
export function replay(sla: unknown, events: unknown, at: unknown, more: object = { calendar: office }) {
  const outcome = ops['clock.replay']?.({ sla, events, at, ...more });
  return outcome?.ok === true ? (outcome.value as Record<string, unknown>) : { problem: outcome?.problem };
}
