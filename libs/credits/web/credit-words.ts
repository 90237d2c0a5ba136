import type {
  CreditTriggerTerms,
  DisputeState,
  LineStanding,
  StatementEntry,
  StatementState,
} from '@plumbline/credits/schema';
import type { Hue, IconName } from '@plumbline/ui';

interface Look {
  readonly hue: Hue;
  readonly icon: IconName;
}

/** The words of credits, wherever one is shown. */
export const creditWords = {
  en: {
    states: {
      draft: 'Draft',
      shared: 'With the vendor',
      approved: 'Approved',
      withdrawn: 'Withdrawn',
    } satisfies Record<StatementState, string>,
    exported: 'Exported',
    standings: {
      paid: 'Credited',
      paidOnce: 'Paid by another line',
      none: 'Nothing due',
      undecided: 'Cannot be computed',
      watched: 'Not in the scheme',
    } satisfies Record<LineStanding, string>,
    disputes: {
      open: 'Open',
      upheld: 'Line stands',
      changed: 'Changed by an exclusion',
      withdrawn: 'Taken back',
    } satisfies Record<DisputeState, string>,
    entries: { adjustment: 'Adjusting entry', earnBack: 'Earned back' } satisfies Record<
      StatementEntry['kind'],
      string
    >,
    effects: { chronic: 'Chronic failure', termination: 'Right to terminate' } satisfies Record<
      CreditTriggerTerms['effect'],
      string
    >,
    consecutive: (n: number) => `${n} misses in a row`,
    kOfN: (k: number, n: number) => `${k} misses in the last ${n} months`,
  },
  es: {
    states: {
      draft: 'Borrador',
      shared: 'Con el proveedor',
      approved: 'Aprobado',
      withdrawn: 'Retirado',
    },
    exported: 'Exportado',
    standings: {
      paid: 'Acreditado',
      paidOnce: 'Lo paga otra línea',
      none: 'Nada que pagar',
      undecided: 'No se puede calcular',
      watched: 'Fuera del esquema',
    },
    disputes: {
      open: 'Abierta',
      upheld: 'La línea se mantiene',
      changed: 'Cambiada por una exclusión',
      withdrawn: 'Retirada',
    },
    entries: { adjustment: 'Asiento de ajuste', earnBack: 'Recuperado' },
    effects: { chronic: 'Fallo crónico', termination: 'Derecho a rescindir' },
    consecutive: (n: number) => `${n} fallos seguidos`,
    kOfN: (k: number, n: number) => `${k} fallos en los últimos ${n} meses`,
  },
};

export function ruleText(
  rule: CreditTriggerTerms['rule'],
  words: Pick<(typeof creditWords)['en'], 'consecutive' | 'kOfN'>,
): string {
  return rule.kind === 'consecutive' ? words.consecutive(rule.n) : words.kOfN(rule.k, rule.n);
}

export const stateLooks: Readonly<Record<StatementState, Look>> = {
  draft: { hue: 'note', icon: 'edit' },
  shared: { hue: 'warn', icon: 'hourglass' },
  approved: { hue: 'good', icon: 'check' },
  withdrawn: { hue: 'neutral', icon: 'circle' },
};

export const standingLooks: Readonly<Record<LineStanding, Look>> = {
  paid: { hue: 'bad', icon: 'cross' },
  paidOnce: { hue: 'neutral', icon: 'copy' },
  none: { hue: 'good', icon: 'check' },
  undecided: { hue: 'warn', icon: 'triangle' },
  watched: { hue: 'neutral', icon: 'circle' },
};

export const disputeLooks: Readonly<Record<DisputeState, Look>> = {
  open: { hue: 'warn', icon: 'hourglass' },
  upheld: { hue: 'neutral', icon: 'shield' },
  changed: { hue: 'good', icon: 'check' },
  withdrawn: { hue: 'neutral', icon: 'circle' },
};
