import { describe, expect, it } from '@jest/globals';
import { type MetricTerms, metricTerms, newMetric } from '@plumbline/measurements/schema';
import { type TermsDraft, blankTerms, draftOfTerms, metricDraftPath, termsOfDraft } from './metric-draft';
import { problemsOfMetric } from './metric-problems';
import { termsWords } from './terms-words';

const full: MetricTerms = metricTerms.parse({
  numerator: [{ measure: 'fcr_resolved' }, { measure: 'fcr_repeats', weight: '-1' }],
  denominator: [{ measure: 'fcr_contacts' }],
  threshold: { seconds: 20, comparison: '<' },
  shortAbandon: { seconds: 5, rule: 'outOfNumerator', measure: 'abandoned_within_threshold' },
  repeatWindowDays: 30,
  sampled: true,
});

describe('the terms of a metric in the form', () => {
  it('come back as they were, full and bare', () => {
    expect(termsOfDraft(draftOfTerms(full))).toEqual(full);
    const bare = { numerator: [{ measure: 'offered' }], denominator: [] };
    expect(termsOfDraft(draftOfTerms(bare))).toEqual(bare);
  });

  it.each([
    ['terms.threshold.seconds', 'terms.thresholdSeconds'],
    ['terms.shortAbandon.measure', 'terms.shortMeasure'],
    ['terms.numerator.0.measure', 'terms.numerator.0.measure'],
    ['body.terms.denominator', 'terms.denominator'],
    ['code', 'code'],
  ])('show a problem of %s at %s', (said, control) => {
    expect(metricDraftPath(said.split('.')).join('.')).toBe(control);
  });

  const problems = (unit: 'ratio' | 'count', change: Partial<TermsDraft>) => {
    const terms = { ...draftOfTerms({ ...full, denominator: [{ measure: 'fcr_contacts' }] }), ...change };
    const { error } = newMetric.safeParse({
      code: 'fcr_net',
      name: 'FCR',
      family: 'quality',
      unit,
      direction: 'higher',
      source: 'MSA',
      terms: termsOfDraft(terms),
    });
    return problemsOfMetric(error, { unit, terms }, termsWords.en).map(({ path, text }) => [
      path.join('.'),
      text,
    ]);
  };

  it('say what is missing in words', () => {
    expect(problems('ratio', {})).toEqual([]);
    expect(problems('ratio', { numerator: blankTerms().numerator })).toEqual([
      ['terms.numerator.0.measure', termsWords.en.chooseMeasure],
    ]);
    expect(problems('ratio', { thresholdSeconds: 'twenty' })).toEqual([
      ['terms.thresholdSeconds', termsWords.en.wholeNumber],
    ]);
    expect(problems('ratio', { shortSeconds: '' })).toEqual([
      ['terms.shortSeconds', termsWords.en.wholeNumber],
    ]);
  });

  it('need something to divide by for a share, and for nothing else', () => {
    expect(problems('ratio', { denominator: [] })).toEqual([
      ['terms.denominator', termsWords.en.needsDenominator],
    ]);
    expect(problems('count', { denominator: [] })).toEqual([]);
  });
});
