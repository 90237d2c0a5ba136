import type { BreachKind, BreachSummary } from '@plumbline/slas/schema';
import type { Hue, IconName, Texts } from '@plumbline/ui';

interface BreachWords {
  readonly kinds: Readonly<Record<BreachKind, string>>;
  readonly duty: string;
  readonly clock: (clock: NonNullable<BreachSummary['clock']>) => string;
  readonly open: string;
  readonly closed: string;
}

/** The words of breaches, wherever one is shown. */
export const breachWords: Texts<BreachWords> = {
  en: {
    kinds: { target: 'Missed target', reporting_duty: 'Not reported in time', clock: 'Deadline missed' },
    duty: 'Monthly report',
    clock: ({ policy, incident }) => [policy, incident?.reference].filter(Boolean).join(' · '),
    open: 'Open',
    closed: 'Closed',
  },
  es: {
    kinds: {
      target: 'Objetivo incumplido',
      reporting_duty: 'No informado a tiempo',
      clock: 'Plazo incumplido',
    },
    duty: 'Informe mensual',
    clock: ({ policyEs, incident }) => [policyEs, incident?.reference].filter(Boolean).join(' · '),
    open: 'Abierto',
    closed: 'Cerrado',
  },
};

/** What was missed: the SLA, the clock that ran out, or the monthly report. */
export function breachName(
  { sla, clock }: Pick<BreachSummary, 'sla' | 'clock'>,
  words: Pick<BreachWords, 'duty' | 'clock'>,
): string {
  return sla?.name ?? (clock ? words.clock(clock) : words.duty);
}

/** Whether a breach stands, as chip. */
export function breachLook(breach: Pick<BreachSummary, 'closedAt'>): { hue: Hue; icon: IconName } {
  return breach.closedAt === null ? { hue: 'bad', icon: 'breaches' } : { hue: 'neutral', icon: 'check' };
}
