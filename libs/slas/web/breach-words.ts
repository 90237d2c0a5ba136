import type { BreachKind, BreachSummary } from '@plumbline/slas/schema';
import type { Hue, IconName, Texts } from '@plumbline/ui';

interface BreachWords {
  readonly kinds: Readonly<Record<BreachKind, string>>;
  readonly duty: string;
  readonly open: string;
  readonly closed: string;
}

/** The words of breaches, wherever one is shown. */
export const breachWords: Texts<BreachWords> = {
  en: {
    kinds: { target: 'Missed target', reporting_duty: 'Not reported in time' },
    duty: 'Monthly report',
    open: 'Open',
    closed: 'Closed',
  },
  es: {
    kinds: { target: 'Objetivo incumplido', reporting_duty: 'No informado a tiempo' },
    duty: 'Informe mensual',
    open: 'Abierto',
    closed: 'Cerrado',
  },
};

/** Whether a breach stands, as chip. */
export function breachLook(breach: Pick<BreachSummary, 'closedAt'>): { hue: Hue; icon: IconName } {
  return breach.closedAt === null ? { hue: 'bad', icon: 'breaches' } : { hue: 'neutral', icon: 'check' };
}
