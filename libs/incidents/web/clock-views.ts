import type { Clock } from '@plumbline/clocks/schema';
import { type ClockView, languageOf } from '@plumbline/ui';

/** A policy says its name in both languages. */
export function policyName(policy: Pick<Clock['policy'], 'name' | 'nameEs'>, locale: string): string {
  return languageOf(locale) === 'es' ? policy.nameEs : policy.name;
}

/** A clock of the server as the kit shows it. */
export function clockView(clock: Clock, locale: string): ClockView {
  return {
    state: clock.state,
    name: policyName(clock.policy, locale),
    source: clock.policy.source.title,
    startedAt: clock.startedAt,
    deadlineAt: clock.deadlineAt,
    metAt: clock.metAt,
  };
}

/** Those that run, soonest first; then those that are late and open; then the rest. */
export function inOrder(clocks: readonly Clock[]): readonly Clock[] {
  const rank = ({ state, metAt }: Clock) =>
    state === 'late' && metAt === null ? 0 : state === 'running' ? 1 : 2;
  return clocks.toSorted((a, b) => rank(a) - rank(b) || Date.parse(a.deadlineAt) - Date.parse(b.deadlineAt));
}
