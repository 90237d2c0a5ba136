import { type Metric } from '@plumbline/measurements/schema';
import type * as z from 'zod';
import { type TermsDraft, metricDraftPath } from './metric-draft';

export interface MetricProblem {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

export interface MetricProblemWords {
  readonly chooseMeasure: string;
  readonly wholeNumber: string;
  readonly needsDenominator: string;
}

/**
 * What the schema finds wrong with a definition, at the controls of the form. A share needs something it is a share of,
 * which the schema of the terms alone cannot know.
 */
export function problemsOfMetric(
  error: z.ZodError | undefined,
  draft: { readonly unit: Metric['unit']; readonly terms: TermsDraft },
  words: MetricProblemWords,
): readonly MetricProblem[] {
  const problems = (error?.issues ?? []).map((issue) => {
    const path = metricDraftPath(issue.path as (string | number)[]);
    return { path, text: textOf(path.at(-1), draft, path, words) ?? issue.message };
  });
  const share = draft.unit === 'ratio' && draft.terms.denominator.length === 0;
  return share ? [...problems, { path: ['terms', 'denominator'], text: words.needsDenominator }] : problems;
}

function textOf(
  control: string | number | undefined,
  draft: { readonly terms: TermsDraft },
  path: readonly (string | number)[],
  words: MetricProblemWords,
): string | null {
  if (control === 'measure') {
    const term = draft.terms[path[1] as 'numerator' | 'denominator'][Number(path[2])];
    return term?.measure === '' ? words.chooseMeasure : null;
  }
  if (control !== 'thresholdSeconds' && control !== 'shortSeconds' && control !== 'repeatWindowDays')
    return null;
  return /^\s*\d+\s*$/.test(draft.terms[control]) ? null : words.wholeNumber;
}
