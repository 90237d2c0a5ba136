import { describe, expect, it } from '@jest/globals';
import { type MetricTerms, metricTerms } from '@plumbline/measurements/schema';
import { measureCatalogue } from '@plumbline/sla-engine';
import { definitionInWords, definitionWords } from './definition-words';

const labels = new Map(measureCatalogue.map(({ code, label }) => [code, label.en]));
const inWords = (terms: MetricTerms) =>
  definitionInWords(terms, (code) => labels.get(code) ?? code, definitionWords.en, 'en');

describe('a definition in words', () => {
  it('says what is divided by what, by the labels of the measures', () => {
    expect(
      inWords({
        numerator: [{ measure: 'answered_within_threshold' }],
        denominator: [{ measure: 'offered' }],
      }),
    ).toMatchObject({
      sentence: 'Calls answered within threshold, divided by Calls offered',
      rules: [],
    });
  });

  it('adds, takes away and weighs', () => {
    expect(
      inWords({
        numerator: [
          { measure: 'nps_promoters', weight: '100' },
          { measure: 'nps_detractors', weight: '-100' },
        ],
        denominator: [
          { measure: 'offered' },
          { measure: 'short_abandoned', weight: '-1' },
          { measure: 'handled' },
        ],
      }),
    ).toMatchObject({
      numerator: `100 × ${labels.get('nps_promoters')} − 100 × ${labels.get('nps_detractors')}`,
      denominator: 'Calls offered − Calls abandoned shortly + Contacts handled',
    });
  });

  it('is a total where there is nothing to divide by', () => {
    expect(inWords({ numerator: [{ measure: 'offered' }], denominator: [] })).toMatchObject({
      denominator: null,
      sentence: 'Calls offered',
    });
  });

  it('says each rule, the limit with its side', () => {
    const terms = metricTerms.parse({
      numerator: [{ measure: 'answered_within_threshold' }],
      denominator: [{ measure: 'offered' }],
      threshold: { seconds: 20, comparison: '<=' },
      shortAbandon: { seconds: 5, rule: 'outOfBoth' },
      repeatWindowDays: 7,
      sampled: true,
    });
    expect(inWords(terms).rules).toEqual([
      'In time means within 20 seconds; exactly 20 is in time.',
      'Calls given up before 5 seconds (Calls abandoned shortly) leave both counts, as far as these hold them.',
      'Provisional until 7 days after the month: that long a contact may come back.',
      'A sample: judged by its confidence interval, so that a few bad draws do not make a breach.',
    ]);
    expect(inWords({ ...terms, threshold: { seconds: 20, comparison: '<' } }).rules[0]).toContain('is late');
  });
});
