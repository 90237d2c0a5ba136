import { languageOf, type ProblemWords } from '@plumbline/ui';

/** What calls about incidents are refused for; English is the server's own. */
const spanish: Readonly<Record<string, string>> = {
  'own-request': 'Nadie decide lo que ha entregado: pida a otra persona que lo mire.',
};

export const incidentProblemWords: ProblemWords = ({ code }, locale) =>
  languageOf(locale) === 'es' ? (spanish[code] ?? null) : null;
