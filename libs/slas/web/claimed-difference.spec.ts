import { describe, expect, it } from '@jest/globals';
import { result as resultSchema, viewResult } from '@plumbline/slas/schema';
import { claimedDifference, claimedWords } from './claimed-difference';

const { metric } = resultSchema.parse(viewResult.example.response);
const said = (claimed: string, value: string | null, unit: 'ratio' | 'seconds' = 'ratio') =>
  claimedDifference(claimed, { value, metric: { ...metric, unit } }, claimedWords.en, 'en-US');

describe('what a vendor claims beside what its counts give', () => {
  it.each([
    ['0.087', '0.098155', 'Recomputed from the counts: 9.8%. The claim is 1.1 pt lower.'],
    ['0.12', '0.098155', 'Recomputed from the counts: 9.8%. The claim is 2.2 pt higher.'],
    ['0.098', '0.098155', 'Recomputed from the counts: 9.8%, as claimed.'],
    ['0.098', null, null],
  ])('%s claimed, %s counted', (claimed, counted, sentence) => {
    expect(said(claimed, counted)).toBe(sentence);
  });

  it('says times as times', () => {
    expect(said('95', '61', 'seconds')).toMatch(/The claim is 0?0:34 higher\.$/);
  });
});
