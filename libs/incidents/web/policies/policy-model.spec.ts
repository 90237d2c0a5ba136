import { describe, expect, it } from '@jest/globals';
import { policyTerms } from '@plumbline/incidents/schema';
import { blankPolicy, fieldOf, modelOf, termsOf } from './policy-model';

const filled = {
  ...blankPolicy,
  name: 'Outages',
  nameEs: 'Interrupciones',
  sourceTitle: 'Our policy, section 4',
  places: 'us-va, de',
};

describe('a policy of one’s own', () => {
  it('comes back from its terms as it was typed', () => {
    const terms = policyTerms.parse(termsOf(filled));
    expect(terms.appliesTo.places).toEqual(['US-VA', 'DE']);
    expect(termsOf(modelOf('outages', terms))).toEqual(termsOf(filled));
  });

  it('counts business time by the federal calendar, and nothing else by any', () => {
    expect(termsOf({ ...filled, unit: 'businessDays' }).calendar).toBe('us_federal');
    expect(termsOf(filled).calendar).toBe('none');
  });

  it('says at the field what the schema finds', () => {
    const found = policyTerms.safeParse(
      termsOf({ ...filled, amount: 'x', sourceUrl: 'ftp://x', metBy: 'discovered' }),
    );
    const fields = (found.error?.issues ?? []).map(({ path }) => fieldOf(path));
    expect(fields).toEqual(expect.arrayContaining(['sourceUrl', 'amount']));
    expect(fieldOf(['metBy'])).toBe('metBy');
  });
});
