import type { BackgroundCheck, Clause, SubcontractingRule } from '@plumbline/contracts/schema';

export const clauseTermWords = {
  en: {
    noticeDays: (days: number) => `Notice of ${days} days`,
    withinHours: (hours: number) => `Notice within ${hours} hours`,
    timesAYear: (times: number) => (times === 1 ? 'Once a year' : `${times} times a year`),
    yearly: 'every year',
    terminationDays: (days: number) => `Notice of ${days} days`,
    cureDays: (days: number) => `for a cause after ${days} days to put it right`,
    atOnce: 'for a cause at once',
    checks: {
      identity: 'identity',
      criminal: 'criminal record',
      employment: 'employment',
      education: 'education',
      credit: 'credit',
      exclusion_list: 'exclusion lists',
    } satisfies Record<BackgroundCheck, string>,
    subcontracting: {
      not_allowed: 'Not allowed',
      with_consent: 'With consent only',
      allowed: 'Allowed',
    } satisfies Record<SubcontractingRule, string>,
  },
  es: {
    noticeDays: (days: number) => `Aviso de ${days} días`,
    withinHours: (hours: number) => `Aviso en ${hours} horas`,
    timesAYear: (times: number) => (times === 1 ? 'Una vez al año' : `${times} veces al año`),
    yearly: 'cada año',
    terminationDays: (days: number) => `Aviso de ${days} días`,
    cureDays: (days: number) => `por causa tras ${days} días para subsanarla`,
    atOnce: 'por causa en el acto',
    checks: {
      identity: 'identidad',
      criminal: 'antecedentes penales',
      employment: 'empleo',
      education: 'estudios',
      credit: 'crédito',
      exclusion_list: 'listas de exclusión',
    },
    subcontracting: {
      not_allowed: 'No se permite',
      with_consent: 'Solo con consentimiento',
      allowed: 'Se permite',
    },
  },
};

export type ClauseTermWords = (typeof clauseTermWords)['en'];

/** What a clause holds the vendor to, in a few words; empty where it has no terms of its own. */
export function clauseTerms(clause: Clause, words: ClauseTermWords): string {
  switch (clause.kind) {
    case 'right_to_audit':
      return words.noticeDays(clause.terms.noticeDays);
    case 'incident_notice':
      return words.withinHours(clause.terms.withinHours);
    case 'background_checks':
      return listed(
        clause.terms.checks.map((check) => words.checks[check]),
        clause.terms.yearly,
        words,
      );
    case 'data_residency':
      return clause.terms.regions.join(', ');
    case 'attestation':
      return listed(clause.terms.standards, clause.terms.yearly, words);
    case 'continuity_test':
      return words.timesAYear(clause.terms.timesAYear);
    case 'subcontracting':
      return words.subcontracting[clause.terms.rule];
    case 'termination': {
      const { noticeDays, cureDays } = clause.terms;
      const cause = cureDays === null ? words.atOnce : words.cureDays(cureDays);
      return `${words.terminationDays(noticeDays)}, ${cause}`;
    }
    default:
      return '';
  }
}

function listed(names: readonly string[], yearly: boolean, words: ClauseTermWords): string {
  return [names.join(', '), yearly ? words.yearly : ''].filter((part) => part !== '').join(', ');
}
